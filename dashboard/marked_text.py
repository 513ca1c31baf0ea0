"""Text and its mentions -> a row of pieces, each plain or marked. Pure; nothing is drawn here.

Offsets are the article's; every piece is cut before it is cleaned, so none can shift.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.plain_text import Json, plain
from geodata.corpus.answers import ArticleView, NamingPassage
from geodata.model import Mention, Passage, Place, Unresolved


@dataclass(frozen=True, slots=True)
class Mark:
    """One mention to be marked, and what is known of it."""

    mention: Mention
    place_id: str | None
    place_name: str
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
    marks = [Mark(mention, place.id, place.name) for mention in passage.mentions]
    return pieces(passage.text, passage.start, marks)


def article_pieces(view: ArticleView) -> tuple[tuple[Passage, tuple[Piece, ...]], ...]:
    """Every passage of an article, in order, cut at all the mentions in it."""
    marks = [
        Mark(
            placed.mention,
            placed.place.id if placed.place else None,
            placed.place.name if placed.place else "",
            placed.unresolved,
        )
        for placed in sorted(view.mentions, key=lambda placed: placed.mention.start)
    ]
    return tuple(
        (
            passage,
            pieces(
                view.text[passage.start : passage.end],
                passage.start,
                [m for m in marks if passage.start <= m.mention.start < passage.end],
            ),
        )
        for passage in view.passages
    )


def piece_json(piece: Piece) -> Json:
    """What the browser needs of one piece: its text, and the mark if there is one."""
    if piece.mark is None:
        return {"text": piece.text}
    return {
        "text": piece.text,
        "role": piece.mark.mention.role.value,
        "place": piece.mark.place_id,
        "name": plain(piece.mark.place_name),
        "unresolved": piece.mark.unresolved.value if piece.mark.unresolved else None,
    }
