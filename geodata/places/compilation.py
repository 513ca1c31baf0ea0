"""Listed places merged by id into compact columns: what the gazetteer file is written from.

A later row adds its names to the place it has the id of, and overrides the fields it fills.
Reading lists is elsewhere (`place_lists`, `geonames`, `packages`), as is the file's layout.
"""

from array import array

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerSourceError
from geodata.model import NameUse
from geodata.names import NormalisedName, normalise
from geodata.places.layout import MICRODEGREES, USES
from geodata.places.listed import ListedPlace
from geodata.places.numberings import Numbering, PlaceNumbering

_USE_NUMBER = {use: number for number, use in enumerate(USES)}
UNKNOWN_POPULATION = 0
KNOWN_WHERE_IT_IS = float("nan")
_THE = "the "


class Compilation:
    """Every place and every name so far, in columns of some 60 bytes a place.

    Attributes:
        names: Normalised names; `posting_name` points to them.
        admin1: Pairs of country and code, or "" and name; codes are looked up in `region_codes`.
        region_codes: Name of the region of a country and code.
    """

    def __init__(self) -> None:
        self.ids = PlaceNumbering()
        self.shown = bytearray()
        self.shown_start = array("Q")
        self.shown_length = array("H")
        self.latitude = array("i")
        self.longitude = array("i")
        self.feature = array("H")
        self.country = array("H")
        self.admin1 = array("I")
        self.population = array("q")
        self.within = array("I")
        self.uncertainty_km = array("d")
        self.is_hand_listed = array("B")
        self.posting_name = array("I")
        self.posting_place = array("I")
        self.posting_use = array("B")
        self.names: Numbering[NormalisedName] = Numbering()
        self.features: Numbering[tuple[str, str]] = Numbering()
        self.countries: Numbering[str] = Numbering()
        self.admin1s: Numbering[tuple[str, str]] = Numbering()
        self.withins: Numbering[str] = Numbering()
        self.region_codes: dict[tuple[str, str], str] = {}
        self._container_where: dict[str, str] = {}
        self.admin1s.number(("", ""))
        self.withins.number("")

    def __len__(self) -> int:
        return len(self.latitude)

    def add(self, listed: ListedPlace) -> None:
        """Take one row in.

        Raises:
            GazetteerSourceError: A row without coordinates for a place that is not known yet, or
                with a value that no column holds.
        """
        try:
            self._add(listed)
        except OverflowError as error:
            raise GazetteerSourceError(
                f"{listed.where or listed.id}: a value is too large ({error}); correct it"
            ) from error

    def unknown_containers(self) -> tuple[str, ...]:
        """Rows that lie within a place which no list has, as sentences."""
        return tuple(
            f"{where}: lies within {place_id!r}, but no list has a place of that id"
            for place_id, where in self._container_where.items()
            if self.ids.find(place_id) is None
        )

    def _add(self, listed: ListedPlace) -> None:
        known = self.ids.find(listed.id)
        if known is None:
            place = self._append(listed)
        else:
            place = known
            self._override(place, listed)
        if listed.feature_code == "ADM1" and listed.admin1_code:
            self.region_codes[(listed.country, listed.admin1_code)] = listed.name
        if listed.within:
            self._container_where.setdefault(listed.within, listed.where or listed.id)
        self._add_names(place, listed)

    def _append(self, listed: ListedPlace) -> int:
        if listed.coordinates is None:
            raise GazetteerSourceError(
                f"{listed.where or listed.id}: there is no place {listed.id!r} to add names to; "
                "give it coordinates"
            )
        place = self.ids.add(listed.id)
        self.shown_start.append(0)
        self.shown_length.append(0)
        self._show(place, listed.name)
        latitude, longitude = _microdegrees(listed.coordinates)
        self.latitude.append(latitude)
        self.longitude.append(longitude)
        self.feature.append(self.features.number(_feature(listed)))
        self.country.append(self.countries.number(listed.country))
        self.admin1.append(self.admin1s.number(_admin1(listed)))
        self.population.append(listed.population or UNKNOWN_POPULATION)
        self.within.append(self.withins.number(listed.within))
        self.uncertainty_km.append(listed.uncertainty_km or KNOWN_WHERE_IT_IS)
        self.is_hand_listed.append(listed.is_hand_listed)
        return place

    def _override(self, place: int, listed: ListedPlace) -> None:
        if listed.name:
            self._show(place, listed.name)
        if listed.coordinates:
            self.latitude[place], self.longitude[place] = _microdegrees(listed.coordinates)
        if listed.feature_class or listed.feature_code:
            self.feature[place] = self.features.number(_feature(listed))
        if listed.country:
            self.country[place] = self.countries.number(listed.country)
        if _admin1(listed) != ("", ""):
            self.admin1[place] = self.admin1s.number(_admin1(listed))
        if listed.population is not None:
            self.population[place] = listed.population
        if listed.within:
            self.within[place] = self.withins.number(listed.within)
        if listed.uncertainty_km is not None:
            self.uncertainty_km[place] = listed.uncertainty_km
        self.is_hand_listed[place] |= listed.is_hand_listed

    def _show(self, place: int, name: str) -> None:
        encoded = name.encode()
        self.shown_start[place] = len(self.shown)
        self.shown_length[place] = len(encoded)
        self.shown += encoded

    def _add_names(self, place: int, listed: ListedPlace) -> None:
        uses: dict[NormalisedName, int] = {}
        for name, use in ((listed.name, NameUse.NAME), *listed.names):
            key = normalise(name)
            number = _USE_NUMBER[use]
            for form in (key, _without_the(name, key)):
                if form and number < uses.get(form, len(USES)):
                    uses[form] = number
        for form, number in uses.items():
            self.posting_name.append(self.names.number(form))
            self.posting_place.append(place)
            self.posting_use.append(number)


def _microdegrees(coordinates: Coordinates) -> tuple[int, int]:
    return (
        round(coordinates.latitude * MICRODEGREES),
        round(coordinates.longitude * MICRODEGREES),
    )


def _feature(listed: ListedPlace) -> tuple[str, str]:
    """Class and code; a row that tells neither is a town, one without a code has an empty one."""
    if not listed.feature_class and not listed.feature_code:
        return "P", "PPL"
    return listed.feature_class or "P", listed.feature_code


def _admin1(listed: ListedPlace) -> tuple[str, str]:
    """The region as it can be told so far: by code, else by name."""
    if listed.feature_code == "ADM1":
        return "", listed.name
    if listed.admin1:
        return "", listed.admin1
    return (listed.country, listed.admin1_code) if listed.admin1_code else ("", "")


def _without_the(name: str, key: NormalisedName) -> NormalisedName:
    """The key of "The Hague" is that of "Hague" too; "" for a name without the article."""
    if key.startswith(_THE) and name[:4].casefold() == _THE:
        return NormalisedName(key.removeprefix(_THE))
    return NormalisedName("")
