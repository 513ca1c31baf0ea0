"""A corpus gives back what it was given, once, whatever the text; the same on both databases."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from polars.testing import assert_frame_equal

from geodata.corpus.snapshot import snapshot_of
from geodata.corpus.store import Corpus, Outcome, open_corpus
from geodata.errors import ArticleFormatError, CorpusNotFoundError
from geodata.model import Candidate, GeoparsedArticle
from tests.corpus.builders import KURSK, PYONGYANG, actor, corpora, location, make_geoparsed

MUSEUM = make_geoparsed(
    "a",
    ("It opened in Pyongyang; Kursk was named.", [
        location("Pyongyang", PYONGYANG), actor("Kursk", KURSK)]),
    source="One",
    published=date(2025, 10, 24),
    furniture=("Home Kursk Sport", ["Kursk"]),
)  # fmt: skip
any_moment = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def changed(geoparsed: GeoparsedArticle, **fields: object) -> GeoparsedArticle:
    return replace(geoparsed, article=replace(geoparsed.article, **fields))


@given(geoparsed=corpora())
@any_moment
def test_what_is_added_comes_back_equal(corpus: Corpus, geoparsed: list[GeoparsedArticle]) -> None:
    for article_id in corpus.article_ids():
        corpus.remove(article_id)
    distinct = [changed(one, title=f"{n} {one.article.title}") for n, one in enumerate(geoparsed)]
    for one in distinct:
        assert corpus.add(one) == Outcome.ADDED
    for one in distinct:
        assert corpus.get(one.article.id) == one
    kept, made = corpus.snapshot(), snapshot_of(distinct)
    assert_frame_equal(kept.articles, made.articles)
    assert_frame_equal(kept.passages, made.passages)
    assert_frame_equal(kept.mentions, made.mentions)
    assert_frame_equal(kept.places, made.places)


def test_the_same_article_again_changes_nothing(corpus: Corpus) -> None:
    assert corpus.add(MUSEUM) == Outcome.ADDED
    version = corpus.version()
    assert corpus.add(MUSEUM) == Outcome.UNCHANGED
    assert corpus.version() == version


def test_a_changed_article_replaces_the_old_one(corpus: Corpus) -> None:
    corpus.add(MUSEUM)
    version = corpus.version()
    shorter = replace(changed(MUSEUM, title="Anew"), resolutions=MUSEUM.resolutions[:1])
    assert corpus.add(shorter) == Outcome.REPLACED
    assert corpus.get("a") == shorter
    assert corpus.article_ids() == ("a",)
    assert corpus.version() != version


def test_the_same_content_under_another_id_is_the_same_article(corpus: Corpus) -> None:
    corpus.add(MUSEUM)
    copy = changed(MUSEUM, id="b", path="copied/a.txt")
    assert corpus.holds(copy.article)
    assert corpus.add(copy) == Outcome.UNCHANGED
    assert corpus.article_ids() == ("a",)


def test_another_geoparser_replaces_under_the_id_that_is_kept(corpus: Corpus) -> None:
    corpus.add(MUSEUM, geoparser_version="1")
    copy = changed(MUSEUM, id="b", path="copied/a.txt")
    assert corpus.holds(copy.article, geoparser_version="1")
    assert not corpus.holds(copy.article, geoparser_version="2")
    assert corpus.add(copy, geoparser_version="2") == Outcome.REPLACED
    assert corpus.article_ids() == ("a",)
    assert corpus.get("a").article.path == "copied/a.txt"


def test_an_article_changed_into_the_content_of_another_is_not_lost(corpus: Corpus) -> None:
    other = changed(MUSEUM, id="b", title="Other")
    corpus.add(MUSEUM)
    corpus.add(other)
    assert corpus.add(changed(other, title=MUSEUM.article.title)) == Outcome.REPLACED
    assert corpus.get("b").article.title == MUSEUM.article.title


def test_other_answers_to_the_same_mentions_are_kept_with_what_told_them(corpus: Corpus) -> None:
    corpus.add(MUSEUM, geoparser_version="1")
    first, second = MUSEUM.resolutions
    again = replace(MUSEUM, resolutions=(first, replace(second, chosen=Candidate(PYONGYANG, 2.0))))
    [kept] = corpus.kept()
    assert corpus.resolve_again(again, kept, second_look="abc")
    assert corpus.get("a") == again
    assert corpus.holds(MUSEUM.article, geoparser_version="1")
    [kept] = corpus.kept()
    assert (kept.id, kept.source, kept.geoparser_version) == ("a", "One", "1")
    assert kept.second_look == "abc"
    assert corpus.resolve_again(MUSEUM, kept, second_look="")
    assert corpus.get("a") == MUSEUM
    assert [one.second_look for one in corpus.kept()] == [""]


def test_what_was_changed_meanwhile_keeps_its_answers(corpus: Corpus) -> None:
    corpus.add(MUSEUM, geoparser_version="1")
    [kept] = corpus.kept()
    other = changed(MUSEUM, title="Another")
    corpus.add(other, geoparser_version="1")
    version = corpus.version()
    assert not corpus.resolve_again(MUSEUM, kept, second_look="abc")
    assert (corpus.get("a"), corpus.version()) == (other, version)
    [kept] = corpus.kept()
    corpus.add(other, geoparser_version="2")
    assert not corpus.resolve_again(other, kept, second_look="abc")
    corpus.remove("a")
    assert not corpus.resolve_again(other, kept, second_look="abc")


def test_a_place_is_kept_once_and_as_last_told(corpus: Corpus) -> None:
    moved = replace(KURSK, name="Kursk the second", population=440_000)
    corpus.add(MUSEUM)
    corpus.add(make_geoparsed("b", ("In Kursk.", [location("Kursk", moved)])))
    snapshot = corpus.snapshot()
    assert snapshot.place_by_id == {KURSK.id: moved, PYONGYANG.id: PYONGYANG}
    assert corpus.get("a").resolutions[1].place == moved


def test_removing_takes_the_article_and_its_mentions(corpus: Corpus) -> None:
    corpus.add(MUSEUM)
    version = corpus.version()
    corpus.remove("a")
    assert corpus.article_ids() == ()
    assert all(
        frame.is_empty() for frame in (corpus.snapshot().mentions, corpus.snapshot().passages)
    )
    assert corpus.version() != version
    with pytest.raises(CorpusNotFoundError, match="'a'"):
        corpus.remove("a")
    with pytest.raises(CorpusNotFoundError, match="'a'"):
        corpus.get("a")


def test_what_was_kept_is_there_when_opened_again(corpus_url: str) -> None:
    with open_corpus(corpus_url) as corpus:
        corpus.add(MUSEUM)
        version = corpus.version()
    with open_corpus(corpus_url) as corpus:
        assert corpus.get("a") == MUSEUM
        assert corpus.version() == version == corpus.snapshot().version


@pytest.mark.parametrize("fields", [{"text": "a\0b"}, {"title": "\ud800"}, {"path": "\udcff.txt"}])
def test_what_no_database_keeps_is_refused(corpus: Corpus, fields: dict[str, str]) -> None:
    with pytest.raises(ArticleFormatError, match=f"its {next(iter(fields))} holds") as refused:
        corpus.add(changed(MUSEUM, **fields))
    str(refused.value).encode()
    assert corpus.article_ids() == ()


def test_threads_write_and_read_at_once(corpus: Corpus) -> None:
    def add(number: int) -> Outcome:
        assert corpus.snapshot().articles.height <= 24
        return corpus.add(changed(MUSEUM, id=str(number), title=str(number)))

    with ThreadPoolExecutor(6) as threads:
        assert set(threads.map(add, range(24))) == {Outcome.ADDED}
    assert len(corpus.article_ids()) == 24


def test_a_corpus_in_memory_is_one_for_all_threads() -> None:
    with open_corpus(":memory:") as corpus, ThreadPoolExecutor(4) as threads:
        many = [changed(MUSEUM, id=str(n), title=str(n)) for n in range(8)]
        assert set(threads.map(corpus.add, many)) == {Outcome.ADDED}
        assert len(corpus.article_ids()) == 8


WRITER = """
import sys
from dataclasses import replace
from geodata.corpus.store import open_corpus
from tests.corpus.test_store import MUSEUM, changed
url, name = sys.argv[1:]
with open_corpus(url) as corpus:
    for number in range(20):
        corpus.add(changed(MUSEUM, id=f"{name}{number}", title=f"{name}{number}"))
"""


def test_processes_make_and_write_one_corpus_at_once(corpus_url: str, root: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, corpus_url, name], cwd=root)
        for name in "pq"
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    with open_corpus(corpus_url) as corpus:
        assert len(corpus.article_ids()) == 40
        assert corpus.snapshot().mentions.height == 120
