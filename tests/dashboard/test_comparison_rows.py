from datetime import date

import pytest

from dashboard.comparison_rows import (
    REST,
    by_two,
    columns_words,
    first_words,
    firsts,
    matrix,
    only_one,
    order_words,
    source_column,
)
from geodata.corpus.comparison import (
    FirstNaming,
    NamedByTwo,
    OnlySource,
    PlacesBySource,
    SourcesNaming,
)
from tests.corpus.builders import KURSK, PYONGYANG, STREET

FRIDAY = date(2025, 10, 24)


def first(*sources: str, source_count: int = 2, undated_count: int = 0) -> FirstNaming:
    day = FRIDAY if sources else None
    article_id = "a" if sources else None
    return FirstNaming(KURSK, day, sources, article_id, 0, "War\nends", undated_count, source_count)


def test_a_source_that_does_not_name_a_place_has_an_empty_cell() -> None:
    rows = (SourcesNaming(KURSK, (3, 0), 2, 2), SourcesNaming(PYONGYANG, (1, 4), 0, 2))
    frame = matrix(PlacesBySource(("Place", ""), ("Two",), rows), rows)
    assert frame.columns == ["Place", "Sources", REST, source_column(0), source_column(1)]
    assert frame.rows() == [("Kursk", 2, 2, 3, None), ("Pyongyang", 2, None, 1, 4)]


@pytest.mark.parametrize(
    ("own", "summed", "words"),
    [
        (3, 0, ""),
        (3, 1, "The 3 sources with the most mentions have a column each, the other one is summed."),
        (9, 0, "Each of the 9 sources has a column. "
               "Scroll the table sideways for the last of them."),
        (9, 4, "The 9 sources with the most mentions have a column each, the other 4 are summed. "
               "Scroll the table sideways for the last of them."),
    ],
)  # fmt: skip
def test_columns_that_may_be_out_of_sight_are_told(own: int, summed: int, words: str) -> None:
    assert columns_words(PlacesBySource(("x",) * own, ("y",) * summed, ())) == words


def test_without_others_there_is_no_column_for_them() -> None:
    rows = (SourcesNaming(KURSK, (3,), 0, 1),)
    assert REST not in matrix(PlacesBySource(("One",), (), rows), rows).columns
    assert matrix(PlacesBySource(("One",), (), ()), ()).height == 0


def test_places_of_one_name_are_told_apart() -> None:
    twin = STREET.__class__("9", "Kursk", KURSK.coordinates, "A", "ADM1", "RU")
    frame = by_two((NamedByTwo(KURSK, 1, 1, 0), NamedByTwo(twin, 1, 1, 0)))
    assert frame["Place"].to_list() == [
        "Kursk (regional capital, Russia)",
        "Kursk (region, Russia)",
    ]


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        (("KCNA",), "KCNA"),
        (("",), "source not known"),
        (("KCNA", "Yonhap"), "tie: KCNA and Yonhap"),
        (("A", "B", "C"), "tie: A, B and C"),
        (("A", "B", "C", "D", "E"), "tie: A, B, C and 2 others"),
        ((), "not known: only undated articles name it"),
        (("evil\u202e\nname",), "evil name"),
    ],
)
def test_who_was_first_is_said_with_its_ties(sources: tuple[str, ...], words: str) -> None:
    assert first_words(first(*sources)) == words


def test_an_undated_article_leaves_the_first_in_doubt() -> None:
    frame = firsts((first("KCNA", undated_count=2), first()))
    assert frame["Undated"].to_list() == [2, None]
    assert frame["On"].to_list() == [FRIDAY, None]
    assert frame["Headline"].to_list() == ["War ends", ""]


def test_who_is_often_first_counts_where_others_followed() -> None:
    rows = [first("KCNA"), first("KCNA"), first("Yonhap"), first("KCNA", "Yonhap"),
            first("Lonely", source_count=1), first()]  # fmt: skip
    assert order_words(rows) == "First most often: KCNA (2 places), Yonhap (1)."
    assert order_words([first(), first("Lonely", source_count=1)]) == ""


def test_a_place_of_one_source_says_which() -> None:
    (row,) = only_one((OnlySource("", KURSK, 3, 2),)).rows()
    assert row == ("source not known", "Kursk", "Russia", 3, 2)
