from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.timeline_events import sent_unit, sent_window
from geodata.corpus.periods import TimeUnit


@pytest.mark.parametrize(
    ("sent", "window"),
    [
        (["2025-10-23", "2025-10-24"], (date(2025, 10, 23), date(2025, 10, 24))),
        (["2025-10-24", "2025-10-24"], (date(2025, 10, 24), date(2025, 10, 24))),
        ([None, "2025-10-24"], (None, date(2025, 10, 24))),
        ([None, None], (None, None)),
    ],
)
def test_the_window_that_was_brushed(sent, window) -> None:
    assert sent_window(sent) == window


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "ab",
        {},
        [],
        ["2025-10-24"],
        ["2025-10-24", "2025-10-23"],
        ["20251024", None],
        [20251024, None],
        [["2025-10-24"], None],
        ["${alert(1)}", "2025-10-24"],
        ["2025-10-24", ""],
    ],
)
def test_what_is_no_window_is_not_taken_for_one(sent) -> None:
    assert sent_window(sent) is None


def test_only_our_units_are_units() -> None:
    assert sent_unit("week") == TimeUnit.WEEK
    assert [sent_unit(sent) for sent in ("fortnight", "", None, 7, ["day"])] == [None] * 5


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(anything)
def test_whatever_is_sent_makes_a_window_in_order_or_none(sent) -> None:
    window = sent_window(sent)
    if window and all(window):
        assert window[0] <= window[1]
    sent_unit(sent)
