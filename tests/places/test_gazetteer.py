"""Names, ids and codes looked up in a small gazetteer of known rows."""

import gc
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerNotFoundError
from geodata.model import NameUse, Place
from geodata.names import NormalisedName, normalise
from geodata.places.build import build_gazetteer
from geodata.places.gazetteer import Gazetteer

PlaceList = Callable[..., Path]


def test_a_place_comes_back_as_it_was_listed(small_gazetteer: Gazetteer):
    assert small_gazetteer.place("dateline:kp-taesong") == Place(
        id="dateline:kp-taesong",
        name="Taesong",
        coordinates=Coordinates(39.074, 125.82),
        feature_class="P",
        feature_code="PPLX",
        country="KP",
        admin1="Pyongyang",
        population=0,
        name_count=1,
        within="1871859",
        uncertainty_km=2.0,
    )


@pytest.mark.parametrize(
    ("name", "first_id", "use"),
    [
        ("Moscow", "524901", NameUse.NAME),
        ("MOSCOW", "524901", NameUse.NAME),
        ("Москва", "524901", NameUse.ALTERNATE),
        ("Kursk", "538560", NameUse.NAME),
        ("Kursk Oblast", "538555", NameUse.NAME),
        ("Kursk Region", "538555", NameUse.ALTERNATE),
        ("U.S.", "6252001", NameUse.ABBREVIATION),
        ("DPRK", "1873107", NameUse.ABBREVIATION),
        ("North Korean", "1873107", NameUse.DEMONYM),
        ("USSR", "2017370", NameUse.HISTORIC),
        ("평양", "1871859", NameUse.ALTERNATE),
        ("The Hague", "2747373", NameUse.NAME),
        ("Hague", "2747373", NameUse.NAME),
        ("Black Sea", "6640364", NameUse.NAME),
    ],
)
def test_a_name_finds_its_most_prominent_place(
    small_gazetteer: Gazetteer, name: str, first_id: str, use: NameUse
):
    first = small_gazetteer.find(name)[0]
    assert (first.place.id, first.use) == (first_id, use)


def test_every_bearer_of_a_name_is_found(small_gazetteer: Gazetteer):
    assert [named.place.id for named in small_gazetteer.find("Moscow")] == ["524901", "5601538"]


def test_an_unknown_name_finds_nothing(small_gazetteer: Gazetteer):
    assert small_gazetteer.find("Sappyol Street") == ()
    assert small_gazetteer.find("") == ()
    assert small_gazetteer.summary(normalise("Sappyol Street")) is None


def test_a_summary_tells_of_all_bearers(small_gazetteer: Gazetteer):
    summary = small_gazetteer.summary(normalise("Kursk"))
    assert summary is not None
    assert (summary.feature_class, summary.feature_code) == ("P", "PPL")
    assert summary.place_count == 2
    assert summary.population == 1_100_000
    assert summary.uses == {NameUse.NAME, NameUse.ALTERNATE}


def test_countries_and_regions_are_found_by_code_and_name(small_gazetteer: Gazetteer):
    country = small_gazetteer.country("ru")
    region = small_gazetteer.region("RU", "Kursk Oblast")
    assert country is not None
    assert country.id == "2017370"
    assert region is not None
    assert region.id == "538555"
    assert small_gazetteer.country("XX") is None
    assert small_gazetteer.region("US", "Kursk Oblast") is None


def test_an_unknown_id_is_no_place(small_gazetteer: Gazetteer):
    assert small_gazetteer.place("0") is None
    assert small_gazetteer.place("country:RU") is None
    assert small_gazetteer.place("\ud800") is None


@given(st.text(st.characters()))
def test_no_text_of_any_kind_crashes_a_look_up(small_gazetteer: Gazetteer, text: str):
    for named in small_gazetteer.find(text):
        assert small_gazetteer.place(named.place.id) == named.place
    assert small_gazetteer.place(text) is None
    assert small_gazetteer.summary(NormalisedName(text)) is None or small_gazetteer.find(text)


def test_places_outlive_their_gazetteer_and_its_file(place_list: PlaceList, tmp_path: Path):
    rows = "1,Kursk,51.7,36.2,,,,,,,,,,,,\n"
    build_gazetteer(tmp_path / "gazetteer.bin", places=[place_list(rows)], packages=False)
    passing = Gazetteer.open(tmp_path / "gazetteer.bin")
    (tmp_path / "gazetteer.bin").unlink()
    found = passing.find("Kursk")
    del passing
    gc.collect()
    assert [named.place.name for named in found] == ["Kursk"]


def test_many_readers_at_once_see_the_same(small_gazetteer: Gazetteer):
    wrong: list[str] = []

    def read() -> None:
        for _ in range(200):
            for name, expected in (("Moscow", "524901"), ("Kursk", "538560"), ("US", "6252001")):
                if small_gazetteer.find(name)[0].place.id != expected:
                    wrong.append(name)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_a_missing_gazetteer_names_the_command_that_builds_it(tmp_path: Path):
    with pytest.raises(GazetteerNotFoundError, match="python -m geodata build-gazetteer"):
        Gazetteer.open(tmp_path / "none.bin")
