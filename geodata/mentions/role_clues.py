"""The named clues to a mention's role: what governs the name, what it owns, what it does.

What each clue is worth was learned (`benchmarks/train_roles.py`), and stands in
`role_weights.csv`; change the clues, and it must be trained again.
"""

from collections.abc import Iterator

from geodata.mentions.clues_after import clues_of_nouns, clues_of_verb
from geodata.mentions.clues_before import clues_of_governor, clues_of_position, governor_place
from geodata.mentions.role_words import kinds_of
from geodata.mentions.small_words import lower_at
from geodata.mentions.surroundings import Surroundings

_CLAUSE_OPENERS = frozenset(
    "that whether if when while because but although though since until yet so and or nor where "
    "what why how then says said believe believes think thinks say".split()
) | {"", ",", ")", "]"}
_DECISIVE = frozenset({"between_parties", "between_places", "dash places", "dash actors"})


def role_clues(name: str, near: Surroundings) -> list[str]:
    """The clues for a name with what stands around it, each a short key."""
    before, after = near.before, near.after
    found = list(_of_the_name(name, near))
    if near.dash_after or near.dash_before:
        found += _dashed(near)
        if _DECISIVE.intersection(found):
            return found
    place = governor_place(before)
    governor = lower_at(before, place)
    is_free = governor in _CLAUSE_OPENERS
    owned = list(clues_of_nouns(after, "owns", 5)) if near.possessive else []
    if not is_free and not owned:
        found += clues_of_governor(before, place, governor)
    if near.possessive:
        found += owned or ["owns other"]
    elif not near.dash_after:
        found += clues_of_position(before, place, governor, is_free=is_free)
        found += clues_of_nouns(after, "beside", 3)
        found += clues_of_verb(after, "free" if is_free else "bound")
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


def _dashed(near: Surroundings) -> Iterator[str]:
    if near.dash_after:
        word = lower_at(near.after, 0)
        kinds = [kind for kind in kinds_of(word) if kind in {"places", "actors"}]
        yield from (f"dash {kind}" for kind in kinds)
        if not kinds and near.after and not near.after[0][0].isupper():
            yield "dash word"
    elif near.before[:1] in {("R",), ("D",)}:
        yield "party and home"
    elif "stances" in kinds_of(lower_at(near.before, 0)):
        yield "stance"
        return
    for place in range(4):
        for kind in kinds_of(lower_at(near.after, place)):
            if kind in {"between_parties", "between_places"}:
                yield kind
                return
