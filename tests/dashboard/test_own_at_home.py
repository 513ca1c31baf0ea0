"""A visitor's own articles are resolved by what is known of their source, as those ingested are."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geodata.corpus.store import open_corpus
from geodata.geoparse import make_geoparser
from geodata.ingest import ingest
from geodata.model import Article, Span
from geodata.places.gazetteer import Gazetteer
from tests.local_paper import LOCAL, MOSCOW, MOSCOW_IDAHO, SOURCE


def article(key: str, text: str) -> Article:
    return Article(key, text, source=SOURCE, path=f"{key}.txt", body=(Span(0, len(text)),))


def page(*, known: bool) -> None:
    import streamlit as st

    from dashboard import data
    from dashboard.geoparsing import unseen
    from tests import local_paper
    from tests.dashboard.test_own_at_home import article

    texts = [local_paper.BARE, *(() if known else local_paper.LOCAL)]
    for number, text in enumerate(texts):
        one = article(f"own-{number}", text)
        data.own_articles()[one.id] = data.geoparse(one, unseen)
    shown = data.shown_corpus(unseen).snapshot
    geoparsed = data.geoparsed_article("own-0")
    assert geoparsed is not None
    [found] = geoparsed.resolutions
    considered = data.considered(geoparsed, found.mention)
    assert considered is not None
    drawn = shown.mentions.filter(shown.mentions["article_id"] == "own-0")["place_id"].to_list()
    for place in (found.place, considered.resolution.place, considered.candidates[0].place):
        assert place is not None
        st.text(place.id)
    st.text(drawn[0])


def places(app: AppTest) -> list[str]:
    app.run()
    assert not app.exception
    return [one.value for one in app.text]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "corpus.sqlite"
    monkeypatch.setenv("DATELINE_CORPUS", str(path))
    return path


def test_own_articles_of_one_source_tell_each_other_where_it_is(
    corpus: Path, gazetteer: Gazetteer
) -> None:
    del corpus, gazetteer  # There is none, and one.
    app = AppTest.from_function(page, default_timeout=60, kwargs={"known": False})
    assert set(places(app)) == {MOSCOW_IDAHO}


def test_an_own_article_is_told_by_the_corpus(corpus: Path, gazetteer: Gazetteer) -> None:
    app = AppTest.from_function(page, default_timeout=60, kwargs={"known": True})
    assert set(places(app)) == {MOSCOW}
    geoparser = make_geoparser(gazetteer)
    with open_corpus(str(corpus)) as opened:
        ingest(
            [article(str(number), text) for number, text in enumerate(LOCAL)],
            geoparser.geoparse,
            opened,
            look_again=geoparser.look_again,
            geoparser_version=geoparser.version,
        )
    assert set(places(app)) == {MOSCOW_IDAHO}
