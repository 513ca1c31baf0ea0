"""Text and its mentions -> a row of pieces, each plain or marked. Pure; nothing is drawn here.

Offsets are the article's; every piece is cut before it is cleaned, so none can shift. How an
article's furniture stands among its own words is in `dashboard.article_blocks`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.plain_text import Json, plain
from dashboard.wording import UNRESOLVED_WORDS
from geodata.corpus.answers import NamingPassage
from geodata.exports.filter_words import ROLE_WORDS
from geodata.mentions.sentences import sentence_bounds
from geodata.model import GeoparsedArticle, Mention, Passage, Place, Span, Unresolved


@dataclass(frozen=True, slots=True)
class Mark:
    """One mention to be marked, and what is known of it.

    Attributes:
        place: None for one that is unresolved, or that stands in the furniture.
        unresolved: Why it has no place; None in the furniture, where none was looked for.
    """

    mention: Mention
    place: Place | None = None
    unresolved: Unresolved | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `mark` is None for what stands between the mentions."""

    text: str
    mark: Mark | None = None


def pieces(text: str, start: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cuts a passage at its mentions.

    Args:
        text: The passage.
        start: Its offset in the article.
        marks: Mentions in order of the text; one that overlaps the one before, or reaches out of
            the passage, is left unmarked.
    """
    cut: list[Piece] = []
    at = 0
    for mark in marks:
        first, last = mark.mention.start - start, mark.mention.end - start
        if first < at or last > len(text) or first >= last:
            continue
        cut.append(Piece(plain(text[at:first])))
        cut.append(Piece(plain(text[first:last]), mark))
        at = last
    cut.append(Piece(plain(text[at:])))
    return tuple(piece for piece in cut if piece.text)


def passage_pieces(passage: NamingPassage, place: Place) -> tuple[Piece, ...]:
    """A passage cut at its mentions of the place that was asked for."""
    marks = [Mark(mention, place) for mention in passage.mentions]
    return pieces(passage.text, passage.start, marks)


def marks_of(geoparsed: GeoparsedArticle) -> list[Mark]:
    """Every mention of an article, in its body and in its furniture, in order of the text."""
    in_body = [
        Mark(found.mention, found.place, found.unresolved) for found in geoparsed.resolutions
    ]
    in_furniture = [Mark(mention) for mention in geoparsed.furniture_mentions]
    return sorted(in_body + in_furniture, key=lambda mark: mark.mention.start)


def cut_passage(
    text: str, passage: Passage, marks: Sequence[Mark], starts: Sequence[int]
) -> tuple[Piece, ...]:
    """A passage of an article cut at all the mentions in it.

    Args:
        text: The article's.
        passage: Where it starts and ends there.
        marks: The article's, in order of the text.
        starts: Where they start, in the same order.
    """
    first = bisect_right(starts, passage.start - 1)
    past = bisect_right(starts, passage.end - 1)
    return pieces(text[passage.start : passage.end], passage.start, marks[first:past])


def sentence_around(text: str, passage: Passage, mention: Mention) -> tuple[str, str, str]:
    """What stands before a mention in its sentence, the mention, and what stands after it."""
    start, end = passage.start, passage.end
    for first, last in sentence_bounds(text, Span(passage.start, passage.end)):
        if first <= mention.start < last:
            start, end = first, max(last, mention.end)
    return (
        plain(text[start : mention.start]).lstrip(),
        plain(text[mention.start : mention.end]),
        plain(text[mention.end : end]).rstrip(),
    )


def piece_json(piece: Piece) -> Json:
    """What the browser needs of one piece: its text, and the mark if there is one."""
    if piece.mark is None:
        return {"text": piece.text}
    mark = piece.mark
    return {
        "text": piece.text,
        "start": mark.mention.start,
        "role": _class(mark),
        "tag": _tag(mark),
        "place": mark.place.id if mark.place else None,
        "told": _told(mark),
    }


def _class(mark: Mark) -> str:
    if mark.place is not None:
        return mark.mention.role.value
    return "off" if mark.unresolved is None else "unresolved"


def _tag(mark: Mark) -> str:
    if mark.place is not None:
        return ROLE_WORDS[mark.mention.role]
    return "off the map" if mark.unresolved is None else "not placed"


def _told(mark: Mark) -> str:
    if mark.place is not None:
        return plain(mark.place.name)
    if mark.unresolved is None:
        return "Off the map: not in the article’s own words"
    return f"Not placed: {UNRESOLVED_WORDS[mark.unresolved]}"
