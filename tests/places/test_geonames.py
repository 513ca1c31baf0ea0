"""GeoNames dumps in the allCountries layout."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerSourceError
from geodata.model import NameUse
from geodata.places.build import build_gazetteer
from geodata.places.gazetteer import Gazetteer
from geodata.places.geonames import read_geonames

KURSK = (
    "538560\tKursk\tKursk\tKoursk,URS,Курск,kursko\t51.72689\t36.18457\tP\tPPLA\tRU\t\t41\t\t\t\t"
    "448733\t\t240\tEurope/Moscow\t2024-01-01\n"
)
LAKE = (
    "2022890\tOzero Baykal\tOzero Baykal\tLake Baikal\t53.63058\t108.0\tH\tLK\tRU\t\t00\t\t\t\t0"
    "\t\t450\tAsia/Irkutsk\t2024-01-01\n"
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "RU.txt"
    path.write_text(KURSK + LAKE, encoding="utf-8")
    return path


def test_a_line_becomes_a_listed_place(dump: Path):
    town, lake = read_geonames(dump)
    assert (town.id, town.name, town.coordinates) == (
        "538560",
        "Kursk",
        Coordinates(51.72689, 36.18457),
    )
    assert (town.feature_class, town.feature_code) == ("P", "PPLA")
    assert (town.country, town.admin1_code, town.population) == ("RU", "41", 448733)
    assert town.names == (("Koursk", NameUse.ALTERNATE), ("Курск", NameUse.ALTERNATE))
    assert (lake.feature_class, lake.admin1_code, lake.population) == ("H", "", None)


def test_only_the_wanted_feature_classes_are_read(dump: Path):
    assert [place.id for place in read_geonames(dump, feature_classes=frozenset("H"))] == [
        "2022890"
    ]


def test_a_zip_is_read_without_unpacking(dump: Path, tmp_path: Path):
    path = tmp_path / "RU.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dump, "RU.txt")
        archive.writestr("readme.txt", "about")
    assert next(read_geonames(path)).id == "538560"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("538560\tKursk\n", "line 3: has 2 fields instead of 19"),
        (KURSK.replace("51.72689", "north"), "line 3: .*north"),
        (KURSK.replace("51.72689", "151.7"), "line 3: latitude 151.7"),
        (KURSK.replace("538560", "x"), "line 3: the id 'x'"),
        (KURSK.replace("448733", "many"), "line 3: .*many"),
        ("\n", "line 3: has 1 fields"),
        (KURSK.replace("\tRU\t", "\tRussia\t"), "line 3: .*Russia"),
        (KURSK.replace("Kursk", "K" * 201), "line 3: the name"),
    ],
)
def test_a_bad_line_is_named_with_its_remedy(dump: Path, line: str, words: str):
    dump.write_text(KURSK + LAKE + line, encoding="utf-8")
    with pytest.raises(GazetteerSourceError, match=rf"RU\.txt, {words}.*download\.geonames\.org"):
        list(read_geonames(dump))


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=19, max_size=19))
def test_no_text_of_any_kind_crashes_the_reader(
    tmp_path_factory: pytest.TempPathFactory, fields: list[str]
):
    path = tmp_path_factory.mktemp("dump") / "dump.txt"
    fields[6] = "P"
    path.write_text(KURSK + "\t".join(fields), encoding="utf-8", newline="")
    try:
        assert list(read_geonames(path))
    except GazetteerSourceError as error:
        assert "dump.txt" in str(error)


def test_what_is_no_dump_is_refused(tmp_path: Path):
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00\x80" * 99)
    (tmp_path / "none.zip").write_bytes(b"PK nothing")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.txt", "")
        archive.writestr("b.txt", "")
    for name in ("binary.txt", "none.zip", "two.zip", "missing.txt"):
        with pytest.raises(GazetteerSourceError, match=name):
            list(read_geonames(tmp_path / name))


def test_a_damaged_zip_is_refused(tmp_path: Path):
    path = tmp_path / "RU.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("RU.txt", KURSK * 2000)
    content = bytearray(path.read_bytes())
    content[200_000] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(GazetteerSourceError, match=r"RU\.zip"):
        list(read_geonames(path))


def test_a_real_dump_is_built_and_found(shared: Path, tmp_path: Path):
    dump = shared / "geonames" / "NL.txt"
    if not dump.is_file():
        pytest.skip("the GeoNames dump of the Netherlands (../shared/geonames/NL.txt) is not here")
    report = build_gazetteer(tmp_path / "gazetteer.bin", geonames=[dump], packages=False)
    gazetteer = Gazetteer.open(report.path)
    assert report.place_count == len(gazetteer) > 20_000
    amsterdam = gazetteer.find("Amsterdam")[0].place
    assert (amsterdam.id, amsterdam.feature_code) == ("2759794", "PPLC")
    assert amsterdam.admin1 == "Provincie Noord-Holland"
    assert gazetteer.geocode("Utrecht, Netherlands").raw["country"] == "NL"
    assert gazetteer.find("Markermeer")[0].place.feature_class == "H"
