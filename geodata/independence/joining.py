"""Pairs -> groups. Plain union, and union that refuses to join what does not belong together.

What the things are is not known here: sentences, wordings and places in them are all numbers.
"""

from collections.abc import Callable, Iterable

Pair = tuple[int, int]


def groups(pairs: Iterable[Pair]) -> dict[int, int]:
    """Every number in a pair, and the least number that it is connected with."""
    root: dict[int, int] = {}
    for one, other in pairs:
        first, second = sorted((_root(root, one), _root(root, other)))
        root[second] = first
    return {one: _root(root, one) for one in list(root)}


def close_groups(
    pairs: Iterable[tuple[float, Pair]], belong: Callable[[int, int], bool]
) -> dict[int, int]:
    """Like `groups`, but in each group every two belong together, not only neighbours in a chain.

    The closest pairs are joined first; a pair that would bring together two that do not belong
    together is left apart.

    Args:
        pairs: Each with its closeness; their order does not matter.
        belong: Whether two numbers may be in one group.
    """
    root: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for _, (one, other) in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        first, second = sorted((_root(root, one), _root(root, other)))
        if first == second:
            continue
        ours, theirs = members.get(first, [first]), members.get(second, [second])
        if all(belong(mine, yours) for mine in ours for yours in theirs):
            root[second] = first
            members[first] = ours + theirs
            members.pop(second, None)
    return {one: _root(root, one) for one in list(root)}


def _root(root: dict[int, int], one: int) -> int:
    top = one
    while root.setdefault(top, top) != top:
        top = root[top]
    while root[one] != top:
        root[one], one = top, root[one]
    return top
