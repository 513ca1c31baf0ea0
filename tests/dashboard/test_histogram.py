from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.histogram import BARS_AT_LEAST, BARS_AT_MOST, bars, in_words
from geodata.corpus.answers import PublicationDays

D23, D24 = date(2025, 10, 23), date(2025, 10, 24)


def test_no_day_makes_no_bar() -> None:
    assert bars([]) == ()


def test_two_days_stand_in_the_middle_of_their_time() -> None:
    drawn = bars([(D23, 2), (D24, 1)])
    assert len(drawn) == BARS_AT_LEAST
    assert [(bar.first, bar.article_count) for bar in drawn if bar.article_count] == [
        (D23, 2),
        (D24, 1),
    ]
    assert drawn[0].first < D23
    assert drawn[-1].last > D24


@pytest.mark.parametrize(
    ("length", "width"), [(40, 1), (41, 7), (365, 14), (3650, 182), (80_000, 3_652)]
)
def test_a_longer_time_has_wider_bars(length: int, width: int) -> None:
    first = date(1800, 1, 1)
    drawn = bars([(first, 1), (first + timedelta(days=length - 1), 1)])
    assert (drawn[0].last - drawn[0].first).days + 1 == width


@given(st.dictionaries(st.dates(), st.integers(1, 9), min_size=1, max_size=30))
def test_bars_hold_every_article_once_and_never_grow_too_many(counts) -> None:
    days = sorted(counts.items())
    drawn = bars(days)
    assert 1 <= len(drawn) <= BARS_AT_MOST
    assert sum(bar.article_count for bar in drawn) == sum(counts.values())
    assert drawn[0].first <= days[0][0] <= days[-1][0] <= drawn[-1].last
    assert all(a.last < b.first for a, b in pairwise(drawn))


@pytest.mark.parametrize(
    ("published_from", "published_to", "is_kept"),
    [(None, None, True), (D23, None, True), (D24, None, False), (None, D23, True)],
)
def test_a_bar_is_kept_where_any_of_its_days_is(published_from, published_to, is_kept) -> None:
    (bar,) = [one for one in bars([(D23, 1)]) if one.article_count]
    assert bar.overlaps(published_from, published_to) is is_kept


@pytest.mark.parametrize(
    ("days", "undated", "words"),
    [
        ((), 0, "No article under these filters."),
        ((), 3, "3 articles undated."),
        (((D24, 1),), 0, "1 article on 24 Oct 2025."),
        (
            ((D23, 2), (D24, 1)),
            1,
            "3 articles from 23 Oct 2025 to 24 Oct 2025; 1 article undated.",
        ),
    ],
)
def test_the_histogram_in_words(days, undated: int, words: str) -> None:
    assert in_words(PublicationDays(days, undated)) == words
