"""Clues from the words after a name: what it owns or stands beside, and what it does.

What comes before the name is read in `clues_before`.
"""

from collections.abc import Iterator, Sequence

from geodata.mentions.role_words import kinds_of
from geodata.mentions.small_words import (
    ADVERBS,
    ARTICLES,
    BE,
    DETERMINERS,
    HAVE,
    MODAL,
    SMALL,
    lower_at,
)

_OWNED_CLASSES = frozenset({"of_bodies", "of_places"})
_SUBJECT_CLASSES = frozenset({"acting", "being_somewhere"})
_UNDERGONE = frozenset({"undergone_by_places", "undergone_by_bodies"})


def clues_of_nouns(after: Sequence[str], how: str, most: int) -> Iterator[str]:
    """Classes of the nouns after a name or its "'s": what it owns, or stands beside."""
    owned: list[str] = []
    for word in map(str.lower, after[:most]):
        if not word[0].isalnum() or word in SMALL or word in DETERMINERS or word in ARTICLES:
            break
        kinds = _OWNED_CLASSES.intersection(kinds_of(word.removesuffix("'s").removesuffix("’s")))
        if kinds:
            owned.append("both" if len(kinds) == 2 else next(iter(kinds)))
    yield from sorted({f"{how} {kind}" for kind in owned})
    if owned:
        yield f"{how} first {owned[0]}"
        yield f"{how} last {owned[-1]}"


def clues_of_verb(after: Sequence[str], prefix: str) -> Iterator[str]:
    """Clues from the verb whose subject the name may be."""
    if not after:
        yield f"{prefix} last"
        return
    if after[0] in {",", "(", "-", "–", "—"}:
        yield f"{prefix} then {'comma' if after[0] == ',' else 'dash'}"
        word = lower_at(after, 1)
        if word in {"where", "home"}:
            yield "where"
        if word in {"which", "whose", "who"}:
            yield "which"
    if after[0][0].isdigit() and lower_at(after, 1) in {"-", "–", ","} and len(after) > 2:
        yield "score"
    place = _verb_place(after)
    verb = lower_at(after, place)
    if verb in HAVE:
        yield from _auxiliary(after, place, f"{prefix} has")
    elif verb in BE:
        yield from _auxiliary(after, place, f"{prefix} is")
    elif verb in MODAL:
        yield f"{prefix} modal"
        yield from _verb(lower_at(after, _past_adverbs(after, place + 1)), prefix)
    elif verb == "to" and place == 0:
        yield f"{prefix} to"
        yield from _verb(lower_at(after, 1), prefix)
    else:
        yield from _verb(verb, prefix)


def _verb_place(after: Sequence[str]) -> int:
    """Where the verb stands: past an insertion between commas, names it is listed with, adverbs."""
    place = 0
    while place < len(after) and after[place] in {"and", "or", ",", "&"}:
        past = place + 1
        if past < len(after) and after[past] == "the":
            past += 1
        start = past
        while past < len(after) and after[past][0].isupper():
            past += 1
        if past == start:
            break
        place = past
    if place < len(after) and after[place] in {",", "(", "-", "–", "—"}:
        closing = {")"} if after[place] == "(" else {",", "-", "–", "—"}
        for past in range(place + 1, min(len(after), place + 14)):
            if after[past] in closing:
                place = past + 1
                break
    return _past_adverbs(after, place)


def _past_adverbs(after: Sequence[str], place: int) -> int:
    while place < len(after) and (
        after[place] in ADVERBS or (after[place].endswith("ly") and after[place].islower())
    ):
        place += 1
    return place


def _auxiliary(after: Sequence[str], place: int, prefix: str) -> Iterator[str]:
    """Clues from what follows "has" or "is"."""
    place = _past_adverbs(after, place + 1)
    word = lower_at(after, place)
    if word == "been":
        prefix = prefix.replace(" has", " is")
        place = _past_adverbs(after, place + 1)
        word = lower_at(after, place)
    if word in DETERMINERS or word == "had" or word[:1].isdigit():
        yield f"{prefix} a"
    elif prefix.endswith(" is"):
        yield prefix
        kinds = _UNDERGONE.intersection(kinds_of(word))
        yield from (f"{prefix} {kind}" for kind in sorted(kinds))
    else:
        yield f"{prefix} done"
        yield from _verb(word, prefix.removesuffix(" has"))


def _verb(verb: str, prefix: str) -> Iterator[str]:
    kinds = _SUBJECT_CLASSES.intersection(kinds_of(verb))
    yield from (f"{prefix} {kind}" for kind in sorted(kinds))
    if not kinds and verb[:1].isalpha() and verb not in SMALL:
        yield f"{prefix} word ending " + next(
            (end for end in ("ing", "ed", "s") if verb.endswith(end)), "otherwise"
        )
