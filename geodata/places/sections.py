"""A compilation of lists -> the sections of the gazetteer file: places, names, postings, keys.

The order of places and of what a name means comes from `prominence`; the bytes' layout from
`layout`.
"""

import json
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from geodata.names import normalise
from geodata.places.compilation import Compilation
from geodata.places.layout import (
    NAME,
    PLACE,
    POSTING,
    USE_BITS,
    USES,
    country_key,
    id_key,
    region_key,
)
from geodata.places.nearest import latitude_order
from geodata.places.prominence import HAND_LISTED_INHABITANTS, USE_MALUS, code_bonus, prominence

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Postings:
    """Which name means which place in which use, each name and place once; columns of one length.

    Attributes:
        name: Number of the name in the compilation.
        place: Number of the place in the compilation.
        use: Its position in `USES`.
    """

    name: Integers
    place: Integers
    use: Integers


def lay_out(compilation: Compilation) -> Mapping[str, memoryview]:
    """Every section of the file, by name. The same compilation gives the same bytes."""
    postings = _postings(compilation)
    name_count = np.bincount(postings.place, minlength=len(compilation))
    region = _region_names(compilation)
    rank = _prominence(compilation, region)
    order = _by_prominence(compilation, rank, name_count)
    records, text = _place_records(compilation, order, name_count, region)
    feature = np.frombuffer(compilation.feature, dtype=np.uint16)
    names = marisa_trie.Trie(compilation.names)
    name_records, packed = _name_records(compilation, postings, names, rank, order)
    keys, key_places = _keys(compilation, order, region)
    classes = [feature_class for feature_class, _ in compilation.features]
    towns = np.flatnonzero(np.isin(feature[order], [i for i, c in enumerate(classes) if c == "P"]))
    by_south = latitude_order(records["latitude"], towns)
    return {
        "names": memoryview(names.tobytes()),
        "name_records": _bytes(name_records),
        "postings": _bytes(packed),
        "places": _bytes(records),
        "text": memoryview(text),
        "features": memoryview(json.dumps(list(compilation.features)).encode()),
        "keys": memoryview(keys.tobytes()),
        "key_places": _bytes(key_places),
        "towns": _bytes(by_south),
        "town_latitude": _bytes(records["latitude"][by_south]),
        "town_longitude": _bytes(records["longitude"][by_south]),
    }


def _bytes(column: NDArray[np.void] | NDArray[np.uint32] | NDArray[np.int32]) -> memoryview:
    """The bytes of an array as they stand in memory, not copied."""
    return np.ascontiguousarray(column).view(np.uint8).reshape(-1).data


def _postings(compilation: Compilation) -> Postings:
    """Each name and place once, in the first of the uses that lists give it."""
    name = np.array(compilation.posting_name, dtype=np.int64)
    place = np.array(compilation.posting_place, dtype=np.int64)
    use = np.array(compilation.posting_use, dtype=np.int64)
    order = np.lexsort((use, place, name))
    name, place, use = name[order], place[order], use[order]
    first = np.ones(len(name), dtype=bool)
    first[1:] = (name[1:] != name[:-1]) | (place[1:] != place[:-1])
    return Postings(name[first], place[first], use[first])


def _region_names(compilation: Compilation) -> list[str]:
    """The name of each pair of `compilation.admin1s`: told, or found by its code."""
    return [
        compilation.region_codes.get((country, name), "") if country else name
        for country, name in compilation.admin1s
    ]


def _prominence(compilation: Compilation, region: list[str]) -> Reals:
    """Of each place, from the inhabitants that it counts as having (see `prominence`)."""
    population = np.array(compilation.population, dtype=np.int64)
    feature = np.frombuffer(compilation.feature, dtype=np.uint16)
    features = list(compilation.features)
    bonus = np.array([code_bonus(*pair) for pair in features], dtype=np.float64)[feature]
    # A district's inhabitants are its city's.
    is_town = np.array([a == "P" and code != "PPLX" for a, code in features], dtype=bool)[feature]
    is_region = np.array([code == "ADM1" for _, code in features], dtype=bool)[feature]
    is_hand_listed = np.frombuffer(compilation.is_hand_listed, dtype=bool)
    group = _region_groups(compilation, region)
    of_region = np.bincount(group[is_town], weights=population[is_town], minlength=len(group))
    stand_in = np.where(is_hand_listed, HAND_LISTED_INHABITANTS, 0)
    stand_in = np.where(is_region, of_region[group].astype(np.int64), stand_in)
    return prominence(np.where(population > 0, population, stand_in), bonus)


def _region_groups(compilation: Compilation, region: list[str]) -> Integers:
    """One number for all places of the same country and region, however the region was told."""
    numbers: dict[tuple[int, str], int] = {}
    pairs = zip(compilation.country, compilation.admin1, strict=True)
    return np.fromiter(
        (numbers.setdefault((country, region[admin1]), len(numbers)) for country, admin1 in pairs),
        dtype=np.int64,
    )


