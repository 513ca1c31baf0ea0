"""Which choices of a place to look at first: doubt times reach.

How sure a choice is was measured where it was made, in `geodata.places`; nothing is decided anew.
"""

from dataclasses import dataclass

import polars as pl

from geodata.corpus.filtering import Hidden, with_causes
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Place, Unresolved

# What has no measured confidence (an approximate place, a second opinion) is as likely as not.
UNMEASURED_DOUBT = 0.5
# A name that could not be told apart is missing from the map for certain.
UNRESOLVED_DOUBT = 1.0
# A choice that is right nine times in ten is seldom worth a look, however often it is made.
LEAST_DOUBT = 0.1


@dataclass(frozen=True, slots=True)
class Doubt:
    """One name taken for one place, or left open between several, and how doubtful that is.

    Only the doubtful mentions count: in another article the same choice may be sure.

    Attributes:
        place: What it was taken for; None where it is unresolved.
        unresolved: Why it has no place: a tie, or too weak.
        confidence: The lowest; None where none of them is measured.
        at_stake: Mentions times doubt: how many of them are likely to be wrong or missing. Those
            in copies of one sentence count as one, the most doubtful of them.
        article_id: Where the most doubtful mention stands, `[start, end)` in the article's text.
        passage_start: Offset of its passage in the article's text.
        passage: The text of that passage.
    """

    toponym: str
    place: Place | None
    unresolved: Unresolved | None
    confidence: float | None
    at_stake: float
    mention_count: int
    article_count: int
    article_id: str
    start: int
    end: int
    passage_start: int
    passage: str


def doubts(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[Doubt, ...]:
    """What to look at first, of all that the filter shows or would show had it a place.

    The most at stake comes first. Names that the gazetteer does not have are no doubts: there is
    nothing to choose from.
    """
    doubtful = _doubtful_mentions(snapshot, corpus_filter)
    # Who looks at one of the copies has looked at all.
    counts = pl.col("voice").is_null() | pl.col("voice").is_first_distinct()
    grouped = (
        doubtful.sort("doubt", "article_id", "start", descending=[True, False, False])
        .group_by("toponym", "place_id", "unresolved", maintain_order=True)
        .agg(
            pl.col("confidence").min(),
            pl.col("doubt").filter(counts).sum().alias("at_stake"),
            pl.len(),
            pl.col("article_id").n_unique().alias("article_count"),
            *(pl.col(name).first() for name in ("article_id", "start", "end", "passage")),
        )
        .join(
            snapshot.passages.select(
                "article_id", "passage", pl.col("start").alias("passage_start"), "text"
            ),
            on=["article_id", "passage"],
            how="left",
        )
        .drop("passage")
    )
    found = (
        Doubt(
            toponym,
            snapshot.place_by_id[place_id] if place_id is not None else None,
            Unresolved(unresolved) if unresolved is not None else None,
            *measured,
        )
        for toponym, place_id, unresolved, *measured in grouped.iter_rows()
    )
    return tuple(
        sorted(found, key=lambda one: (-one.at_stake, one.toponym, one.article_id, one.start))
    )


def _doubtful_mentions(snapshot: Snapshot, corpus_filter: CorpusFilter) -> pl.DataFrame:
    is_open = (pl.col("hidden") == Hidden.UNRESOLVED) & pl.col("unresolved").is_in(
        [Unresolved.TIE.value, Unresolved.TOO_WEAK.value]
    )
    doubt = (
        pl.when(pl.col("place_id").is_null())
        .then(UNRESOLVED_DOUBT)
        .otherwise((1 - pl.col("confidence")).fill_null(UNMEASURED_DOUBT))
    )
    return (
        with_causes(snapshot, corpus_filter)
        .filter(pl.col("hidden").is_null() | is_open)
        .with_columns(doubt.alias("doubt"))
        .filter(pl.col("doubt") >= LEAST_DOUBT)
    )
