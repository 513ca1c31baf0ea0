"""What the names of an article lend each other: shared countries and regions, and nearness.

Every candidate lends as much as it is likely itself, so that two doubtful names can settle each
other; a name that may mean none of its candidates lends less. What a number is worth was learned
(`weights.csv`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.coordinates import Coordinates
from geodata.model import Place
from geodata.places.candidates import is_country
from geodata.places.measures import Matrix, weight_among_namesakes
from geodata.places.named_groups import NameGroup

CONTEXT_MEASURES = (
    "share of country, root", "share of country", "share of region, root", "region named",
    "near, 20 km", "near, 50 km", "near, 150 km", "near, 500 km", "nearest, 50 km",
    "holds the others, root", "named otherwise too",
)  # fmt: skip
"""Names of the columns, in order. Shares are 0 to 1; "near" sums over the other names how close
their likeliest candidates are, fading to a third over the distance named, as log(1 + sum); a
country "holds the others" by the root of the share of those that lie in it."""

NONE_MEASURES = (
    "none of them", "none, by the largest", "none, by a large one", "none, by the other names",
)  # fmt: skip
"""Of each name, what speaks for a place that the gazetteer lacks: always 1; the orders of magnitude
of its largest candidate, and what they are above 4.5; log(1 + the other names' mentions, those of
each name by their root): where many names could support a candidate, it should have support."""

_WIDELY_KNOWN = 4.5
"""Orders of magnitude from which a name is widely known: 30,000 inhabitants."""

_NO_AREA = 0.5
"""What goes to no area beside what the other names lend, in mentions: a name or two that may mean
many places hardly settle a third."""

_DISTANCES_KM = np.array([20.0, 50.0, 150.0, 500.0])
_NEAREST = 1
"""Which of the distances "nearest" is told for."""

_EARTH_DIAMETER_KM = 12_742.0
_SPOT_CLASSES = frozenset("PSTH")
_SPOT_CODES = frozenset({"ADM2", "ADM3", "ADMD"})

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Areas:
    """The country, or the region, that each candidate lies in.

    Attributes:
        number: Of each candidate's area; 0 too for those that lie in none.
        known: Whether it lies in one.
        count: How many areas there are, at least one.
        cells: For those that lie in one, in order: group times `count` plus number.
        is_area: Whether a candidate is itself such an area.
        lends: 2 for such a candidate, which speaks for its area more clearly; 1 for any other.
    """

    number: Indices
    known: NDArray[np.bool_]
    count: int
    cells: Indices
    is_area: NDArray[np.bool_]
    lends: Numbers


@dataclass(frozen=True, slots=True)
class Field:
    """All candidates of all names of an article side by side, one entry per candidate.

    Attributes:
        group: Number of the name each candidate belongs to, ascending.
        starts: Where each group with candidates starts.
        sizes: How many candidates each of these groups has.
        own: For each candidate, which of these groups is its own.
        groups: How many groups there are, with those that have no candidate.
        weight: Root of the number of mentions of each group with candidates.
        own_weight: That of each candidate's own group.
        place: Number of the place that each candidate is.
        countries, regions: Where each candidate lies.
        closeness: 20, 50, 150 and 500 km by candidates by candidates, 0 to 1; areas too large to
            be near anything lend none, nor does a place to itself.
        distances_km: Candidates by candidates.
        none: `NONE_MEASURES` of each group with candidates.
    """

    group: Indices
    starts: Indices
    sizes: Indices
    own: Indices
    groups: int
    weight: Numbers
    own_weight: Numbers
    place: Indices
    countries: Areas
    regions: Areas
    closeness: Matrix
    distances_km: Matrix
    none: Matrix


def field_of(groups: Sequence[NameGroup]) -> Field:
    """The field of an article's names; it must hold at least one candidate."""
    places = [named.place for group in groups for named in group.candidates]
    sizes = np.array([len(group.candidates) for group in groups], dtype=np.int64)
    filled = np.flatnonzero(sizes)
    group = np.repeat(np.arange(len(groups)), sizes)
    weight = np.sqrt([len(group.mentions) for group in groups])
    lends = np.array([is_spot(place) for place in places], dtype=np.float64)
    numbers: dict[str, int] = {}
    place = np.array([numbers.setdefault(place.id, len(numbers)) for place in places])
    lends = lends * (place[:, None] != place)
    distances = distances_km([place.coordinates for place in places])
    return Field(
        group=group,
        starts=(np.cumsum(sizes) - sizes)[filled],
        sizes=sizes[filled],
        own=np.repeat(np.arange(len(filled)), sizes[filled]),
        groups=len(groups),
        weight=weight[filled],
        own_weight=weight[group],
        place=place,
        countries=_areas(
            group, [place.country for place in places], [is_country(place) for place in places]
        ),
        regions=_areas(
            group,
            [region_label(place) for place in places],
            [place.feature_code == "ADM1" for place in places],
        ),
        closeness=np.exp(-distances / _DISTANCES_KM[:, None, None]) * lends,
        distances_km=distances,
        none=_none([group for group in groups if group.candidates], weight[filled]),
    )


