"""A place as geopy hands places out: an address to read, a point, and every field.

Which place answers a query is decided in `queries`.
"""

from collections.abc import Callable

from geopy.location import Location
from geopy.point import Point

from geodata.model import Place
from geodata.places.queries import containers_of

Raw = dict[str, str | int | float | None]


def location(
    place: Place,
    by_id: Callable[[str], Place | None],
    country: Place | None,
) -> Location:
    """The place as a geopy location."""
    label = address(place, by_id, country)
    point = Point(place.coordinates.latitude, place.coordinates.longitude)
    return Location(label, point, raw(place) | {"display_name": label})


def address(place: Place, by_id: Callable[[str], Place | None], country: Place | None) -> str:
    """The place and what it lies in, the nearest first: "Kursk, Kursk Oblast, Russia"."""
    names = [
        place.name,
        *(container.name for container in containers_of(place, by_id)),
        place.admin1,
        country.name if country else place.country,
    ]
    return ", ".join(dict.fromkeys(name for name in names if name))


def raw(place: Place) -> Raw:
    """Every field of the place under the names our JSON output uses."""
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.coordinates.latitude,
        "lon": place.coordinates.longitude,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population,
        "name_count": place.name_count,
        "within": place.within,
        "uncertainty_km": place.uncertainty_km,
    }
