"""Where the words of a search stand in a text, as the text itself is written. Pure.

Which texts hold them at all is asked of the folded columns of a snapshot, in `search`.
"""

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from geodata.corpus.folding import fold
from geodata.model import Span


def found_words(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """Every stretch of the text that folds to one of the words, in order, not overlapping.

    Args:
        text: As it is written.
        words: Folded, none of them empty; each may stand inside a longer word.
    """
    folded = fold(pl.Series(list(text), dtype=pl.String)).to_list() if text else []
    # Of each folded character, the number of the character that it comes from.
    origins = [number for number, one in enumerate(folded) for _ in one]
    whole = "".join(folded)
    spans = (
        Span(origins[first], _after_marks(folded, origins[first + len(word) - 1] + 1))
        for word in words
        for first in _occurrences(whole, word)
    )
    return merged(spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order, those that overlap or touch joined into one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _occurrences(whole: str, word: str) -> Iterator[int]:
    at = whole.find(word)
    while at >= 0:
        yield at
        at = whole.find(word, at + len(word))


def _after_marks(folded: Sequence[str], end: int) -> int:
    """The end moved behind the accents that belong to the last letter."""
    while end < len(folded) and not folded[end]:
        end += 1
    return end
