"""Which sentences are copies of which: a long one by itself, a short one by what stands beside it.

Sentences with the same words have the same wording, a number; copies that were edited are links
between wordings. How alike two texts are was measured in `geodata.independence.pairs`.
"""

from dataclasses import dataclass

import polars as pl

from geodata.independence.alignment import count_in_order
from geodata.independence.joining import groups
from geodata.independence.shingles import SHINGLE_WORDS

LONG = 9
"""Shingles, that is eleven words, from which on a sentence is a copy whatever stands around it."""
LONG_OVERLAP = 0.6
"""The part of the shorter one's shingles that two long copies share at least."""
SCATTERED_SHARED, SCATTERED_KEPT = 6, 0.74
"""Or so many shingles, and this part of the words of both in the same order: many small edits."""
BESIDE_OVERLAP = 0.5
"""The part of the shingles for sentences that stand beside a copy, of four words or more. The
same words beside a copy are one however few they are."""
NEARBY = 2
"""How many sentences away a copy may stand to vouch for a short one."""

LINKS = pl.Schema({"wording": pl.Int64, "other": pl.Int64, "overlap": pl.Float64})


@dataclass(frozen=True, eq=False, slots=True)
class Wordings:
    """What is whose copy.

    Attributes:
        of_row: One number per sentence, in the order given; null for one that is nobody's copy.
        links: Rows of `LINKS`: two different wordings that are edited copies, the lower first.
    """

    of_row: pl.Series
    links: pl.DataFrame


def wordings(sentences: pl.DataFrame, texts: pl.DataFrame, pairs: pl.DataFrame) -> Wordings:
    """Finds the copies.

    Args:
        sentences: In order of article and text; `article_id` and `text_id` are read.
        texts: Every text once, with its `text_id` and `words`.
        pairs: Rows of `geodata.independence.pairs.PAIRS`.
    """
    count = pl.col("words").list.len()
    is_long = count >= LONG + SHINGLE_WORDS - 1
    rows = (
        sentences.select("article_id", "text_id")
        .with_row_index("row")
        .join(
            texts.select("text_id", is_long.alias("is_long"), count.alias("words")),
            on="text_id",
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.col("row").cast(pl.Int64))
    )
    strong, weak = _by_strength(pairs, texts.select("text_id", "words", is_long.alias("is_long")))
    numbered = _numbered(_beside(rows, strong))
    by_text = numbered.filter("is_long").select("text_id", "wording").unique()
    links = pl.concat([_between(strong, by_text), _links_beside(numbered, weak)])
    return _across_articles(numbered, links)


