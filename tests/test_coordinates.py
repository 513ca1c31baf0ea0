"""Points and distances on the earth, and the refusal of points that are not on it."""

import math

import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from geodata.coordinates import Coordinates, distance_km

points = st.builds(
    Coordinates,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
)
PYONGYANG = Coordinates(39.03385, 125.75432)
KURSK = Coordinates(51.73733, 36.18735)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90, 180), (-90, -180), (0, 0), (39.03385, 125.75432)]
)
def test_a_point_on_the_earth_is_taken_as_it_is(latitude: float, longitude: float) -> None:
    point = Coordinates(latitude, longitude)
    assert (point.latitude, point.longitude) == (latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude", "cause"),
    [
        (125.75432, 39.03385, "are latitude and longitude swapped"),
        (-90.001, 0, "outside -90 to 90"),
        (0, 180.5, "longitude 180.5 is outside"),
        (0, -360, "longitude -360 is outside"),
        (math.nan, 0, "not finite"),
        (0, math.inf, "not finite"),
    ],
)
def test_an_impossible_point_is_refused_with_its_cause(
    latitude: float, longitude: float, cause: str
) -> None:
    with pytest.raises(ValueError, match=cause):
        Coordinates(latitude, longitude)


def test_a_point_cannot_be_moved() -> None:
    with pytest.raises(AttributeError):
        PYONGYANG.latitude = 0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (PYONGYANG, PYONGYANG, 0),
        (Coordinates(0, 0), Coordinates(0, 1), 111.195),
        (Coordinates(90, 0), Coordinates(-90, 77), math.pi * 6371.009),
        (Coordinates(0, 179.5), Coordinates(0, -179.5), 111.195),
        (Coordinates(51.5074, -0.1278), Coordinates(48.8566, 2.3522), 343.6),
    ],
)
def test_distances_are_great_circles_in_kilometres(
    one: Coordinates, other: Coordinates, km: float
) -> None:
    assert distance_km(one, other) == pytest.approx(km, rel=0.01, abs=1e-6)


@given(points, points)
def test_a_distance_is_the_same_both_ways_and_at_most_half_around(
    one: Coordinates, other: Coordinates
) -> None:
    there = distance_km(one, other)
    assert there == pytest.approx(distance_km(other, one), abs=1e-6)
    assert 0 <= there <= math.pi * 6371.009 + 1e-6


@given(points, points)
def test_a_distance_is_the_one_that_geopy_measures(one: Coordinates, other: Coordinates) -> None:
    measured = great_circle(
        (one.latitude, one.longitude), (other.latitude, other.longitude)
    ).kilometers
    assert distance_km(one, other) == measured
