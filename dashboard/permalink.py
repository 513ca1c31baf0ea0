"""What a link pins down beside the view, and what of it is no longer so. Pure; a link is hostile.

The view itself is in `dashboard.address`; what is said of it, in `dashboard.views.link_note`.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from dashboard.address import NO_SOURCE, Known, Query, view_in
from dashboard.plain_text import one_line

# A corpus with a visitor's own articles has two versions with a plus between them.
_VERSION = re.compile(r"[\w.+:-]{1,120}", re.ASCII)
# As static/position.js reads it: latitude, longitude and zoom.
_POSITION = re.compile(r"-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?,\d{1,2}(\.\d{1,2})?", re.ASCII)
_FARTHEST = (85, 180)
_LONGEST_NAME, _MOST_NAMES = 60, 3


@dataclass(frozen=True, slots=True)
class Pins:
    """The corpus and the gazetteer of a view; empty where not known, or not pinned."""

    corpus: str = ""
    gazetteer: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a link names and the corpus does not have; each plain text on one line."""

    sources: tuple[str, ...] = ()
    place_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What a link says of days and of the map's position and cannot be used; plain, on one line."""

    days: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()


def unread_in(query: Query) -> Unread:
    """The days that are none or of which the first is after the last, and a strange position."""
    shown = view_in(query, Known()).corpus_filter
    days = [
        *(_all(query, "from")[-1:] if shown.published_from is None else []),
        *(_all(query, "to")[-1:] if shown.published_to is None else []),
    ]
    position = _last(query, "at")
    strange = [position] if position and not _is_position(position) else []
    return Unread(_strange(days, ()), _strange(strange, ()))


def _is_position(written: str) -> bool:
    if not _POSITION.fullmatch(written):
        return False
    latitude, longitude = map(float, written.split(",")[:2])
    return abs(latitude) <= _FARTHEST[0] and abs(longitude) <= _FARTHEST[1]


def pins_in(query: Query) -> Pins:
    """What the link pins; what is no version of anything counts as not said."""
    return Pins(_version(query, "corpus"), _version(query, "gazetteer"))


def pinned(pins: Pins) -> dict[str, list[str]]:
    """The parameters that pin a link, to go behind those of its view."""
    both = {"corpus": pins.corpus, "gazetteer": pins.gazetteer}
    return {name: [version] for name, version in both.items() if version}


def missing_in(query: Query, known: Known) -> Missing:
    """What the query names in vain, each once and in order."""
    sources = ["" if name == NO_SOURCE else name for name in _all(query, "source", "versus")]
    _, _, mentioned = _last(query, "mention").partition("@")
    articles = [
        *_all(query, "article")[-1:],
        *_all(query, "beside")[-1:],
        *([mentioned] if mentioned else []),
    ]
    return Missing(
        _strange(sources, known.sources),
        _strange(_all(query, "place")[-1:], known.place_ids),
        _strange(articles, known.article_ids),
    )


def ground_moved(then: Pins, now: Pins) -> tuple[bool, bool]:
    """Whether the articles, and whether the gazetteer, are others than those that were pinned."""
    return _differ(then.corpus, now.corpus), _differ(then.gazetteer, now.gazetteer)


def listed(names: Collection[str]) -> str:
    """As in "“A”, “B”, “C” and 4 more"."""
    named = ", ".join(f"“{name}”" for name in list(names)[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{named} and {more} more" if more > 0 else named


def _differ(then: str, now: str) -> bool:
    return bool(then and now and then != now)


def _version(query: Query, name: str) -> str:
    written = _last(query, name)
    return written if _VERSION.fullmatch(written) else ""


def _last(query: Query, name: str) -> str:
    return (_all(query, name) or [""])[-1]


def _all(query: Query, *names: str) -> list[str]:
    return [value for name in names for value in query.get(name, ()) if value]


def _strange(asked: Collection[str], known: Collection[str]) -> tuple[str, ...]:
    strange = (one_line(name, longest=_LONGEST_NAME) for name in asked if name not in known)
    return tuple(name for name in dict.fromkeys(strange) if name)
