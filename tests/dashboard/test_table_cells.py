import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.table_cells import excerpt, percents

LONG = "One two three four Kursk five six seven eight"


@pytest.mark.parametrize(
    ("passage", "name", "before", "after", "expected"),
    [
        ("In Kursk today.", "Kursk", 60, 90, "In Kursk today."),
        (LONG, "Kursk", 11, 10, "…four Kursk five six…"),
        (LONG, "One", 11, 10, "One two…"),
        (LONG, "eight", 10, 10, "…seven eight"),
        ("xxxxxxxxxxKurskyyyyyyyyyy", "Kursk", 3, 3, "…xxxKurskyyy…"),
        ("one\nKursk\u202e\ttwo", "Kursk", 60, 90, "one Kursk two"),
    ],
)
def test_a_passage_is_shortened_around_its_name(
    passage: str, name: str, before: int, after: int, expected: str
) -> None:
    start = passage.index(name)
    assert excerpt(passage, start, start + len(name), before=before, after=after) == expected


@given(st.text(max_size=40), st.text("abc", min_size=1, max_size=5), st.text(max_size=40))
def test_the_name_is_never_cut(head: str, name: str, tail: str) -> None:
    shortened = excerpt(head + name + tail, len(head), len(head) + len(name), before=8, after=8)
    assert name in shortened
    assert len(shortened) <= 8 + len(name) + 8 + 2
    assert "\n" not in shortened


def test_shares_are_whole_percents() -> None:
    assert percents([0.954, None, 0.0]).to_list() == [95, None, 0]
    assert percents([]).to_list() == []
