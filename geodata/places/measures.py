"""Each candidate's evidence as numbers: what it is by itself, and what the text says of it.

What the other names of the article lend is measured in `context`; what a number is worth was
learned (`weights.csv`); how it is told to a reader is in `evidence`.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log10, sqrt

import numpy as np
from numpy.typing import NDArray

from geodata.model import NamedPlace, NameUse, Place
from geodata.places.candidates import COUNTRY_CODES, contains, is_country
from geodata.places.named_groups import CLASS_OF_KIND, NameGroup

MEASURES = (
    "population", "population beside the largest", "country", "continent or ocean",
    "first-level region", "finer region", "town", "capital", "quarter", "region of the world",
    "water", "mountain or island", "spot", "alternate name", "abbreviation", "historic name",
    "unknown population", "fame", "most prominent", "said to lie in", "said to lie in, closely",
    "listed with what it lies in", "said to hold", "kind fits", "kind does not fit",
    "in its namesake country", "large town", "capital that acts",
)  # fmt: skip
"""Names of the columns, in order. Populations are log10(1 + inhabitants), of towns whose population
is known; "large town" is what that has above 100,000 inhabitants; fame is the square root of the
number of names; the rest are 1 or 0."""

Matrix = NDArray[np.float64]

_AT = {name: column for column, name in enumerate(MEASURES)}
_POPULATION, _UNKNOWN_POPULATION = _AT["population"], _AT["unknown population"]
_LARGE_TOWN = _AT["large town"]
_FAME = _AT["fame"]
_KIND_OF_PLACE = {"L": "region of the world", "H": "water", "T": "mountain or island"}
_FIRST_LEVEL = frozenset({"ADM1", "ADM1H"})
_LARGE, _KNOWN, _LARGEST = 5.0, 5.0, 8.0
_USES = {
    NameUse.ALTERNATE: "alternate name",
    NameUse.ABBREVIATION: "abbreviation",
    NameUse.HISTORIC: "historic name",
}


def measures(groups: Sequence[NameGroup]) -> Matrix:
    """One row for each candidate of each group in turn, one column for each of `MEASURES`."""
    rows: list[Sequence[float]] = []
    for group in groups:
        rows.extend(_of_group(group, groups))
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(MEASURES))


def _of_group(group: NameGroup, groups: Sequence[NameGroup]) -> Iterator[list[float]]:
    outers = _places(groups, group.outers)
    listed = _places(groups, group.listed_outers)
    inners = _places(groups, group.inners)
    countries = [
        named.place
        for named in group.candidates
        if is_country(named.place) and named.use is NameUse.NAME
    ]
    largest = max((weight_among_namesakes(named.place) for named in group.candidates), default=0.0)
    for rank, named in enumerate(group.candidates):
        place = named.place
        row = _of_itself(named)
        if group.acts and place.feature_code == "PPLC":
            row[_AT["capital that acts"]] = 1.0
        if place.population and (place.feature_class == "P" or place.feature_code == "ADM1"):
            row[_AT["population beside the largest"]] = weight_among_namesakes(place) - largest
        row[_AT["most prominent"]] = float(rank == 0)
        if any(contains(country, place) for country in countries):
            row[_AT["in its namesake country"]] = 1.0
        for outer in outers:
            if contains(outer, place):
                row[_AT["said to lie in"]] = 1.0
                if not is_country(outer):
                    row[_AT["said to lie in, closely"]] = 1.0
        if listed:
            found = any(contains(outer, place) for outer in listed)
            row[_AT["listed with what it lies in"]] = float(found)
        if inners:
            row[_AT["said to hold"]] = float(any(contains(place, inner) for inner in inners))
        if group.kinds:
            fits = any(fits_kind(place, kind) for kind in group.kinds)
            row[_AT["kind fits" if fits else "kind does not fit"]] = 1.0
        yield row


def fits_kind(place: Place, kind: str) -> bool:
    """Whether a place may be called so; cities and districts are often regions in the lists."""
    if place.feature_class == CLASS_OF_KIND[kind]:
        return True
    return kind in {"district", "city", "town"} and place.feature_code in {"PPLX", "ADM1", "ADM2"}


def _of_itself(named: NamedPlace) -> list[float]:
    row = [0.0] * len(MEASURES)
    place = named.place
    row[_kind_column(place.feature_class, place.feature_code)] = 1.0
    if place.feature_class == "P":
        if place.population:
            row[_POPULATION] = _people(place)
            row[_LARGE_TOWN] = max(0.0, _people(place) - _LARGE)
        else:
            row[_UNKNOWN_POPULATION] = 1.0
    if named.use in _USES:
        row[_AT[_USES[named.use]]] = 1.0
    row[_FAME] = sqrt(place.name_count)
    return row


@lru_cache(1 << 10)
def _kind_column(feature_class: str, feature_code: str) -> int:
    return _AT[_kind(feature_class, feature_code)]


def _kind(feature_class: str, code: str) -> str:
    if code.startswith(COUNTRY_CODES):
        return "country"
    if code in {"CONT", "OCN"}:
        return "continent or ocean"
    if feature_class == "A":
        return "first-level region" if code in _FIRST_LEVEL else "finer region"
    if feature_class == "P":
        return {"PPLC": "capital", "PPLX": "quarter"}.get(code, "town")
    return _KIND_OF_PLACE.get(feature_class, "spot")


def _people(place: Place) -> float:
    return log10(1 + place.population)


def weight_among_namesakes(place: Place) -> float:
    """What stands for a place beside its namesakes, in orders of magnitude of inhabitants.

    A region counts a tenth, as in `prominence`; seas, rivers, mountains and regions of the world
    are in the gazetteer because they are known.
    """
    if place.feature_class in _KIND_OF_PLACE and not place.population:
        return _LARGEST if place.feature_code in {"CONT", "OCN"} else _KNOWN
    is_region = place.feature_class == "A" and not is_country(place)
    return max(0.0, _people(place) - 1.0) if is_region else _people(place)


def _places(groups: Sequence[NameGroup], positions: frozenset[int]) -> list[Place]:
    return [named.place for position in positions for named in groups[position].candidates]