def _none(filled: Sequence[NameGroup], weight: Numbers) -> Matrix:
    largest = np.array(
        [max(weight_among_namesakes(named.place) for named in group.candidates) for group in filled]
    )
    return np.column_stack(
        [
            np.ones(len(filled)),
            largest,
            np.maximum(0.0, largest - _WIDELY_KNOWN),
            np.log1p(weight.sum() - weight),
        ]
    )


def _areas(group: Indices, labels: Sequence[str], is_area: Sequence[bool]) -> Areas:
    """Areas by their labels; an empty label is none."""
    numbers: dict[str, int] = {"": -1}
    number = np.array([numbers.setdefault(label, len(numbers) - 1) for label in labels])
    known = number >= 0
    count = max(1, len(numbers) - 1)
    return Areas(
        number=np.maximum(number, 0),
        known=known,
        count=count,
        cells=(group * count + number)[known],
        is_area=np.array(is_area),
        lends=np.where(is_area, 2.0, 1.0),
    )


Radians = tuple[Numbers, Numbers]
"""Latitudes and longitudes."""


def distances_km(points: Sequence[Coordinates]) -> Matrix:
    """Every distance between every two points, in kilometres."""
    where = radians_of(points)
    return distances_between(where, where)


def distances_between(points: Radians, others: Radians) -> Matrix:
    """Points by others: their distances on a sphere of 6,371 km (haversine)."""
    latitude, longitude = points
    other_latitude, other_longitude = others
    half = (
        np.sin((latitude[:, None] - other_latitude) / 2) ** 2
        + np.cos(latitude[:, None])
        * np.cos(other_latitude)
        * np.sin((longitude[:, None] - other_longitude) / 2) ** 2
    )
    return np.asarray(_EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.minimum(1.0, half))))


def radians_of(points: Sequence[Coordinates]) -> Radians:
    """The points as `distances_between` takes them."""
    return (
        np.radians([point.latitude for point in points]),
        np.radians([point.longitude for point in points]),
    )


def context(field: Field, likelihood: Numbers) -> Matrix:
    """One row for each candidate, one column for each of `CONTEXT_MEASURES`.

    Args:
        field: The candidates.
        likelihood: Of each candidate, 0 to 1, as it stands so far; sums to 1 at most in a group.
    """
    columns = np.zeros((len(likelihood), len(CONTEXT_MEASURES)))
    lent = likelihood * field.own_weight
    in_country = _share(field, field.countries, lent)
    is_country = field.countries.is_area
    columns[:, 9] = np.where(is_country, np.sqrt(in_country), 0.0)
    in_country[is_country] = 0.0
    columns[:, 0] = np.sqrt(in_country)
    columns[:, 1] = in_country
    in_region = _share(field, field.regions, lent)
    in_region[field.regions.is_area] = 0.0
    columns[:, 2] = np.sqrt(in_region)
    columns[:, 3] = _region_named(field.regions, likelihood)
    lending = np.maximum.reduceat(field.closeness * likelihood, field.starts, axis=2)
    lending[:, np.arange(len(likelihood)), field.own] = 0.0
    columns[:, 4:8] = np.log1p(lending @ field.weight).T
    columns[:, 8] = lending[_NEAREST].max(axis=1)
    columns[is_country, 4:9] = 0.0
    elsewhere = np.bincount(field.place, likelihood)[field.place] - likelihood
    columns[:, 10] = np.minimum(elsewhere, 1.0)
    return columns


def softmax(field: Field, scores: Numbers, none: Numbers) -> Numbers:
    """Likelihoods from scores; with that of none of them they sum to 1 within each group.

    Args:
        field: The candidates.
        scores: Of each candidate.
        none: Of each group with candidates, the score of its meaning none of them.
    """
    highest = np.maximum(np.maximum.reduceat(scores, field.starts), none)
    raised = np.exp(scores - highest[field.own])
    whole = np.add.reduceat(raised, field.starts) + np.exp(none - highest)
    return np.asarray(raised / whole[field.own])


def _share(field: Field, areas: Areas, lent: Numbers) -> Numbers:
    """How much of what the other groups lend goes to each candidate's own area, 0 to 1."""
    lent = (lent * areas.lends)[areas.known]
    totals = np.bincount(areas.cells, lent, field.groups * areas.count)
    of_area = totals.reshape(field.groups, areas.count)
    of_group = of_area.sum(axis=1)
    others = of_area.sum(axis=0)[areas.number] - of_area[field.group, areas.number]
    whole = of_group.sum() - of_group[field.group]
    return np.asarray(np.where(areas.known, np.clip(others / (whole + _NO_AREA), 0.0, 1.0), 0.0))


def _region_named(regions: Areas, likelihood: Numbers) -> Numbers:
    """How likely it is that the region a candidate lies in is itself named in the article."""
    named = np.zeros(regions.count)
    naming = regions.is_area & regions.known
    np.maximum.at(named, regions.number[naming], likelihood[naming])
    return np.where(regions.known & ~regions.is_area, named[regions.number], 0.0)


def region_label(place: Place) -> str:
    """Its first-level region, told apart from any name by its bar; empty where not known."""
    return f"{place.country}|{place.admin1}" if place.admin1 else ""


def is_spot(place: Place) -> bool:
    """Whether it has a place on the map small enough for others to be near it."""
    return place.feature_class in _SPOT_CLASSES or place.feature_code in _SPOT_CODES
