"""What the timeline sent back -> what was meant. Pure; a browser may send anything at all."""

from collections.abc import Sequence
from datetime import date

from geodata.corpus.periods import TimeUnit

Window = tuple[date | None, date | None]
"""First and last day, both included; None for no bound."""


def sent_window(sent: object) -> Window | None:
    """The days that were chosen; None where the browser sent no such thing.

    Args:
        sent: `[first, last]`, each an ISO day or null.
    """
    if not isinstance(sent, Sequence) or isinstance(sent, str) or len(sent) != 2:
        return None
    first, last = (_day(one) for one in sent)
    if (sent[0] is not None and first is None) or (sent[1] is not None and last is None):
        return None
    return None if first and last and first > last else (first, last)


def sent_unit(sent: object) -> TimeUnit | None:
    """The unit that was chosen; None where it is none of ours."""
    return (
        TimeUnit(sent)
        if isinstance(sent, str) and sent in {one.value for one in TimeUnit}
        else None
    )


def _day(sent: object) -> date | None:
    try:
        found = date.fromisoformat(sent) if isinstance(sent, str) else None
    except ValueError:
        return None
    return found if found and found.isoformat() == sent else None
