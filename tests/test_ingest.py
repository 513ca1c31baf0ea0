"""An ingest counts every article once, and does not do again what is done."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.corpus.store import Corpus, open_corpus
from geodata.errors import ArticleFormatError, CorpusUnavailableError
from geodata.ingest import IngestReport, ingest
from geodata.model import (
    Article,
    Candidate,
    Evidence,
    GeoparsedArticle,
    Mention,
    Passage,
    Resolution,
    Span,
)
from tests.corpus.builders import KURSK, RUSSIA


def make_article(article_id: str, text: str) -> Article:
    return Article(article_id, text, path=f"{article_id}.txt", body=(Span(0, len(text)),))


def find_kursk(article: Article) -> GeoparsedArticle:
    """A small geoparser that is right about one town."""
    resolutions, after = [], 0
    while (at := article.text.find("Kursk", after)) >= 0:
        after = at + len("Kursk")
        chosen = Candidate(KURSK, 1.0, (Evidence("only", 1.0, "nothing else is known"),))
        resolutions.append(Resolution(Mention(at, after, "Kursk"), chosen, Candidate(RUSSIA, 0.5)))
    return GeoparsedArticle(article, (Passage(0, len(article.text)),), tuple(resolutions))


@pytest.fixture
def corpus() -> Iterator[Corpus]:
    with open_corpus(":memory:") as opened:
        yield opened


ARTICLES = [make_article(str(n), f"Kursk, told {n} times.") for n in range(3)]


def test_each_article_is_counted_once(corpus: Corpus) -> None:
    failure = ArticleFormatError("is no text", path="x.txt")
    told: list[tuple[int, str]] = []
    report = ingest(
        [ARTICLES[0], failure, ARTICLES[1]],
        find_kursk,
        corpus,
        progress=lambda number, path: told.append((number, path)),
    )
    assert report == IngestReport(2, 0, 0, (failure,))
    assert report.article_count == 3
    assert told == [(1, "0.txt"), (2, "x.txt"), (3, "1.txt")]


def test_an_article_that_cannot_be_kept_or_geoparsed_stops_no_other(corpus: Corpus) -> None:
    def fails_on_one(article: Article) -> GeoparsedArticle:
        if article.id == "1":
            raise ArticleFormatError("is too much", path=article.path)
        return find_kursk(article)

    report = ingest([make_article("nul", "a\0b"), *ARTICLES], fails_on_one, corpus)
    assert (report.added, len(report.failures)) == (2, 2)
    assert [failure.path for failure in report.failures] == ["nul.txt", "1.txt"]


def test_unchanged_articles_are_not_geoparsed_again(corpus: Corpus) -> None:
    geoparsed: list[str] = []

    def noting(article: Article) -> GeoparsedArticle:
        geoparsed.append(article.id)
        return find_kursk(article)

    ingest(ARTICLES, noting, corpus, geoparser_version="1")
    changed = replace(ARTICLES[1], title="Mended")
    copied = replace(ARTICLES[2], id="copy")
    again = ingest([ARTICLES[0], changed, copied], noting, corpus, geoparser_version="1")
    assert again == IngestReport(0, 2, 1, ())
    assert geoparsed == ["0", "1", "2", "1"]


def test_another_geoparser_geoparses_anew(corpus: Corpus) -> None:
    ingest(ARTICLES, find_kursk, corpus, geoparser_version="1")
    again = ingest(ARTICLES, find_kursk, corpus, geoparser_version="2")
    assert again == IngestReport(0, 0, 3, ())


def test_a_corpus_that_stops_answering_stops_the_ingest(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    open_corpus(str(path)).close()
    with (
        open_corpus(f"sqlite:///file:{path}?mode=ro&uri=true") as corpus,
        pytest.raises(CorpusUnavailableError),
    ):
        ingest(ARTICLES, find_kursk, corpus)