def _by_strength(pairs: pl.DataFrame, texts: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Pairs that are copies wherever they stand, and those that are beside another copy."""
    both = pairs.join(texts, on="text_id").join(
        texts, left_on="other_id", right_on="text_id", suffix="_other"
    )
    are_long = pl.col("is_long") & pl.col("is_long_other")
    much = are_long & (pl.col("overlap") >= LONG_OVERLAP)
    some = both.filter(are_long & ~much & (pl.col("shared") >= SCATTERED_SHARED))
    kept = [
        2 * count_in_order(one, other) / (len(one) + len(other))
        for one, other in some.select("words", "words_other").iter_rows()
    ]
    scattered = some.filter(pl.Series(kept, dtype=pl.Float64) >= SCATTERED_KEPT)
    strong = pl.concat([both.filter(much), scattered]).select(pairs.columns)
    rest = pairs.filter(pl.col("overlap") >= BESIDE_OVERLAP)
    return strong, rest.join(strong, on=["text_id", "other_id"], how="anti")


def _beside(rows: pl.DataFrame, strong: pl.DataFrame) -> pl.DataFrame:
    """With `before` and `after`: the group of copies that stands nearby on that side, or null."""
    joined = groups((int(a), int(b)) for a, b in strong.select("text_id", "other_id").iter_rows())
    group = pl.DataFrame(
        {"text_id": list(joined), "group": list(joined.values())},
        schema={"text_id": pl.UInt64, "group": pl.UInt64},
    )
    anchored = rows.join(group, on="text_id", how="left", maintain_order="left").with_columns(
        pl.when("is_long").then(pl.coalesce("group", "text_id")).alias("group")
    )
    shared = (
        anchored.drop_nulls("group")
        .group_by("group")
        .agg(pl.col("article_id").n_unique().alias("articles"))
        .filter(pl.col("articles") > 1)
    )
    anchor = pl.when(pl.col("group").is_in(shared["group"].implode())).then("group")
    steps = range(1, NEARBY + 1)
    return anchored.with_columns(anchor.alias("anchor")).with_columns(
        pl.coalesce(*(pl.col("anchor").shift(n).over("article_id") for n in steps)).alias("before"),
        pl.coalesce(*(pl.col("anchor").shift(-n).over("article_id") for n in steps)).alias("after"),
    )


def _numbered(rows: pl.DataFrame) -> pl.DataFrame:
    """With `wording`: one number for a long text wherever it stands, or for short ones nearby."""
    short = rows.filter(~pl.col("is_long") & (pl.col("words") > 0))
    alike: list[tuple[int, int]] = []
    for side in ("before", "after"):
        same = short.drop_nulls(side).group_by(side, "text_id").agg(pl.col("row"))
        for copies in same.filter(pl.col("row").list.len() > 1)["row"].to_list():
            alike.extend((copies[0], other) for other in copies[1:])
    least = groups(alike)
    joined = pl.DataFrame(
        {"row": list(least), "least": list(least.values())},
        schema={"row": pl.Int64, "least": pl.Int64},
    )
    return rows.join(joined, on="row", how="left", maintain_order="left").with_columns(
        pl.when("is_long")
        .then(pl.col("row").min().over("text_id"))
        .otherwise(pl.coalesce("least", "row"))
        .alias("wording")
    )


def _between(strong: pl.DataFrame, by_text: pl.DataFrame) -> pl.DataFrame:
    return (
        strong.join(by_text, on="text_id")
        .join(by_text, left_on="other_id", right_on="text_id", suffix="_other")
        .select(*_ordered(), "overlap")
    )


def _links_beside(numbered: pl.DataFrame, weak: pl.DataFrame) -> pl.DataFrame:
    found = []
    for side in ("before", "after"):
        here = numbered.drop_nulls(side).select("text_id", "wording", side).unique()
        found.append(
            weak.join(here, on="text_id")
            .join(here, left_on=["other_id", side], right_on=["text_id", side], suffix="_other")
            .select(*_ordered(), "overlap")
        )
    return pl.concat(found).unique()


def _ordered() -> tuple[pl.Expr, pl.Expr]:
    return (
        pl.min_horizontal("wording", "wording_other").alias("wording"),
        pl.max_horizontal("wording", "wording_other").alias("other"),
    )


def _across_articles(numbered: pl.DataFrame, links: pl.DataFrame) -> Wordings:
    """Leaves out what only one article has: a headline repeated there is nobody else's copy."""
    homes = numbered.group_by("wording").agg(
        pl.col("article_id").n_unique().alias("articles"),
        pl.col("article_id").first().alias("home"),
    )
    across = (
        links.join(homes, on="wording")
        .join(homes, left_on="other", right_on="wording", suffix="_other")
        .filter(
            (pl.col("articles") > 1)
            | (pl.col("articles_other") > 1)
            | (pl.col("home") != pl.col("home_other"))
        )
        .select("wording", "other", "overlap")
        .cast(LINKS)
        .sort("wording", "other")
    )
    shared = pl.concat(
        [
            homes.filter(pl.col("articles") > 1)["wording"],
            across["wording"],
            across["other"],
        ]
    ).unique()
    kept = pl.when(pl.col("wording").is_in(shared.implode())).then("wording")
    return Wordings(numbered.select(kept.alias("wording"))["wording"], across)
