"""The named clues to a mention's role: what governs the name, what it owns, what it does.

What each clue is worth was learned (`benchmarks/train_roles.py`), and stands in
`role_weights.csv`; change the clues, and it must be trained again.
"""

from collections.abc import Iterator, Sequence

from geodata.mentions.role_words import kinds_of
from geodata.mentions.surroundings import Surroundings

_PLACE_PREPOSITIONS = frozenset(
    "in at near across throughout outside inside within around off via into onto "
    "along beyond through above below past up down amid onto".split()
)
_OTHER_PREPOSITIONS = frozenset(
    "from to of with between against for by on over among behind after before without than like "
    "toward towards under alongside upon about unlike despite versus v vs besides as".split()
)
_FACING = frozenset({"alongside", "versus", "v", "vs", "against"})
_CLAUSE_OPENERS = frozenset(
    "that whether if when while because but although though since until yet so and or nor where "
    "what why how then says said believe believes think thinks say".split()
) | {"", ",", ")", "]"}
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep "
    "oct nov dec".split()
)
_SKIPPED = frozenset("the a an its his her their our both".split())
_PARTS = frozenset(
    "northern southern eastern western central north south east west northeastern northwestern "
    "southeastern southwestern downtown rural mainland upper lower nearby coastal inner outer "
    "neighbouring neighboring suburban metropolitan greater midtown".split()
)
_HAVE = frozenset({"has", "have", "had", "hasn't", "hasn’t", "hadn't", "hadn’t"})
_BE = frozenset({"is", "are", "was", "were", "isn't", "wasn't", "isn’t", "wasn’t", "be", "being"})
_MODAL = frozenset(
    "will would may might must can could should shall did does do won't won’t didn't didn’t "
    "wouldn't wouldn’t doesn't doesn’t can't cannot couldn't".split()
)
_ADVERBS = frozenset(
    "also never always reportedly still long not now once again even only already soon ever often "
    "later today yesterday twice all both yet just far".split()
)
_DETERMINERS = frozenset("a an the one some no little few many more its his another".split())
_HEAD_CLASSES = frozenset("of_parties of_state of_land sent moving dealing addressing".split())
_OWNED_CLASSES = frozenset({"of_bodies", "of_places"})
_SUBJECT_CLASSES = frozenset({"acting", "being_somewhere"})
_UNDERGONE = frozenset({"undergone_by_places", "undergone_by_bodies"})
_DECISIVE = frozenset({"between_parties", "between_places", "dash places", "dash actors"})
_SMALL = _PLACE_PREPOSITIONS | _OTHER_PREPOSITIONS | _HAVE | _BE | _MODAL | {"and", "or", "that"}


def role_clues(name: str, near: Surroundings) -> list[str]:
    """The clues for a name with what stands around it, each a short key."""
    before, after = near.before, near.after
    found = list(_of_the_name(name, near))
    if near.dash_after or near.dash_before:
        found += _dashed(near)
        if _DECISIVE.intersection(found):
            return found
    place = _governor(before)
    governor = _lower(before, place)
    is_free = governor in _CLAUSE_OPENERS
    if not is_free and not near.possessive:
        found += _governed(before, place, governor)
    if near.possessive:
        owned = list(_owning(after, "owns", 5))
        found += owned or ["owns other"]
        if not owned and not is_free:
            found += _governed(before, place, governor)
    elif not near.dash_after:
        found += _placed(before, place, governor, is_free=is_free)
        found += _owning(after, "beside", 3)
        found += _doing(after, "free" if is_free else "bound")
    return found


def _of_the_name(name: str, near: Surroundings) -> Iterator[str]:
    words = name.lower().split()
    for kind in ("land_and_water", "administrative"):
        if len(words) > 1 and (kind in kinds_of(words[-1]) or kind in kinds_of(words[0])):
            yield kind
            break
    if name.isupper():
        if len(name.replace(".", "")) <= 3:
            yield "short form"
        elif not near.before and (not near.after or near.after[0] in {"(", ",", "-", "–", "—"}):
            yield "dateline"


def _lower(tokens: Sequence[str], place: int) -> str:
    """The token in lower case; empty past the end."""
    return tokens[place].lower() if place < len(tokens) else ""


def _governor(before: Sequence[str]) -> int:
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
        before[place].lower() in _SKIPPED or before[place].lower() in _PARTS
    ):
        place += 1
    return place


