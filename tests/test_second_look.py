"""A local paper's articles, resolved again by what its other articles tell of where it is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from geodata.corpus.store import Corpus, open_corpus
from geodata.geoparse import Geoparser
from geodata.ingest import ingest
from geodata.mentions.recognition import TrainedRecogniser
from geodata.model import Article, GeoparsedArticle, Place, Span
from geodata.places.home import FEWEST_ARTICLES, MOST_ARTICLES, Home
from geodata.places.resolution import Resolver
from geodata.second_look import Outlet, looked_over, telling
from tests.small_gazetteer import IDAHO, MOSCOW, MOSCOW_IDAHO, SmallGazetteer, make_place

TROY = make_place("t", "Troyville", at=(46.74, -116.77), country="US", admin1="Idaho",
                  population=90_000)  # fmt: skip
GAZETTEER = SmallGazetteer([(MOSCOW, {}), (MOSCOW_IDAHO, {}), (IDAHO, {}), (TROY, {})])
GEOPARSER = Geoparser(TrainedRecogniser(GAZETTEER), Resolver(GAZETTEER), version="1")


def article(number: int, text: str, source: str = "Palouse Post") -> Article:
    return Article(f"a{number}", text, source=source, path=f"{number}.txt",
                   body=(Span(0, len(text)),))  # fmt: skip


LOCAL = [article(n, f"They met in Troyville in Idaho, day {n}.") for n in range(3)]
BARE = article(9, "A man was hurt in Moscow on Friday.")


def moscow_in(geoparsed: GeoparsedArticle) -> Place | None:
    [found] = [one for one in geoparsed.resolutions if one.mention.text == "Moscow"]
    return found.place


@pytest.fixture
def corpus() -> Iterator[Corpus]:
    with open_corpus(":memory:") as opened:
        yield opened


def take_in(corpus: Corpus, *articles: Article) -> int:
    report = ingest(
        articles,
        GEOPARSER.geoparse,
        corpus,
        look_again=GEOPARSER.look_again,
        geoparser_version="1",
    )
    return report.resolved_again


def test_a_bare_name_means_the_town_that_the_source_is_near(corpus: Corpus) -> None:
    assert moscow_in(GEOPARSER.geoparse(BARE)) == MOSCOW
    assert take_in(corpus, *LOCAL, BARE) == 4
    assert moscow_in(corpus.get("a9")) == MOSCOW_IDAHO


@pytest.mark.parametrize("order", [(3, 0, 1, 2), (0, 1, 3, 2)])
def test_the_order_in_which_articles_come_changes_nothing(
    corpus: Corpus, order: tuple[int, ...]
) -> None:
    articles = [*LOCAL, BARE]
    for at in order:
        take_in(corpus, articles[at])
    one_by_one = [corpus.get(key) for key in corpus.article_ids()]
    with open_corpus(":memory:") as other:
        take_in(other, *articles)
        assert [other.get(key) for key in other.article_ids()] == one_by_one


def test_what_was_looked_over_is_not_again_until_its_source_changes(corpus: Corpus) -> None:
    take_in(corpus, *LOCAL, BARE)
    version = corpus.version()
    assert take_in(corpus, *LOCAL, BARE) == 0
    assert corpus.version() == version
    assert take_in(corpus, article(4, "Rain fell in Troyville.")) == 5


def test_a_look_that_was_broken_off_is_taken_by_the_next_ingest(corpus: Corpus) -> None:
    ingest([*LOCAL, BARE], GEOPARSER.geoparse, corpus, geoparser_version="1")
    assert moscow_in(corpus.get("a9")) == MOSCOW
    assert take_in(corpus, BARE) == 4
    assert moscow_in(corpus.get("a9")) == MOSCOW_IDAHO


def test_an_article_left_alone_gets_its_first_answers_back(corpus: Corpus) -> None:
    take_in(corpus, *LOCAL, BARE)
    corpus.remove("a1")
    take_in(corpus, LOCAL[0])
    assert corpus.get("a9") == GEOPARSER.geoparse(BARE)


def test_a_source_that_an_article_leaves_is_looked_over(corpus: Corpus) -> None:
    take_in(corpus, *LOCAL, BARE)
    take_in(corpus, *[replace(one, source="Elsewhere") for one in LOCAL])
    assert corpus.get("a9") == GEOPARSER.geoparse(BARE)


@pytest.mark.parametrize("gone", ["a0", "a9"])
def test_what_goes_or_changes_during_the_look_stops_nothing(corpus: Corpus, gone: str) -> None:
    take_in(corpus, *LOCAL[:2])
    snow = GEOPARSER.geoparse(article(9, "Snow."))

    def look_again(geoparsed: GeoparsedArticle, home: Home | None) -> GeoparsedArticle:
        if gone in corpus.article_ids():
            corpus.remove(gone)
            if gone == "a9":
                corpus.add(snow, geoparser_version="1")
        return GEOPARSER.look_again(geoparsed, home)

    articles = [LOCAL[2], BARE]
    ingest(articles, GEOPARSER.geoparse, corpus, look_again=look_again, geoparser_version="1")
    assert gone not in corpus.article_ids() or corpus.get("a9") == snow


def test_unknown_sources_and_other_versions_are_left_as_they_are(corpus: Corpus) -> None:
    nameless = [replace(one, source="") for one in (*LOCAL, BARE)]
    assert take_in(corpus, *nameless) == 0
    old = [replace(one, id=f"old-{one.id}", title="Old") for one in LOCAL]
    ingest(old, GEOPARSER.geoparse, corpus, geoparser_version="0")
    assert take_in(corpus, replace(BARE, id="new", title="New")) == 0


def test_articles_outside_a_corpus_are_looked_over_too() -> None:
    first = [GEOPARSER.geoparse(one) for one in (*LOCAL, BARE)]
    again = list(looked_over(first, GEOPARSER.look_again))
    assert [one.article.id for one in again] == [one.article.id for one in first]
    assert moscow_in(again[-1]) == MOSCOW_IDAHO
    assert list(looked_over(first[-1:], GEOPARSER.look_again)) == first[-1:]
    known = {one.article.id: one.resolutions for one in first[:-1]}
    [alone] = looked_over(first[-1:], GEOPARSER.look_again, {"Palouse Post": known}.__getitem__)
    assert alone == again[-1]


def test_a_home_is_told_by_others_and_by_not_too_many() -> None:
    ids = [f"{number:03}" for number in range(2 * MOST_ARTICLES)]
    outlet = Outlet(dict.fromkeys(reversed(ids), ()))
    assert list(outlet.first) == telling(ids) == ids[:MOST_ARTICLES]
    few = {one.id: GEOPARSER.geoparse(one).resolutions for one in LOCAL}
    assert len(few) == FEWEST_ARTICLES
    assert Outlet(few).home_for("a0") is None
    assert Outlet(few).home_for("a9") is not None
