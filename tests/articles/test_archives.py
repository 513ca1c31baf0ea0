"""Archives are unpacked in memory and within limits; what cannot be read costs only itself."""

import io
import stat
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.articles.archives import ArchiveLimits, read_archive
from geodata.errors import ArticleError
from geodata.model import Article

TEXT = b"Dam breaks above Lima\n\nA dam broke above Lima on Friday, the mayor said.\n"


def pack(files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(content: bytes, limits: ArchiveLimits | None = None) -> tuple[list[Article], list[str]]:
    articles, problems = [], []
    for found in read_archive("news.zip", content, limits):
        if isinstance(found, ArticleError):
            problems.append(str(found))
        else:
            articles.append(found)
    return articles, problems


def test_the_files_of_an_archive_are_read_by_name() -> None:
    rows = b'{"text": "It rains in Cusco.", "title": "Rain"}\n' * 2
    articles, problems = read(pack({"b/c.jsonl": rows, "a.txt": TEXT, "b/": b""}))
    assert problems == []
    assert [one.title for one in articles] == ["Dam breaks above Lima", "Rain", "Rain"]
    assert articles[0].path == "news.zip, a.txt"


def test_a_metadata_table_tells_of_the_files_beside_and_below_it() -> None:
    files = {
        "x/metadata.csv": b"file,title,source,published,url\r\n"
        b"a.txt,Told,Andes Daily,2025-10-24,https://andes.example/a\r\nnone.txt,,,,\r\n"
        b"../a.txt,,Outside,,\r\nsub/b.txt,,Below,,\r\n",
        "x/a.txt": TEXT,
        "x/sub/b.txt": TEXT,
        "a.txt": TEXT,
    }
    articles, problems = read(pack(files))
    by_source = {one.source: one for one in articles}
    assert set(by_source) == {"", "Andes Daily", "Below"}
    told = by_source["Andes Daily"]
    assert (told.title, told.published) == ("Told", date(2025, 10, 24))
    assert told.url == "https://andes.example/a"
    assert [("line 3" in said, "none.txt" in said) for said in problems] == [
        (True, True),
        (False, False),
    ]
    assert "'../a.txt'" in problems[1]


def test_hidden_files_and_those_saved_with_a_page_are_passed_over() -> None:
    page = b"<html><body><p>A dam broke above Lima on Friday.</p></body></html>"
    files = {
        "dam.html": page,
        "dam_files/style.css": b"p {}",
        "dam_files/deep/more.html": page,
        "__MACOSX/._dam.html": b"\0",
        ".DS_Store": b"\0",
    }
    articles, problems = read(pack(files))
    assert (len(articles), problems) == (1, [])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("inner.zip", pack({"a.txt": TEXT}), "archive within the archive"),
        ("inner.tar.gz", b"\x1f\x8b", "archive within the archive"),
        ("picture.png", b"\x89PNG", "not read"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\0\1\2", "binary"),
        ("bomb.txt", b"\0" * 5_000_000, "hundreds of times"),
    ],
)
def test_a_file_that_cannot_be_read_costs_only_itself(
    name: str, content: bytes, reason: str
) -> None:
    articles, problems = read(pack({name: content, "a.txt": TEXT}))
    assert len(articles) == 1
    assert len(problems) == 1
    assert problems[0].startswith(f"news.zip, {name}")
    assert reason in problems[0]


def test_a_file_too_long_is_refused_and_the_rest_goes_on() -> None:
    limits = ArchiveLimits(bytes_each=100)
    articles, problems = read(pack({"long.txt": TEXT * 9, "z.txt": TEXT}), limits)
    assert len(articles) == 1
    assert "long.txt" in problems[0]


def test_an_archive_is_unpacked_up_to_its_limit() -> None:
    limits = ArchiveLimits(bytes_in_all=len(TEXT) * 2)
    articles, problems = read(pack({f"{n}.txt": TEXT for n in range(5)}), limits)
    assert len(articles) == 2
    assert len(problems) == 1
    assert "2.txt on were left" in problems[0]


