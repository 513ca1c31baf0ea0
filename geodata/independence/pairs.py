"""Which texts of one sentence resemble which: candidates by a rare shingle, measured by all.

What makes a resemblance a copy is in `geodata.independence.copies`. Nothing here is a guess or a
sample, so that the same texts always make the same pairs, whatever stands beside them.
"""

import polars as pl

LEAST_SHARED = 2
"""Shingles that two texts must share to be looked at: four words in a row, or two runs of three."""
LEAST_OVERLAP = 0.3
"""The part of the shorter text's shingles that the other must have for the pair to be kept."""
MOST_TEXTS = 200
"""Different texts with one shingle above which it leads nowhere: it is a turn of phrase."""

PAIRS = pl.Schema(
    {
        "text_id": pl.UInt64,
        "other_id": pl.UInt64,
        "shared": pl.UInt32,
        "overlap": pl.Float64,
    }
)
"""Two texts, the lower id first: how many shingles both have, and what part of the shorter one's
that is, 0 to 1."""


def near_pairs(every: pl.DataFrame, fresh: pl.Series) -> pl.DataFrame:
    """The pairs of texts that resemble each other and of which one or both are fresh.

    Args:
        every: All shingles, as rows `text_id`, `shingle`, each once.
        fresh: Ids of the texts that are to be compared with all others.

    Returns:
        Rows of `PAIRS`, each pair once.
    """
    is_fresh = pl.col("text_id").is_in(fresh.implode())
    new = every.filter(is_fresh)
    text_counts = every.join(new, on="shingle", how="semi").group_by("shingle").len("texts")
    leading = text_counts.filter(pl.col("texts").is_between(2, MOST_TEXTS)).select("shingle")
    ours = new.join(leading, on="shingle")
    theirs = every.join(leading, on="shingle").with_columns(is_fresh.alias("is_fresh"))
    pair = (
        ours.join(theirs, on="shingle", suffix="_other")
        .filter(
            (pl.col("text_id") < pl.col("text_id_other"))
            | ((pl.col("text_id") > pl.col("text_id_other")) & ~pl.col("is_fresh"))
        )
        .group_by("text_id", "text_id_other")
        .len()
        .filter(pl.col("len") >= LEAST_SHARED)
        .select(
            pl.min_horizontal("text_id", "text_id_other").alias("text_id"),
            pl.max_horizontal("text_id", "text_id_other").alias("other_id"),
        )
    )
    return _decided(pair, every).sort("text_id", "other_id")


def _decided(pair: pl.DataFrame, every: pl.DataFrame) -> pl.DataFrame:
    wanted = pl.concat([pair["text_id"], pair["other_id"]]).unique()
    sets = (
        every.filter(pl.col("text_id").is_in(wanted.implode()))
        .group_by("text_id")
        .agg(pl.col("shingle"))
    )
    shared = pl.col("shingle").list.set_intersection("shingle_other").list.len()
    shorter = pl.min_horizontal(pl.col("shingle").list.len(), pl.col("shingle_other").list.len())
    return (
        pair.join(sets, on="text_id")
        .join(sets, left_on="other_id", right_on="text_id", suffix="_other")
        .select("text_id", "other_id", shared.alias("shared"), (shared / shorter).alias("overlap"))
        .filter(pl.col("overlap") >= LEAST_OVERLAP)
        .cast(PAIRS)
    )
