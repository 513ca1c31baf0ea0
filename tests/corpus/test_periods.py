from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.corpus.periods import Period, TimeUnit, neighbours, period_of, periods

FRIDAY = date(2025, 10, 24)


@pytest.mark.parametrize(
    ("day", "unit", "first", "last"),
    [
        (FRIDAY, TimeUnit.DAY, FRIDAY, FRIDAY),
        (FRIDAY, TimeUnit.WEEK, date(2025, 10, 20), date(2025, 10, 26)),
        (date(2024, 2, 10), TimeUnit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (date(2025, 12, 31), TimeUnit.MONTH, date(2025, 12, 1), date(2025, 12, 31)),
        (FRIDAY, TimeUnit.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (FRIDAY, TimeUnit.DECADE, date(2020, 1, 1), date(2029, 12, 31)),
        (FRIDAY, TimeUnit.CENTURY, date(2000, 1, 1), date(2099, 12, 31)),
        (date.min, TimeUnit.DECADE, date.min, date(9, 12, 31)),
        (date.max, TimeUnit.WEEK, date(9999, 12, 27), date.max),
    ],
)
def test_the_period_that_holds_a_day(day, unit, first, last) -> None:
    assert period_of(day, unit) == Period(first, last)


@given(st.dates(), st.sampled_from(TimeUnit), st.integers(0, 3000))
def test_periods_follow_one_another_without_a_gap(first, unit, length) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    found = list(periods(first, last, unit))
    assert found[0].first <= first <= last <= found[-1].last
    assert all(b.first - a.last == timedelta(days=1) for a, b in pairwise(found))
    assert all(period_of(one.last, unit) == one for one in found)


DAYS = [date(2025, 10, day) for day in (1, 2, 9, 24)]


@pytest.mark.parametrize(
    ("window", "unit", "before", "after"),
    [
        ((None, None), TimeUnit.DAY, 24, 1),
        ((2, 2), TimeUnit.DAY, 1, 9),
        ((3, 5), TimeUnit.DAY, 2, 9),
        ((1, 2), TimeUnit.DAY, None, 9),
        ((24, 24), TimeUnit.DAY, 9, None),
        ((9, None), TimeUnit.DAY, 2, None),
        ((None, 2), TimeUnit.DAY, None, 9),
    ],
)
def test_a_step_leads_to_the_nearest_day_with_an_article(window, unit, before, after) -> None:
    asked = [date(2025, 10, day) if day else None for day in window]
    found = neighbours(DAYS, *asked, unit)
    assert [one and one.first.day for one in found] == [before, after]


def test_a_step_by_week_leads_to_a_whole_week() -> None:
    window = (date(2025, 10, 6), date(2025, 10, 12))
    assert neighbours(DAYS, *window, TimeUnit.WEEK) == (
        Period(date(2025, 9, 29), date(2025, 10, 5)),
        Period(date(2025, 10, 20), date(2025, 10, 26)),
    )


def test_without_a_day_there_is_no_step() -> None:
    assert neighbours([], None, None, TimeUnit.DAY) == (None, None)


@given(st.lists(st.dates(), min_size=1, unique=True), st.sampled_from(TimeUnit))
def test_stepping_forward_meets_every_day_once_and_ends(days, unit) -> None:
    days.sort()
    met, window = [], (None, None)
    while (after := neighbours(days, *window, unit)[1]) is not None:
        met += [day for day in days if after.first <= day <= after.last]
        window = (after.first, after.last)
        if window[1] == date.max:
            break
    assert met == days
