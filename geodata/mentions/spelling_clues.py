"""What a word by itself tells the trained recogniser: its spelling, its shape, the lists it is in.

What its sentence and its article tell of it is in `clues`. Words come again and again, so what
they tell is kept, for some 30,000 words.
"""

from dataclasses import fields
from functools import lru_cache

from geodata.mentions.cues import english_cues
from geodata.names import APOSTROPHES

_KEPT_WORDS = 1 << 15
_NO_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, None))


@lru_cache(_KEPT_WORDS)
def clues_of_spelling(key: str, written: str) -> tuple[str, ...]:
    """The clues of a word, from its normalised form and as it is written, "'s" left off."""
    return (
        f"w={key}",
        f"sh={shape(written)}",
        f"s3={key[-3:]}",
        f"s2={key[-2:]}",
        f"p3={key[:3]}",
        f"len={min(len(key), 9)}",
        *clues_of_tables("in", key),
    )


@lru_cache(_KEPT_WORDS)
def shape(written: str) -> str:
    """How a word is written: "Aa", "AA", "dots", "d4" for four digits, ..."""
    if written.isdigit():
        return f"d{min(len(written), 5)}"
    if "." in written:
        return "dots"
    if written.isupper():
        return "AA" if len(written) > 1 else "A"
    if written[0].isupper():
        return "Aa" if written[1:].islower() else "AaA"
    plain = written.translate(_NO_APOSTROPHES)
    return "a" if plain.isalpha() else "mixed"


def clues_of_tables(where: str, key: str) -> tuple[str, ...]:
    """The tables of `cues.toml` that hold the word which stands `where`."""
    return _listed(where, tables(key))


@lru_cache(1 << 12)
def _listed(where: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([f"{where}={table}" for table in tables])


@lru_cache(_KEPT_WORDS)
def tables(key: str) -> tuple[str, ...]:
    """The tables of `cues.toml` that hold a word."""
    return tuple([name for name, words in _word_sets() if key in words])


@lru_cache(1)
def _word_sets() -> tuple[tuple[str, frozenset[str]], ...]:
    cues = english_cues()
    return tuple([(field.name, getattr(cues, field.name)) for field in fields(cues)])