def _by_prominence(compilation: Compilation, rank: Reals, name_count: Integers) -> Integers:
    """Numbers of the places, most prominent first, then by names, then as they came."""
    return np.lexsort((np.arange(len(compilation)), -name_count, -rank)).astype(np.int64)


def _place_records(
    compilation: Compilation, order: Integers, name_count: Integers, region: list[str]
) -> tuple[NDArray[np.void], bytearray]:
    """The places' records in their final order, and the text they point to."""
    text = compilation.shown
    records = np.zeros(len(compilation), dtype=PLACE)
    records["name_start"] = np.array(compilation.shown_start, dtype=np.uint64)
    records["name_length"] = compilation.shown_length
    for field, values, column in (
        ("id", compilation.ids, np.arange(len(compilation))),
        ("admin1", region, np.array(compilation.admin1)),
        ("within", compilation.withins, np.array(compilation.within)),
    ):
        start, length = _append_texts(text, values)
        records[f"{field}_start"] = start[column]
        records[f"{field}_length"] = length[column]
    records["latitude"] = compilation.latitude
    records["longitude"] = compilation.longitude
    records["population"] = compilation.population
    records["uncertainty_km"] = compilation.uncertainty_km
    records["feature"] = compilation.feature
    records["name_count"] = np.minimum(name_count, np.iinfo(np.uint16).max)
    countries = np.array([code.encode() for code in compilation.countries], dtype="S2")
    records["country"] = countries[np.array(compilation.country)]
    return records[order], text


def _append_texts(text: bytearray, values: Iterable[str]) -> tuple[Integers, Integers]:
    """Put texts at the end of all text; where each starts and how many bytes it has."""
    lengths = array("H")
    before = len(text)
    for value in values:
        encoded = value.encode()
        text += encoded
        lengths.append(len(encoded))
    length = np.array(lengths, dtype=np.int64)
    return before + np.cumsum(length) - length, length


def _name_records(
    compilation: Compilation,
    postings: Postings,
    names: marisa_trie.Trie,
    rank: Reals,
    order: Integers,
) -> tuple[NDArray[np.void], NDArray[np.uint32]]:
    """The record of each name in the tree's own order, and the postings they point to."""
    tree_number = np.fromiter((names[name] for name in compilation.names), dtype=np.int64)
    final_number = np.empty(len(order), dtype=np.int64)
    final_number[order] = np.arange(len(order))
    malus = np.array([USE_MALUS[use] for use in USES])[postings.use]
    name, place = tree_number[postings.name], final_number[postings.place]
    sorting = np.lexsort((place, malus - rank[postings.place], name))
    packed = ((place << USE_BITS) + postings.use)[sorting].astype(POSTING)
    first = np.searchsorted(name[sorting], np.arange(len(tree_number) + 1))
    records = np.zeros(len(tree_number) + 1, dtype=NAME)
    records["first"] = first
    if len(tree_number):
        population = np.array(compilation.population)[postings.place][sorting]
        feature = np.array(compilation.feature)[postings.place][sorting]
        use = (1 << postings.use)[sorting]
        records["population"][:-1] = np.maximum.reduceat(population, first[:-1])
        records["feature"][:-1] = feature[first[:-1]]
        records["uses"][:-1] = np.bitwise_or.reduceat(use, first[:-1])
    return records, packed


def _keys(
    compilation: Compilation, order: Integers, region: list[str]
) -> tuple[marisa_trie.Trie, NDArray[np.uint32]]:
    """The tree of ids, countries and regions, and the place that each of its numbers means."""
    areas = _areas(compilation, order, region)
    ids = compilation.ids
    keys = marisa_trie.Trie(chain(map(id_key, ids), areas))
    final_number = np.empty(len(order), dtype=np.uint32)
    final_number[order] = np.arange(len(order))
    places = np.empty(len(keys), dtype=np.uint32)
    for key, place in chain(zip(map(id_key, ids), count()), areas.items()):
        places[keys[key]] = final_number[place]
    return keys, places


def _areas(compilation: Compilation, order: Integers, region: list[str]) -> dict[str, int]:
    """The key of each country and first-level region, and its place, the most prominent one."""
    codes = [code for _, code in compilation.features]
    countries = list(compilation.countries)
    wanted = [number for number, code in enumerate(codes) if code in _KEYED]
    feature = np.frombuffer(compilation.feature, dtype=np.uint16)
    found: dict[str, int] = {}
    for place in order[np.isin(feature[order], wanted)].tolist():
        country = countries[compilation.country[place]]
        if codes[feature[place]] != "ADM1":
            found.setdefault(country_key(country), place)
        elif name := region[compilation.admin1[place]]:
            found.setdefault(region_key(country, normalise(name)), place)
    return found


# Codes of the places that are known by the code of a country, and of first-level regions.
_KEYED = frozenset({"PCLI", "PCL", "PCLS", "PCLF", "PCLD", "PCLIX", "TERR", "ADM1"})
