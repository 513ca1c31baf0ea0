"""Mentions -> places: candidates are ranked by evidence, and a doubtful name is left unresolved.

One name has one sense in an article. What counts as evidence is in `evidence`; what is placed
without the gazetteer, in `approximation`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geodata.coordinates import distance_km
from geodata.model import Candidate, Mention, NamedPlace, Place, Resolution, Role, Unresolved
from geodata.names import NormalisedName, normalise
from geodata.places.candidates import PlacesByName, candidates
from geodata.places.containment import containments
from geodata.places.evidence import Surroundings, evidence, kind_words

ROUNDS = 3
"""How often candidates are weighed, from the second time on with what the others were taken for."""

WEAKEST = 2.0
"""Score below which nothing speaks for a candidate but its name."""

CLEAR = 0.25
"""Score by which the best candidate must lead one that lies elsewhere."""

SAME_SPOT_KM = 50.0
"""Distance up to which two candidates are one spot on the map, so that a tie does no harm."""


@dataclass(frozen=True, slots=True)
class _Name:
    """All mentions of one name in one use (by position), and what they might mean.

    "Moscow" and "the Moscow region" are two: `kinds` are the words of kind beside them.
    """

    mentions: tuple[int, ...]
    candidates: tuple[NamedPlace, ...]
    kinds: frozenset[str]


class Resolver:
    """Resolves the mentions of one article at a time by weighed evidence."""

    def __init__(self, gazetteer: PlacesByName) -> None:
        """Candidates come from `gazetteer`."""
        self._gazetteer = gazetteer

    def resolve(self, text: str, mentions: Sequence[Mention]) -> list[Resolution]:
        """One resolution for each mention, in the same order.

        Args:
            text: The article's text, into which the mentions' offsets point.
            mentions: In order of the text, with their roles.
        """
        names = self._names(text, mentions)
        around = _surroundings(text, mentions, names)
        ranked = [tuple(Candidate(named.place, 0.0) for named in name.candidates) for name in names]
        for _ in range(ROUNDS):
            ranked = _weighed_again(names, around, ranked)
        resolutions: dict[int, Resolution] = {}
        for name, best in zip(names, ranked, strict=True):
            for position in name.mentions:
                resolutions[position] = decide(mentions[position], best)
        return [resolutions[position] for position in range(len(mentions))]

    def _names(self, text: str, mentions: Sequence[Mention]) -> list[_Name]:
        positions: dict[tuple[NormalisedName, bool, frozenset[str]], list[int]] = {}
        for position, mention in enumerate(mentions):
            kinds = kind_words(text, mention)
            key = (normalise(mention.text), mention.role is Role.DEMONYM, kinds)
            positions.setdefault(key, []).append(position)
        return [
            _Name(tuple(listed), candidates(mentions[listed[0]], self._gazetteer), kinds)
            for (_, _, kinds), listed in positions.items()
        ]


def decide(mention: Mention, ranked: Sequence[Candidate]) -> Resolution:
    """The best candidate, or the reason why none is good enough.

    Args:
        mention: What is to be resolved.
        ranked: Its candidates, best first.
    """
    if not ranked:
        return Resolution(mention, unresolved=Unresolved.NO_CANDIDATE)
    best = ranked[0]
    rival = next((other for other in ranked[1:] if _lies_elsewhere(other.place, best.place)), None)
    if best.score < WEAKEST:
        return Resolution(mention, runner_up=best, unresolved=Unresolved.TOO_WEAK)
    if rival is not None and best.score - rival.score < CLEAR:
        return Resolution(mention, runner_up=best, unresolved=Unresolved.TIE)
    return Resolution(mention, best, rival)


def _lies_elsewhere(a: Place, b: Place) -> bool:
    return distance_km(a.coordinates, b.coordinates) > SAME_SPOT_KM


def _surroundings(
    text: str, mentions: Sequence[Mention], names: Sequence[_Name]
) -> list[Surroundings]:
    """For each name what the text says right around its mentions."""
    name_of = {position: number for number, name in enumerate(names) for position in name.mentions}
    outers: list[list[Place]] = [[] for _ in names]
    inners: list[list[Place]] = [[] for _ in names]
    for said in containments(text, mentions):
        inner, outer = name_of[said.inner], name_of[said.outer]
        outers[inner] += (named.place for named in names[outer].candidates)
        inners[outer] += (named.place for named in names[inner].candidates)
    return [
        Surroundings(
            outers=tuple(outers[number]),
            inners=tuple(inners[number]),
            kind_words=name.kinds,
        )
        for number, name in enumerate(names)
    ]


def _weighed_again(
    names: Sequence[_Name],
    around: Sequence[Surroundings],
    ranked: Sequence[tuple[Candidate, ...]],
) -> list[tuple[Candidate, ...]]:
    """Each name's candidates, best first, given the best candidates of the other names."""
    best = [candidates_[0].place if candidates_ else None for candidates_ in ranked]
    weighed: list[tuple[Candidate, ...]] = []
    for number, (name, said) in enumerate(zip(names, around, strict=True)):
        others = [
            (place, len(names[other].mentions))
            for other, place in enumerate(best)
            if place is not None and other != number
        ]
        given = replace(
            said,
            country_shares=_country_shares(others),
            others=tuple(place for place, _ in others),
        )
        weighed.append(_weighed(name, given))
    return weighed


def _weighed(name: _Name, around: Surroundings) -> tuple[Candidate, ...]:
    weighed = []
    for named in name.candidates:
        clues = evidence(named, around)
        weighed.append(Candidate(named.place, sum(clue.weight for clue in clues), clues))
    return tuple(sorted(weighed, key=lambda candidate: -candidate.score))


def _country_shares(others: Sequence[tuple[Place, int]]) -> Mapping[str, float]:
    """Share of each country among the other names, a country itself counting double."""
    counts: Counter[str] = Counter()
    for place, mention_count in others:
        if place.country:
            counts[place.country] += mention_count * (
                2 if place.feature_code.startswith("PCL") else 1
            )
    total = counts.total()
    return {country: count / total for country, count in counts.items()}
