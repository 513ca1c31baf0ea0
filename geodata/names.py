"""The only normaliser of place names, and the words a text is cut into to look names up.

What a name means is decided elsewhere; here two spellings become one key, or do not.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, NewType

import regex

NormalisedName = NewType("NormalisedName", str)

APOSTROPHES = "'’‘ʼʻ`´′"
LONGEST_WORD, LONGEST_NAME = 100, 400
"""Code points; longer ones are in no gazetteer, and remembering them would fill the memory."""

# Written inside a word and no part of its key: apostrophes, the dot of the Catalan "l·l", and the
# invisible soft hyphens and joiners of web pages.
_INSIDE = APOSTROPHES + "·\u00ad\u200c\u200d\u2060"
# Dotted abbreviations ("U.S.", "W.Va.") and initials before a name ("N. Korea") keep their dots;
# any other word is letters, marks and digits. Hyphens and underscores separate words.
_LETTERS = r"[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*"
_WORD = regex.compile(
    r"((?:\p{L}{1,3}\.){2,}"
    r"|\b\p{Lu}\.(?=\s?\p{L})"
    rf"|{_LETTERS}(?:[{_INSIDE}]{_LETTERS})*)"
)
# Two compatibility letters stand for a space and a mark.
_DROPPED = str.maketrans(dict.fromkeys(_INSIDE + ".\u200b ", None))
# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
)
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


class Words(NamedTuple):
    """Words of a text in order, column by column: a text has many, and most are only counted.

    Attributes:
        starts: Where each begins, in code points of the whole text.
        ends: Where each ends.
        written: As it is written.
        gaps: What stands between it and the word before, or the start of the stretch.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    written: Sequence[str]
    gaps: Sequence[str]


def words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a text, or of its stretch `[start, end)`, which is read as if it stood alone."""
    # The text falls into gap, word, gap, word, ..., gap.
    parts = _WORD.split(text[start:end])
    edges = list(accumulate(map(len, parts), initial=start))
    return Words(edges[1:-1:2], edges[2::2], parts[1::2], parts[:-1:2])


def normalise_word(written: str) -> str:
    """One word without case, apostrophes, abbreviation dots, and the marks of Latin letters.

    Marks of other scripts stay: й is not и, and a Devanagari vowel sign is a vowel.
    """
    # Most words of English news; the others take five times as long.
    if written.isascii() and written.isalpha():
        return written.lower()
    return _folded(written) if len(written) <= LONGEST_WORD else _folded.__wrapped__(written)


@lru_cache(maxsize=1 << 16)
def _folded(written: str) -> str:
    folded = unicodedata.normalize("NFKC", written).translate(_DROPPED).casefold()
    if folded.isascii():
        return folded
    bare: list[str] = []
    for letter in unicodedata.normalize("NFD", folded.translate(_UNDECOMPOSED)):
        if unicodedata.category(letter)[0] == "M" and (not bare or bare[-1].isascii()):
            continue
        bare.append(letter)
    return unicodedata.normalize("NFC", "".join(bare))


def join(normalised_words: Sequence[str]) -> NormalisedName:
    """The key of a name from its normalised words.

    "St", "Mt" and "Ft" are written out unless they stand last, where they are a street, Montana
    or a measure.
    """
    if len(normalised_words) == 1:
        return NormalisedName(normalised_words[0])
    written_out = [_SHORT_FORMS.get(word, word) for word in normalised_words[:-1]]
    return NormalisedName(" ".join([*written_out, *normalised_words[-1:]]))


def normalise(name: str) -> NormalisedName:
    """The key under which the gazetteer keeps a name; the key of a key is itself.

    Empty for a name without a letter or digit.
    """
    return _normalised(name) if len(name) <= LONGEST_NAME else _normalised.__wrapped__(name)


@lru_cache(maxsize=1 << 12)
def _normalised(name: str) -> NormalisedName:
    return join([key for written in _WORD.findall(name) if (key := normalise_word(written))])