def _past_names(before: Sequence[str], place: int) -> int:
    """Past the capitalised words there; "Friday" and "May" are none."""
    if place < len(before) and before[place] == ",":
        place += 1
    first = place
    while (
        place < len(before)
        and before[place][0].isupper()
        and before[place].lower() not in _CALENDAR
        and before[place].lower() not in _SMALL
    ):
        place += 1
    return place if place > first else first


def _placed(before: Sequence[str], place: int, governor: str, *, is_free: bool) -> Iterator[str]:
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


def _governed(before: Sequence[str], place: int, governor: str) -> Iterator[str]:
    """Clues from the word that governs the name, and from the head of that word."""
    if governor in _PLACE_PREPOSITIONS:
        yield "place preposition"
        return
    if governor in _OTHER_PREPOSITIONS:
        kind = "against" if governor in _FACING else governor
        yield kind
        yield from _heads(before, place + 1, kind)
        return
    yield from _object(governor, before[place])


def _heads(before: Sequence[str], place: int, kind: str) -> Iterator[str]:
    """Classes of the nearest word before a preposition that has any: "ties" in "ties with"."""
    for distance in range(4):
        word = _lower(before, place + distance)
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


def _dashed(near: Surroundings) -> Iterator[str]:
    if near.dash_after:
        word = _lower(near.after, 0)
        kinds = [kind for kind in kinds_of(word) if kind in {"places", "actors"}]
        yield from (f"dash {kind}" for kind in kinds)
        if not kinds and near.after and not near.after[0][0].isupper():
            yield "dash word"
    elif near.before[:1] in {("R",), ("D",)}:
        yield "party and home"
    elif "stances" in kinds_of(_lower(near.before, 0)):
        yield "stance"
        return
    for place in range(4):
        for kind in kinds_of(_lower(near.after, place)):
            if kind in {"between_parties", "between_places"}:
                yield kind
                return


def _owning(after: Sequence[str], how: str, most: int) -> Iterator[str]:
    """Classes of the nouns after a name or its "'s": what it owns, or stands beside."""
    owned: list[str] = []
    for word in map(str.lower, after[:most]):
        if not word[0].isalnum() or word in _SMALL or word in _DETERMINERS or word in _SKIPPED:
            break
        kinds = _OWNED_CLASSES.intersection(kinds_of(word.removesuffix("'s").removesuffix("’s")))
        if kinds:
            owned.append("both" if len(kinds) == 2 else next(iter(kinds)))
    yield from sorted({f"{how} {kind}" for kind in owned})
    if owned:
        yield f"{how} first {owned[0]}"
        yield f"{how} last {owned[-1]}"


def _doing(after: Sequence[str], prefix: str) -> Iterator[str]:
    """Clues from the verb whose subject the name may be."""
    if not after:
        yield f"{prefix} last"
        return
    if after[0] in {",", "(", "-", "–", "—"}:
        yield f"{prefix} then {'comma' if after[0] == ',' else 'dash'}"
        word = _lower(after, 1)
        if word in {"where", "home"}:
            yield "where"
        if word in {"which", "whose", "who"}:
            yield "which"
    if after[0][0].isdigit() and _lower(after, 1) in {"-", "–", ","} and len(after) > 2:
        yield "score"
    place = _verb_place(after)
    verb = _lower(after, place)
    if verb in _HAVE:
        yield from _auxiliary(after, place, f"{prefix} has")
    elif verb in _BE:
        yield from _auxiliary(after, place, f"{prefix} is")
    elif verb in _MODAL:
        yield f"{prefix} modal"
        yield from _verb(_lower(after, _past_adverbs(after, place + 1)), prefix)
    elif verb == "to" and place == 0:
        yield f"{prefix} to"
        yield from _verb(_lower(after, 1), prefix)
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
        after[place] in _ADVERBS or (after[place].endswith("ly") and after[place].islower())
    ):
        place += 1
    return place


def _auxiliary(after: Sequence[str], place: int, prefix: str) -> Iterator[str]:
    """Clues from what follows "has" or "is"."""
    place = _past_adverbs(after, place + 1)
    word = _lower(after, place)
    if word == "been":
        prefix = prefix.replace(" has", " is")
        place = _past_adverbs(after, place + 1)
        word = _lower(after, place)
    if word in _DETERMINERS or word == "had" or word[:1].isdigit():
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
    if not kinds and verb[:1].isalpha() and verb not in _SMALL:
        yield f"{prefix} word ending " + next(
            (end for end in ("ing", "ed", "s") if verb.endswith(end)), "otherwise"
        )
