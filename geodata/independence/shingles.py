"""Sentences as words and as runs of three words, the shingles by which they are compared.

Case, accents, punctuation and the form of quotation marks do not count. How much two sentences
share is in `geodata.independence.pairs`.
"""

import numpy as np
import polars as pl

from geodata.corpus.folding import fold

SHINGLE_WORDS = 3
SHINGLES = pl.Schema({"text_id": pl.UInt64, "shingle": pl.UInt64})
# A run of letters and digits ("15,000", "north's", "u.s"); in scripts that do not part words,
# each character.
_WORD = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
    r"|[\p{L}\p{M}\p{N}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]+"
    r"(?:['.,][\p{L}\p{M}\p{N}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}"
    r"\p{Myanmar}]]+)*"
)
# Odd numbers far from each other's multiples, so that the order of the words counts.
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


def words(sentences: pl.Series) -> pl.Series:
    """The words of each sentence as lists, folded."""
    return fold(sentences).str.extract_all(_WORD).alias("words")


def text_ids(listed: pl.Series) -> pl.Series:
    """One number for each list of words, the same for the same words in the same order."""
    return listed.list.join(" ").hash().alias("text_id")


def shingles(texts: pl.DataFrame) -> pl.DataFrame:
    """The different shingles of each text, as rows `text_id`, `shingle`.

    Args:
        texts: With `text_id` and `words`; each text once. One of fewer words than a shingle has
            none.
    """
    one_each = (
        texts.filter(pl.col("words").list.len() >= SHINGLE_WORDS)
        .select("text_id", "words")
        .explode("words")
    )
    ids = one_each["text_id"].to_numpy()
    hashed = one_each["words"].hash().to_numpy()
    count = max(len(ids) - SHINGLE_WORDS + 1, 0)
    shingle = np.zeros(count, dtype=np.uint64)
    for place, factor in enumerate(_FACTORS):
        shingle += hashed[place : place + count] * np.uint64(factor)
    within = ids[:count] == ids[SHINGLE_WORDS - 1 :]
    return pl.DataFrame(
        {"text_id": ids[:count][within], "shingle": shingle[within]},
        schema=SHINGLES,
    ).unique()
