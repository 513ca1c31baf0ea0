"""The page for adding articles as Streamlit draws it; what a browser does is in tests/browser."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.drafts import Labels
from geodata.places.gazetteer import Gazetteer
from tests.dashboard.drawn import html

HOSTILE = "</script><script>alert(1)</script> ${alert(1)} `x` C:\\users \u202eevil :red[boo] $x$"
TEXT = "Storm reaches Mombasa\n\nA storm reached Mombasa on Friday and moved on to Nairobi.\n"


def page() -> None:
    from dashboard.views import add_articles

    add_articles.show()


@pytest.fixture
def adding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> AppTest:
    del gazetteer  # Needed before a text is read.
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "none.sqlite"))
    return AppTest.from_function(page, default_timeout=60)


def read(app: AppTest, text: str) -> None:
    app.text_area[0].set_value(text)
    press(app, "Read the text")


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception


def test_where_fetching_is_switched_off_the_page_says_what_to_do(
    adding: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_FETCH", "none")
    adding.run()
    assert "switched fetching off" in html(adding)
    assert [one.label for one in adding.button] == ["Read the files", "Read the text"]


def test_a_switch_that_is_not_understood_is_one_calm_sentence(
    adding: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_FETCH", "off")
    adding.run()
    assert not adding.exception
    assert "write none to fetch nothing" in html(adding)


def test_nothing_given_is_told(adding: AppTest) -> None:
    adding.run()
    read(adding, "  ")
    assert "There was nothing to read" in html(adding)


def test_what_was_read_can_be_mended_and_only_then_counts(adding: AppTest) -> None:
    adding.run()
    read(adding, TEXT)
    assert adding.title[0].value == "Look it over"
    assert "To look at: only" in html(adding)
    headline, source, address = adding.text_input
    assert headline.value == "Storm reaches Mombasa"
    source.set_value("The Coast")
    adding.date_input[0].set_value(date(2025, 10, 24))
    address.set_value("not an address").run()
    assert "Not kept" in "".join(one.value for one in adding.caption)
    (draft,) = adding.session_state["pending-drafts"].drafts
    assert draft.labels == Labels("Storm reaches Mombasa", "The Coast", date(2025, 10, 24))
    assert adding.session_state["own-articles"] == {}


def test_what_was_looked_over_is_added_and_removed_again(adding: AppTest) -> None:
    adding.run()
    read(adding, f"{TEXT}\n{HOSTILE}\n")
    press(adding, "Add 1 article to the map")
    shown = html(adding)
    assert '<div class="dl-note done" role="status"><p>1 article added to your map.' in shown
    assert "See it on the map" in [one.label for one in adding.button]
    assert "Storm reaches Mombasa" in shown
    assert "<script>alert" not in shown
    adding.button(key="remove-own").click().run()
    assert "Storm reaches Mombasa" not in html(adding)
    assert "added to your map" not in html(adding)


def test_a_day_long_ago_can_be_shown_and_taken_away(adding: AppTest) -> None:
    adding.run()
    read(adding, f"---\npublished: 1066-10-14\n---\n{TEXT}")
    assert adding.date_input[0].value == date(1066, 10, 14)
    adding.date_input[0].set_value(None).run()
    (draft,) = adding.session_state["pending-drafts"].drafts
    assert draft.labels.published is None


def test_a_text_without_places_says_so(adding: AppTest) -> None:
    adding.run()
    read(adding, "Nothing happens\n\nNobody said anything to anyone about it at all.\n")
    assert "nothing of this article will be on the map" in html(adding)
