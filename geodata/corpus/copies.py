"""The passages that name a place, with copies of one text gathered under the earliest of them.

Which mentions are copies under a filter is decided in `geodata.corpus.filtering`.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from geodata.corpus.answers import ArticlePassages, ArticleSummary
from geodata.corpus.filtering import with_causes
from geodata.corpus.questions import passages_naming
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter


@dataclass(frozen=True, slots=True)
class NamingText:
    """One independent text that names a place.

    Attributes:
        first: The earliest article that has it; on one day, or where no day is known, the one of
            the lowest id, and `rivals` names the others.
        copies: The articles that name the place mostly in sentences of earlier ones.
        uncounted: The ids of those copies that the filter leaves out of every count: it counts a
            text once, and they say nothing of the place that is their own.
    """

    first: ArticlePassages
    copies: tuple[ArticlePassages, ...]
    uncounted: frozenset[str] = frozenset()

    @property
    def rivals(self) -> tuple[ArticleSummary, ...]:
        """The copies that are not known to be later: undated ones, and those of the same day."""
        first = self.first.article
        return tuple(c.article for c in self.copies if not is_earlier(first, c.article))


def is_earlier(one: ArticleSummary, other: ArticleSummary) -> bool:
    """Whether the one is known to be published on an earlier day than the other."""
    return (one.published or date.max) < (other.published or date.min)


def in_order(one: ArticleSummary, other: ArticleSummary) -> tuple[ArticleSummary, ArticleSummary]:
    """The two as they are told everywhere: the one that counts as the first, then the other.

    The earlier; the dated one where only one is; else the one of the lower id, which need not
    have been first.
    """
    first, second = sorted((one, other), key=lambda each: (each.published or date.max, each.id))
    return first, second


def summaries_by_id(snapshot: Snapshot, ids: Collection[str]) -> dict[str, ArticleSummary]:
    """The articles of these ids; no mentions are counted."""
    wanted = snapshot.articles.filter(pl.col("article_id").is_in(list(ids)))
    columns = ("article_id", "source", "title", "published", "url", "language", "path")
    return {
        key: ArticleSummary(key, source, title, published, url, language, path, 0)
        for key, source, title, published, url, language, path in wanted.select(columns).iter_rows()
    }


def texts_naming(
    snapshot: Snapshot, corpus_filter: CorpusFilter, place_id: str
) -> tuple[NamingText, ...]:
    """Every text that names a place under the filter; the newest first.

    Copies are gathered, never left out, also where the filter counts a text once.
    """
    every = replace(corpus_filter, independent_only=False)
    listed = {one.article.id: one for one in passages_naming(snapshot, every, place_id)}
    shown = with_causes(snapshot, every).filter(
        pl.col("hidden").is_null() & (pl.col("place_id") == place_id)
    )
    first_of = _first_of(shown)
    repeating = _repeating(shown) if corpus_filter.independent_only else frozenset()
    copies: dict[str, list[ArticlePassages]] = {}
    for article_id, one in listed.items():
        if article_id in first_of:
            copies.setdefault(_root(first_of, article_id), []).append(one)
    texts = (
        (one, tuple(copies.get(article_id, ())))
        for article_id, one in listed.items()
        if article_id not in first_of
    )
    return tuple(
        NamingText(one, its, repeating & {copy.article.id for copy in its}) for one, its in texts
    )


def naming_article_counts(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[int, int]:
    """How many articles name a place on the map; and how many more only repeat such ones.

    The second is nought unless the filter counts a text once.
    """
    every = replace(corpus_filter, independent_only=False)
    shown = with_causes(snapshot, every).filter(pl.col("hidden").is_null())
    repeated = len(_repeating(shown)) if corpus_filter.independent_only else 0
    return shown["article_id"].n_unique() - repeated, repeated


def _repeating(shown: pl.DataFrame) -> frozenset[str]:
    """The articles all of whose mentions among these are copies."""
    copied = shown.group_by("article_id").agg(pl.col("is_copy").all())
    return frozenset(copied.filter("is_copy")["article_id"])


def _first_of(shown: pl.DataFrame) -> dict[str, str]:
    """For each article that repeats others about the place, the one it repeats most.

    Args:
        shown: The mentions of the place.
    """
    originals = shown.filter(~pl.col("is_copy") & pl.col("voice").is_not_null()).select(
        "voice", pl.col("article_id").alias("first_id")
    )
    repeated = (
        shown.filter("is_repeat", "is_copy")
        .join(originals.unique(), on="voice")
        .group_by("article_id", "first_id")
        .len()
        .sort("article_id", "len", "first_id", descending=[False, True, False])
        .unique("article_id", keep="first")
    )
    return dict(repeated.select("article_id", "first_id").iter_rows())


def _root(first_of: dict[str, str], article_id: str) -> str:
    """The first repeats nobody; each step leads to an earlier article, so that there is one."""
    while article_id in first_of:
        article_id = first_of[article_id]
    return article_id
