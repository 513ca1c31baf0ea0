"""What a visitor gives becomes drafts; what cannot be read is a sentence, and the rest goes on."""

import io
import zipfile
from datetime import date

import pytest

from dashboard.upload import (
    FILES_AT_MOST,
    PROBLEMS_AT_MOST,
    Batch,
    Room,
    Upload,
    read_uploads,
    shortened,
)
from geodata.model import Article, GeoparsedArticle

ROOM = Room(articles=100, characters=1_000_000)
GOOD = Upload("good.txt", b"A museum in Pyongyang\n\nKim opened a museum in Pyongyang on Friday.\n")
FEED = b"""<rss version="2.0"><channel><title>Wire</title><item><title>Rain</title>
<link>https://andes.example/rain</link><description>It rains.</description></item></channel>
</rss>"""


def read(*uploads: Upload, room: Room = ROOM) -> tuple[Batch, list[tuple[str, float]]]:
    steps: list[tuple[str, float]] = []

    def geoparse(article: Article) -> GeoparsedArticle:
        return GeoparsedArticle(article)

    batch = read_uploads(
        uploads,
        geoparse=geoparse,
        progress=lambda name, share: steps.append((name, share)),
        room=room,
    )
    return batch, steps


def packed(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return stream.getvalue()


def test_an_upload_becomes_a_draft_that_is_wanted() -> None:
    batch, steps = read(GOOD)
    (draft,) = batch.drafts
    assert (draft.labels.title, draft.is_wanted) == ("A museum in Pyongyang", True)
    assert batch.problems == ()
    assert steps == [("good.txt", 0.0)]


def test_an_archive_becomes_a_draft_for_each_article_in_it() -> None:
    archive = Upload("News.ZIP", packed(a_txt=GOOD.content, b_png=b"\x89PNG", feed_xml=FEED))
    batch, _ = read(archive)
    assert [one.labels.title for one in batch.drafts] == ["A museum in Pyongyang", "Rain"]
    assert [one.is_entry for one in batch.drafts] == [False, True]
    (problem,) = batch.problems
    assert problem.startswith("News.ZIP, b.png")


def test_the_entries_of_a_feed_are_known_as_such() -> None:
    batch, _ = read(Upload("wire.rss", FEED), GOOD)
    assert [one.is_entry for one in batch.drafts] == [True, False]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binary.txt", b"\x00\x01\x02\x89PNG\x00" * 50),
        ("empty.txt", b""),
        ("table.csv", b"colour,size\nred,5\n"),
        ("strange.exe", b"MZ\x90"),
        ("broken.zip", b"PK\x03\x04 and no more"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(name: str, content: bytes) -> None:
    batch, steps = read(Upload(name, content), GOOD)
    assert len(batch.drafts) == 1
    (problem,) = batch.problems
    assert name in problem
    assert steps == [(name, 0.0), ("good.txt", 0.5)]


@pytest.mark.parametrize("name", ["huge.txt", "huge.zip", "huge.csv"])
def test_a_file_that_is_too_large_is_told(name: str) -> None:
    batch, _ = read(Upload(name, b"a" * 10_000_001), GOOD)
    assert len(batch.drafts) == 1
    assert batch.problems == (f"{name}: larger than 10 MB; split it",)


def test_files_beyond_the_most_that_are_read_are_told() -> None:
    batch, steps = read(*(Upload(f"{n}.exe", b"") for n in range(FILES_AT_MOST + 3)))
    assert len(steps) == FILES_AT_MOST
    assert batch.problems[-1] == "Only 50 files are read at once; 3 more were left."


def test_columns_that_were_not_read_are_told_and_are_no_problem() -> None:
    rows = b"headline,date,author,body\nDam,2025-10-24,Jane,A dam broke.\n"
    batch, _ = read(Upload("table.csv", rows))
    assert batch.problems == ()
    assert batch.drafts[0].labels.published == date(2025, 10, 24)
    (remark,) = batch.remarks
    assert remark.startswith("table.csv: nothing was read from the column “author”; ")


def test_the_same_article_twice_is_there_once() -> None:
    batch, _ = read(GOOD, GOOD)
    assert len(batch.drafts) == 1


def test_a_visit_holds_only_so_many_articles() -> None:
    uploads = [
        Upload(f"{n}.txt", f"Title {n}\n\nA body of {n} words.\n".encode()) for n in range(5)
    ]
    batch, _ = read(*uploads, room=Room(articles=3, characters=10_000))
    assert len(batch.drafts) == 3
    assert "the rest, from “3.txt” on, was left" in batch.problems[-1]


def test_a_visit_holds_only_so_much_text() -> None:
    uploads = [Upload(f"{n}.txt", f"Title {n}\n\n{'word ' * 100}\n".encode()) for n in range(5)]
    batch, _ = read(*uploads, room=Room(articles=10, characters=1200))
    assert len(batch.drafts) == 2
    assert "the rest, from “2.txt” on, was left" in batch.problems[-1]


def test_a_long_list_of_problems_is_cut() -> None:
    batch, _ = read(*(Upload(f"{n}.exe", b"") for n in range(PROBLEMS_AT_MOST + 5)))
    assert len(batch.problems) == PROBLEMS_AT_MOST + 5
    shown = shortened(batch.problems)
    assert len(shown) == PROBLEMS_AT_MOST + 1
    assert shown[-1] == "And 5 more that could not be read."
    assert shortened(shown[:3]) == shown[:3]
