"""Which sentences of which articles share text, as one value. The file to read first.

Sentences are cut, counted into shingles, paired, and called copies by the other files here; what
a reader is told about two articles is in `geodata.independence.comparison`.
"""

from dataclasses import dataclass

import polars as pl

from geodata.corpus.snapshot import Snapshot
from geodata.independence.pairs import PAIRS, near_pairs
from geodata.independence.sentence_table import SENTENCES, sentence_table
from geodata.independence.shingles import SHINGLES, shingles, text_ids, words
from geodata.independence.wordings import LINKS, wordings


@dataclass(frozen=True, eq=False, slots=True)
class SharedTexts:
    """What the articles of a snapshot share.

    Attributes:
        version: The snapshot's.
        sentences: One row per sentence, in order of article and text, as `sentence_table` has
            them; with `text_id` (the same for the same words) and `wording` (the same for copies
            word by word; null for a sentence that is nobody's copy).
        links: Edited copies, as `geodata.independence.wordings.LINKS`.
        texts: One row per `text_id`, with its `words`.
        shingles: Rows `text_id`, `shingle`.
        pairs: Texts that resemble each other, copies or not.
        bodies: One row per article, with a number that tells whether its own words are the same.
    """

    version: str
    sentences: pl.DataFrame
    links: pl.DataFrame
    texts: pl.DataFrame
    shingles: pl.DataFrame
    pairs: pl.DataFrame
    bodies: pl.DataFrame


def shared_texts(snapshot: Snapshot, known: SharedTexts | None = None) -> SharedTexts:
    """Compares the articles of a snapshot, sentence by sentence.

    Args:
        snapshot: The articles.
        known: What was found for another snapshot. Of the articles that both hold, none is read
            or compared with another of them again. What comes out is the same, unless more
            sentences share the same words than `pairs` follows.
    """
    known = known or _NOTHING
    bodies = _bodies(snapshot)
    read = known.sentences.join(
        bodies.join(known.bodies, on=["article_id", "body"], how="semi"),
        on="article_id",
        how="semi",
        maintain_order="left",
    ).drop("wording")
    unread = sentence_table(
        snapshot, bodies.join(known.bodies, on=["article_id", "body"], how="anti")
    )
    listed = words(unread["sentence"])
    sentences = pl.concat([read, unread.with_columns(text_ids(listed))]).sort(
        "article_id", maintain_order=True
    )
    ids = sentences.select(pl.col("text_id").unique())
    fresh = (
        pl.DataFrame({"text_id": text_ids(listed), "words": listed})
        .unique("text_id", keep="first")
        .join(known.texts, on="text_id", how="anti")
    )
    texts = pl.concat([known.texts.join(ids, on="text_id", how="semi"), fresh])
    grams = pl.concat([known.shingles.join(ids, on="text_id", how="semi"), shingles(fresh)])
    both = known.pairs.join(ids, on="text_id", how="semi").join(
        ids, left_on="other_id", right_on="text_id", how="semi"
    )
    pairs = pl.concat([both, near_pairs(grams, fresh["text_id"])])
    found = wordings(sentences, texts, pairs)
    return SharedTexts(
        snapshot.version,
        sentences.with_columns(found.of_row),
        found.links,
        texts,
        grams,
        pairs,
        bodies,
    )


def _bodies(snapshot: Snapshot) -> pl.DataFrame:
    """Of each article a number that differs whenever its own words do, or where they stand."""
    stretch = pl.struct("start", "text").hash()
    return (
        snapshot.passages.filter("in_body")
        .group_by("article_id")
        .agg(stretch.sum().alias("body"))
        .cast(_BODIES)
    )


_BODIES = pl.Schema({"article_id": pl.String, "body": pl.UInt64})
_NOTHING = SharedTexts(
    version="",
    sentences=pl.DataFrame(schema={**SENTENCES, "text_id": pl.UInt64, "wording": pl.Int64}),
    links=pl.DataFrame(schema=LINKS),
    texts=pl.DataFrame(schema={"text_id": pl.UInt64, "words": pl.List(pl.String)}),
    shingles=pl.DataFrame(schema=SHINGLES),
    pairs=pl.DataFrame(schema=PAIRS),
    bodies=pl.DataFrame(schema=_BODIES),
)
