"""Places and names read from the mapped file's records, one at a time; nothing is kept.

The layout of the records is in `layout`; who asks for them, in `gazetteer`.
"""

import json
from math import isnan

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerVersionError
from geodata.model import NameSummary, NameUse, Place
from geodata.places.gazetteer_file import REBUILD, GazetteerFile
from geodata.places.layout import (
    MICRODEGREES,
    NAME,
    NAME_FIRST,
    NAME_STRUCT,
    PLACE,
    PLACE_STRUCT,
    USE_BITS,
    USES,
)

# The uses that each pattern of bits stands for, made once.
_USE_SETS: tuple[frozenset[NameUse], ...] = tuple(
    frozenset(use for number, use in enumerate(USES) if bits >> number & 1)
    for bits in range(1 << len(USES))
)
_USE_MASK = (1 << USE_BITS) - 1


class PlaceRecords:
    """The places of the file by number, most prominent first.

    Attributes:
        features: Feature class and code by number.
    """

    def __init__(self, file: GazetteerFile) -> None:
        self._records = file.section("places", width=PLACE.itemsize)
        self._text = file.section("text", width=1)
        self._count = len(self._records) // PLACE.itemsize
        self.features = _features(file)

    def __len__(self) -> int:
        return self._count

    def read(self, number: int) -> Place:
        """The place of a number."""
        if not 0 <= number < self._count:
            raise IndexError(number)
        (
            id_start, name_start, admin1_start, within_start,
            latitude, longitude, population, uncertainty_km,
            id_length, name_length, admin1_length, within_length,
            feature, name_count, country,
        ) = PLACE_STRUCT.unpack_from(self._records, number * PLACE.itemsize)  # fmt: skip
        text = self._text
        feature_class, feature_code = self.features[feature]
        return Place(
            str(text[id_start : id_start + id_length], "utf-8"),
            str(text[name_start : name_start + name_length], "utf-8"),
            Coordinates(latitude / MICRODEGREES, longitude / MICRODEGREES),
            feature_class,
            feature_code,
            country.rstrip(b"\0").decode(),
            str(text[admin1_start : admin1_start + admin1_length], "utf-8"),
            population,
            name_count,
            str(text[within_start : within_start + within_length], "utf-8"),
            None if isnan(uncertainty_km) else uncertainty_km,
        )


class NameRecords:
    """What is known of each name by its number in the tree of names."""

    def __init__(
        self, file: GazetteerFile, features: tuple[tuple[str, str], ...], count: int
    ) -> None:
        self._records = file.section("name_records", width=NAME.itemsize)
        self._postings = file.numbers("postings")
        self._features = features
        if len(self._records) != (count + 1) * NAME.itemsize:
            raise GazetteerVersionError(f"the gazetteer's names are damaged; {REBUILD}")

    def summary(self, number: int) -> NameSummary:
        """What recognition may know of the name."""
        offset = number * NAME.itemsize
        first, population, feature, uses = NAME_STRUCT.unpack_from(self._records, offset)
        (after,) = NAME_FIRST.unpack_from(self._records, offset + NAME.itemsize)
        feature_class, feature_code = self._features[feature]
        return NameSummary(feature_class, feature_code, population, after - first, _USE_SETS[uses])

    def postings(self, number: int) -> list[tuple[int, NameUse]]:
        """Numbers of the places that bear the name and in which use, most prominent first."""
        offset = number * NAME.itemsize
        (first,) = NAME_FIRST.unpack_from(self._records, offset)
        (after,) = NAME_FIRST.unpack_from(self._records, offset + NAME.itemsize)
        packed = self._postings[first:after].tolist()
        return [(posting >> USE_BITS, USES[posting & _USE_MASK]) for posting in packed]


def _features(file: GazetteerFile) -> tuple[tuple[str, str], ...]:
    try:
        pairs = json.loads(bytes(file.sections["features"]))
        return tuple((str(feature_class), str(code)) for feature_class, code in pairs)
    except (KeyError, TypeError, ValueError) as error:
        raise GazetteerVersionError(f"the gazetteer's features are damaged; {REBUILD}") from error
