from dataclasses import replace
from datetime import date

import pytest

from dashboard.upload import PROBLEMS_AT_MOST, Upload, add_uploads
from geodata.model import Article, GeoparsedArticle

GOOD = Upload("good.txt", b"A museum in Pyongyang\n\nKim opened a museum in Pyongyang on Friday.\n")


def add(uploads, own=None, *, articles_at_most=100):
    own = {} if own is None else own
    steps: list[tuple[str, float]] = []

    def geoparse(article: Article) -> GeoparsedArticle:
        return GeoparsedArticle(article)

    added = add_uploads(
        uploads,
        own,
        geoparse=geoparse,
        progress=lambda name, share: steps.append((name, share)),
        articles_at_most=articles_at_most,
    )
    return added, own, steps


def test_an_upload_becomes_an_article_of_the_visit() -> None:
    added, own, steps = add([GOOD])
    assert (added.added_count, added.problems) == (1, ())
    assert [one.article.title for one in own.values()] == ["A museum in Pyongyang"]
    assert steps == [("good.txt", 0.0)]


def test_what_the_visitor_tells_counts_more_than_what_the_text_says() -> None:
    told = replace(GOOD, title="My\n headline", source="My paper", published=date(2025, 10, 24))
    _, own, _ = add([told])
    (article,) = (one.article for one in own.values())
    assert (article.title, article.source, article.published) == (
        "My headline",
        "My paper",
        date(2025, 10, 24),
    )
    assert article.text == GOOD.content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binary.txt", b"\x00\x01\x02\x89PNG\x00" * 50),
        ("empty.txt", b""),
        ("table.csv", b"colour,size\nred,5\n"),
        ("strange.exe", b"MZ\x90"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_on(name: str, content: bytes) -> None:
    added, own, _ = add([Upload(name, content), GOOD])
    assert added.added_count == 1
    assert len(own) == 1
    assert len(added.problems) == 1
    assert name in added.problems[0]


def test_the_same_article_twice_is_there_once() -> None:
    _, own, _ = add([GOOD, GOOD])
    assert len(own) == 1


def test_a_visit_holds_only_so_many_articles() -> None:
    uploads = [
        Upload(f"{n}.txt", f"Title {n}\n\nA body of {n} words.\n".encode()) for n in range(5)
    ]
    added, own, _ = add(uploads, articles_at_most=3)
    assert (added.added_count, len(own)) == (3, 3)
    assert "Only 3 articles" in added.problems[-1]


def test_a_long_list_of_problems_is_cut() -> None:
    added, _, _ = add([Upload(f"{n}.exe", b"") for n in range(PROBLEMS_AT_MOST + 5)])
    assert len(added.problems) == PROBLEMS_AT_MOST + 1
    assert added.problems[-1] == "And 5 more that could not be read."
