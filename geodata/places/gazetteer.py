"""The gazetteer, opened: names -> places, ids -> places, and geopy's geocode and reverse.

Building it is in `build`; what a name means in an article is decided in resolution.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import marisa_trie
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerVersionError
from geodata.model import NamedPlace, NameSummary, Place
from geodata.names import LONGEST_NAME, NormalisedName, normalise
from geodata.places import layout
from geodata.places.addresses import location
from geodata.places.gazetteer_file import REBUILD, GazetteerFile, map_gazetteer_file
from geodata.places.nearest import TownsBySouth
from geodata.places.offline import NoNetwork
from geodata.places.queries import answer
from geodata.places.records import NameRecords, PlaceRecords

# Some 500 bytes a place and 200 a name or a summary: about 25 MB at most.
_KEPT_PLACES = 1 << 15
_KEPT_NAMES = 1 << 14
_KEPT_SUMMARIES = 1 << 15
# Beyond it a point is out at sea, and the nearest town says nothing about it.
REVERSE_REACH_KM = 100.0
_REVERSE_LIMIT = 10


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A read-only list of places and names, mapped from one file; safe to share among threads.

    Attributes:
        version: Hash of what it was built from, behind the format's number.
    """

    def __init__(self, file: GazetteerFile) -> None:
        """Read a mapped file; `Gazetteer.open` maps one.

        Raises:
            GazetteerVersionError: Its sections do not fit together.
        """
        super().__init__(adapter_factory=NoNetwork)
        self.version = file.version
        self._names = _tree(file, "names")
        self._keys = _tree(file, "keys")
        self._places = PlaceRecords(file)
        self._name_records = NameRecords(file, self._places.features, len(self._names))
        self._key_places = file.numbers("key_places")
        self._towns = TownsBySouth(file)
        self._file = file
        if len(self._key_places) != len(self._keys):
            raise GazetteerVersionError(f"the gazetteer's keys are damaged; {REBUILD}")
        self._read_place = lru_cache(_KEPT_PLACES)(self._places.read)
        self._read_named = lru_cache(_KEPT_NAMES)(self._uncached_named)
        self._read_summary = lru_cache(_KEPT_SUMMARIES)(self._uncached_summary)

    @classmethod
    def open(cls, path: Path) -> "Gazetteer":
        """Map the gazetteer file; nothing but the trees of names is read before it is asked for.

        Raises:
            GazetteerNotFoundError: There is none; the message names the command that builds it.
            GazetteerVersionError: It is something else, of another format, or damaged.
        """
        return cls(map_gazetteer_file(path))

    def __len__(self) -> int:
        """How many places it holds."""
        return len(self._places)

    def names(self) -> Iterator[NormalisedName]:
        """Every name it knows, in no order that means anything."""
        for name in self._names.iterkeys():
            yield NormalisedName(name)

    def summary(self, name: NormalisedName) -> NameSummary | None:
        """What recognition may know of a name; None for one nobody bears."""
        kept = len(name) <= LONGEST_NAME
        return self._read_summary(name) if kept else self._uncached_summary(name)

    def named(self, name: NormalisedName) -> tuple[NamedPlace, ...]:
        """Every place that bears a normalised name, most prominent first (see `prominence`)."""
        return self._read_named(name) if len(name) <= LONGEST_NAME else self._uncached_named(name)

    def find(self, name: str) -> tuple[NamedPlace, ...]:
        """Every place that bears a name as it is written, most prominent first."""
        return self.named(normalise(name))

    def place(self, place_id: str) -> Place | None:
        """The place of an id; None where there is none."""
        return self._keyed(layout.id_key(place_id))

    def country(self, code: str) -> Place | None:
        """The country or dependency of an ISO 3166-1 alpha-2 code, in any case."""
        return self._keyed(layout.country_key(code.upper()))

    def region(self, country: str, admin1: str) -> Place | None:
        """The first-level region of a country by its name, as `Place.admin1` has it."""
        return self._keyed(layout.region_key(country.upper(), normalise(admin1)))

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # nothing here takes time
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        **_of_other_services: object,
    ) -> Location | list[Location] | None:
        """Find places by a query, as geopy's geocoders do.

        Args:
            query: "Kursk", "Moscow, Idaho", "Hwasong district, Pyongyang, North Korea".
            exactly_one: Return one location, or else a list of them.
            timeout: Of no effect; geopy's callers pass it.
            limit: How many locations to list at most; None for all.
            country_codes: Keep places of these countries only (ISO 3166-1 alpha-2).
            _of_other_services: What callers of online geocoders pass besides ("language",
                "addressdetails", ...) is taken and changes nothing.

        Returns:
            Locations whose `raw` holds the place's fields; None where nothing is found.

        Raises:
            geopy.exc.GeocoderQueryError: The query is no text.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError("the gazetteer is asked by a text, such as 'Moscow, Idaho'")
        countries = _country_codes(country_codes)
        found = [
            place
            for place in answer(query, self.find, self.place)
            if not countries or place.country in countries
        ]
        return self._locations(found, exactly_one, limit)

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # nothing here takes time
        limit: int | None = None,
        **_of_other_services: object,
    ) -> Location | list[Location] | None:
        """Find the towns nearest to a point, as geopy's geocoders do.

        Args:
            query: A geopy point, a pair of latitude and longitude, or "39.03, 125.75".
            exactly_one: Return the nearest, or else a list from near to far.
            timeout: Of no effect; geopy's callers pass it.
            limit: How many locations to list at most; None for ten.
            _of_other_services: As in `geocode`.

        Returns:
            Locations of towns within 100 km; None where there is none.
        """
        point = query if isinstance(query, Point) else Point(query)
        count = 1 if exactly_one else limit or _REVERSE_LIMIT
        here = Coordinates(point.latitude, point.longitude)
        towns = self._towns.nearest(here, count=count, reach_km=REVERSE_REACH_KM)
        found = [self._read_place(number) for number, _ in towns]
        return self._locations(found, exactly_one, limit)

    def _keyed(self, key: str) -> Place | None:
        number = _number(self._keys, key)
        return None if number is None else self._read_place(int(self._key_places[number]))

    def _uncached_summary(self, name: NormalisedName) -> NameSummary | None:
        number = _number(self._names, name)
        return None if number is None else self._name_records.summary(number)

    def _uncached_named(self, name: NormalisedName) -> tuple[NamedPlace, ...]:
        number = _number(self._names, name)
        if number is None:
            return ()
        return tuple(
            NamedPlace(self._read_place(place), use)
            for place, use in self._name_records.postings(number)
        )

    def _locations(
        self, found: Sequence[Place], exactly_one: bool, limit: int | None
    ) -> Location | list[Location] | None:
        """Places as geopy returns them: one, a list, or None."""
        wanted = found[: 1 if exactly_one else limit]
        locations = [location(place, self.place, self.country(place.country)) for place in wanted]
        if not locations:
            return None
        return locations[0] if exactly_one else locations


def _tree(file: GazetteerFile, section: str) -> marisa_trie.Trie:
    """A tree that reads its keys from the mapped file; the file must outlive it."""
    try:
        return marisa_trie.Trie().map(file.sections[section])
    except (KeyError, RuntimeError) as error:
        raise GazetteerVersionError(f"the gazetteer's {section} are damaged; {REBUILD}") from error


def _number(tree: marisa_trie.Trie, key: str) -> int | None:
    """The key's number in the tree; None also for half a character, which UTF-8 cannot hold."""
    try:
        number: int | None = tree.get(key)
    except UnicodeEncodeError:
        return None
    return number


def _country_codes(codes: str | Sequence[str] | None) -> frozenset[str]:
    """Codes as geopy's Nominatim takes them: a list, or one text with commas; in capitals."""
    listed = codes.split(",") if isinstance(codes, str) else codes or ()
    return frozenset(code.strip().upper() for code in listed)
