"""Which sentence of one article goes with which of another, each used once.

How alike they are is known already; here is decided who stands beside whom.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.independence.alignment import kept_words

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """Numbers of sentences that stand beside each other; one of the sides has exactly one."""

    one: tuple[int, ...]
    other: tuple[int, ...]


def paired(
    alike: Mapping[Pair, float], one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]
) -> list[Block]:
    """The best pairs, in order of the one article.

    A sentence left over joins a pair whose sentence has other words of it: one was cut in two.

    Args:
        alike: How alike two sentences are, by their numbers in the one and the other article.
        one: The words of each sentence of the one.
        other: Likewise of the other.
    """
    sides: dict[int, tuple[list[int], list[int]]] = {}
    first_with: dict[int, int] = {}
    ranked = sorted(alike, key=lambda pair: (-alike[pair], abs(pair[0] - pair[1]), pair))
    for first, second in ranked:
        if first not in sides and second not in first_with:
            sides[first] = ([first], [second])
            first_with[second] = first
    in_block = set(sides)
    for first, second in ranked:
        if first in in_block and second in first_with:
            continue
        if first not in in_block and len(sides[first_with[second]][1]) == 1:
            joined = sides[first_with[second]][0]
            if _brings_other_words(other[second], one[first], [one[at] for at in joined]):
                joined.append(first)
                in_block.add(first)
        elif first in sides and len(sides[first][0]) == 1:
            joined = sides[first][1]
            if _brings_other_words(one[first], other[second], [other[at] for at in joined]):
                joined.append(second)
                first_with[second] = first
    blocks = (Block(tuple(sorted(ours)), tuple(sorted(theirs))) for ours, theirs in sides.values())
    return sorted(blocks, key=lambda block: block.one)


def _brings_other_words(
    whole: Sequence[str], part: Sequence[str], parts: Sequence[Sequence[str]]
) -> bool:
    """Whether most of what a part has of the whole is in none of the parts there are."""
    taken = {at for there in parts for at in _positions(whole, there)}
    brought = _positions(whole, part)
    return len(brought - taken) * 2 > len(brought)


def _positions(whole: Sequence[str], part: Sequence[str]) -> set[int]:
    return {start + step for start, _, count in kept_words(whole, part) for step in range(count)}
