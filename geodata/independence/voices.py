"""Which mentions are one voice: one place, or one name without a place, at one spot of copies.

Which sentences are copies was found in `geodata.independence.shared_texts`.
"""

from dataclasses import replace

import polars as pl

from geodata.corpus.snapshot import Snapshot
from geodata.independence.alignment import Kept, kept_words, same_spots
from geodata.independence.joining import close_groups
from geodata.independence.shared_texts import SharedTexts
from geodata.independence.shingles import words

_SPOT = ("wording", "place_id", "at")


def with_voices(snapshot: Snapshot, shared: SharedTexts) -> Snapshot:
    """The snapshot with the `voice` of each mention; null for what no other article has.

    Args:
        snapshot: The articles; what `voice` says of them already does not count.
        shared: What was found for this very snapshot.

    Raises:
        ValueError: It was found for another.
    """
    if shared.version != snapshot.version:
        raise ValueError(f"compared was {shared.version}, not {snapshot.version}")
    mentions = snapshot.mentions.drop("voice").with_row_index("row")
    spotted = _spotted(mentions, shared)
    voices = _voices(spotted, shared)
    told = spotted.join(voices, on="spot").filter(pl.col("article_id").n_unique().over("voice") > 1)
    numbered = told.select("row", pl.col("row").min().over("voice").cast(pl.UInt64).alias("voice"))
    voiced = mentions.join(numbered, on="row", how="left", maintain_order="left").drop("row")
    return replace(snapshot, mentions=voiced)


def _spotted(mentions: pl.DataFrame, shared: SharedTexts) -> pl.DataFrame:
    """The mentions in sentences with a copy, and which word of the sentence each begins at.

    Those at one `spot` are the same place at the same word of the same wording; of what has no
    place, the same name.
    """
    sentences = shared.sentences.select(
        "article_id", "text_id", "sentence", "wording", "end",
        pl.col("start").alias("begin"),
    )  # fmt: skip
    # No place's id begins so.
    meant = pl.coalesce("place_id", pl.format("\0{}", "toponym")).alias("place_id")
    within = (
        mentions.filter(~pl.col("in_furniture"))
        .select("row", "article_id", "start", meant)
        .sort("article_id", "start")
        .join_asof(
            sentences.sort("article_id", "begin"),
            left_on="start",
            right_on="begin",
            by="article_id",
            check_sortedness=False,
        )
        .filter((pl.col("start") < pl.col("end")) & pl.col("wording").is_not_null())
    )
    leading = within.select(
        pl.col("sentence").str.slice(0, pl.col("start") - pl.col("begin")).alias("leading")
    )["leading"]
    return within.with_columns(words(leading).list.len().cast(pl.Int64).alias("at")).with_columns(
        pl.struct(_SPOT).rank("dense").cast(pl.Int64).alias("spot")
    )


def _voices(spotted: pl.DataFrame, shared: SharedTexts) -> pl.DataFrame:
    """Rows `spot`, `voice`: one number for the spots that are the same in copies."""
    spots = spotted.select("spot", *_SPOT, "text_id").unique("spot").sort("spot")
    text_of = dict(spots.select("spot", "text_id").iter_rows())
    named = spots["text_id"].unique().implode()
    near = shared.pairs.filter(pl.col("text_id").is_in(named) & pl.col("other_id").is_in(named))
    resembling = set(near.select("text_id", "other_id").iter_rows())

    def belong(one: int, other: int) -> bool:
        first, second = sorted((text_of[one], text_of[other]))
        return first == second or (first, second) in resembling

    alike = close_groups(_same_spots(spots, shared), belong)
    return spots.select(
        "spot", pl.col("spot").replace_strict(alike, default=pl.col("spot")).alias("voice")
    )


def _same_spots(spots: pl.DataFrame, shared: SharedTexts) -> list[tuple[float, tuple[int, int]]]:
    here = spots.group_by("wording", "place_id").agg(
        pl.col("text_id").first(), pl.col("at").sort(), pl.col("spot").sort_by("at")
    )
    both = shared.links.join(here, on="wording").join(
        here, left_on=["other", "place_id"], right_on=["wording", "place_id"], suffix="_other"
    )
    needed = both["text_id"].append(both["text_id_other"]).unique()
    word_lists = dict(
        shared.texts.filter(pl.col("text_id").is_in(needed.implode()))
        .select("text_id", "words")
        .iter_rows()
    )
    kept: dict[tuple[int, int], Kept] = {}
    found: list[tuple[float, tuple[int, int]]] = []
    for row in both.select(
        "text_id", "text_id_other", "overlap", "at", "at_other", "spot", "spot_other"
    ).iter_rows():
        one_id, other_id, overlap, at, at_other, spot, spot_other = row
        if (one_id, other_id) not in kept:
            kept[one_id, other_id] = kept_words(word_lists[one_id], word_lists[other_id])
        one, other = dict(zip(at, spot, strict=True)), dict(zip(at_other, spot_other, strict=True))
        found.extend(
            (overlap, (one[first], other[second]))
            for first, second in same_spots(kept[one_id, other_id], at, at_other)
        )
    return found
