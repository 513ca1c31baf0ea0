"""The comparisons of sources as rows of tables, with their columns named for the screen. Pure.

Columns that stand for a source have a name of ours and the source's name as a label: a source may
be called like another column.
"""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from dashboard.plain_text import one_line
from dashboard.wording import (
    counted,
    joined_by_and,
    kind_words,
    source_name,
    title_words,
    whereabouts,
)
from geodata.corpus.comparison import (
    FirstNaming,
    NamedByTwo,
    OnlySource,
    PlacesBySource,
    SourcesNaming,
)
from geodata.model import Place

REST, NAMED_BY, UNDATED = "rest", "Sources", "Undated"
# About so many columns of sources fit beside the places.
_SEEN_AT_ONCE = 7


def source_column(number: int) -> str:
    """The name of the column of the source of this number."""
    return f"source {number}"


def source_label(source: str, *, longest: int = 40) -> str:
    """What the screen calls a source."""
    return one_line(source_name(source), longest=longest)


def only_words(source: str) -> str:
    """Heads the list of what only this one of two sources names."""
    return f"Only {source_label(source, longest=28)}" if source else "Only of unknown source"


def matrix(table: PlacesBySource, rows: Sequence[SourcesNaming]) -> pl.DataFrame:
    """Places by source; an empty cell where a source does not name the place.

    The sums stand first: the last sources may lie beyond the edge of the screen.
    """
    numbers = {REST: [row.rest_count or None for row in rows]} if table.rest else {}
    numbers |= {
        source_column(number): [row.counts[number] or None for row in rows]
        for number in range(len(table.sources))
    }
    return pl.DataFrame(
        {"Place": _names([row.place for row in rows]), NAMED_BY: [row.source_count for row in rows]}
        | {name: pl.Series(counts, dtype=pl.Int64) for name, counts in numbers.items()}
    )


def columns_words(table: PlacesBySource) -> str:
    """Which sources have a column of their own, and that the last may be out of sight."""
    own, summed = len(table.sources), len(table.rest)
    sideways = " Scroll the table sideways for the last of them." if own > _SEEN_AT_ONCE else ""
    if summed:
        others = "the other one is summed" if summed == 1 else f"the other {summed} are summed"
        return f"The {own} sources with the most mentions have a column each, {others}.{sideways}"
    return f"Each of the {own} sources has a column.{sideways}" if sideways else ""


def only_one(rows: Sequence[OnlySource]) -> pl.DataFrame:
    """One row per place that a single source names."""
    return pl.DataFrame(
        {
            "Source": [source_label(row.source, longest=60) for row in rows],
            "Place": _names([row.place for row in rows]),
            "Lies in": [one_line(whereabouts(row.place), longest=80) for row in rows],
            "Mentions": [row.mention_count for row in rows],
            "Articles": [row.article_count for row in rows],
        }
    )


def firsts(rows: Sequence[FirstNaming]) -> pl.DataFrame:
    """One row per place, with who named it first and when."""
    return pl.DataFrame(
        {
            "Place": _names([row.place for row in rows]),
            "Named first by": [first_words(row) for row in rows],
            "On": pl.Series([row.published for row in rows], dtype=pl.Date),
            "Headline": [_headline(row) for row in rows],
            NAMED_BY: [row.source_count for row in rows],
            UNDATED: [row.undated_count or None for row in rows],
        },
        schema_overrides={UNDATED: pl.Int64},
    )


def _headline(one: FirstNaming) -> str:
    return one_line(title_words(one.title), longest=58) if one.article_id else ""


def first_words(one: FirstNaming) -> str:
    """Who named it first: "KCNA", "tie: KCNA and Yonhap", "not known: no dated article"."""
    if not one.sources:
        return "not known: only undated articles name it"
    named = [source_label(source) for source in one.sources]
    if len(named) == 1:
        return named[0]
    listed = f"{', '.join(named[:3])} and {counted(len(named) - 3, 'other')}"
    return "tie: " + (listed if len(named) > 3 else joined_by_and(named))


def by_two(rows: Sequence[NamedByTwo]) -> pl.DataFrame:
    """One row per place that both of two sources name."""
    return pl.DataFrame(
        {
            "Place": _names([row.place for row in rows]),
            source_column(0): [row.first_count for row in rows],
            source_column(1): [row.second_count for row in rows],
            "In copies": [row.copy_count for row in rows],
        }
    )


def by_one_of_two(rows: Sequence[NamedByTwo]) -> pl.DataFrame:
    """One row per place that the other of two sources leaves out."""
    return pl.DataFrame(
        {
            "Place": _names([row.place for row in rows]),
            "Mentions": [row.first_count + row.second_count for row in rows],
        }
    )


def order_words(rows: Sequence[FirstNaming]) -> str:
    """Who is often first: "First most often: KCNA (12 places), Yonhap (3)"; empty for nobody.

    Only places count that several sources name and one of them named on an earlier day than
    the others.
    """
    sole = Counter(one.sources[0] for one in rows if one.source_count > 1 and len(one.sources) == 1)
    by_source = sorted(sole.items(), key=lambda pair: (-pair[1], pair[0]))
    if not by_source:
        return ""
    (source, count), *others = by_source[:4]
    told = [f"{source_label(source)} ({counted(count, 'place')})"]
    told += [f"{source_label(other)} ({number:,})" for other, number in others]
    return f"First most often: {', '.join(told)}."


def _names(places: Sequence[Place]) -> list[str]:
    """Their names; of several that share one, each with what it lies in or is."""
    shared = {name for name, count in Counter(one.name for one in places).items() if count > 1}
    return [
        one_line(f"{one.name} ({_apart(one)})" if one.name in shared else one.name, longest=80)
        for one in places
    ]


def _apart(place: Place) -> str:
    return ", ".join(part for part in (kind_words(place), whereabouts(place)) if part)
