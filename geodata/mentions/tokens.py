"""The words of a text with what recognition asks of each of them again and again.

Where sentences begin and end is decided in `sentences`; how the words hang together, in `runs`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geodata.names import APOSTROPHES, LONGEST_WORD, normalise_word, words

_KEPT_WORDS = 1 << 15
"""Spellings kept, as words come again and again: some 10 MB."""

_POSSESSIVES = tuple(f"{apostrophe}{s}" for apostrophe in APOSTROPHES for s in "sS")
_SAME_MARKS = str.maketrans("—–‐‑“”‘’'", '----"""""')
_SHORT = frozenset({"st", "ste", "mt", "ft", "dr", "mr", "mrs", "ms"})
_JOINTS = {" ": " ", "\u00a0": " ", "-": "-", "‐": "-", "‑": "-"}
_JOINTS_AFTER_SHORT = frozenset({". ", ".\u00a0"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words in order, column by column: a text has many words, and little is asked of most.

    Attributes:
        starts: Where each begins, in code points of the whole text.
        ends: Where each ends.
        written: As it stands in the text, but no more of it than a word can have.
        joined: How it hangs on the word before: " ", "-" or "" (something else is between).
        keys: Its normalised form, possessive "'s" left off.
        keys_of_all: The same with a possessive "'s" left on, which may be part of a name.
        capital: Whether it is written like a name: an upper-case letter first, or a script
            without case.
        possessive: Whether it ends in "'s".
        marks: The punctuation between it and the word before: at most two characters, every dash
            written "-", every quotation mark '"'.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    written: Sequence[str]
    joined: Sequence[str]
    keys: Sequence[str]
    keys_of_all: Sequence[str]
    capital: Sequence[bool]
    possessive: Sequence[bool]
    marks: Sequence[str]

    def __len__(self) -> int:
        return len(self.keys)

    def part(self, first: int, past: int) -> "Tokens":
        """The words `[first, past)`; the first of them hangs on none."""
        return Tokens(
            self.starts[first:past],
            self.ends[first:past],
            self.written[first:past],
            ["", *self.joined[first + 1 : past]],
            self.keys[first:past],
            self.keys_of_all[first:past],
            self.capital[first:past],
            self.possessive[first:past],
            ["", *self.marks[first + 1 : past]],
        )


def tokens_of(text: str, start: int, end: int) -> Tokens:
    """The words of the stretch `text[start:end]`."""
    found = words(text, start, end)
    written = [word[:LONGEST_WORD] for word in found.written]
    spellings = zip(*map(_spelling, written), strict=True) if written else [()] * 4
    keys, keys_of_all, capital, possessive = spellings
    joined = _joined(found.gaps, keys)
    return Tokens(
        *(found.starts, found.ends, written, joined),
        *(
            keys,
            keys_of_all,
            capital,
            possessive,
            [_mark(gap[:LONGEST_WORD]) for gap in found.gaps],
        ),
    )


def without_possessive(written: str) -> str:
    """The word less a trailing "'s"."""
    return written[:-2] if written.endswith(_POSSESSIVES) else written


@lru_cache(_KEPT_WORDS)
def _spelling(written: str) -> tuple[str, str, bool, bool]:
    """What a word is wherever it stands: `keys`, `keys_of_all`, `capital`, `possessive`."""
    key_of_all = normalise_word(written)
    possessive = written[-1] in "sS" and written.endswith(_POSSESSIVES)
    key = normalise_word(written[:-2]) if possessive else key_of_all
    first = written[0]
    capital = first.isupper() or (first.isalpha() and not first.islower())
    return key, key_of_all, capital, possessive


@lru_cache(1 << 10)
def _mark(gap: str) -> str:
    return "".join(gap.split())[:2].translate(_SAME_MARKS)


def _joined(gaps: Sequence[str], keys: Sequence[str]) -> list[str]:
    joined = [_JOINTS.get(gap, "") for gap in gaps]
    if not _SHORT.isdisjoint(keys):
        for position in range(1, len(keys)):
            if keys[position - 1] in _SHORT and gaps[position] in _JOINTS_AFTER_SHORT:
                joined[position] = " "
    return joined
