"""A text cut into sentences of tokens: the unit in which names and their roles are read.

What the words mean is decided in `recognition` and `roles`; passages for the screen in `passages`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from geodata.mentions.tokens import Tokens, tokens_of
from geodata.model import Span

LONGEST_SENTENCE = 250
"""Words after which a sentence is cut, so that no text makes reading it ever slower."""

_END = regex.compile(
    r"""(?<![.!?…])[.!?…]++["'”’»)\]]*+(?=\s++["'“‘«(\[]?[\p{Lu}\p{Lo}\d])|[。！？]++|\n++"""
)
# A full stop after these does not end a sentence when a name follows.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt capt cmdr sgt maj adm rev hon gov sen rep pres amb st mt ft no "
    "vs jan feb mar apr jun jul aug sep sept oct nov dec ave blvd inc corp co ltd jr sr ala ariz "
    "ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla "
    "ore pa tenn tex va vt wash wis wyo".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a line of its own: `text[start:end]`, with its tokens in order."""

    start: int
    end: int
    tokens: Tokens


def sentences(text: str, spans: Iterable[Span]) -> Iterator[Sentence]:
    """The sentences of the given stretches of a text, in order.

    A line break ends a sentence: lines of news dumps are paragraphs, captions or headlines.
    """
    for span in spans:
        tokens = tokens_of(text, span.start, span.end)
        starts = tokens.starts
        first = 0
        for start, end in sentence_bounds(text, span):
            past = bisect_right(starts, end - 1, first)
            for cut in range(first + LONGEST_SENTENCE, past, LONGEST_SENTENCE):
                yield Sentence(start, starts[cut], tokens.part(first, cut))
                start, first = starts[cut], cut
            if past > first:
                yield Sentence(start, end, tokens.part(first, past))
            first = past


def sentence_bounds(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a stretch, blank ones and white space included."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.group()[0] == "." and _is_abbreviation(text, span.start, match.start()):
            continue
        yield start, match.end()
        start = match.end()
    if start < span.end:
        yield start, span.end


def _is_abbreviation(text: str, floor: int, stop: int) -> bool:
    start = stop
    while start > floor and stop - start < 6 and text[start - 1].isalpha():
        start -= 1
    last = text[start:stop]
    return len(last) == 1 or last.casefold() in _ABBREVIATIONS
