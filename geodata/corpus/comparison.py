"""What sources name and what they leave out: questions that set them side by side.

Articles of unknown source count together, as one source of the empty name. Which mentions a
filter shows is decided in `geodata.corpus.filtering`.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from geodata.corpus.filtering import shown_mentions
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Place


@dataclass(frozen=True, slots=True)
class SourcesNaming:
    """One place and how often each source names it.

    Attributes:
        counts: Mentions by the sources of the table, in its order.
        rest_count: Mentions by all the other sources.
        source_count: How many sources name it.
    """

    place: Place
    counts: tuple[int, ...]
    rest_count: int
    source_count: int


@dataclass(frozen=True, slots=True)
class PlacesBySource:
    """Places by source, both with the most mentions first.

    Attributes:
        sources: Those with a number of their own.
        rest: Those that are summed; empty where every source has its own number.
    """

    sources: tuple[str, ...]
    rest: tuple[str, ...]
    rows: tuple[SourcesNaming, ...]


@dataclass(frozen=True, slots=True)
class OnlySource:
    """A place that a single source names."""

    source: str
    place: Place
    mention_count: int
    article_count: int


@dataclass(frozen=True, slots=True)
class FirstNaming:
    """The first day on which an article names a place.

    Attributes:
        published: None where no article that names it has a date.
        sources: Every source that names it on that day, in order of name.
        article_id: The article of the first of these sources; None where none has a date.
        start: The first mention of the place there.
        title: The article's headline; empty where it has none.
        undated_count: Articles without a date that name it too: any may have been earlier.
        source_count: How many sources name it at any time.
    """

    place: Place
    published: date | None
    sources: tuple[str, ...]
    article_id: str | None
    start: int | None
    title: str
    undated_count: int
    source_count: int


@dataclass(frozen=True, slots=True)
class NamedByTwo:
    """A place that one or both of two sources name.

    Attributes:
        copy_count: Mentions in sentences that an earlier article of the two sources has as well.
    """

    place: Place
    first_count: int
    second_count: int
    copy_count: int


@dataclass(frozen=True, slots=True)
class TwoSources:
    """What two sources name; each place is in one of the lists, the most mentioned first."""

    only_first: tuple[NamedByTwo, ...]
    both: tuple[NamedByTwo, ...]
    only_second: tuple[NamedByTwo, ...]


def places_by_source(
    snapshot: Snapshot, corpus_filter: CorpusFilter, *, most_sources: int
) -> PlacesBySource:
    """How often each source names each place that the filter shows.

    No more than `most_sources` of them get a number of their own; the rest is summed.
    """
    counted = shown_mentions(snapshot, corpus_filter).group_by("place_id", "source").len()
    by_source: Counter[str] = Counter()
    by_place: dict[str, dict[str, int]] = {}
    for place_id, source, count in counted.iter_rows():
        by_source[source] += count
        by_place.setdefault(place_id, {})[source] = count
    ordered = sorted(by_source, key=lambda source: (-by_source[source], source))
    sources, rest = tuple(ordered[:most_sources]), tuple(ordered[most_sources:])
    rows = [
        SourcesNaming(
            snapshot.place_by_id[place_id],
            tuple(counts.get(source, 0) for source in sources),
            sum(counts.get(source, 0) for source in rest),
            len(counts),
        )
        for place_id, counts in by_place.items()
    ]
    rows.sort(key=lambda one: (-sum(one.counts) - one.rest_count, one.place.name, one.place.id))
    return PlacesBySource(sources, rest, tuple(rows))


def named_by_one(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[OnlySource, ...]:
    """The places that a single source names under the filter.

    The source with the most of them first; within one the most mentioned place first.
    """
    counted = (
        shown_mentions(snapshot, corpus_filter)
        .group_by("place_id")
        .agg(
            pl.col("source").first(),
            pl.col("source").n_unique().alias("source_count"),
            pl.len(),
            pl.col("article_id").n_unique().alias("article_count"),
        )
        .filter(pl.col("source_count") == 1)
        .select("source", "place_id", "len", "article_count")
    )
    found = [
        OnlySource(source, snapshot.place_by_id[place_id], mentions, articles)
        for source, place_id, mentions, articles in counted.iter_rows()
    ]
    of_source = Counter(one.source for one in found)
    found.sort(
        key=lambda one: (
            (-of_source[one.source], one.source),
            (-one.mention_count, one.place.name, one.place.id),
        )
    )
    return tuple(found)


def first_namings(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[FirstNaming, ...]:
    """Who named each place first, of the mentions that the filter shows.

    The places that most sources name come first, then the earliest; those that only undated
    articles name come last.
    """
    shown = shown_mentions(snapshot, corpus_filter)
    dated = pl.col("published").is_not_null()
    first_day = (
        shown.filter(dated)
        .filter(pl.col("published") == pl.col("published").min().over("place_id"))
        .sort("source", "article_id", "start")
        .group_by("place_id", maintain_order=True)
        .agg(
            pl.col("published").first(),
            pl.col("source").unique(maintain_order=True).alias("sources"),
            pl.col("article_id").first(),
            pl.col("start").first(),
        )
        .join(snapshot.articles.select("article_id", "title"), on="article_id", how="left")
    )
    every = shown.group_by("place_id").agg(
        pl.col("article_id").filter(~dated).n_unique().alias("undated_count"),
        pl.col("source").n_unique().alias("source_count"),
    )
    told = every.join(first_day, on="place_id", how="left").select(
        "place_id", "published", "sources", "article_id", "start",
        pl.col("title").fill_null(""), "undated_count", "source_count",
    )  # fmt: skip
    found = [
        FirstNaming(snapshot.place_by_id[place_id], published, tuple(sources or ()), *others)
        for place_id, published, sources, *others in told.iter_rows()
    ]
    return tuple(sorted(found, key=_most_shared_then_earliest))


def _most_shared_then_earliest(one: FirstNaming) -> tuple[bool, int, date, str, str]:
    day = one.published or date.max
    return (one.published is None, -one.source_count, day, one.place.name, one.place.id)


def two_sources(
    snapshot: Snapshot, corpus_filter: CorpusFilter, first: str, second: str
) -> TwoSources:
    """What each of two sources names that the other leaves out, and what both name.

    The filter holds but for its sources; and a copy counts as naming, however copies are counted
    on the map: who prints it names the place.
    """
    of_both = replace(corpus_filter, sources=frozenset({first, second}), independent_only=False)
    is_first = pl.col("source") == first
    counted = (
        shown_mentions(snapshot, of_both)
        .group_by("place_id")
        .agg(
            is_first.sum().alias("first_count"),
            (~is_first).sum().alias("second_count"),
            pl.col("is_copy").sum().alias("copy_count"),
        )
    )
    found = sorted(
        (
            NamedByTwo(snapshot.place_by_id[place_id], *counts)
            for place_id, *counts in counted.iter_rows()
        ),
        key=lambda one: (-one.first_count - one.second_count, one.place.name, one.place.id),
    )
    return TwoSources(
        only_first=tuple(one for one in found if not one.second_count),
        both=tuple(one for one in found if one.first_count and one.second_count),
        only_second=tuple(one for one in found if not one.first_count),
    )
