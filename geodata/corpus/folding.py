"""How a word is compared with a passage when a reader searches: case and accents do not count.

Names of places are looked up by `geodata.names` instead, which is stricter about marks.
"""

import polars as pl

# Letters that Unicode neither decomposes nor lowers to the one that is typed for them.
_TYPED_AS = {
    "ß": "ss", "ς": "σ", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i",
    "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-",
}  # fmt: skip


def fold(texts: pl.Series) -> pl.Series:
    """Each text in lower case, without accents, with plain quotation marks and hyphens."""
    return (
        texts.str.normalize("NFKD")
        .str.to_lowercase()
        .str.replace_all(r"\p{M}+", "")
        .str.normalize("NFC")
        .str.replace_many(list(_TYPED_AS), list(_TYPED_AS.values()))
    )


def folded_words(words: str) -> list[str]:
    """The words of a search, each folded; split at white space only, nothing is a pattern."""
    folded = fold(pl.Series([words], dtype=pl.String))
    return str(folded[0]).split()
