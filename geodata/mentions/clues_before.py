"""Clues from the words before a name: what governs it, and what that word hangs on.

What follows the name is read in `clues_after`.
"""

from collections.abc import Iterator, Sequence

from geodata.mentions.role_words import kinds_of
from geodata.mentions.small_words import (
    ARTICLES,
    OTHER_PREPOSITIONS,
    PLACE_PREPOSITIONS,
    SMALL,
    lower_at,
)

_FACING = frozenset({"alongside", "versus", "v", "vs", "against"})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep "
    "oct nov dec".split()
)
_PARTS = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern "
    "southeastern southwestern downtown rural mainland upper lower nearby coastal inner outer "
    "neighbouring neighboring suburban metropolitan greater midtown".split()
)
_HEAD_CLASSES = frozenset("of_parties of_state of_land sent moving dealing addressing".split())


def governor_place(before: Sequence[str]) -> int:
    """Where the word that governs the name stands: past articles and names it is listed with."""
    place = _past_small(before, 0)
    while place < len(before) and before[place] in {"and", "or", "nor", "&", ","}:
        past = _past_names(before, place + 1)
        if past == place + 1:
            break
        place = _past_small(before, past)
    return place


def _past_small(before: Sequence[str], place: int) -> int:
    while place < len(before) and (
        before[place].lower() in ARTICLES or before[place].lower() in _PARTS
    ):
        place += 1
    return place


def _past_names(before: Sequence[str], place: int) -> int:
    """Past the capitalised words there, or nowhere; "Friday" and "May" are none."""
    past = first = place + 1 if lower_at(before, place) == "," else place
    while past < len(before) and before[past][0].isupper() and not _is_no_name(before[past]):
        past += 1
    return past if past > first else place


def _is_no_name(word: str) -> bool:
    return word.lower() in _CALENDAR or word.lower() in SMALL


def clues_of_position(
    before: Sequence[str], place: int, governor: str, *, is_free: bool
) -> Iterator[str]:
    """Clues from where in its clause the name stands."""
    if place and any(token.lower() in _PARTS for token in before[:place]):
        yield "part of it"
    if before[:1] in {("a",), ("an",), ("A",), ("An",)}:
        yield "after a"
    elif before[:1] in {("the",), ("The",)}:
        yield "after the"
    if any(token in {"and", "or", ","} for token in before[:place]):
        yield "listed"
    if before[:1] == (",",) and place > 1:
        yield "after name and comma"
    if is_free:
        yield "opens" if not governor else "after comma" if governor == "," else "opens clause"


def clues_of_governor(before: Sequence[str], place: int, governor: str) -> Iterator[str]:
    """Clues from the word that governs the name, and from the head of that word."""
    if governor in PLACE_PREPOSITIONS:
        yield "place preposition"
        return
    if governor in OTHER_PREPOSITIONS:
        kind = "against" if governor in _FACING else governor
        yield kind
        yield from _heads(before, place + 1, kind)
        return
    yield from _object(governor, before[place])


def _heads(before: Sequence[str], place: int, kind: str) -> Iterator[str]:
    """Classes of the nearest word before a preposition that has any: "ties" in "ties with"."""
    for distance in range(4):
        word = lower_at(before, place + distance)
        if not word or word in {",", "(", ")"}:
            break
        heads = _HEAD_CLASSES.intersection(kinds_of(word))
        if heads:
            for head in sorted(heads):
                yield f"{head} {kind}"
                yield f"head {head}"
            return
    yield f"no head {kind}"


def _object(governor: str, written: str) -> Iterator[str]:
    """Clues from a verb or noun right before the name."""
    classes = [kind for kind in kinds_of(governor) if kind in {"addressing", "reaching", "of_land"}]
    yield from (f"object of {kind}" for kind in classes)
    if not classes:
        if written[0].isupper():
            yield "after name"
        elif written[0].isalpha():
            yield "after word ending " + next(
                (end for end in ("ing", "ed", "ly", "s") if governor.endswith(end)), "otherwise"
            )
