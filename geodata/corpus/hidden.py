"""What is not on the map, mention by mention, in one list per cause; and what is there with doubt.

Why a mention is hidden is decided in `geodata.corpus.filtering`; how many are, in
`geodata.corpus.questions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl

from geodata.corpus.filtering import Hidden, with_causes
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Mention, Place, Role, Unresolved


class Listed(StrEnum):
    """The lists, in their order. A hidden mention belongs to exactly one of them.

    Approximate places are on the map, and so are undated articles unless a filter hides them;
    they are listed because the map alone cannot show how little is known.
    """

    UNRESOLVED = "unresolved"
    FURNITURE = "furniture"
    APPROXIMATE = "approximate"
    PEOPLE = "people"
    UNDATED = "undated"
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class ListedMention:
    """A mention in one of the lists, and the passage it stands in.

    Attributes:
        place: What it means; None where it was not resolved.
        hidden: Why it is not on the map; None for one that is.
        passage: The text of its passage.
        passage_start: Offset of the passage in the article's text.
    """

    mention: Mention
    place: Place | None
    unresolved: Unresolved | None
    hidden: Hidden | None
    article_id: str
    source: str
    published: date | None
    passage: str
    passage_start: int


@dataclass(frozen=True, slots=True)
class UndatedArticle:
    """An article whose day of publication is not known.

    Attributes:
        start: Where its first mention stands.
        mention_count: Mentions that its want of a date may hide.
        hidden_count: Those of them that it does hide: none, or all.
    """

    article_id: str
    title: str
    source: str
    start: int
    mention_count: int
    hidden_count: int


def told_for_lists(snapshot: Snapshot, corpus_filter: CorpusFilter) -> pl.DataFrame:
    """Every mention with what the lists are made by; each of them is then asked of this frame."""
    approximate = snapshot.places.filter(pl.col("uncertainty_km").is_not_null())["place_id"]
    return with_causes(snapshot, corpus_filter).with_columns(
        pl.col("place_id").is_in(approximate.to_list()).fill_null(False).alias("is_approximate")
    )


def list_counts(told: pl.DataFrame) -> Mapping[Listed, int]:
    """How long each list is: in mentions, and that of the undated in articles."""
    counts = {listed: told.filter(rule).height for listed, rule in _RULES.items()}
    undated = told.filter(_RULES[Listed.UNDATED])
    return counts | {Listed.UNDATED: undated["article_id"].n_unique()}


def listed_mentions(
    snapshot: Snapshot, told: pl.DataFrame, listed: Listed, *, offset: int, limit: int
) -> tuple[ListedMention, ...]:
    """Part of a list: the names that stand in it most often first, each in order of article."""
    wanted = (
        told.filter(_RULES[listed])
        .with_columns(pl.len().over("toponym").alias("frequency"))
        .sort("frequency", "toponym", "article_id", "start", descending=[True, False, False, False])
        .slice(offset, limit)
    )
    passages = snapshot.passages.select(
        "article_id", "passage", pl.col("start").alias("passage_start"), "text"
    )
    rows = wanted.join(
        passages, on=["article_id", "passage"], how="left", maintain_order="left"
    ).select(
        *("start", "end", "toponym", "role", "place_id", "unresolved", "hidden"),
        *("article_id", "source", "published", "text", "passage_start"),
    )
    return tuple(
        ListedMention(
            Mention(start, end, toponym, Role(role)),
            snapshot.place_by_id[place_id] if place_id is not None else None,
            Unresolved(unresolved) if unresolved is not None else None,
            Hidden(hidden) if hidden is not None else None,
            *where,
        )
        for start, end, toponym, role, place_id, unresolved, hidden, *where in rows.iter_rows()
    )


def undated_articles(snapshot: Snapshot, told: pl.DataFrame) -> tuple[UndatedArticle, ...]:
    """The list of the undated: those with the most mentions first, then by id."""
    counted = (
        told.filter(_RULES[Listed.UNDATED])
        .group_by("article_id")
        .agg(
            pl.col("start").min(),
            pl.len().alias("mention_count"),
            pl.col("hidden").is_not_null().sum().alias("hidden_count"),
        )
        .join(snapshot.articles, on="article_id", how="left")
        .sort("mention_count", "article_id", descending=[True, False])
        .select("article_id", "title", "source", "start", "mention_count", "hidden_count")
    )
    return tuple(UndatedArticle(*row) for row in counted.iter_rows())


def _is(*causes: Hidden) -> pl.Expr:
    return pl.col("hidden").is_in([cause.value for cause in causes]).fill_null(False)


_ON_MAP = pl.col("hidden").is_null()
_DEMONYM = pl.col("role") == Role.DEMONYM.value
_RULES: Mapping[Listed, pl.Expr] = {
    Listed.UNRESOLVED: _is(Hidden.UNRESOLVED),
    Listed.FURNITURE: _is(Hidden.IN_FURNITURE),
    Listed.APPROXIMATE: _ON_MAP & pl.col("is_approximate"),
    Listed.PEOPLE: _is(Hidden.BY_ROLE) & _DEMONYM,
    Listed.UNDATED: (_ON_MAP & pl.col("published").is_null()) | _is(Hidden.UNDATED),
    Listed.FILTERED: (_is(Hidden.BY_ROLE) & ~_DEMONYM)
    | _is(
        *(Hidden.BY_SOURCE, Hidden.BY_DATE, Hidden.BY_WORDS),
        *(Hidden.BY_FEATURE_CLASS, Hidden.BY_COPY),
    ),
}
