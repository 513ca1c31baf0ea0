"""Passages and numbers made to fit the cells of a table. Pure."""

from collections.abc import Sequence

import polars as pl

from dashboard.plain_text import one_line

_BEFORE, _AFTER = 60, 90


def excerpt(
    passage: str, start: int, end: int, *, before: int = _BEFORE, after: int = _AFTER
) -> str:
    """The words around `passage[start:end]` on one line, with an ellipsis where some are left out.

    Cut between words where there are any.

    Args:
        passage: The whole passage.
        start: Where the name begins in it.
        end: Where the name ends.
        before: The most characters kept before the name.
        after: The most characters kept after it.
    """
    first, last = max(start - before, 0), min(end + after, len(passage))
    head, tail = passage[first:start], passage[end:last]
    if first > 0:
        head = "…" + (head.partition(" ")[2] or head)
    if last < len(passage):
        tail = (tail.rpartition(" ")[0] or tail) + "…"
    return one_line(head + passage[start:end] + tail, longest=before + after + end - start + 2)


def percents(shares: Sequence[float | None]) -> pl.Series:
    """Shares of 0 to 1 as whole percents; null where there is none."""
    whole = [None if share is None else round(100 * share) for share in shares]
    return pl.Series(whole, dtype=pl.Int64)
