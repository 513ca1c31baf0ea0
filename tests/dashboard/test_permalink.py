import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import Known
from dashboard.permalink import (
    Missing,
    Pins,
    ground_moved,
    listed,
    missing_in,
    pinned,
    pins_in,
    unread_in,
)
from dashboard.views.link_note import missing_words, moved_words, unread_words

KNOWN = Known(sources={"Yonhap"}, place_ids={"1871859"}, article_ids={"0011"})
NOW = Pins("5f0e-7", "3.ab12")


@pytest.mark.parametrize(
    "pins", [Pins(), NOW, Pins("5f0e-7+00ff", ""), Pins("", "3.ab12"), Pins("sample.1_a:b", "x")]
)
def test_pins_come_back_from_a_link(pins: Pins) -> None:
    assert pins_in(pinned(pins)) == pins


@pytest.mark.parametrize(
    "written", ["", " ", "<script>", "${x}", "a b", "a\nb", "x" * 121, "５", "\u202e"]
)
def test_what_is_no_version_pins_nothing(written: str) -> None:
    assert pins_in({"corpus": [written], "gazetteer": [written]}) == Pins()


@pytest.mark.parametrize(
    ("then", "moved"),
    [
        (NOW, (False, False)),
        (Pins(), (False, False)),
        (Pins("5f0e-6", "3.ab12"), (True, False)),
        (Pins("5f0e-7", "3.ab13"), (False, True)),
        (Pins("", "2.x"), (False, True)),
    ],
)
def test_the_ground_has_moved_where_a_pin_differs(then: Pins, moved) -> None:
    assert ground_moved(then, NOW) == moved


def test_a_version_that_is_not_known_now_has_not_moved() -> None:
    assert ground_moved(NOW, Pins("5f0e-7", "")) == (False, False)


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ({}, Missing()),
        ({"source": ["Yonhap"], "place": ["1871859"], "article": ["0011"]}, Missing()),
        ({"source": ["Gone", "Yonhap", "Gone"]}, Missing(sources=("Gone",))),
        ({"versus": ["Gone", "Yonhap"]}, Missing(sources=("Gone",))),
        ({"place": ["1871859", "7"]}, Missing(place_ids=("7",))),
        ({"article": ["dead"]}, Missing(article_ids=("dead",))),
        ({"article": ["dead"], "mention": ["3@dead"]}, Missing(article_ids=("dead",))),
        ({"mention": ["3@<b>\u202egone"]}, Missing(article_ids=("<b>gone",))),
        ({"mention": ["nonsense"], "place": [""], "words": ["x"]}, Missing()),
    ],
)
def test_what_a_link_names_in_vain_is_told(query, missing: Missing) -> None:
    assert missing_in(query, KNOWN) == missing


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ({}, []),
        ({"from": ["2025-10-23"], "to": ["2025-10-24"], "at": ["49.643,-84.847,2.5"]}, []),
        (
            {"from": ["2025-13-01"], "to": ["2025-10-24"]},
            ["The link’s day cannot be used as a filter: “2025-13-01”."],
        ),
        (
            {"from": ["2025-10-25"], "to": ["2025-10-24"]},
            ["The link’s days cannot be used as a filter: “2025-10-25”, “2025-10-24”."],
        ),
        (
            {"at": ["<b>\n\u202e"], "to": ["yesterday"]},
            [
                "The link’s day cannot be used as a filter: “yesterday”.",
                "The link’s position of the map cannot be used: “<b>”.",
            ],
        ),
        ({"at": ["95,10,3"]}, ["The link’s position of the map cannot be used: “95,10,3”."]),
    ],
)
def test_broken_days_and_positions_are_told(query, sentences: list[str]) -> None:
    assert unread_words(unread_in(query)) == sentences


def test_what_has_changed_is_told_in_one_sentence() -> None:
    now = Pins("5f0e-8", "3.ab13")
    assert moved_words(NOW, NOW) == []
    (both,) = moved_words(NOW, now)
    assert "the articles and the gazetteer have changed" in both
    (one,) = moved_words(Pins("", "3.ab12"), now)
    assert "made: the gazetteer has changed" in one


def test_what_is_not_here_is_named() -> None:
    missing = Missing(("Gone", "Lost"), ("77",), ())
    asked, why = missing_words(missing)
    assert asked == (
        "The link asks for a place that no article here names"
        " and for sources that are not here: “Gone”, “Lost”."
    )
    assert "before the page was reloaded, are not kept" in why
    assert missing_words(Missing()) == []


def test_what_has_no_name_to_read_is_not_named() -> None:
    asked, _ = missing_words(Missing(article_ids=("f3d3a1",)))
    assert asked == "The link asks for an article that is not here."


def test_a_long_list_is_cut() -> None:
    assert listed(["A"]) == "“A”"
    assert listed("ABCDE") == "“A”, “B”, “C” and 2 more"


@given(
    st.dictionaries(
        st.sampled_from(["source", "place", "article", "mention", "versus", "corpus"]),
        st.lists(st.text(max_size=80), max_size=4),
    )
)
def test_no_link_breaks_what_is_told_of_it(query) -> None:
    missing = missing_in(query, KNOWN)
    named = [*missing.sources, *missing.place_ids, *missing.article_ids]
    assert all(name and len(name) <= 60 and "\n" not in name for name in named)
    assert pins_in(pinned(pins_in(query))) == pins_in(query)