def test_an_archive_of_too_many_files_is_not_listed() -> None:
    articles, problems = read(pack({f"{n}.txt": TEXT for n in range(6)}), ArchiveLimits(members=5))
    assert articles == []
    assert "more than 5 files" in problems[0]


def test_a_size_that_lies_is_found_out() -> None:
    honest = pack({"a.txt": TEXT * 100, "b.txt": TEXT})
    size = struct.pack("<I", len(TEXT) * 100)
    lying = honest.replace(size, struct.pack("<I", 10))
    assert lying != honest
    articles, problems = read(lying)
    assert [one.path for one in articles] == ["news.zip, b.txt"]
    assert "broken" in problems[0]


def test_broken_files_count_towards_the_limit() -> None:
    broken = pack({f"{n}.txt": TEXT * 100 for n in range(5)} | {"z.txt": TEXT})
    for checksum in {member.CRC for member in zipfile.ZipFile(io.BytesIO(broken)).infolist()[:5]}:
        broken = broken.replace(struct.pack("<I", checksum), b"\1\2\3\4")
    _, problems = read(broken, ArchiveLimits(bytes_in_all=len(TEXT) * 250))
    assert ["broken" in said for said in problems] == [True, True, False]
    assert "2.txt on were left" in problems[-1]


@pytest.mark.parametrize("offset", [2**32 - 2, 2**62, 2**63 + 5, 2**64 - 1])
def test_a_file_that_lies_beyond_all_numbers_is_told(offset: int) -> None:
    damaged = bytearray(pack({"a.txt": TEXT}))
    entry, end = damaged.find(b"PK\x01\x02"), damaged.find(b"PK\x05\x06")
    extra = struct.pack("<HHQ", 1, 8, offset)
    damaged[end + 12 : end + 16] = struct.pack("<I", end - entry + len(extra))
    damaged[entry + 42 : entry + 46] = b"\xff" * 4
    damaged[entry + 30 : entry + 32] = struct.pack("<H", len(extra))
    name_end = entry + 46 + len("a.txt")
    damaged[name_end:name_end] = extra
    articles, problems = read(bytes(damaged))
    assert articles == []
    assert "broken" in problems[0]


def test_a_locked_file_is_told() -> None:
    locked = bytearray(pack({"a.txt": TEXT, "b.txt": TEXT}))
    locked[locked.find(b"PK\x03\x04") + 6] |= 1
    locked[locked.find(b"PK\x01\x02") + 8] |= 1
    articles, problems = read(bytes(locked))
    assert len(articles) == 1
    assert "password" in problems[0]


def test_an_unusual_packing_is_told() -> None:
    _, problems = read(pack({"a.txt": TEXT}, zipfile.ZIP_LZMA))
    assert "unusual way" in problems[0]


def test_a_link_is_not_followed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    articles, problems = read(stream.getvalue())
    assert articles == []
    assert "link" in problems[0]


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\..\\evil.txt", "a/./../evil.txt",
     "e\u202evil.txt", "x" * 300 + ".txt"],
)  # fmt: skip
def test_no_name_leads_out_of_the_archive(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    articles, problems = read(pack({name: TEXT}))
    assert (len(articles), problems) == (1, [])
    assert "/" not in articles[0].path and "\\" not in articles[0].path
    assert "\u202e" not in articles[0].path
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_two_files_of_one_name_are_told() -> None:
    articles, problems = read(pack({"a.txt": TEXT, "./a.txt": TEXT + b"More.\n"}))
    assert len(articles) == 1
    assert "one name" in problems[0]


@pytest.mark.parametrize("content", [b"", b"no zip", pack({"a.txt": TEXT})[:-30], pack({})])
def test_what_is_no_archive_is_told(content: bytes) -> None:
    articles, problems = read(content)
    assert (articles, len(problems)) == ([], 1)


@given(st.data())
def test_no_damage_to_an_archive_breaks_the_reader(data: st.DataObject) -> None:
    damaged = bytearray(pack({"a.txt": TEXT, "metadata.csv": b"file\r\na.txt\r\n"}))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    articles, problems = read(bytes(damaged))
    assert articles or problems
