"""Where the words of one text stand in another: what a copy kept, in what order.

Which texts are compared at all is decided in `geodata.independence.wordings`.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

Kept = Sequence[tuple[int, int, int]]
"""Stretches that both have: position in the one, position in the other, count of words."""


def kept_words(one: Sequence[str], other: Sequence[str]) -> Kept:
    """The longest stretches of words that both texts have, in order in both."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def count_in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both texts have in the same order: their longest common subsequence.

    Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004): a bit for each word of the one,
    so that a word of the other takes a few operations on whole numbers.
    """
    places: dict[str, int] = {}
    for at, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << at
    every = unmatched = (1 << len(one)) - 1
    for word in other:
        met = unmatched & places.get(word, 0)
        unmatched = (unmatched + met | unmatched - met) & every
    return len(one) - unmatched.bit_count()


def same_spots(kept: Kept, one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """Which words at chosen positions of one text are which of the other.

    A word that was kept is the one at the same spot of its stretch. Those left over on both sides
    are taken in their order: the name stayed, the words around it were changed.

    Args:
        kept: From `kept_words`.
        one: Positions in the one text, rising: where it names a place.
        other: Likewise in the other, the same place.
    """
    moved = {first + step: second + step for first, second, count in kept for step in range(count)}
    found = {at: moved[at] for at in one if moved.get(at) in other}
    left = [at for at in one if at not in found]
    free = [at for at in other if at not in found.values()]
    return sorted([*found.items(), *zip(left, free, strict=False)])
