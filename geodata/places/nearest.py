"""The towns nearest to a point: places in order of latitude, searched in a widening band.

Names of places, and what is said of the point, are in `gazetteer`.
"""

from collections.abc import Iterator
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from geodata.coordinates import Coordinates
from geodata.places.gazetteer_file import GazetteerFile
from geodata.places.layout import MICRODEGREES

KM_PER_DEGREE = 6371.009 * radians(1)
_FIRST_BAND_DEGREES = 0.25
_WIDENING = 4


def latitude_order(latitude: NDArray[np.int32], chosen: NDArray[np.intp]) -> NDArray[np.uint32]:
    """The chosen places from south to north, those of one latitude by number."""
    return chosen[np.lexsort((chosen, latitude[chosen]))].astype(np.uint32)


class TownsBySouth:
    """The towns of a gazetteer file from south to north, to be searched by distance."""

    def __init__(self, file: GazetteerFile) -> None:
        self._numbers = file.numbers("towns")
        self._latitude = file.numbers("town_latitude").view(np.int32)
        self._longitude = file.numbers("town_longitude").view(np.int32)

    def nearest(
        self, point: Coordinates, *, count: int, reach_km: float
    ) -> Iterator[tuple[int, float]]:
        """Numbers of the nearest towns and how far each is, in kilometres, nearest first.

        The distance is along the great circle, so that it holds at the poles and across the
        antimeridian: a band of latitudes holds every place that is as near as the band is wide.

        Args:
            point: Where to look from.
            count: How many are wanted at most.
            reach_km: How far to look.
        """
        band = _FIRST_BAND_DEGREES
        while True:
            edges = np.array([point.latitude - band, point.latitude + band]) * MICRODEGREES
            south, north = np.searchsorted(self._latitude, edges)
            distances = _distances_km(
                point, self._latitude[south:north], self._longitude[south:north]
            )
            near_enough = np.count_nonzero(distances <= band * KM_PER_DEGREE)
            if near_enough >= count or band * KM_PER_DEGREE >= reach_km:
                break
            band *= _WIDENING
        for position in np.argsort(distances, kind="stable")[:count]:
            if distances[position] <= reach_km:
                yield int(self._numbers[south + position]), float(distances[position])


def _distances_km(
    point: Coordinates, latitude: NDArray[np.int32], longitude: NDArray[np.int32]
) -> NDArray[np.float64]:
    """Great-circle distances by the haversine formula, exact for near points too."""
    north = np.radians(latitude / MICRODEGREES)
    east = np.radians(longitude / MICRODEGREES)
    here_north, here_east = radians(point.latitude), radians(point.longitude)
    half = (
        np.sin((north - here_north) / 2) ** 2
        + np.cos(north) * cos(here_north) * np.sin((east - here_east) / 2) ** 2
    )
    angle: NDArray[np.float64] = 2 * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return np.degrees(angle) * KM_PER_DEGREE
