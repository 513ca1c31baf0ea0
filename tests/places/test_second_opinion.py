"""An online geocoder as a second opinion: asked once a name, believed approximately."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerError
from geodata.model import Candidate, Mention, Place, Resolution, Unresolved
from geodata.places.second_opinion import (
    DEFAULT_UNCERTAINTY_KM,
    SecondOpinion,
    named_opinion,
    opinion_of,
    second_opinion,
    with_second_opinions,
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


def unresolved(name: str, reason: Unresolved = Unresolved.NO_CANDIDATE) -> Resolution:
    return Resolution(Mention(0, len(name), name), unresolved=reason)


def test_only_names_that_no_list_has_are_asked_about():
    asked = []

    def opinion(name: str) -> Place | None:
        asked.append(name)
        return Place("osm:7", "Elm Street", Coordinates(1, 2), uncertainty_km=3.0)

    known = Resolution(Mention(0, 5, "Kursk"), Candidate(Place("1", "Kursk", Coordinates(0, 0)), 1))
    resolutions = [known, unresolved("Elm Street"), unresolved("Paris", Unresolved.TIE)]
    answered = with_second_opinions(resolutions, opinion)
    assert asked == ["Elm Street"]
    assert [r.place and r.place.id for r in answered] == ["1", "osm:7", None]
    assert "osm knows it" in answered[1].chosen.evidence[0].words


def test_who_knows_nothing_changes_nothing():
    resolutions = [unresolved("Elm Street")]
    assert with_second_opinions(resolutions, lambda _: None) == resolutions


class Photon(BaseHTTPRequestHandler):
    """Answers every query as a Photon server does: one point, as GeoJSON."""

    def do_GET(self):
        feature = {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [125.82, 39.07]},
            "properties": {"name": "Sappyol Street", "osm_id": 12, "country": "North Korea"},
        }
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"features": [feature]}).encode())

    def log_message(self, *args):
        pass


def test_a_service_named_with_its_settings_is_asked_over_http(tmp_path: Path):
    with HTTPServer(("127.0.0.1", 0), Photon) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        named = f"photon?domain=127.0.0.1:{server.server_port}&scheme=http"
        opinion = named_opinion(named, tmp_path)
        place = opinion("Sappyol Street")
        server.shutdown()
    assert place.coordinates == Coordinates(39.07, 125.82)
    assert place.uncertainty_km is not None
    assert (tmp_path / "photon.jsonl").read_text(encoding="utf-8").count("\n") == 1
