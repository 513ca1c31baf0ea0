"""Days of publication -> bars to draw, steps to take, and the same in words. Pure; no widget here.

The calendar is in `geodata.corpus.periods`; what the browser sends back, in `timeline_events`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from dashboard.wording import counted, day
from geodata.corpus.answers import PublicationDays
from geodata.corpus.periods import Period, TimeUnit, period_of, periods
from geodata.model import CorpusFilter

# More bars than this are too narrow for a finger, even side by side on a wide screen.
BARS_AT_LEAST, BARS_AT_MOST = 10, 125


@dataclass(frozen=True, slots=True)
class Bar:
    """Articles published from `first` to `last`, both included."""

    first: date
    last: date
    article_count: int


def bar_unit(axis: Period, unit: TimeUnit | None) -> TimeUnit:
    """The shortest unit, no shorter than the one asked for, that makes few enough bars."""
    units = list(TimeUnit)
    return next(
        one
        for one in units[units.index(unit or TimeUnit.DAY) :]
        if one == units[-1] or _bar_count(axis, one) <= BARS_AT_MOST
    )


def _bar_count(axis: Period, unit: TimeUnit) -> int:
    """How many periods the axis has; counted no further than one too many."""
    return sum(1 for _ in islice(periods(axis.first, axis.last, unit), BARS_AT_MOST + 1))


def bars(days: Sequence[tuple[date, int]], axis: Period, unit: TimeUnit) -> tuple[Bar, ...]:
    """One bar for each period of the axis, and empty ones around a short axis.

    Args:
        days: With the number of articles of each; all lie on the axis.
        axis: The first and the last day that must be there.
        unit: How long each bar is.
    """
    drawn = _widened(list(periods(axis.first, axis.last, unit)), unit)
    counts = [0] * len(drawn)
    firsts = [period.first for period in drawn]
    for published, count in days:
        counts[bisect_right(firsts, published) - 1] += count
    return tuple(
        Bar(period.first, period.last, count) for period, count in zip(drawn, counts, strict=True)
    )


def _widened(drawn: list[Period], unit: TimeUnit) -> list[Period]:
    one_day = timedelta(days=1)
    while len(drawn) < BARS_AT_LEAST:
        before = len(drawn)
        if drawn[-1].last < date.max:
            drawn.append(period_of(drawn[-1].last + one_day, unit))
        if drawn[0].first > date.min:
            drawn.insert(0, period_of(drawn[0].first - one_day, unit))
        if len(drawn) == before:
            break
    return drawn


def days_in_words(first: date | None, last: date | None) -> str:
    """As in "23 to 24 Oct 2025"; "All dates" without either, "From ..." or "Until ..." with one."""
    if first is None or last is None:
        if last is not None:
            return f"Until {day(last)}"
        return f"From {day(first)}" if first is not None else "All dates"
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def in_words(published: PublicationDays, shown: CorpusFilter) -> str:
    """What the window holds, as one sentence; the counts are of articles under the other filters.

    As in "24 Oct 2025: 1 of 2 dated articles, and 3 undated.".
    """
    undated = _undated_in_words(published.undated_count, shown.include_undated)
    total = sum(count for _, count in published.days)
    if not total:
        none = "No dated article under the other filters"
        return f"{none}; {undated}." if undated else f"{none}."
    first, last = shown.published_from, shown.published_to
    kept = sum(
        count
        for one, count in published.days
        if not ((first and one < first) or (last and one > last))
    )
    if first is None and last is None:
        when = days_in_words(published.days[0][0], published.days[-1][0])
        said = f"All dates: {counted(total, 'dated article')}, {when}"
    else:
        said = f"{days_in_words(first, last)}: {kept:,} of {counted(total, 'dated article')}"
    return f"{said}; {undated}." if undated else f"{said}."


def _undated_in_words(count: int, is_shown: bool) -> str:
    if not count:
        return ""
    return f"{count:,} undated {'shown too' if is_shown else 'left out'}"
