"""What the map asks of a snapshot: pure functions from a filter to the values of `answers`.

Which mentions a filter shows is decided in `geodata.corpus.filtering`.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from geodata.corpus.answers import (
    ArticlePassages,
    ArticleSummary,
    FeatureClassCount,
    NamingPassage,
    OffMap,
    PlaceCount,
    PublicationDays,
    SourceCount,
)
from geodata.corpus.filtering import Hidden, shown_mentions, with_causes
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Mention, Role, Unresolved

_SUMMARY = ("article_id", "source", "title", "published", "url", "language", "path")


def place_counts(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[PlaceCount, ...]:
    """Every place the filter shows; the most mentioned first, then by name, then by id."""
    role = pl.col("role")
    known_source = pl.col("source").filter(pl.col("source") != "")
    counted = (
        shown_mentions(snapshot, corpus_filter)
        .group_by("place_id")
        .agg(
            pl.len().alias("mention_count"),
            pl.col("article_id").n_unique().alias("article_count"),
            known_source.n_unique().alias("source_count"),
            pl.col("article_id").filter(~pl.col("is_repeat")).n_unique().alias("text_count"),
            *((role == one.value).sum().alias(one.value) for one in Role),
            pl.col("confidence").min().alias("least_confidence"),
            pl.col("confidence").max().alias("best_confidence"),
        )
    )
    place_by_id = snapshot.place_by_id
    counts = (
        PlaceCount(place_by_id[place_id], *numbers) for place_id, *numbers in counted.iter_rows()
    )
    return tuple(sorted(counts, key=lambda one: (-one.mention_count, one.place.name, one.place.id)))


def passages_naming(
    snapshot: Snapshot, corpus_filter: CorpusFilter, place_id: str
) -> tuple[ArticlePassages, ...]:
    """The passages with mentions of a place that the filter shows, by article.

    The newest article first, those of unknown date last; on one day by source, title and id.
    """
    named = (
        shown_mentions(snapshot, corpus_filter)
        .filter(pl.col("place_id") == place_id)
        .select("article_id", "passage", "start", "end", "toponym", "role")
    )
    cut = snapshot.passages.join(named, on=["article_id", "passage"], how="semi").select(
        "article_id", "passage", "start", "end", "text"
    )
    mentions: dict[tuple[str, int], list[Mention]] = {}
    for article_id, passage, start, end, toponym, role in named.iter_rows():
        mention = Mention(start, end, toponym, Role(role))
        mentions.setdefault((article_id, passage), []).append(mention)
    passages: dict[str, list[NamingPassage]] = {}
    for article_id, passage, start, end, text in cut.sort("article_id", "passage").iter_rows():
        found = sorted(mentions[article_id, passage], key=lambda mention: mention.start)
        passages.setdefault(article_id, []).append(NamingPassage(start, end, text, tuple(found)))
    counts = Counter(article_id for article_id, _ in named.select("article_id", "role").iter_rows())
    return tuple(
        ArticlePassages(summary, tuple(passages[summary.id]))
        for summary in _summaries(snapshot, counts)
    )


def publication_days(snapshot: Snapshot, corpus_filter: CorpusFilter) -> PublicationDays:
    """The articles with a mention that the filter, less its date part, shows; by day."""
    any_date = replace(corpus_filter, published_from=None, published_to=None, include_undated=True)
    per_day = (
        shown_mentions(snapshot, any_date)
        .group_by("published")
        .agg(pl.col("article_id").n_unique().alias("article_count"))
        .sort("published")
    )
    days = tuple((day, count) for day, count in per_day.iter_rows() if day is not None)
    return PublicationDays(days, sum(count for day, count in per_day.iter_rows() if day is None))


def off_map(snapshot: Snapshot, corpus_filter: CorpusFilter) -> OffMap:
    """How many mentions the map does not show, by cause."""
    by_cause: Counter[str | None] = Counter()
    by_reason: Counter[str] = Counter()
    counted = with_causes(snapshot, corpus_filter).group_by("hidden", "unresolved").len()
    for cause, reason, count in counted.iter_rows():
        by_cause[cause] += count
        if cause == Hidden.UNRESOLVED:
            by_reason[reason] += count
    return OffMap(
        mention_count=by_cause.total(),
        shown_count=by_cause[None],
        unresolved=tuple((one, by_reason[one]) for one in Unresolved if by_reason[one]),
        in_furniture=by_cause[Hidden.IN_FURNITURE],
        by_source=by_cause[Hidden.BY_SOURCE],
        by_date=by_cause[Hidden.BY_DATE],
        undated=by_cause[Hidden.UNDATED],
        by_role=by_cause[Hidden.BY_ROLE],
        by_feature_class=by_cause[Hidden.BY_FEATURE_CLASS],
        by_words=by_cause[Hidden.BY_WORDS],
        by_copy=by_cause[Hidden.BY_COPY],
    )


def source_counts(snapshot: Snapshot) -> tuple[SourceCount, ...]:
    """Every source of the snapshot; the one with the most articles first, then by name."""
    counts = Counter(snapshot.articles["source"].to_list())
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(SourceCount(name, count) for name, count in ordered)


def feature_class_counts(snapshot: Snapshot) -> tuple[FeatureClassCount, ...]:
    """Every feature class that is mentioned; the most mentioned first, then by letter."""
    counted = (
        snapshot.mentions.join(snapshot.places, on="place_id")
        .group_by("feature_class")
        .agg(pl.col("place_id").n_unique().alias("places"), pl.len().alias("mentions"))
        .sort("mentions", "feature_class", descending=[True, False])
    )
    return tuple(FeatureClassCount(*row) for row in counted.iter_rows())


def _summaries(snapshot: Snapshot, counts: Mapping[str, int]) -> list[ArticleSummary]:
    """Of the articles whose ids are keys; the newest first, those of unknown date last."""
    wanted = snapshot.articles.select(_SUMMARY).filter(pl.col("article_id").is_in(list(counts)))
    found = (
        ArticleSummary(key, source, title, published, url, language, path, counts[key])
        for key, source, title, published, url, language, path in wanted.iter_rows()
    )
    return sorted(found, key=_newest_first)


def _newest_first(article: ArticleSummary) -> tuple[bool, int, str, str, str]:
    day = article.published
    age = -day.toordinal() if day else 0
    return (day is None, age, article.source, article.title, article.id)
