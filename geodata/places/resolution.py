"""Mentions -> places: the likeliest candidate, or the reason why none is good enough.

How candidates are scored is in `ranking`; what is placed without the gazetteer, in
`approximation`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.model import (
    Candidate,
    Mention,
    NamedPlace,
    NameUse,
    Place,
    Resolution,
    Unresolved,
)
from geodata.places.candidates import PlacesByName, is_country
from geodata.places.confidence import confidence
from geodata.places.context import Numbers
from geodata.places.evidence import Around, evidence
from geodata.places.home import Home
from geodata.places.measures import fits_kind
from geodata.places.named_groups import NameGroup, name_groups
from geodata.places.ranking import Ranking, Weights, learned_weights, rank

CLEAR = 0.05
"""Likelihood by which the best candidate must lead one that lies elsewhere."""

WEAK = 0.25
"""Likelihood below which the best candidate is none, if none of them is likelier still."""

SAME_SPOT_KM = 50.0
"""Distance up to which two candidates are one spot on the map, so that a tie does no harm."""

MOST_TOGETHER = 300
"""Mentions resolved together; a longer article is resolved in parts of so many."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A candidate and its likelihood among those of its name, 0 to 1."""

    candidate: Candidate
    likelihood: float


class Resolver:
    """Resolves the mentions of one article at a time by weighed evidence."""

    def __init__(self, gazetteer: PlacesByName, weights: Weights | None = None) -> None:
        """Candidates come from `gazetteer`; the weights are the learned ones if none are given."""
        self._gazetteer = gazetteer
        self._weights = weights or learned_weights()

    def resolve(
        self, text: str, mentions: Sequence[Mention], home: Home | None = None
    ) -> list[Resolution]:
        """One resolution for each mention, in the same order.

        Args:
            text: The article's text, into which the mentions' offsets point.
            mentions: In order of the text, with their roles.
            home: Where the article's outlet is at home, if that is known.
        """
        return [
            resolution
            for first in range(0, len(mentions), MOST_TOGETHER)
            for resolution in self._resolve(text, mentions[first : first + MOST_TOGETHER], home)
        ]

    def _resolve(
        self, text: str, mentions: Sequence[Mention], home: Home | None
    ) -> list[Resolution]:
        groups = name_groups(text, mentions, self._gazetteer)
        ranking = rank(groups, self._weights, home)
        if ranking is None:
            return [decide(mention, [], 1.0) for mention in mentions]
        likeliest = _likeliest(groups, ranking)
        resolutions: dict[int, Resolution] = {}
        start = 0
        for number, group in enumerate(groups):
            around = _around(number, groups, mentions, likeliest)
            best = _best_two(group, start, ranking, around)
            past = start + len(group.candidates)
            none = 1.0 - float(ranking.likelihood[start:past].sum())
            for position in group.mentions:
                resolutions[position] = decide(mentions[position], best, none)
            start = past
        return [resolutions[position] for position in range(len(mentions))]

    def considered(
        self, text: str, mentions: Sequence[Mention], at: int, home: Home | None = None
    ) -> tuple[Likely, ...]:
        """Every candidate weighed for one of the mentions that `resolve` is given, likeliest first.

        Args:
            text: As for `resolve`.
            mentions: As for `resolve`.
            at: Position of the mention among them.
            home: As for `resolve`.
        """
        first = at - at % MOST_TOGETHER
        together = mentions[first : first + MOST_TOGETHER]
        groups = name_groups(text, together, self._gazetteer)
        ranking = rank(groups, self._weights, home)
        if ranking is None:
            return ()
        number = next(n for n, group in enumerate(groups) if at - first in group.mentions)
        around = _around(number, groups, together, _likeliest(groups, ranking))
        start = sum(len(group.candidates) for group in groups[:number])
        weighed = [
            Likely(
                _told(named, ranking.contributions[row], around),
                float(ranking.likelihood[row]),
            )
            for row, named in enumerate(groups[number].candidates, start)
        ]
        return tuple(sorted(weighed, key=lambda one: -one.likelihood))


