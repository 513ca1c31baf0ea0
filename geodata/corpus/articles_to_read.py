"""The articles themselves, whether they name a place or not: for a reader who starts from the text.

What the places are asked about is in `geodata.corpus.questions`.
"""

import polars as pl

from geodata.corpus.answers import ArticleSummary
from geodata.corpus.filtering import kept_articles
from geodata.corpus.folding import folded_words
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter


def latest_articles(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[ArticleSummary, ...]:
    """The articles of the filter's sources, days and words, with their mentions that have a place.

    The newest first, those of unknown date last; on one day by source, title and id. Roles,
    feature classes and copies hide mentions, not articles.
    """
    placed = (
        snapshot.mentions.filter(pl.col("place_id").is_not_null())
        .group_by("article_id")
        .agg(pl.len().alias("mention_count"))
    )
    listed = (
        _of_filter(snapshot, corpus_filter)
        .join(placed, on="article_id", how="left")
        .with_columns(pl.col("mention_count").fill_null(0))
        .sort(
            ["published", "source", "title", "article_id"],
            descending=[True, False, False, False],
            nulls_last=[True, False, False, False],
        )
        .select("article_id", "source", "title", "published", "url", "language", "path",
                "mention_count")
    )  # fmt: skip
    return tuple(ArticleSummary(*row) for row in listed.iter_rows())


def _of_filter(snapshot: Snapshot, corpus_filter: CorpusFilter) -> pl.DataFrame:
    kept = snapshot.articles.filter(kept_articles(corpus_filter))
    wanted = folded_words(corpus_filter.words)
    if wanted:
        holds_all = pl.all_horizontal(
            pl.col("folded").str.contains(word, literal=True) for word in wanted
        )
        found = snapshot.passages.filter(pl.col("in_body") & holds_all)
        kept = kept.join(found, on="article_id", how="semi", maintain_order="left")
    return kept


def confidence_by_mention(snapshot: Snapshot, place_id: str) -> dict[tuple[str, int], float | None]:
    """How surely each mention means the place, 0 to 1, by article and offset.

    None where it was not measured.
    """
    of_place = snapshot.mentions.filter(pl.col("place_id") == place_id)
    return {
        (article_id, start): confidence
        for article_id, start, confidence in of_place.select(
            "article_id", "start", "confidence"
        ).iter_rows()
    }
