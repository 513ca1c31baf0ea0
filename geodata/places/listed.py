"""A place as one list tells it, before lists are merged: the row every reader of lists yields.

What a merged place is stands in `geodata.model`; which list wins, in `compilation`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.coordinates import Coordinates
from geodata.model import NameUse


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """One row of a list. An empty or None field is one the list does not tell.

    Attributes:
        id: As in `Place.id`: a GeoNames id in digits, or "list:key".
        name: The name to show. Empty in a row that only adds names to a place known already.
        coordinates: None in a row that only adds names.
        admin1: Name of the first-level region.
        admin1_code: Its code in GeoNames ("48" for Moscow within RU), where the list has codes.
            In a row of feature code ADM1 it is the region's own.
        names: Further names and how each belongs to the place.
        is_hand_listed: Whether somebody chose to list it, as in our own lists and a user's.
        where: File and line, for messages; empty for a package.
    """

    id: str
    name: str
    coordinates: Coordinates | None = None
    feature_class: str = ""
    feature_code: str = ""
    country: str = ""
    admin1: str = ""
    admin1_code: str = ""
    population: int | None = None
    within: str = ""
    uncertainty_km: float | None = None
    names: tuple[tuple[str, NameUse], ...] = ()
    is_hand_listed: bool = False
    where: str = ""


def named_as(names: Iterable[str], use: NameUse) -> tuple[tuple[str, NameUse], ...]:
    """Every name, with one use for all."""
    return tuple((name, use) for name in names)
