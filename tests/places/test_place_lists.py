"""Lists of places in our CSV layout."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerSourceError
from geodata.model import NameUse
from geodata.names import normalise
from geodata.places.listed import ListedPlace
from geodata.places.place_lists import COLUMNS, curated_lists, read_place_list

PlaceList = Callable[..., Path]


def test_a_full_row_is_read(place_list: PlaceList):
    path = place_list(
        "42,Kursk,51.7,36.2,p,ppl,ru,Kursk Oblast,448733,538555,2.5,"
        "Koursk| Курск |,KRS,Kurskian,Kursko,our own\n"
    )
    assert list(read_place_list(path)) == [
        ListedPlace(
            id="42",
            name="Kursk",
            coordinates=Coordinates(51.7, 36.2),
            feature_class="P",
            feature_code="PPL",
            country="RU",
            admin1="Kursk Oblast",
            population=448733,
            within="538555",
            uncertainty_km=2.5,
            names=(
                ("Koursk", NameUse.ALTERNATE),
                ("Курск", NameUse.ALTERNATE),
                ("KRS", NameUse.ABBREVIATION),
                ("Kurskian", NameUse.DEMONYM),
                ("Kursko", NameUse.HISTORIC),
            ),
            is_hand_listed=True,
            where=f"{path}, line 2",
        )
    ]


def test_name_and_coordinates_are_enough(place_list: PlaceList):
    path = place_list("39.1,125.8,Our Street\n", name="mine.csv", header="lat,lon,name\n")
    (place,) = read_place_list(path)
    assert (place.id, place.name) == ("mine:our-street", "Our Street")
    assert place.coordinates == Coordinates(39.1, 125.8)
    assert place.population is None


def test_two_places_of_one_name_need_no_ids_to_be_two(place_list: PlaceList):
    rows = "39.1,125.8,Our Street\n40,120,our street\n39.1,125.8,Our Street\n"
    places = list(read_place_list(place_list(rows, name="mine.csv", header="lat,lon,name\n")))
    assert [place.id for place in places] == [
        "mine:our-street",
        "mine:our-street-2",
        "mine:our-street",
    ]


def test_comments_empty_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xef\xbb\xbf# from us\nName, LAT ,lon\n\n# more\n,,\nA,1,2\r\nB,3,4")
    assert [(place.name, place.where[-6:]) for place in read_place_list(path)] == [
        ("A", "line 6"),
        ("B", "line 7"),
    ]


def test_a_code_names_the_region_without_its_country(place_list: PlaceList):
    path = place_list("Kursk,1,2,RU,RU.41\n", header="name,lat,lon,country,code\n")
    assert next(read_place_list(path)).admin1_code == "41"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Pyongyang,125.75,39.03,,,,,", "line 2: latitude 125.75.*swapped"),
        ("Pyongyang,39.03,225.75,,,,,", "line 2: longitude 225.75"),
        ("Pyongyang,nan,125.75,,,,,", "line 2: .*not finite"),
        ("Pyongyang,39°02′N,125.75,,,,,", "line 2: .*decimal degrees"),
        ("Pyongyang,,,,,,,", "line 2: .*decimal degrees"),
        ("Pyongyang,39.03,,,,,,", "line 2: .*decimal degrees"),
        ("Pyongyang", "line 2: .*decimal degrees"),
        (",39.03,125.75,,,,,", "line 2: .*no letter"),
        ("?!,39.03,125.75,,,,,", "line 2: .*no letter"),
        ("Pyongyang,39.03,125.75,many,,,,", "line 2: population 'many'"),
        ("Pyongyang,39.03,125.75,-5,,,,", "line 2: population"),
        ("Pyongyang,39.03,125.75,,KOR,,,", "line 2: country 'KOR'.*alpha-2"),
        ("Pyongyang,39.03,125.75,,,town,,", "line 2: feature_class 'TOWN'"),
        ("Pyongyang,39.03,125.75,,,,about 5,", "line 2: uncertainty_km"),
        ("Pyongyang,39.03,125.75,,,,0,", "line 2: uncertainty_km"),
        ("Pyongyang,39.03,125.75,,,,inf,", "line 2: uncertainty_km"),
        (f"Pyongyang,39.03,125.75,,,,,{'a' * 201}", "line 2: .*longer.*by |"),
        ("Pyongyang,39.03,125.75,,,,,a,b,c", "line 2: has 10 cells, the header 8"),
        ('Pyongyang,39.03,125.75,,,,,"open', "line 2: is not CSV.*quotation"),
    ],
)
def test_an_impossible_row_names_line_and_remedy(place_list: PlaceList, row: str, words: str):
    header = "name,lat,lon,population,country,feature_class,uncertainty_km,aliases\n"
    with pytest.raises(GazetteerSourceError, match=f"places.csv, {words}"):
        list(read_place_list(place_list(row + "\n", header=header)))


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("name,lat\n", "has no column lon"),
        ("", "has no column name, lat, lon"),
        ("name,lat,lon,colour\n", "'colour' is not known; known are id, name"),
        ("name,lat,lon,name\n", "stands twice"),
    ],
)
def test_a_wrong_header_names_the_columns(place_list: PlaceList, header: str, words: str):
    with pytest.raises(GazetteerSourceError, match=words):
        list(read_place_list(place_list("", header=header)))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"name,lat,lon\n\xff\xfe\x00,1,2\n")
    with pytest.raises(GazetteerSourceError, match=r"list\.csv.*UTF-8"):
        list(read_place_list(path))


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(GazetteerSourceError, match=r"none\.csv.*check the path"):
        list(read_place_list(tmp_path / "none.csv"))


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_of_any_kind_crashes_the_reader(
    tmp_path_factory: pytest.TempPathFactory, text: str
):
    path = tmp_path_factory.mktemp("list") / "list.csv"
    path.write_text("name,lat,lon,aliases\n" + text, encoding="utf-8")
    try:
        places = list(read_place_list(path))
    except GazetteerSourceError as error:
        assert "list.csv" in str(error)
    else:
        assert all(normalise(place.name) for place in places)


@pytest.mark.parametrize("path", curated_lists(), ids=lambda path: path.stem)
def test_our_own_lists_can_be_read(path: Path):
    places = list(read_place_list(path))
    assert places
    assert set(COLUMNS) >= {"id", "name", "lat", "lon"}
    assert len({place.id for place in places}) == len(places), "an id stands twice"
