"""The role of a mention: does something happen there, does the name act, or is it a people?

Roles follow Gritta et al. 2019 (doi 10.1007/s10579-019-09475-3); what counts as which is in
`docs/roles.md`. The clues are named in `role_clues`; what each is worth was learned.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from geodata.mentions.role_clues import role_clues
from geodata.mentions.role_words import kinds_of
from geodata.mentions.surroundings import Surroundings, surroundings
from geodata.model import Mention, Role

BIAS = "always"
"""The clue that every mention has."""

PAIRED = "between_parties"
"""The clue of a pair of names that are party to something: "the Russia-Ukraine war"."""

_LINKS = frozenset({", ", " and ", ", and ", " or ", ", or ", " & ", "-", "–", " "})
"""What stands between two names of one list or pair. A comma also joins a town and its state."""

_CLOSINGS = frozenset({(), (",",), ("(",), (")",)})

_Judged = tuple[Mention, Surroundings]


def with_roles(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions, which are in their order in the text, with their roles.

    Demonyms stay demonyms; names that are one list share one role.
    """
    found: list[Mention] = []
    for group in _lists(text, mentions):
        if group[0].role is Role.DEMONYM:
            found += group
            continue
        judged = [(one, surroundings(text, one.start, one.end)) for one in group]
        for part, is_pair in _shared(text, judged):
            found += _with_one_role(part, is_pair=is_pair)
    return found


def actor_score(clues: Iterable[str]) -> float:
    """Above 0 where an actor is likelier than a location: the log of the odds."""
    weights = role_weights()
    return weights[BIAS] + sum([weights.get(clue, 0.0) for clue in clues])


def is_people(name: str, near: Surroundings) -> bool:
    """Whether a name that some hamlet bears too means a people: "German", not "German, Ohio"."""
    if "people_first" not in kinds_of(name):
        return False
    return not (near.after[:1] == (",",) and near.after[1:2] and near.after[1][0].isupper())


@cache
def role_weights() -> Mapping[str, float]:
    """What each clue adds to the score of an actor; negative speaks for a location."""
    table = files("geodata.mentions").joinpath("role_weights.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in table.splitlines() if not line.startswith("#"))
    return {row["clue"]: float(row["weight"]) for row in rows}


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions with nothing between them but commas and "and"; each demonym by itself."""
    group: list[Mention] = []
    for mention in mentions:
        if group and (
            mention.role is Role.DEMONYM
            or group[-1].role is Role.DEMONYM
            or text[group[-1].end : mention.start] not in _LINKS
        ):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _shared(text: str, judged: Sequence[_Judged]) -> Iterator[tuple[Sequence[_Judged], bool]]:
    """Cuts a list where it may be none: "In Rome, Berlin said" is two clauses.

    Each part comes with whether it is a pair of parties: "Russia Ukraine War".
    """
    if len(judged) == 1:
        yield judged, False
        return
    gaps = {text[a.end : b.start] for (a, _), (b, _) in pairwise(judged)}
    if gaps == {" "}:
        is_pair = any(PAIRED in kinds_of(word) for word in judged[-1][1].after[:2])
        yield from [(judged, True)] if is_pair else [([one], False) for one in judged]
    elif gaps - {", "} or len(judged) > 2 or judged[-1][1].after[:1] in _CLOSINGS:
        yield judged, False
    else:
        yield from (([one], False) for one in judged)


def _with_one_role(part: Sequence[_Judged], *, is_pair: bool) -> Iterator[Mention]:
    """One role for names that share it: by the sum of what speaks for each."""
    total = (
        actor_score([PAIRED])
        if is_pair
        else sum([actor_score(role_clues(one.text, near)) for one, near in part])
    )
    role = Role.ACTOR if total > 0 else Role.LOCATION
    for one, near in part:
        own = Role.DEMONYM if is_people(one.text, near) else role
        yield Mention(one.start, one.end, one.text, own)
