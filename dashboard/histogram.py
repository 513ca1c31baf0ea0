"""Days of publication -> bars to draw, and the same in words. Pure; no widget here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.wording import counted, day
from geodata.corpus.answers import PublicationDays

BARS_AT_LEAST, BARS_AT_MOST = 12, 40
_WIDTHS_IN_DAYS = (1, 7, 14, 30, 91, 182, 365, 1826, 3652, 18262)


@dataclass(frozen=True, slots=True)
class Bar:
    """Articles published from `first` to `last`, both included."""

    first: date
    last: date
    article_count: int

    def overlaps(self, published_from: date | None, published_to: date | None) -> bool:
        """Whether any of its days lies within the bounds; None is no bound."""
        return not (
            (published_from and self.last < published_from)
            or (published_to and self.first > published_to)
        )


def bars(days: Sequence[tuple[date, int]]) -> tuple[Bar, ...]:
    """Equal stretches of days: from `BARS_AT_LEAST` to `BARS_AT_MOST` of them, none for no day.

    A short time stands in the middle of the bars, with days before and after it.
    """
    if not days:
        return ()
    first, last = _widened(days[0][0], days[-1][0])
    length = (last - first).days + 1
    width = next((one for one in _WIDTHS_IN_DAYS if length <= one * BARS_AT_MOST), length)
    counts = [0] * -(-length // width)
    for published, count in days:
        counts[(published - first).days // width] += count
    return tuple(
        Bar(
            first + timedelta(days=width * position),
            min(last, first + timedelta(days=width * (position + 1) - 1)),
            count,
        )
        for position, count in enumerate(counts)
    )


def _widened(first: date, last: date) -> tuple[date, date]:
    missing = max(0, BARS_AT_LEAST - (last - first).days - 1)
    before = min(missing // 2, (first - date.min).days)
    after = min(missing - before, (date.max - last).days)
    return first - timedelta(days=before), last + timedelta(days=after)


def in_words(published: PublicationDays) -> str:
    """The histogram as one sentence."""
    undated = (
        f"{counted(published.undated_count, 'article')} undated" if published.undated_count else ""
    )
    if not published.days:
        return f"{undated}." if undated else "No article under these filters."
    first, last = published.days[0][0], published.days[-1][0]
    total = sum(count for _, count in published.days)
    when = f"on {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
    dated = f"{counted(total, 'article')} {when}"
    return f"{dated}; {undated}." if undated else f"{dated}."
