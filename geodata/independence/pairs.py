"""Which texts of one sentence resemble which: candidates by rare shingles, measured by all.

What makes a resemblance a copy is in `geodata.independence.wordings`. Nothing here is a guess or a
sample; the work grows with the number of texts, however many of them resemble each other.
"""

from collections.abc import Iterable

import polars as pl

LEAST_SHARED = 2
"""Shingles that two texts must share to be looked at: four words in a row, or two runs of three."""
LEAST_OVERLAP = 0.3
"""The part of the shorter text's shingles that the other must have for the pair to be kept."""
MOST_TEXTS = 200
"""Different texts with one shingle above which it leads nowhere: it is a turn of phrase."""
MOST_LED_TO = 400
"""Texts, each counted as often as a shingle leads to it, after which no further shingle of a text
is followed. The rarest come first: only where hundreds of texts are alike is one left out."""
MOST_ALIKE = 20
"""Longer texts that a text is measured against at most: those that share most of what led there."""

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

_ROWS_AT_ONCE = 2_000_000  # what is held in memory while counting, some 50 MB
_NO_CANDIDATES = pl.DataFrame(schema={"at": pl.UInt32, "size": pl.UInt32, "other": pl.UInt32})


def near_pairs(every: pl.DataFrame, fresh: pl.Series) -> pl.DataFrame:
    """The pairs of texts that resemble each other and of which one or both are fresh.

    Args:
        every: All shingles, as rows `text_id`, `shingle`, each once.
        fresh: Ids of the texts that are to be compared with all others.

    Returns:
        Rows of `PAIRS`, each pair once.
    """
    texts = (
        every.group_by("text_id")
        .agg(pl.len().alias("size"))
        .sort("size", "text_id")
        .with_row_index("at")
        .with_columns(pl.col("text_id").is_in(fresh.implode()).alias("is_fresh"))
    )
    held = (
        every.join(texts.select("at", "text_id", "is_fresh"), on="text_id")
        .select("at", "shingle", "is_fresh", pl.len().over("shingle").alias("texts"))
        .filter(pl.col("texts") > 1)
    )
    measured = _measured(_candidates(held, texts.select("at", "size")), held)
    ids = texts.select("at", "text_id")
    return (
        measured.join(ids, on="at")
        .join(ids, left_on="other", right_on="at", suffix="_other")
        .select(
            pl.min_horizontal("text_id", "text_id_other").alias("text_id"),
            pl.max_horizontal("text_id", "text_id_other").alias("other_id"),
            "shared",
            (pl.col("shared") / pl.col("size")).alias("overlap"),
        )
        .filter(pl.col("overlap") >= LEAST_OVERLAP)
        .cast(PAIRS)
        .sort("text_id", "other_id")
    )


def _followed(held: pl.DataFrame) -> pl.DataFrame:
    """The shingles by which each text looks for others, the rarest first."""
    return (
        held.filter(pl.col("texts") <= MOST_TEXTS)
        .sort("at", "texts", "shingle")
        .with_columns(pl.col("texts").cum_sum().over("at").alias("led_to"))
        .filter(pl.col("led_to") <= MOST_LED_TO)
        .drop("led_to")
    )


def _candidates(held: pl.DataFrame, sizes: pl.DataFrame) -> pl.DataFrame:
    """Rows `at`, `size`, `other`: a shorter text, and another that may share enough with it."""
    followed = _followed(held)
    bounds = (
        held.group_by("at")
        .len("held")
        .join(followed.group_by("at").len("followed"), on="at")
        .join(sizes, on="at")
        # What the shingles that were not followed may add counts for the pair.
        .select("at", "size", (pl.col("held") - pl.col("followed")).alias("beyond"))
    )
    enough = pl.col("shared") + pl.col("beyond") >= LEAST_OVERLAP * pl.col("size")
    theirs = held.join(followed.select("shingle").unique(), on="shingle", how="semi").select(
        "shingle", "is_fresh", pl.col("at").alias("other")
    )
    found = [_NO_CANDIDATES]
    for is_fresh in (True, False):
        reached = theirs if is_fresh else theirs.filter("is_fresh")
        ours = followed.filter(pl.col("is_fresh") == is_fresh)
        for some in _in_slices(ours, pl.col("texts")):
            found.append(
                some.select("at", "shingle")
                .join(reached.select("shingle", "other"), on="shingle")
                .filter(pl.col("at") < pl.col("other"))
                .group_by("at", "other")
                .len("shared")
                .filter(pl.col("shared") >= LEAST_SHARED)
                .join(bounds, on="at")
                .filter(enough)
                .sort("at", "shared", "other", descending=[False, True, False])
                .filter(pl.int_range(pl.len()).over("at") < MOST_ALIKE)
                .select("at", "size", "other")
            )
    return pl.concat(found)


def _measured(candidates: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """The candidates with all that they share, the common shingles too."""
    one_each = held.select("at", "shingle")
    found = [
        some.join(one_each, on="at")
        .join(one_each, left_on=["other", "shingle"], right_on=["at", "shingle"], how="semi")
        .group_by("at", "other", "size")
        .len("shared")
        for some in _in_slices(candidates, pl.col("size"))
    ]
    return pl.concat(
        [_NO_CANDIDATES.with_columns(shared=pl.lit(0, pl.UInt32)), *found], how="diagonal"
    )


def _in_slices(rows: pl.DataFrame, weight: pl.Expr) -> Iterable[pl.DataFrame]:
    """The rows in pieces of some million joined rows each; those of one text stay together."""
    piece = (weight.cast(pl.Int64).cum_sum() // _ROWS_AT_ONCE).first().over("at")
    return rows.with_columns(piece.alias("piece")).partition_by("piece", include_key=False)
