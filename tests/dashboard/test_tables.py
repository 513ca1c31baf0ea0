"""The tabs under the map as Streamlit draws them; what a browser does is in tests/browser."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.address import Tab
from geodata.model import Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    STREET,
    actor,
    demonym,
    location,
    make_geoparsed,
)
from tests.dashboard.drawn import html

HOSTILE = "</script><b>${x}</b> `y` C:\\z \u202e :red[boo] ![i](http://evil.example/i.png)"
TICKS_PX = 36
ARTICLES = [
    make_geoparsed(
        "a",
        ("Pyongyang thanked Russia.", [location("Pyongyang", PYONGYANG), actor("Russia", RUSSIA)]),
        source="One",
        published=date(2025, 10, 24),
        furniture=("Seoul news", ["Seoul"]),
    ),
    make_geoparsed(
        "b",
        ("Kursk, Pyongyang, Springfield, a street, the Russians.",
         [location("Kursk", KURSK), location("Pyongyang", PYONGYANG),
          location("Springfield", Unresolved.TIE), location("street", STREET),
          demonym("Russians", RUSSIA)]),
        source="Two",
    ),
]  # fmt: skip

Opened = Callable[..., AppTest]


@pytest.fixture
def opened(app_on: Callable[..., AppTest]) -> Opened:
    """Opens the app on a corpus of these articles, at an address."""
    return lambda articles=ARTICLES, **query: app_on(articles, **query).run()


def columns(app: AppTest, number: int = 0) -> dict[str, list]:
    frame = app.dataframe[number].value
    return {name: frame[name].tolist() for name in frame.columns}


def test_the_table_of_places_counts_independent_texts_and_tells_the_least_confidence(
    opened: Opened,
) -> None:
    app = opened()
    assert columns(app)["Independent texts"] == [2, 1, 1, 1]
    assert columns(app)["Confidence"] == [75] * 4
    assert "Shift + Space" in html(app)


def test_places_by_source_is_the_first_comparison(opened: Opened) -> None:
    app = opened(tab="compare")
    assert not app.exception
    table = columns(app)
    assert table["Place"] == ["Pyongyang", "Kursk", "Russia", "Street"]
    assert table["Sources"] == [2, 1, 1, 1]


def test_a_question_and_a_list_come_back_from_their_address(opened: Opened) -> None:
    app = opened(tab="compare")
    app.segmented_control(key="compare-question").set_value("first").run()
    assert app.query_params["compare"] == "first"
    assert columns(opened(tab="compare", compare="first"))["Headline"][0] == "About a"
    app = opened(tab="off-map")
    app.segmented_control(key="off-map-list").set_value("people").run()
    assert app.query_params["list"] == "people"
    assert columns(opened(tab="off-map", list="people"))["Name"] == ["Russians"]


def test_two_sources_of_an_address_are_compared(opened: Opened) -> None:
    app = opened(tab="compare", versus=["Two", "One"])
    assert not app.exception
    assert [box.value for box in app.selectbox] == ["Two", "One"]
    assert [columns(app, number)["Place"] for number in range(3)] == [
        ["Kursk", "Street"],
        ["Pyongyang"],
        ["Russia"],
    ]


def test_both_counts_of_two_sources_fit_on_a_phone(opened: Opened) -> None:
    app = opened(tab="compare", versus=["Two", "One"])
    shown = json.loads(app.dataframe[1].proto.columns)
    place, first, second = (shown[name]["width"] for name in ("Place", "source 0", "source 1"))
    assert place + first + second <= 360 - TICKS_PX
    assert [shown[name]["label"] for name in ("source 0", "source 1")] == ["Two", "One"]


def test_choosing_the_other_source_exchanges_the_two(opened: Opened) -> None:
    app = opened(tab="compare", versus=["Two", "One"])
    app.selectbox(key="compare-left").select("One").run()
    assert not app.exception
    assert app.query_params["versus"] == ["One", "Two"]


def test_articles_of_one_source_cannot_be_compared(opened: Opened) -> None:
    app = opened(ARTICLES[:1], tab="compare")
    assert not app.exception
    assert "All these articles are of one source" in html(app)


def test_the_queue_is_shortened_by_what_was_looked_at_and_lengthened_again(
    opened: Opened,
) -> None:
    app = opened(tab="check")
    assert not app.exception
    assert columns(app)["Name"] == ["Springfield", "Pyongyang", "Kursk", "Russia", "street"]
    assert "5 to go" in html(app)
    app.button(key="check-next").click().run()
    assert app.query_params["mention"] == f"{ARTICLES[1].resolutions[2].mention.start}@b"
    app.run()
    app.button(key="check-next").click().run()
    app.run()
    assert columns(app)["Name"] == ["Pyongyang", "Kursk", "Russia", "street"]
    assert "1 looked at in this visit, 4 to go" in html(app)
    assert app.query_params["article"] == "a"
    assert app.query_params["place"] == PYONGYANG.id
    app.button(key="check-undo").click().run()
    app.run()
    assert columns(app)["Name"][0] == "Springfield"
    assert app.button(key="check-undo").disabled


def test_a_queue_at_its_end_says_so(opened: Opened) -> None:
    sure = [replace(found, confidence=0.99) for found in ARTICLES[0].resolutions]
    app = opened([replace(ARTICLES[0], resolutions=tuple(sure))], tab="check")
    assert "Nothing here needs a second look" in html(app)
    app = opened(ARTICLES[1:], tab="check", words="xylophone")
    assert "Nothing here needs a second look" in html(app)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("unresolved", ["Springfield"]),
        ("furniture", ["Seoul"]),
        ("approximate", ["street"]),
        ("people", ["Russians"]),
    ],
)
def test_each_list_of_what_is_not_on_the_map_has_its_names(
    opened: Opened, listed: str, names: list[str]
) -> None:
    app = opened(tab="off-map")
    app.segmented_control(key="off-map-list").set_value(listed).run()
    app.run()
    assert not app.exception
    assert columns(app)["Name"] == names


def test_undated_articles_and_what_filters_hide_are_listed(opened: Opened) -> None:
    app = opened(tab="off-map", source="One")
    app.segmented_control(key="off-map-list").set_value("filtered").run()
    app.run()
    assert columns(app)["Hidden"] == ["from another source"] * 5
    app.segmented_control(key="off-map-list").set_value("undated").run()
    app.run()
    assert "has a date" in html(app)
    app.button(key="filter-reset").click().run()
    app.run()
    assert columns(app)["Headline"] == ["About b"]


@pytest.mark.parametrize("tab", Tab)
def test_every_tab_says_what_to_do_when_filters_leave_nothing(opened: Opened, tab: Tab) -> None:
    app = opened(tab=tab.value, words="xylophone")
    assert not app.exception
    assert any(
        words in html(app)
        for words in ("Take one of the filters back", "needs a second look", "are not on this map")
    )


@pytest.mark.parametrize("tab", Tab)
def test_hostile_words_stay_words_in_every_tab(opened: Opened, tab: Tab) -> None:
    hostile = [
        make_geoparsed(
            key,
            (f"{HOSTILE} in Pyongyang {HOSTILE}",
             [location("Pyongyang", replace(PYONGYANG, id="x:1", name=HOSTILE))]),
            source=HOSTILE + key,
        )
        for key in "ab"
    ]  # fmt: skip
    app = opened(hostile, tab=tab.value, versus=[HOSTILE + "a", HOSTILE + "b"])
    assert not app.exception
    assert "<script" not in html(app).replace("</script>", "")
    assert "</script><b>" not in html(app)
    assert not [one for one in app.markdown if "evil.example" in one.value]
    assert not [one for one in app.caption if "evil.example" in one.value]
