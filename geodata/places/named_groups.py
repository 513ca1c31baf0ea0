"""The mentions of one article gathered by name, with what the text says right around each name.

One name has one sense in an article. Which sense is decided in `resolution`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from geodata.model import Mention, NamedPlace, Role
from geodata.names import NormalisedName, normalise
from geodata.places.candidates import PlacesByName, candidates, counties
from geodata.places.containment import containments

CLASS_OF_KIND: Mapping[str, str] = {
    "region": "A", "province": "A", "district": "A", "county": "A", "state": "A", "oblast": "A",
    "prefecture": "A", "governorate": "A", "republic": "A", "territory": "A", "parish": "A",
    "city": "P", "town": "P", "village": "P", "suburb": "P", "capital": "P", "downtown": "P",
    "river": "H", "lake": "H", "sea": "H", "gulf": "H", "bay": "H", "strait": "H", "canal": "H",
    "mount": "T", "mountain": "T", "mountains": "T", "island": "T", "islands": "T", "valley": "T",
    "peninsula": "T",
}  # fmt: skip
"""Words of kind, and GeoNames' feature class of the places they fit."""

_KIND_BEFORE = regex.compile(r"(\p{Ll}+)\sof\s$")
_KIND_AFTER = regex.compile(r"\s(\p{Ll}+)")
_LONGEST_KIND = 25
# "Clarke, Oconee and Walton counties": what follows each of the names.
_COUNTIES_AFTER = regex.compile(
    r"(?:,? and [\p{Lu}][\p{L}.'-]{1,20}(?: [\p{Lu}][\p{L}.'-]{1,20})?"
    r"|(?:, [\p{Lu}][\p{L}.'-]{1,20}){1,4},? and [\p{Lu}][\p{L}.'-]{1,20})? (?:c|C)ounties\b"
)


@dataclass(frozen=True, slots=True)
class NameGroup:
    """All mentions of one name in one use, and what is said of it.

    Attributes:
        mentions: Their positions in the article's sequence of mentions.
        candidates: The places they might mean, most prominent first; empty where none is known.
        kinds: Words of kind beside them: "Moscow" and "the Moscow region" are two groups.
        outers: Positions of the groups that the text puts it in.
        listed_outers: Those of `outers` that stand right after a comma ("Moscow, Idaho").
        inners: Positions of the groups that the text puts in it.
        acts: Whether a mention of it is an actor.
        name: The name in its normalised form.
    """

    mentions: tuple[int, ...]
    candidates: tuple[NamedPlace, ...]
    kinds: frozenset[str] = frozenset()
    outers: frozenset[int] = frozenset()
    listed_outers: frozenset[int] = frozenset()
    inners: frozenset[int] = frozenset()
    acts: bool = False
    name: str = ""


MOST_CANDIDATES_TOGETHER = 1_000
"""Candidates weighed together in one go; with more names each keeps fewer, but three at least."""


def name_groups(text: str, mentions: Sequence[Mention], gazetteer: PlacesByName) -> list[NameGroup]:
    """The groups of an article's mentions, in order of their first mention."""
    positions: dict[tuple[NormalisedName, bool, frozenset[str]], list[int]] = {}
    for position, mention in enumerate(mentions):
        is_demonym = mention.role is Role.DEMONYM
        key = (normalise(mention.text), is_demonym, kinds_beside(text, mention))
        positions.setdefault(key, []).append(position)
    group_of = {
        position: number for number, listed in enumerate(positions.values()) for position in listed
    }
    most = max(3, MOST_CANDIDATES_TOGETHER // max(1, len(positions)))
    outers: dict[int, set[int]] = {}
    listed_outers: dict[int, set[int]] = {}
    inners: dict[int, set[int]] = {}
    for said in containments(text, mentions):
        inner, outer = group_of[said.inner], group_of[said.outer]
        outers.setdefault(inner, set()).add(outer)
        inners.setdefault(outer, set()).add(inner)
        if said.is_listed:
            listed_outers.setdefault(inner, set()).add(outer)
    return [
        NameGroup(
            tuple(listed),
            _candidates(text, mentions[listed[0]], gazetteer)[:most],
            kinds,
            frozenset(outers.get(number, ())),
            frozenset(listed_outers.get(number, ())),
            frozenset(inners.get(number, ())),
            acts=any(mentions[position].role is Role.ACTOR for position in listed),
            name=name,
        )
        for number, ((name, _, kinds), listed) in enumerate(positions.items())
    ]


def _candidates(text: str, mention: Mention, gazetteer: PlacesByName) -> tuple[NamedPlace, ...]:
    if _COUNTIES_AFTER.match(text, mention.end):
        return counties(mention, gazetteer) or candidates(mention, gazetteer)
    return candidates(mention, gazetteer)


def kinds_beside(text: str, mention: Mention) -> frozenset[str]:
    """Words of kind right beside a mention: "the city of Kursk", "Hwasong district"."""
    floor = max(0, mention.start - _LONGEST_KIND)
    before = _KIND_BEFORE.search(text, floor, mention.start)
    after = _KIND_AFTER.match(text, mention.end)
    return frozenset(
        match.group(1) for match in (before, after) if match and match.group(1) in CLASS_OF_KIND
    )
