from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.histogram import (
    BARS_AT_LEAST,
    BARS_AT_MOST,
    bar_unit,
    bars,
    days_in_words,
    in_words,
)
from geodata.corpus.answers import PublicationDays
from geodata.corpus.periods import Period, TimeUnit
from geodata.model import CorpusFilter

D23, D24, D25 = (date(2025, 10, day) for day in (23, 24, 25))


def test_two_days_stand_in_the_middle_of_their_time() -> None:
    drawn = bars([(D23, 2), (D24, 1)], Period(D23, D24), TimeUnit.DAY)
    assert len(drawn) == BARS_AT_LEAST
    assert [(bar.first, bar.article_count) for bar in drawn if bar.article_count] == [
        (D23, 2),
        (D24, 1),
    ]
    assert drawn[0].first < D23
    assert drawn[-1].last > D24


@pytest.mark.parametrize(
    ("length", "unit", "bar"),
    [
        (BARS_AT_MOST, None, TimeUnit.DAY),
        (BARS_AT_MOST, TimeUnit.WEEK, TimeUnit.WEEK),
        (BARS_AT_MOST + 1, TimeUnit.DAY, TimeUnit.WEEK),
        (1000, None, TimeUnit.MONTH),
        (3650, None, TimeUnit.MONTH),
        (36_500, None, TimeUnit.YEAR),
        (365_000, None, TimeUnit.DECADE),
        (3_652_059, None, TimeUnit.CENTURY),
    ],
)
def test_a_longer_time_has_longer_bars(length: int, unit, bar) -> None:
    first = date.min if length > 365_000 else date(1825, 1, 1)
    assert bar_unit(Period(first, first + timedelta(days=length - 1)), unit) == bar


@given(
    st.dictionaries(st.dates(), st.integers(1, 9), min_size=1, max_size=30),
    st.none() | st.sampled_from(TimeUnit),
)
def test_bars_hold_every_article_once_and_never_grow_too_many(counts, asked) -> None:
    days = sorted(counts.items())
    axis = Period(days[0][0], days[-1][0])
    drawn = bars(days, axis, bar_unit(axis, asked))
    assert 1 <= len(drawn) <= BARS_AT_MOST
    assert sum(bar.article_count for bar in drawn) == sum(counts.values())
    assert drawn[0].first <= days[0][0] <= days[-1][0] <= drawn[-1].last
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(drawn))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "All dates"),
        (D23, None, "From 23 Oct 2025"),
        (None, D24, "Until 24 Oct 2025"),
        (D24, D24, "24 Oct 2025"),
        (D23, D24, "23 to 24 Oct 2025"),
        (date(2025, 9, 30), D24, "30 Sep to 24 Oct 2025"),
        (date(2024, 9, 30), D24, "30 Sep 2024 to 24 Oct 2025"),
    ],
)
def test_a_stretch_of_days_in_words(first, last, words: str) -> None:
    assert days_in_words(first, last) == words


@pytest.mark.parametrize(
    ("days", "undated", "shown", "words"),
    [
        ((), 0, {}, "No dated article under the other filters."),
        ((), 3, {}, "No dated article under the other filters; 3 undated shown too."),
        (((D24, 1),), 0, {}, "All dates: 1 dated article, 24 Oct 2025."),
        (
            ((D23, 2), (D24, 1)),
            1,
            {},
            "All dates: 3 dated articles, 23 to 24 Oct 2025; 1 undated shown too.",
        ),
        (
            ((D23, 2), (D24, 1)),
            1,
            {"published_from": D24, "include_undated": False},
            "From 24 Oct 2025: 1 of 3 dated articles; 1 undated left out.",
        ),
        (
            ((D23, 2), (D24, 1)),
            0,
            {"published_from": D25, "published_to": D25},
            "25 Oct 2025: 0 of 3 dated articles.",
        ),
    ],
)
def test_the_histogram_in_words(days, undated: int, shown, words: str) -> None:
    assert in_words(PublicationDays(days, undated), CorpusFilter(**shown)) == words