def decide(mention: Mention, best: Sequence[Likely], none: float) -> Resolution:
    """The best candidate, or the reason why it is not good enough.

    Args:
        mention: What is to be resolved.
        best: Its likeliest candidate, and the likeliest that lies elsewhere, where there are any.
        none: How likely it is that none of all its candidates is meant, 0 to 1.
    """
    if not best:
        return Resolution(mention, unresolved=Unresolved.NO_CANDIDATE)
    first = best[0]
    rival = best[1] if len(best) > 1 else None
    if first.likelihood < min(none, WEAK):
        return Resolution(mention, runner_up=first.candidate, unresolved=Unresolved.TOO_WEAK)
    if rival is not None and first.likelihood - rival.likelihood < CLEAR:
        return Resolution(mention, runner_up=first.candidate, unresolved=Unresolved.TIE)
    return Resolution(
        mention,
        first.candidate,
        rival.candidate if rival else None,
        confidence=confidence(first.likelihood),
    )


def _best_two(group: NameGroup, start: int, ranking: Ranking, around: Around) -> list[Likely]:
    """The likeliest spot that a group may mean and the likeliest that lies elsewhere.

    Args:
        group: A name and its candidates.
        start: Where they start in the ranking.
        ranking: All candidates.
        around: What the words of the evidence may name.
    """
    if not group.candidates:
        return []
    past = start + len(group.candidates)
    likelihood = ranking.likelihood[start:past]
    best: list[Likely] = []
    apart = ranking.distances_km[start:past, start:past] > SAME_SPOT_KM
    for spot in _two_spots(likelihood, apart):
        at = _best_of_spot(group, spot, ranking.scores[start:past])
        candidate = _told(group.candidates[at], ranking.contributions[start + at], around)
        # The first spot is as likely as all that stands there; a rival must lead by itself.
        likely = likelihood[spot[0]] if best else likelihood[spot].sum()
        best.append(Likely(candidate, float(likely)))
    return best


def _two_spots(likelihood: Numbers, apart: NDArray[np.bool_]) -> list[list[int]]:
    """The candidates at the spot of the likeliest, then those at the likeliest spot elsewhere.

    A town, its district and its region bear one name and stand at one point: they do not compete.

    Args:
        likelihood: Of each candidate.
        apart: Candidates by candidates, whether two lie elsewhere.
    """
    spots: list[list[int]] = []
    left = np.argsort(-likelihood, kind="stable")
    while len(left) and len(spots) < 2:
        elsewhere = apart[left[0], left]
        spots.append(left[~elsewhere].tolist())
        left = left[elsewhere]
    return spots


def _best_of_spot(group: NameGroup, spot: Sequence[int], scores: Numbers) -> int:
    """Which of the candidates at one spot is meant: the one of the kind that the text says.

    Where it says none: what bears the name as its own, a country before a town before a region.
    """

    def fit(at: int) -> tuple[bool, bool, int, float]:
        named = group.candidates[at]
        return (
            any(fits_kind(named.place, kind) for kind in group.kinds),
            named.use is not NameUse.ALTERNATE,
            2 if is_country(named.place) else int(named.place.feature_class == "P"),
            float(scores[at]),
        )

    return max(spot, key=fit)


def _told(named: NamedPlace, contributions: Numbers, around: Around) -> Candidate:
    return Candidate(
        named.place, float(contributions.sum()), evidence(named, contributions.tolist(), around)
    )


def _around(
    number: int,
    groups: Sequence[NameGroup],
    mentions: Sequence[Mention],
    likeliest: Sequence[Place | None],
) -> Around:
    group = groups[number]

    def written(positions: frozenset[int]) -> tuple[str, ...]:
        return tuple(mentions[groups[at].mentions[0]].text for at in sorted(positions))

    return Around(
        outers=written(group.outers),
        inners=written(group.inners),
        kinds=tuple(sorted(group.kinds)),
        others=tuple(
            place for at, place in enumerate(likeliest) if place is not None and at != number
        ),
    )


def _likeliest(groups: Sequence[NameGroup], ranking: Ranking) -> list[Place | None]:
    places: list[Place | None] = []
    start = 0
    for group in groups:
        size = len(group.candidates)
        best = int(np.argmax(ranking.scores[start : start + size])) if size else None
        places.append(None if best is None else group.candidates[best].place)
        start += size
    return places
