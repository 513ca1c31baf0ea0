from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import MentionAt
from dashboard.plain_text import plain
from dashboard.search_results import (
    PLACES_AT_MOST,
    Ask,
    Asked,
    asked_in,
    count_words,
    excerpt,
    furniture_words,
    hidden_words,
    results_json,
    unnamed_words,
)
from geodata.coordinates import Coordinates
from geodata.corpus.answers import ArticleSummary
from geodata.corpus.search import Found, FoundPassage, FoundPlace
from geodata.model import Mention, Place, Span

HOSTILE = "<b>\u202e`${alert(1)}`"
ARTICLE = ArticleSummary("a", HOSTILE, HOSTILE, date(2025, 10, 24), "", "", "", 0)
DAEGU = Place("1", "Daegu", Coordinates(35.87, 128.59), "P", "PPLA", "KR")
TAESONG = Place("2", "Taesong", Coordinates(39.1, 125.8), "P", "PPLX", "KP", "Pyongyang")


def passage(text: str, *marked: tuple[int, int], start: int = 0) -> FoundPassage:
    spans = tuple(Span(start + first, start + last) for first, last in marked)
    return FoundPassage(
        ARTICLE, start, start + len(text), text, spans, Mention(start, start + 1, "x")
    )


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ({"ask": "more"}, Asked(Ask.MORE)),
        ({"ask": "reset"}, Asked(Ask.RESET)),
        ({"ask": "place", "place": "1"}, Asked(Ask.PLACE, place_id="1")),
        ({"ask": "open", "article": "a", "start": None}, Asked(Ask.OPEN, article_id="a")),
        (
            {"ask": "open", "article": "a", "start": 7},
            Asked(Ask.OPEN, article_id="a", mention=MentionAt("a", 7)),
        ),
        ({"ask": "open", "article": "a", "start": True}, Asked(Ask.OPEN, article_id="a")),
        ({"ask": "open", "article": "a", "start": -1}, Asked(Ask.OPEN, article_id="a")),
        ({"ask": "open", "article": ["a"], "start": 7}, Asked(Ask.OPEN)),
        ({"ask": "${x}"}, None),
        ({"ask": ["open"]}, None),
        ({}, None),
        ("open", None),
        (None, None),
    ],
)
def test_what_the_browser_sent(sent, asked) -> None:
    assert asked_in(sent) == asked


def test_counts_in_words() -> None:
    place = FoundPlace(TAESONG, True, 2, 1)
    assert count_words(Found()) == "Nothing found"
    assert count_words(Found(places=(place,))) == "1 place"
    assert count_words(Found(passage_count=1200, article_count=1)) == "1,200 passages in 1 article"
    assert count_words(Found(places=(place, place), passage_count=1, article_count=1)) == (
        "2 places, 1 passage in 1 article"
    )
    assert hidden_words(Found()) == furniture_words(Found()) == ""
    assert hidden_words(Found(hidden_place_count=1, hidden_passage_count=12)) == (
        "The filters hide 1 more place and 12 more passages."
    )
    assert furniture_words(Found(furniture_count=1)) == "1 more passage is page furniture."


@pytest.mark.parametrize(
    ("query", "bearing", "named", "words"),
    [
        ("Daegu", [DAEGU], [], "Daegu (South Korea) is in the gazetteer, but no article names it."),
        (
            "Taegu",
            [DAEGU],
            [],
            "“Taegu” is a name of Daegu (South Korea) in the gazetteer, but no article names it.",
        ),
        (
            "Daegu",
            [DAEGU, TAESONG],
            [],
            "The gazetteer has 2 places of the name “Daegu”, such as Daegu (South Korea), "
            "but no article names one of them.",
        ),
        (
            "Daegu",
            [DAEGU, replace(DAEGU, id="3", feature_class="A")],
            [],
            "Daegu (South Korea) is in the gazetteer, but no article names it.",
        ),
        ("Daegu", [DAEGU, TAESONG], ["2"], ""),
        ("museum", [], [], ""),
    ],
)
def test_a_name_that_only_the_gazetteer_knows(query, bearing, named, words: str) -> None:
    assert unnamed_words(query, bearing, named) == words


@pytest.mark.parametrize(
    ("found", "pieces"),
    [
        (passage("A museum."), [("A museum.", False)]),
        (passage("A museum.", (2, 8)), [("A ", False), ("museum", True), (".", False)]),
        (passage("museum", (0, 6), start=40), [("museum", True)]),
        (passage("", start=3), []),
    ],
)
def test_what_was_found_is_marked(found, pieces) -> None:
    assert list(excerpt(found)) == pieces


def test_a_long_passage_is_cut_around_what_was_found() -> None:
    text = "word " * 400 + "museum" + " more" * 400
    cut = excerpt(passage(text, (2000, 2006)))
    assert cut[0] == ("… ", False)
    assert ("museum", True) in cut
    assert cut[-1] == (" …", False)
    assert len("".join(piece for piece, _ in cut)) < 500
    assert cut[1][0].startswith("word ")


@given(st.text(min_size=1, max_size=900), st.data())
def test_no_passage_breaks_its_excerpt(text: str, data) -> None:
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    pieces = excerpt(passage(text, (first, last), start=7))
    assert all(piece for piece, _ in pieces)
    assert sum(len(piece) for piece, _ in pieces) <= 430
    if len(text) < 400:
        assert "".join(piece for piece, _ in pieces) == plain(text)


def test_places_say_by_which_name_they_were_found_and_are_cut() -> None:
    many = tuple(FoundPlace(TAESONG, True, 2, 1) for _ in range(PLACES_AT_MOST + 3))
    drawn = results_json(Found(places=many), name="Daesong", more="", notes=["n"], reset=True)
    assert len(drawn["places"]) == PLACES_AT_MOST
    assert drawn["placesLeft"] == 3
    assert drawn["places"][0] == {
        "place": "2",
        "name": "Taesong",
        "about": "district, Pyongyang, North Korea",
        "counts": "2 mentions in 1 article",
        "alias": "“Daesong” is another of its names",
    }
    drawn = results_json(Found(places=many), name="TAESONG", more="", notes=[], reset=False)
    assert drawn["places"][0]["alias"] == ""


def test_hostile_text_reaches_the_browser_as_plain_text() -> None:
    found = Found(passages=(passage(HOSTILE, (0, 3)),), passage_count=1)
    (drawn,) = results_json(found, name="", more="", notes=[], reset=False)["passages"]
    assert drawn["start"] == 0
    assert "\u202e" not in f"{drawn}"
    assert drawn["pieces"][0] == {"text": "<b>", "found": True}
