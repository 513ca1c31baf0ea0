"""Which mentions a filter shows, and the one cause for which it hides each of the others.

What is made of the shown ones is in `geodata.corpus.questions`.
"""

from enum import StrEnum

import polars as pl

from geodata.corpus.folding import folded_words
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter


class Hidden(StrEnum):
    """Why a mention is not on the map, in the order in which the causes are tried.

    What the filters take as text comes first: under words that a passage has not, nothing else
    would put its mentions on the map.
    """

    BY_SOURCE = "source"
    BY_DATE = "date"
    UNDATED = "undated"
    BY_WORDS = "words"
    IN_FURNITURE = "in furniture"
    BY_ROLE = "role"
    UNRESOLVED = "unresolved"
    BY_FEATURE_CLASS = "feature class"
    BY_COPY = "copy"


def with_causes(snapshot: Snapshot, corpus_filter: CorpusFilter) -> pl.DataFrame:
    """Every mention in the snapshot's order, with its article's `source` and `published`.

    The column `hidden` holds the first cause that hides it; null for those shown. `is_copy` says
    of the mentions left by all causes but the last whether an earlier article among them has the
    same sentence: the earliest published counts as the first, those of unknown date as the last.
    `is_repeat` says whether that holds of most of what the article has left of that place, so
    that the article is no text of its own about it.
    """
    mentions = snapshot.mentions.join(
        snapshot.articles.select("article_id", "source", "published"),
        on="article_id",
        how="left",
        maintain_order="left",
    )
    cause = pl.lit(None, dtype=pl.String)
    for hidden, holds in reversed(_rules(snapshot, corpus_filter)):
        cause = pl.when(holds).then(pl.lit(hidden.value)).otherwise(cause)
    told = _with_words_found(mentions, snapshot, corpus_filter.words).with_columns(
        cause.alias("hidden")
    )
    return _with_copies(told, hide=corpus_filter.independent_only)


def shown_mentions(snapshot: Snapshot, corpus_filter: CorpusFilter) -> pl.DataFrame:
    """The mentions on the map, in the snapshot's order."""
    return with_causes(snapshot, corpus_filter).filter(pl.col("hidden").is_null())


def kept_articles(corpus_filter: CorpusFilter) -> pl.Expr:
    """Whether the filter keeps an article, by its `source` and `published` alone."""
    return ~pl.any_horizontal(holds for _, holds in _rules_for_articles(corpus_filter))


def _rules_for_articles(corpus_filter: CorpusFilter) -> list[tuple[Hidden, pl.Expr]]:
    never = pl.lit(False)
    published = pl.col("published")
    by_source = (
        ~pl.col("source").is_in(list(corpus_filter.sources)) if corpus_filter.sources else never
    )
    too_early = published < corpus_filter.published_from if corpus_filter.published_from else never
    too_late = published > corpus_filter.published_to if corpus_filter.published_to else never
    return [
        (Hidden.BY_SOURCE, by_source),
        (Hidden.BY_DATE, (too_early | too_late).fill_null(False)),
        (Hidden.UNDATED, never if corpus_filter.include_undated else published.is_null()),
    ]


def _rules(snapshot: Snapshot, corpus_filter: CorpusFilter) -> list[tuple[Hidden, pl.Expr]]:
    hidden_places = (
        snapshot.places.filter(~pl.col("feature_class").is_in(list(corpus_filter.feature_classes)))
        if corpus_filter.feature_classes
        else snapshot.places.clear()
    )
    return [
        *_rules_for_articles(corpus_filter),
        (Hidden.BY_WORDS, ~pl.col("words_found")),
        (Hidden.IN_FURNITURE, pl.col("in_furniture")),
        (Hidden.BY_ROLE, ~pl.col("role").is_in([role.value for role in corpus_filter.roles])),
        (Hidden.UNRESOLVED, pl.col("place_id").is_null()),
        (Hidden.BY_FEATURE_CLASS, pl.col("place_id").is_in(hidden_places["place_id"].to_list())),
    ]


def _with_copies(told: pl.DataFrame, *, hide: bool) -> pl.DataFrame:
    if told["voice"].null_count() == told.height:
        return told.with_columns(pl.lit(False).alias("is_copy"), pl.lit(False).alias("is_repeat"))
    left = (
        told.select("article_id", "place_id", "voice", "published", "start", "hidden")
        .with_row_index("row")
        .filter(pl.col("hidden").is_null())
    )
    voiced = left.drop_nulls("voice")
    first = voiced.sort("published", "article_id", "start", nulls_last=True).unique(
        "voice", keep="first"
    )
    copies = voiced.join(first.select("voice", pl.col("article_id").alias("first_id")), on="voice")
    copies = copies.filter(pl.col("first_id") != pl.col("article_id"))
    row = pl.int_range(pl.len(), dtype=pl.UInt32)
    is_copy = row.is_in(copies["row"].implode())
    is_repeat = row.is_in(_repeats(left, copies).implode())
    marked = told.with_columns(is_copy.alias("is_copy"), is_repeat.alias("is_repeat"))
    if not hide:
        return marked
    by_copy = pl.when("is_copy").then(pl.lit(Hidden.BY_COPY.value)).otherwise("hidden")
    return marked.with_columns(by_copy.alias("hidden"))


def _repeats(left: pl.DataFrame, copies: pl.DataFrame) -> pl.Series:
    """The rows of what articles have of a place where most of that is copied."""
    copied = copies.group_by("article_id", "place_id").len("copied")
    of_place = left.select("row", "article_id", "place_id").join(
        copied, on=["article_id", "place_id"]
    )
    most = 2 * pl.col("copied") > pl.len().over("article_id", "place_id")
    return of_place.filter(most)["row"]


def _with_words_found(mentions: pl.DataFrame, snapshot: Snapshot, words: str) -> pl.DataFrame:
    """The mentions with a column `words_found`: whether their passage holds all the words.

    A word may be part of a longer one: "museum" finds "museums".
    """
    wanted = folded_words(words)
    if not wanted:
        return mentions.with_columns(pl.lit(True).alias("words_found"))
    holds_all = pl.all_horizontal(
        pl.col("folded").str.contains(word, literal=True) for word in wanted
    )
    found = snapshot.passages.filter(holds_all).select(
        "article_id", "passage", pl.lit(True).alias("words_found")
    )
    return mentions.join(
        found, on=["article_id", "passage"], how="left", maintain_order="left"
    ).with_columns(pl.col("words_found").fill_null(False))
