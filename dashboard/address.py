"""The whole view as a value, and as the query of the page's address. Pure; an address is hostile.

The map's position is in the address too (`at`); only static/view.js reads and writes it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from dashboard.plain_text import one_line
from geodata.corpus.hidden import Listed
from geodata.corpus.periods import TimeUnit
from geodata.model import SHOWN_ROLES, CorpusFilter, Role

Query = Mapping[str, Sequence[str]]
Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_WORDS = 100
LAST_OFFSET = 10**8
# Stands for articles that do not say their source: an empty parameter is easily lost.
NO_SOURCE = "~"
NO_ROLE = "none"
# The units that a reader can step by, the shortest first.
STEPS = (TimeUnit.DAY, TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.YEAR)


class Tab(StrEnum):
    """The tables under the map, in their order; the first is open unless an address says so."""

    PLACES = "places"
    COMPARE = "compare"
    CHECK = "check"
    OFF_MAP = "off-map"


class Question(StrEnum):
    """What is asked of all sources, in its order; of two sources, `View.compared` is asked."""

    ALL = "all"
    ONE = "one"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Known:
    """What a view may name: anything else in an address is ignored.

    Attributes:
        sources: Names of the corpus's sources; the empty one stands for the unknown ones.
        feature_classes: GeoNames' letters of the corpus's places.
        place_ids: Places that some mention was resolved to.
        article_ids: Articles of the corpus.
    """

    sources: Collection[str] = ()
    feature_classes: Collection[str] = ()
    place_ids: Collection[str] = ()
    article_ids: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class MentionAt:
    """One mention, by its article and its offset there; nothing says that there is one."""

    article_id: str
    start: int


@dataclass(frozen=True, slots=True)
class View:
    """What is on the screen.

    Attributes:
        place_id: The chosen place.
        article_id: The article being read.
        beside: Another article that it is compared with; never without one being read.
        mention: The mention whose place is being explained.
        search: Words looked for in names and passages; empty for none.
        together: Whether the places named beside the chosen one are drawn.
        tab: The table under the map.
        compared: Two sources side by side, or none.
        question: What is asked of the sources while no two are compared.
        listed: The list of what is not on the map; None for the first that has anything.
        step: How far the timeline steps; None for what fits the corpus.
    """

    corpus_filter: CorpusFilter = field(default_factory=CorpusFilter)
    place_id: str | None = None
    article_id: str | None = None
    mention: MentionAt | None = None
    search: str = ""
    together: bool = False
    tab: Tab = Tab.PLACES
    compared: tuple[str, ...] = ()
    step: TimeUnit | None = None
    beside: str | None = None
    question: Question = Question.ALL
    listed: Listed | None = None


def view_in(query: Query, known: Known) -> View:
    """The view a query asks for; whatever in it is unknown or malformed counts as not said."""
    published_from, published_to = _day(_last(query, "from")), _day(_last(query, "to"))
    if published_from and published_to and published_from > published_to:
        published_from = published_to = None
    sources = ("" if name == NO_SOURCE else name for name in query.get("source", ()))
    return View(
        CorpusFilter(
            sources=_among(sources, known.sources),
            published_from=published_from,
            published_to=published_to,
            include_undated=_last(query, "undated") != "no",
            roles=_roles(query.get("role", ())),
            feature_classes=_among(query.get("class", ()), known.feature_classes),
            words=one_line(_last(query, "words"), longest=LONGEST_WORDS),
            independent_only=_last(query, "copies") == "once",
        ),
        place_id=_one_of(_last(query, "place"), known.place_ids),
        article_id=_one_of(_last(query, "article"), known.article_ids),
        mention=_mention(_last(query, "mention"), known.article_ids),
        search=one_line(_last(query, "find"), longest=LONGEST_WORDS),
        together=_last(query, "together") == "yes",
        tab=_said(Tab, _last(query, "tab")) or Tab.PLACES,
        compared=_compared(query.get("versus", ()), known.sources),
        step=_step(_last(query, "by")),
        beside=_beside(query, known.article_ids),
        question=_said(Question, _last(query, "compare")) or Question.ALL,
        listed=_said(Listed, _last(query, "list")),
    )


def query_of(view: View) -> dict[str, list[str]]:
    """The shortest query from which `view_in` makes this view; what is usual is left out."""
    shown = view.corpus_filter
    roles = [role.value for role in Role if role in shown.roles] or [NO_ROLE]
    parts = {
        "source": [name or NO_SOURCE for name in sorted(shown.sources)],
        "from": [shown.published_from.isoformat()] if shown.published_from else [],
        "to": [shown.published_to.isoformat()] if shown.published_to else [],
        "undated": [] if shown.include_undated else ["no"],
        "role": [] if shown.roles == SHOWN_ROLES else roles,
        "class": sorted(shown.feature_classes),
        "words": [shown.words] if shown.words else [],
        "copies": ["once"] if shown.independent_only else [],
        "place": [view.place_id] if view.place_id else [],
        "article": [view.article_id] if view.article_id else [],
        "mention": [f"{view.mention.start}@{view.mention.article_id}"] if view.mention else [],
        "find": [view.search] if view.search else [],
        "together": ["yes"] if view.together else [],
        "tab": [] if view.tab == Tab.PLACES else [view.tab.value],
        "versus": [name or NO_SOURCE for name in view.compared],
        "by": [view.step.value] if view.step else [],
        "beside": [view.beside] if view.beside else [],
        "compare": [] if view.question == Question.ALL else [view.question.value],
        "list": [view.listed.value] if view.listed else [],
    }
    return {name: values for name, values in parts.items() if values}


def address_of(view: View) -> str:
    """The query as text, without the question mark."""
    return urlencode(query_of(view), doseq=True)


def _last(query: Query, name: str) -> str:
    values = query.get(name, ())
    return values[-1] if values else ""


def _day(written: str) -> date | None:
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return None
    return found if found.isoformat() == written else None


def _roles(written: Sequence[str]) -> frozenset[Role]:
    if list(written) == [NO_ROLE]:
        return frozenset()
    asked = frozenset(role for role in Role if role.value in written)
    return asked or SHOWN_ROLES


def _mention(written: str, article_ids: Collection[str]) -> MentionAt | None:
    start, _, article_id = written.partition("@")
    if not (start.isascii() and start.isdecimal() and len(start) <= len(str(LAST_OFFSET))):
        return None
    return MentionAt(article_id, int(start)) if article_id in article_ids else None


def _beside(query: Query, article_ids: Collection[str]) -> str | None:
    read = _one_of(_last(query, "article"), article_ids)
    other = _one_of(_last(query, "beside"), article_ids)
    return other if read and other != read else None


def _said(choices: type[Choice], written: str) -> Choice | None:
    return next((one for one in choices if one.value == written), None)


def _step(written: str) -> TimeUnit | None:
    return next((unit for unit in STEPS if unit.value == written), None)


def _compared(written: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    named = tuple("" if name == NO_SOURCE else name for name in written)
    is_pair = len(named) == 2 and len(set(named)) == 2 and all(name in known for name in named)
    return named if is_pair else ()


def _among(asked: Iterable[str], known: Collection[str]) -> frozenset[str]:
    found = frozenset(name for name in asked if name in known)
    return frozenset() if found == frozenset(known) else found


def _one_of(asked: str, known: Collection[str]) -> str | None:
    return asked if asked and asked in known else None
