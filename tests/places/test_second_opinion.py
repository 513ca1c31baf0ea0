"""An online geocoder as a second opinion: asked once a name, believed approximately."""

from pathlib import Path

import pytest
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerError
from geodata.model import Place
from geodata.places.second_opinion import (
    DEFAULT_UNCERTAINTY_KM,
    SecondOpinion,
    opinion_of,
    second_opinion,
)


class LocalService(Geocoder):
    """A geocoder of two places that counts how often it is asked, and may be out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.is_down = False

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: object = None):  # noqa: ARG002
        self.asked.append(query)
        if self.is_down:
            raise GeocoderServiceError("out of order")
        if query == "Sappyol Street":
            box = ["39.07", "39.09", "125.81", "125.83"]
            raw = {"osm_id": 77, "boundingbox": box}
            return Location("Sappyol Street, Pyongyang", Point(39.08, 125.82), raw)
        if query == "Little Hill":
            return Location("Little Hill", Point(10, 20), {})
        return None


@pytest.fixture
def service() -> LocalService:
    return LocalService()


def asking(service: LocalService, answers: Path | None = None) -> SecondOpinion:
    return opinion_of(service, "local", answers=answers, seconds_between_requests=0)


def test_an_answer_is_an_approximate_place(service: LocalService):
    place = asking(service)("Sappyol Street")
    assert place is not None
    assert (place.id, place.name) == ("local:77", "Sappyol Street")
    assert place.coordinates == Coordinates(39.08, 125.82)
    assert place.uncertainty_km == pytest.approx(1.4, abs=0.05)
    assert not place.is_area


def test_a_point_without_a_box_is_good_to_a_fixed_radius(service: LocalService):
    assert asking(service)("Little Hill") == Place(
        id="local:little-hill",
        name="Little Hill",
        coordinates=Coordinates(10, 20),
        feature_class="S",
        feature_code="",
        uncertainty_km=DEFAULT_UNCERTAINTY_KM,
    )


def test_a_name_is_asked_for_once(service: LocalService):
    opinion = asking(service)
    for name in ("Little Hill", "little hill", "Nowhere", "Nowhere", "", "?!"):
        opinion(name)
    assert service.asked == ["Little Hill", "Nowhere"]


def test_answers_outlive_the_process(service: LocalService, tmp_path: Path):
    path = tmp_path / "answers.jsonl"
    first = [asking(service, path)(name) for name in ("Sappyol Street", "Nowhere")]
    again = asking(service, path)
    assert [again(name) for name in ("Sappyol Street", "Nowhere")] == first
    assert len(service.asked) == 2


def test_a_damaged_file_of_answers_is_done_without(service: LocalService, tmp_path: Path):
    path = tmp_path / "answers.jsonl"
    path.write_bytes(b'\xff\n[]\n{"name": "nowhere"}\n{"name": 1, "place": 2}\n{"name": "x", "pl')
    place = asking(service, path)("Little Hill")
    assert place is not None
    assert asking(service, tmp_path / "no folder" / "answers.jsonl")("Little Hill") == place


def test_a_service_that_is_down_has_said_nothing(service: LocalService):
    opinion = asking(service)
    service.is_down = True
    assert opinion("Little Hill") is None
    service.is_down = False
    assert opinion("Little Hill") is not None


def test_a_service_of_geopys_is_found_by_name():
    assert callable(second_opinion("photon", settings={"user_agent": "dateline-tests"}))


@pytest.mark.parametrize(
    ("service", "settings", "words"),
    [
        ("no such service", {}, "no such geocoder; geopy knows .*nominatim"),
        ("geonames", {}, "geonames: its settings are not right: .*username"),
        ("nominatim", {"colour": "red"}, "settings are not right: .*colour"),
        ("nominatim", {}, "settings are not right: .*user.agent"),
    ],
)
def test_wrong_settings_are_named(service: str, settings: dict[str, str], words: str):
    with pytest.raises(GazetteerError, match=words):
        second_opinion(service, settings=settings)
