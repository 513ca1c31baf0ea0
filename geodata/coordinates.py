"""Points on the earth: latitude, longitude, WGS 84 degrees, in that order everywhere.

GeoJSON's reversed order is made only where GeoJSON is written.
"""

from dataclasses import dataclass
from math import atan2, cos, isfinite, radians, sin, sqrt

_EARTH_RADIUS_KM = 6371.009


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
    """Great-circle distance in kilometres on a sphere of 6371.009 km, as geopy measures it.

    To the last bit, but without geopy's points, which take twenty times as long.
    """
    north_a, north_b = radians(a.latitude), radians(b.latitude)
    sin_a, cos_a, sin_b, cos_b = sin(north_a), cos(north_a), sin(north_b), cos(north_b)
    east = radians(b.longitude) - radians(a.longitude)
    across = cos_b * sin(east)
    along = cos_a * sin_b - sin_a * cos_b * cos(east)
    angle = atan2(sqrt(across**2 + along**2), sin_a * sin_b + cos_a * cos_b * cos(east))
    return _EARTH_RADIUS_KM * angle
