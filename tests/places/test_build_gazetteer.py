"""Building from lists and dumps of our own: which list wins, and what two builds share."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerSourceError
from geodata.model import NameUse
from geodata.places.build import build_gazetteer
from geodata.places.compilation import Compilation
from geodata.places.gazetteer import Gazetteer
from geodata.places.listed import ListedPlace

PlaceList = Callable[..., Path]
KURSK = "538560,Kursk,51.7,36.2,P,PPL,RU,Kursk Oblast,448733,538555,,Koursk,,,,\n"


def built(tmp_path: Path, *places: Path, geonames: tuple[Path, ...] = ()) -> Gazetteer:
    path = tmp_path / "gazetteer.bin"
    build_gazetteer(path, places=places, geonames=geonames, packages=False)
    return Gazetteer.open(path)


def test_a_later_list_overrides_the_fields_it_fills_and_adds_names(
    place_list: PlaceList, tmp_path: Path
):
    ours = place_list(KURSK)
    theirs = place_list("538560,Kursk City,51.73,36.19,,,,,,,1.5,Курск,,Kurskian,,\n", name="b.csv")
    gazetteer = built(tmp_path, ours, theirs)
    place = gazetteer.place("538560")
    assert place is not None
    assert len(gazetteer) == 1
    assert (place.name, place.coordinates) == ("Kursk City", Coordinates(51.73, 36.19))
    assert (place.feature_code, place.country, place.population) == ("PPL", "RU", 448733)
    assert (place.admin1, place.within, place.uncertainty_km) == ("Kursk Oblast", "538555", 1.5)
    assert place.name_count == 5
    for name, use in (
        ("Kursk", NameUse.NAME),
        ("Kursk City", NameUse.NAME),
        ("Koursk", NameUse.ALTERNATE),
        ("Курск", NameUse.ALTERNATE),
        ("Kurskian", NameUse.DEMONYM),
    ):
        assert [(named.place.id, named.use) for named in gazetteer.find(name)] == [("538560", use)]


def test_a_name_listed_in_two_ways_is_kept_in_the_more_telling_one(
    place_list: PlaceList, tmp_path: Path
):
    gazetteer = built(
        tmp_path,
        place_list("1,North Korea,40,127,A,PCLI,KP,,,,,DPRK|Chosen,,,,\n"),
        place_list("1,North Korea,40,127,A,PCLI,KP,,,,,,DPRK,,Chosen,\n", name="b.csv"),
    )
    assert [named.use for named in gazetteer.find("DPRK")] == [NameUse.ABBREVIATION]
    assert [named.use for named in gazetteer.find("Chosen")] == [NameUse.HISTORIC]


def test_a_town_takes_its_regions_name_by_the_code(place_list: PlaceList, tmp_path: Path):
    dump = tmp_path / "KP.txt"
    dump.write_text(
        "1871859\tPyongyang\tPyongyang\t\t39.0\t125.7\tP\tPPLC\tKP\t\t12\t\t\t\t3222000\t\t\t\t\n"
        "1\tNowhere\tNowhere\t\t39.5\t125.7\tP\tPPL\tKP\t\t99\t\t\t\t10\t\t\t\t\n"
    )
    header = "id,name,lat,lon,feature_class,feature_code,country,code\n"
    regions = place_list("2,Pyongyang,39,125.7,A,ADM1,KP,KP.12\n", header=header)
    gazetteer = built(tmp_path, regions, geonames=(dump,))
    town, elsewhere = gazetteer.place("1871859"), gazetteer.place("1")
    assert town is not None
    assert elsewhere is not None
    assert (town.admin1, elsewhere.admin1) == ("Pyongyang", "")
    region = gazetteer.region("KP", "Pyongyang")
    assert region is not None
    assert region.id == "2"


def test_towns_come_before_regions_and_villages_after_cities(place_list: PlaceList, tmp_path: Path):
    gazetteer = built(
        tmp_path,
        place_list(
            "1,Kursk,1,1,P,PPL,US,,500,,,,,,,\n"
            "2,Kursk Oblast,51,36,A,ADM1,RU,Kursk Oblast,1100000,,,,,,,\n"
            "3,Kursk,51,36,P,PPL,RU,,448733,,,,,,,\n"
            "4,Kursk,60,100,A,PCLI,XX,,1000,,,,,,,\n"
            "5,Petrograd,50,30,P,PPL,RU,,900000,,,Kursk,,,,\n"
            "6,Kursk,2,2,P,PPL,US,,3,,,Kursktown,,,,\n"
            "7,Kursk,3,3,P,PPL,US,,3,,,,,,,\n"
            "8,Kursk,3,3,H,STM,US,,,,,,,,,\n"
        ),
    )
    assert [named.place.id for named in gazetteer.find("Kursk")] == list("43582167")


def test_the_same_lists_give_the_same_bytes(place_list: PlaceList, tmp_path: Path):
    path = place_list(KURSK)
    first, second = tmp_path / "a.bin", tmp_path / "b.bin"
    build_gazetteer(first, places=[path], packages=False)
    build_gazetteer(second, places=[path], packages=False)
    assert first.read_bytes() == second.read_bytes()


def test_other_lists_give_another_version(place_list: PlaceList, tmp_path: Path):
    one = built(tmp_path, place_list(KURSK)).version
    other = built(tmp_path, place_list(KURSK.replace("51.7", "51.8"))).version
    assert one.partition("-")[0] == other.partition("-")[0] == "1"
    assert one != other


def test_two_builds_at_once_leave_one_whole_file(place_list: PlaceList, tmp_path: Path):
    path = place_list(KURSK)
    target = tmp_path / "folder" / "gazetteer.bin"
    builds = [
        threading.Thread(
            target=build_gazetteer, args=(target,), kwargs={"places": [path], "packages": False}
        )
        for _ in range(4)
    ]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert list(target.parent.iterdir()) == [target]
    assert len(Gazetteer.open(target)) == 1


def test_a_wrong_list_leaves_the_old_gazetteer_in_place(place_list: PlaceList, tmp_path: Path):
    before = built(tmp_path, place_list(KURSK)).version
    with pytest.raises(GazetteerSourceError, match="line 2"):
        built(tmp_path, place_list("1,Kursk,95,36,,,,,,,,,,,,\n", name="wrong.csv"))
    assert Gazetteer.open(tmp_path / "gazetteer.bin").version == before


def test_an_unknown_container_is_a_warning(place_list: PlaceList, tmp_path: Path):
    path = place_list(KURSK)
    report = build_gazetteer(tmp_path / "gazetteer.bin", places=[path], packages=False)
    assert report.warnings == (
        f"{path}, line 2: lies within '538555', but no list has a place of that id",
    )


def test_a_value_that_no_column_holds_is_named():
    listed = ListedPlace("1", "K" * 70_000, Coordinates(1, 2), where="list.csv, line 7")
    with pytest.raises(GazetteerSourceError, match=r"list\.csv, line 7: a value is too large"):
        Compilation().add(listed)


def test_names_for_a_place_that_is_not_there_are_refused():
    listed = ListedPlace("1", "", names=(("Kursk", NameUse.ALTERNATE),), where="list.csv, line 7")
    with pytest.raises(GazetteerSourceError, match=r"list\.csv, line 7: there is no place '1'"):
        Compilation().add(listed)


def test_a_missing_list_is_named(tmp_path: Path):
    with pytest.raises(GazetteerSourceError, match=r"none\.csv"):
        build_gazetteer(tmp_path / "gazetteer.bin", places=[tmp_path / "none.csv"])


def test_progress_names_stages_and_never_goes_back(place_list: PlaceList, tmp_path: Path):
    told: list[tuple[str, float]] = []
    build_gazetteer(
        tmp_path / "gazetteer.bin",
        places=[place_list(KURSK), place_list(KURSK, name="b.csv")],
        packages=False,
        progress=lambda stage, fraction: told.append((stage, fraction)),
    )
    fractions = [fraction for _, fraction in told]
    assert fractions == sorted(fractions)
    assert fractions[0] >= 0
    assert fractions[-1] == 1.0
    assert "reading b.csv" in [stage for stage, _ in told]


def test_a_gazetteer_may_be_empty(tmp_path: Path):
    gazetteer = built(tmp_path)
    assert len(gazetteer) == 0
    assert gazetteer.find("Kursk") == ()
    assert gazetteer.geocode("Kursk") is None
    assert gazetteer.reverse((51.7, 36.2)) is None
    assert gazetteer.country("RU") is None


def test_hostile_names_stay_text(place_list: PlaceList, tmp_path: Path):
    names = ["<script>alert(1)</script>", "${alert(1)}", "C:\\users", "\u202eKursk", "=1+1 Kursk"]
    rows = "".join(f'{number},"{name}",1,2,,,,,,,,,,,,\n' for number, name in enumerate(names, 1))
    gazetteer = built(tmp_path, place_list(rows))
    found = [gazetteer.place(str(number)) for number in range(1, len(names) + 1)]
    assert [place.name for place in found if place] == names
