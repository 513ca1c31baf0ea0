"""What was changed from one sentence to its copy, word by word. Pure text; nothing is drawn.

Case, accents and the form of quotation marks are no change, as in `geodata.independence.shingles`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import polars as pl

from geodata.corpus.folding import fold


class Change(StrEnum):
    """What became of some words of the first text in the second."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words and marks with the white space before them, and what became of them."""

    text: str
    change: Change


# A word, or one mark, with the white space before it.
_TOKEN = re.compile(r"\s*(?:\w+(?:['’.,]\w+)*|[^\w\s]|\Z)")
_WORD = re.compile(r"\s*\w")


def differences(first: str, second: str) -> tuple[Stretch, ...]:
    """The second text with what was added to the first and what was left out of it.

    The stretches that were kept or added make the second text; those left out stand where they
    would be read in the first.
    """
    ours, theirs = _tokens(first), _tokens(second)
    matcher = SequenceMatcher(None, _folded(ours), _folded(theirs), autojunk=False)
    return tuple(_read(ours, theirs, _calmer(matcher.get_opcodes(), theirs)))


_Edit = tuple[str, int, int, int, int]


def _calmer(edits: Sequence[_Edit], theirs: Sequence[str]) -> Iterator[_Edit]:
    """Edits with no single word kept between two changes: one long change reads easier."""
    waiting: _Edit | None = None
    for position, edit in enumerate(edits):
        tag, _, last, _, other_last = edit
        is_between = 0 < position < len(edits) - 1
        if tag == "equal" and not (is_between and _is_slight(theirs[edit[3] : other_last])):
            if waiting:
                yield waiting
            yield edit
            waiting = None
        elif waiting:
            waiting = ("replace", waiting[1], last, waiting[3], other_last)
        else:
            waiting = edit
    if waiting:
        yield waiting


def _is_slight(kept: Sequence[str]) -> bool:
    return sum(1 for token in kept if _WORD.match(token)) < 2


def _read(ours: Sequence[str], theirs: Sequence[str], edits: Iterator[_Edit]) -> Iterator[Stretch]:
    for tag, first, last, other_first, other_last in edits:
        if tag == "equal":
            yield Stretch("".join(theirs[other_first:other_last]), Change.KEPT)
            continue
        if last > first:
            yield Stretch("".join(ours[first:last]), Change.LEFT_OUT)
        if other_last > other_first:
            yield Stretch("".join(theirs[other_first:other_last]), Change.ADDED)


def _tokens(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if token]


def _folded(tokens: Sequence[str]) -> list[str]:
    return [token.strip() for token in fold(pl.Series(tokens, dtype=pl.String)).to_list()]
