"""Days, weeks, months and longer stretches of the calendar, and steps from one to the next. Pure.

Which days the articles were published on is asked in `geodata.corpus.questions`.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class TimeUnit(StrEnum):
    """A stretch of the calendar; the shortest first."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_YEARS = {TimeUnit.YEAR: 1, TimeUnit.DECADE: 10, TimeUnit.CENTURY: 100}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date


def period_of(day: date, unit: TimeUnit) -> Period:
    """The period that holds the day: weeks begin on Mondays, decades with the years in 0.

    Where the calendar ends (years 1 and 9999), so does the period.
    """
    if unit == TimeUnit.DAY:
        return Period(day, day)
    if unit == TimeUnit.WEEK:
        monday = day.toordinal() - day.weekday()
        sunday = min(monday + 6, date.max.toordinal())
        return Period(date.fromordinal(monday), date.fromordinal(sunday))
    if unit == TimeUnit.MONTH:
        return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    years = _YEARS[unit]
    start = day.year - day.year % years
    return Period(date(max(1, start), 1, 1), date(min(9999, start + years - 1), 12, 31))


def periods(first: date, last: date, unit: TimeUnit) -> Iterator[Period]:
    """The periods that hold the days from `first` to `last`, in order."""
    current = period_of(first, unit)
    yield current
    while current.last < last:
        current = period_of(current.last + timedelta(days=1), unit)
        yield current


def neighbours(
    days: Sequence[date], published_from: date | None, published_to: date | None, unit: TimeUnit
) -> tuple[Period | None, Period | None]:
    """The nearest periods before and after a window that hold one of the days.

    Without a window these are the last and the first of all, from which stepping begins.

    Args:
        days: In order.
        published_from: The window's first day; None for no bound.
        published_to: Its last day, included; None for no bound.
        unit: How long the periods are.
    """
    if not days:
        return None, None
    if published_from is None and published_to is None:
        return period_of(days[-1], unit), period_of(days[0], unit)
    before = [day for day in days if published_from and day < published_from]
    after = [day for day in days if published_to and day > published_to]
    return (
        period_of(before[-1], unit) if before else None,
        period_of(after[0], unit) if after else None,
    )
