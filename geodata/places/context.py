"""What the names of an article lend each other: shared countries and regions, and nearness.

Every candidate lends as much as it is likely itself, so that two doubtful names can settle each
other. What a number is worth was learned (`weights.csv`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.coordinates import Coordinates
from geodata.model import Place
from geodata.places.candidates import is_country
from geodata.places.measures import Matrix
from geodata.places.named_groups import NameGroup

CONTEXT_MEASURES = (
    "share of country, root", "share of country", "share of region, root", "region named",
    "near, 20 km", "near, 50 km", "near, 150 km", "near, 500 km", "nearest, 50 km",
    "holds the others, root",
)  # fmt: skip
"""Names of the columns, in order. Shares are 0 to 1; "near" sums over the other names how close
their likeliest candidates are, fading to a third over the distance named, as log(1 + sum); a
country "holds the others" by the root of the share of those that lie in it."""

_DISTANCES_KM = (20.0, 50.0, 150.0, 500.0)
_EARTH_DIAMETER_KM = 12_742.0
_SPOT_CLASSES = frozenset("PSTH")
_SPOT_CODES = frozenset({"ADM2", "ADM3", "ADMD"})

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Field:
    """All candidates of all names of an article side by side, one entry per candidate.

    Attributes:
        group: Number of the name each candidate belongs to, ascending.
        starts: Where each group with candidates starts.
        starting_groups: The numbers of those groups.
        weight: Root of the number of mentions of each group.
        country, region: Number of each candidate's country and region; -1 for none.
        is_country, is_region: Whether a candidate is itself a country, a first-level region.
        closeness: For each of 20, 50, 150 and 500 km, candidates by candidates, 0 to 1; areas too
            large to be near anything lend none.
        distances_km: Candidates by candidates.
    """

    group: Indices
    starts: Indices
    starting_groups: Indices
    weight: Numbers
    country: Indices
    region: Indices
    is_country: NDArray[np.bool_]
    is_region: NDArray[np.bool_]
    closeness: tuple[Matrix, ...]
    distances_km: Matrix


def field_of(groups: Sequence[NameGroup]) -> Field:
    """The field of an article's names; it must hold at least one candidate."""
    places = [named.place for group in groups for named in group.candidates]
    sizes = np.array([len(group.candidates) for group in groups], dtype=np.int64)
    ends = np.cumsum(sizes)
    filled = np.flatnonzero(sizes)
    lends = np.array([_is_spot(place) for place in places], dtype=np.float64)
    distances = distances_km([place.coordinates for place in places])
    return Field(
        group=np.repeat(np.arange(len(groups)), sizes),
        starts=(ends - sizes)[filled],
        starting_groups=filled,
        weight=np.sqrt([len(group.mentions) for group in groups]),
        country=_numbered([place.country for place in places]),
        region=_numbered(
            [f"{place.country}|{place.admin1}" if place.admin1 else "" for place in places]
        ),
        is_country=np.array([is_country(place) for place in places]),
        is_region=np.array([place.feature_code == "ADM1" for place in places]),
        closeness=tuple(np.exp(-distances / km) * lends for km in _DISTANCES_KM),
        distances_km=distances,
    )


def distances_km(points: Sequence[Coordinates]) -> Matrix:
    """Every distance between every two points on a sphere of 6,371 km (haversine)."""
    latitude = np.radians([point.latitude for point in points])
    longitude = np.radians([point.longitude for point in points])
    half = (
        np.sin((latitude[:, None] - latitude) / 2) ** 2
        + np.cos(latitude[:, None])
        * np.cos(latitude)
        * np.sin((longitude[:, None] - longitude) / 2) ** 2
    )
    return np.asarray(_EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.minimum(1.0, half))))


def context(field: Field, likelihood: Numbers) -> Matrix:
    """One row for each candidate, one column for each of `CONTEXT_MEASURES`.

    Args:
        field: The candidates.
        likelihood: Of each candidate, 0 to 1, as it stands so far; sums to 1 within a group.
    """
    columns = np.zeros((len(likelihood), len(CONTEXT_MEASURES)))
    lent = likelihood * field.weight[field.group]
    share = _share(field, field.country, lent * np.where(field.is_country, 2.0, 1.0))
    columns[:, 9] = np.where(field.is_country, np.sqrt(share), 0.0)
    share[field.is_country] = 0.0
    columns[:, 0] = np.sqrt(share)
    columns[:, 1] = share
    share = _share(field, field.region, lent * np.where(field.is_region, 2.0, 1.0))
    share[field.is_region] = 0.0
    columns[:, 2] = np.sqrt(share)
    columns[:, 3] = _region_named(field, likelihood)
    rows = np.arange(len(likelihood))
    own = np.searchsorted(field.starting_groups, field.group)
    for number, closeness in enumerate(field.closeness):
        lending = np.maximum.reduceat(closeness * likelihood, field.starts, axis=1)
        lending[rows, own] = 0.0
        columns[:, 4 + number] = np.log1p(lending @ field.weight[field.starting_groups])
        if _DISTANCES_KM[number] == 50.0:
            columns[:, 8] = lending.max(axis=1)
    columns[field.is_country, 4:9] = 0.0
    return columns


def softmax(field: Field, scores: Numbers) -> Numbers:
    """Likelihoods within each group from scores: they sum to 1."""
    sizes = np.diff([*field.starts, len(scores)])
    highest = np.repeat(np.maximum.reduceat(scores, field.starts), sizes)
    raised = np.exp(scores - highest)
    return np.asarray(raised / np.repeat(np.add.reduceat(raised, field.starts), sizes))


def _share(field: Field, label: Indices, lent: Numbers) -> Numbers:
    """How much of what the other groups lend goes to each candidate's own label, 0 to 1."""
    known = label >= 0
    totals = np.zeros((len(field.weight), label.max(initial=0) + 1))
    np.add.at(totals, (field.group[known], label[known]), lent[known])
    of_label, of_group = totals.sum(axis=0), totals.sum(axis=1)
    clipped = np.maximum(label, 0)
    others = of_label[clipped] - totals[field.group, clipped]
    whole = of_group.sum() - of_group[field.group]
    share: Numbers = np.divide(
        others, whole, out=np.zeros(len(label)), where=(whole > 1e-9) & known
    )
    return np.asarray(np.clip(share, 0.0, 1.0))


def _region_named(field: Field, likelihood: Numbers) -> Numbers:
    """How likely it is that the region a candidate lies in is itself named in the article."""
    named = np.zeros(field.region.max(initial=0) + 1)
    regions = field.is_region & (field.region >= 0)
    np.maximum.at(named, field.region[regions], likelihood[regions])
    inside = (field.region >= 0) & ~field.is_region
    return np.where(inside, named[np.maximum(field.region, 0)], 0.0)


def _numbered(labels: Sequence[str]) -> Indices:
    numbers: dict[str, int] = {"": -1}
    return np.array([numbers.setdefault(label, len(numbers) - 1) for label in labels])


def _is_spot(place: Place) -> bool:
    return place.feature_class in _SPOT_CLASSES or place.feature_code in _SPOT_CODES
