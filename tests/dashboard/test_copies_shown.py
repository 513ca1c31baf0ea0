"""Copies on the map page without a browser: a corpus’s, and those that a visitor brings."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geodata.model import GeoparsedArticle
from tests.corpus.builders import PYONGYANG, location, make_geoparsed
from tests.dashboard.drawn import html

FERRY = "The ferry left Pyongyang shortly before dawn with more than three hundred people on board."
HOSTILE = "</div><script>alert(1)</script> ${x} :red[boo]"


def report(article_id: str, source: str, day: int, *more: str) -> GeoparsedArticle:
    return report_of(FERRY, article_id, source, date(2025, 10, day), *more)


def report_of(
    first: str, article_id: str, source: str, published: date | None, *more: str
) -> GeoparsedArticle:
    named = [(first, [location("Pyongyang", PYONGYANG)]), *((one, []) for one in more)]
    return make_geoparsed(article_id, *named, source=source, published=published)


@pytest.fixture
def app(app_on: Callable[..., AppTest]) -> AppTest:
    """The app on a corpus with one report, the place chosen; not yet run."""
    return app_on([report("a", "One", 24, "It rained.")], place=PYONGYANG.id)


def groups(app: AppTest) -> list[dict]:
    drawn = [
        json.loads(one.proto.json)
        for one in app.get("bidi_component")
        if one.proto.component_name == "dateline_reading"
    ]
    return list(drawn[0]["groups"])


def test_an_article_of_the_visitor_that_copies_the_corpus_is_gathered_under_it(app) -> None:
    assert [group["also"] for group in groups(app.run())] == [None]
    app.session_state["own-articles"] = {"b": report("b", HOSTILE, 25, "Own words.")}
    (group,) = groups(app.run())
    assert not app.exception
    assert "2 outlets, 1 independent text" in html(app)
    assert group["article"] == "a"
    assert [copy["article"] for copy in group["also"]["copies"]] == ["b"]
    assert "One, 24 Oct 2025, was first." in group["also"]["order"]

    app.session_state["own-articles"].clear()
    assert [group["also"] for group in groups(app.run())] == [None]


def test_a_comparison_is_a_page_of_its_own_in_the_address_and_escapes_all(app) -> None:
    app.session_state["own-articles"] = {"b": report("b", HOSTILE, 25, HOSTILE)}
    app.query_params["article"] = "b"
    app.query_params["beside"] = "a"
    app.run()
    assert not app.exception
    shown = html(app)
    assert "dl-copies" in shown
    assert "In both" in shown
    assert "Only in B" in shown
    assert "<script" not in shown
    assert app.selectbox(key="copies-beside").value == "a"
    app.button(key="copies-close").click().run()
    assert "dl-copies" not in html(app)
    assert app.button(key="copies-open").label == "Shares a single sentence with 1 article"


@pytest.mark.parametrize("read", ["b", "c"])
def test_a_pair_of_no_known_order_has_one_direction_in_every_view(app, read: str) -> None:
    edited = FERRY.replace("three hundred", "two hundred")
    app.session_state["own-articles"] = {
        "b": report_of(FERRY, "b", "Two", None), "c": report_of(edited, "c", "Three", None)
    }  # fmt: skip
    app.query_params["source"] = ["Two", "Three"]
    (group,) = groups(app.run())
    (copy,) = group["also"]["copies"]
    changed = [(one["change"], one["text"].strip()) for one in copy["passages"][0]]
    assert (group["also"]["first"], copy["name"]) == ("Two, undated", "Three, undated")
    assert ("left out", "three") in changed
    assert ("added", "two") in changed
    app.query_params["article"], app.query_params["beside"] = read, ({"b", "c"} - {read}).pop()
    shown = html(app.run())
    assert '<del><span class="dl-spoken">only in A: </span>three<' in shown
    assert '<ins><span class="dl-spoken">only in B: </span>two<' in shown
    assert "<b>A</b> Two, undated" in shown


def test_counting_texts_once_is_a_switch_and_in_the_address(app) -> None:
    app.session_state["own-articles"] = {"b": report("b", "Two", 25)}
    app.run()
    assert "2 of 2 mentions on the map" in app.caption[0].value
    app.toggle(key="filter-copies").set_value(True).run()
    assert not app.exception
    assert "once" in app.query_params["copies"]
    assert app.title[0].value == "1 place named in 1 of 2 articles"
    assert app.caption[0].value == (
        "1 of 2 mentions on the map · 1 in copies of an earlier text · "
        "1 article only repeats others"
    )
    assert len(groups(app)[0]["also"]["copies"]) == 1
    told = "1 article, and 1 that only repeats it · 1 outlet, 1 independent text"
    assert f"2 passages in {told}" in html(app)


def test_two_reports_of_one_source_and_day_can_both_be_chosen(app) -> None:
    app.session_state["own-articles"] = {one: report(one, "Two", 25) for one in ("b", "c")}
    app.query_params["article"] = "a"
    app.query_params["beside"] = "c"
    box = app.run().selectbox(key="copies-beside")
    assert box.value == "c"
    assert box.options == [
        "1 of 2 sentences · About b · Two, 25 Oct 2025",
        "1 of 2 sentences · About c · Two, 25 Oct 2025",
    ]
