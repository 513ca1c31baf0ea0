"""The file's layout: what is written is mapped, and what is damaged is refused."""

from pathlib import Path

import pytest

from geodata.errors import GazetteerError, GazetteerNotFoundError, GazetteerVersionError
from geodata.places.gazetteer_file import MAGIC, map_gazetteer_file, write_gazetteer_file

SECTIONS = {"empty": b"", "names": b"a tree", "places": bytes(range(200))}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "gazetteer.bin"
    write_gazetteer_file(path, SECTIONS, version="1-abc", built_in="def")
    return path


def test_sections_come_back_as_they_were_written(written: Path):
    file = map_gazetteer_file(written)
    assert {name: bytes(section) for name, section in file.sections.items()} == SECTIONS
    assert (file.version, file.built_in) == ("1-abc", "def")


def test_the_size_told_is_the_files(tmp_path: Path):
    path = tmp_path / "gazetteer.bin"
    assert write_gazetteer_file(path, SECTIONS, version="", built_in="") == path.stat().st_size


def test_nothing_but_the_file_is_left_behind(written: Path):
    write_gazetteer_file(written, SECTIONS, version="2", built_in="")
    assert list(written.parent.iterdir()) == [written]
    assert map_gazetteer_file(written).version == "2"


def test_a_reader_keeps_the_old_file_while_a_new_one_takes_its_place(written: Path):
    before = map_gazetteer_file(written)
    write_gazetteer_file(written, {"names": b"other"}, version="2", built_in="")
    assert bytes(before.sections["names"]) == SECTIONS["names"]


def test_numbers_that_are_not_whole_are_refused(written: Path):
    with pytest.raises(GazetteerVersionError, match="build-gazetteer"):
        map_gazetteer_file(written).section("places", width=7)
    with pytest.raises(GazetteerVersionError, match="build-gazetteer"):
        map_gazetteer_file(written).section("no such section", width=1)


def test_every_cut_is_noticed(written: Path):
    whole = written.read_bytes()
    for length in range(len(whole)):
        written.write_bytes(whole[:length])
        with pytest.raises(GazetteerVersionError, match="build-gazetteer"):
            map_gazetteer_file(written)


def test_every_changed_byte_of_head_and_tree_is_noticed(written: Path):
    whole = bytearray(written.read_bytes())
    tree = whole.index(SECTIONS["names"])
    padding = range(whole.index(b"}}") + 2, tree)
    for position in set(range(tree + len(SECTIONS["names"]))) - set(padding):
        damaged = bytearray(whole)
        damaged[position] ^= 0x41
        written.write_bytes(damaged)
        with pytest.raises(GazetteerVersionError, match="build-gazetteer"):
            map_gazetteer_file(written)


@pytest.mark.parametrize("content", [b"", b"no gazetteer", MAGIC, b"\0" * 5000])
def test_another_file_is_no_gazetteer(tmp_path: Path, content: bytes):
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(content)
    with pytest.raises(GazetteerVersionError, match="build-gazetteer"):
        map_gazetteer_file(path)


def test_a_folder_is_no_gazetteer(tmp_path: Path):
    with pytest.raises(GazetteerVersionError):
        map_gazetteer_file(tmp_path)


def test_another_format_is_named(written: Path):
    whole = bytearray(written.read_bytes())
    whole[len(MAGIC)] = 99
    written.write_bytes(whole)
    with pytest.raises(GazetteerVersionError, match="format 99"):
        map_gazetteer_file(written)


def test_a_missing_file_names_the_command(tmp_path: Path):
    with pytest.raises(GazetteerNotFoundError, match="python -m geodata build-gazetteer"):
        map_gazetteer_file(tmp_path / "gazetteer.bin")


def test_a_folder_that_cannot_be_made_names_the_setting(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="DATELINE_GAZETTEER"):
        write_gazetteer_file(tmp_path / "file" / "gazetteer.bin", {}, version="", built_in="")
