"""The gazetteer standing where a geopy geocoder can stand."""

import pytest
from geopy.distance import great_circle
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point
from hypothesis import given
from hypothesis import strategies as st

from geodata.places.gazetteer import Gazetteer

_TOWNS = (
    "524901", "5601538", "538560", "1871859", "dateline:kp-hwasong", "dateline:kp-taesong",
    "2747373", "2200000", "2200001",
)  # fmt: skip


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Kursk", "Kursk, Kursk Oblast, Russia"),
        ("Kursk, Russia", "Kursk, Kursk Oblast, Russia"),
        ("Kursk Oblast", "Kursk Oblast, Russia"),
        ("Moscow", "Moscow, Russia"),
        ("Moscow, Idaho", "Moscow, Idaho, United States"),
        ("Moscow, ID", "Moscow, Idaho, United States"),
        ("Moscow, Idaho, USA", None),
        ("Moscow, Idaho, America", "Moscow, Idaho, United States"),
        ("Moscow, Idaho, U.S.", "Moscow, Idaho, United States"),
        ("Moscow, US", "Moscow, Idaho, United States"),
        ("Moscow Idaho", "Moscow, Idaho, United States"),
        ("Moscow, North Korea", None),
        ("Hwasong District, Pyongyang", "Hwasong, Pyongyang, North Korea"),
        ("hwasong, pyongyang, dprk", "Hwasong, Pyongyang, North Korea"),
        ("평양", "Pyongyang, North Korea"),
        ("Black Sea", "Black Sea"),
        ("Sappyol Street", None),
        ("", None),
        (" , ,, ", None),
    ],
)
def test_a_query_is_answered_as_people_write_it(
    small_gazetteer: Gazetteer, query: str, address: str | None
):
    found = small_gazetteer.geocode(query)
    assert (found and found.address) == address


def test_a_location_holds_the_places_fields(small_gazetteer: Gazetteer):
    found = small_gazetteer.geocode("Kursk")
    assert isinstance(found, Location)
    assert (found.latitude, found.longitude) == (51.72689, 36.18457)
    assert found.raw["id"] == "538560"
    assert found.raw["feature_class"] == "P"


def test_all_or_some_of_the_answers_are_listed(small_gazetteer: Gazetteer):
    both = small_gazetteer.geocode("Moscow", exactly_one=False)
    assert [location.raw["country"] for location in both] == ["RU", "US"]
    assert len(small_gazetteer.geocode("Moscow", exactly_one=False, limit=1)) == 1
    assert small_gazetteer.geocode("Sappyol Street", exactly_one=False) is None


def test_country_codes_narrow_the_answer(small_gazetteer: Gazetteer):
    assert small_gazetteer.geocode("Moscow", country_codes="us").raw["id"] == "5601538"
    assert small_gazetteer.geocode("Moscow", country_codes=["KP"]) is None


def test_a_query_that_is_no_text_is_refused_as_geopy_does(small_gazetteer: Gazetteer):
    with pytest.raises(GeocoderQueryError):
        small_gazetteer.geocode({"city": "Moscow"})


@pytest.mark.parametrize("query", [Point(39.1, 125.8), (39.1, 125.8), "39.1, 125.8"])
def test_a_point_finds_the_nearest_town(small_gazetteer: Gazetteer, query: object):
    found = small_gazetteer.reverse(query)
    assert found.address == "Hwasong, Pyongyang, North Korea"


def test_towns_are_listed_from_near_to_far(small_gazetteer: Gazetteer):
    found = small_gazetteer.reverse((39.1, 125.8), exactly_one=False)
    assert [location.raw["name"] for location in found] == ["Hwasong", "Taesong", "Pyongyang"]
    assert len(small_gazetteer.reverse((39.1, 125.8), exactly_one=False, limit=2)) == 2


def test_the_nearest_town_may_lie_across_the_antimeridian(small_gazetteer: Gazetteer):
    found = small_gazetteer.reverse((-16.8, 179.9999), exactly_one=False)
    assert [location.raw["name"] for location in found] == ["Taveuni East", "Taveuni West"]


def test_no_town_is_near_the_open_sea_or_the_pole(small_gazetteer: Gazetteer):
    assert small_gazetteer.reverse((0, -30)) is None
    assert small_gazetteer.reverse((90, 0)) is None
    assert small_gazetteer.reverse((-90, 0), exactly_one=False) is None


def test_it_works_behind_geopys_rate_limiter(small_gazetteer: Gazetteer):
    assert isinstance(small_gazetteer, Geocoder)
    geocode = RateLimiter(small_gazetteer.geocode, min_delay_seconds=0)
    assert geocode("Moscow, Idaho", exactly_one=True).raw["id"] == "5601538"


def test_what_callers_of_online_geocoders_pass_besides_changes_nothing(
    small_gazetteer: Gazetteer,
):
    plain = small_gazetteer.geocode("Moscow, Idaho")
    assert small_gazetteer.geocode("Moscow, Idaho", language="en", addressdetails=True) == plain
    assert small_gazetteer.reverse("46.7, -117.0", zoom=10) == plain


@given(st.text(st.characters()) | st.text("Moscow, Idaho"))
def test_no_query_crashes_it(small_gazetteer: Gazetteer, query: str):
    found = small_gazetteer.geocode(query, exactly_one=False)
    assert found is None or all(small_gazetteer.place(one.raw["id"]) for one in found)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_the_nearest_is_the_nearest_of_all(
    small_gazetteer: Gazetteer, latitude: float, longitude: float
):
    towns = [place for place in map(small_gazetteer.place, _TOWNS) if place is not None]
    distances = {
        place.id: great_circle(
            (latitude, longitude), (place.coordinates.latitude, place.coordinates.longitude)
        ).km
        for place in towns
    }
    found = small_gazetteer.reverse((latitude, longitude))
    if found is None:
        assert min(distances.values()) > 99.99
    else:
        assert distances[found.raw["id"]] == pytest.approx(min(distances.values()), abs=1e-6)
