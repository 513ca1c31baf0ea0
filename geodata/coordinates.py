"""Points on the earth: latitude, longitude, WGS 84 degrees, in that order everywhere.

GeoJSON's reversed order is made only where GeoJSON is written.
"""

from dataclasses import dataclass
from math import isfinite

from geopy.distance import great_circle


@dataclass(frozen=True, slots=True, order=True)
class Coordinates:
    """A point, refused where it enters when it cannot be on the earth.

    Attributes:
        latitude: Degrees north, -90 to 90.
        longitude: Degrees east, -180 to 180.
    """

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (isfinite(self.latitude) and isfinite(self.longitude)):
            raise ValueError(f"({self.latitude}, {self.longitude}) is not a point: not finite")
        if not -90 <= self.latitude <= 90:
            raise ValueError(
                f"latitude {self.latitude} is outside -90 to 90: "
                "are latitude and longitude swapped?"
            )
        if not -180 <= self.longitude <= 180:
            raise ValueError(f"longitude {self.longitude} is outside -180 to 180")


def distance_km(a: Coordinates, b: Coordinates) -> float:
    """Great-circle distance in kilometres on a sphere of 6371.009 km (geopy's mean radius)."""
    return float(great_circle((a.latitude, a.longitude), (b.latitude, b.longitude)).kilometers)
