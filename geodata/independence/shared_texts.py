"""Which sentences of which articles share text, as one value. The file to read first.

Sentences are cut, counted into shingles, paired, and called copies by the other files here; what
a reader is told about two articles is in `geodata.independence.comparison`.
"""

from dataclasses import dataclass

import polars as pl

from geodata.corpus.snapshot import Snapshot
from geodata.independence.pairs import near_pairs
from geodata.independence.sentence_table import sentence_table
from geodata.independence.shingles import shingles, text_ids, words
from geodata.independence.wordings import wordings


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
    """

    version: str
    sentences: pl.DataFrame
    links: pl.DataFrame
    texts: pl.DataFrame
    shingles: pl.DataFrame
    pairs: pl.DataFrame


def shared_texts(snapshot: Snapshot, known: SharedTexts | None = None) -> SharedTexts:
    """Compares the articles of a snapshot, sentence by sentence.

    Args:
        snapshot: The articles.
        known: What was found for another snapshot. Texts that both hold are not compared with
            each other again; what comes out is the same.
    """
    sentences = sentence_table(snapshot)
    listed = words(sentences["sentence"])
    sentences = sentences.with_columns(text_ids(listed))
    texts = sentences.select("text_id", listed.alias("words")).unique("text_id", keep="first")
    if known is None:
        grams = shingles(texts)
        pairs = near_pairs(grams, texts["text_id"])
    else:
        fresh = texts.join(known.texts, on="text_id", how="anti")
        kept = known.shingles.join(texts, on="text_id", how="semi")
        grams = pl.concat([kept, shingles(fresh)])
        both = known.pairs.join(texts, on="text_id", how="semi").join(
            texts, left_on="other_id", right_on="text_id", how="semi"
        )
        pairs = pl.concat([both, near_pairs(grams, fresh["text_id"])])
    sizes = grams.group_by("text_id").len("size")
    found = wordings(sentences, sizes, pairs)
    return SharedTexts(
        snapshot.version,
        sentences.with_columns(found.of_row),
        found.links,
        texts,
        grams,
        pairs,
    )
