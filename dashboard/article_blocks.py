"""A whole article as what stands on the screen: its own words, and around them the furniture.

Pure. How single passages are cut at their mentions is in `dashboard.marked_text`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.marked_text import Piece, cut_passage, marks_of
from dashboard.wording import counted
from geodata.model import Furniture, GeoparsedArticle

SHORT = 160
"""Characters of furniture up to which it stands open."""

REASON_WORDS = {
    "other headlines": "headlines of other articles",
    "repeated headline": "the headline again",
    "repeated caption": "a caption seen before",
    "share box": "buttons to share",
    "log-in": "the log-in",
    "tags": "tags and topics",
    "counter": "a counter",
    "icon": "the name of an icon",
    "player": "a player’s controls",
    "picture control": "a picture’s controls",
    "stray character": "a stray character",
    "rule": "a line drawn",
    "time": "a time of day",
    "front matter": "what the file says of itself",
}
"""Reasons of `Furniture` that need more words on the screen; the others stand as they are."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage cut at its mentions, and where it starts in the article."""

    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the page that was taken for furniture."""

    furniture: Furniture
    paragraphs: tuple[Paragraph, ...]

    @property
    def name_count(self) -> int:
        """Names of places in it."""
        return sum(1 for one in self.paragraphs for piece in one.pieces if piece.mark)


@dataclass(frozen=True, slots=True)
class Aside:
    """Stretches of furniture that follow each other."""

    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A stretch that the visitor has taken back into the article."""

    stretch: Stretch


Block = Paragraph | Aside | TakenIn


def article_blocks(
    geoparsed: GeoparsedArticle, taken_in: Sequence[Furniture] = ()
) -> tuple[Block, ...]:
    """The article in order of its text; blank passages are left out.

    Args:
        geoparsed: The article as it is shown.
        taken_in: What was furniture and is now part of its body.
    """
    blocks: list[Block] = []
    for furniture, listed in _gathered(geoparsed, taken_in):
        if furniture is None:
            blocks.extend(listed)
            continue
        stretch = Stretch(furniture, tuple(listed))
        if furniture in taken_in:
            blocks.append(TakenIn(stretch))
        elif blocks and isinstance(blocks[-1], Aside):
            blocks[-1] = Aside((*blocks[-1].stretches, stretch))
        else:
            blocks.append(Aside((stretch,)))
    return tuple(blocks)


def _gathered(
    geoparsed: GeoparsedArticle, taken_in: Sequence[Furniture]
) -> Iterator[tuple[Furniture | None, list[Paragraph]]]:
    """Paragraphs that follow each other in one stretch of furniture, or in none."""
    stretches = sorted({*geoparsed.article.furniture, *taken_in})
    stretch_starts = [stretch.start for stretch in stretches]
    marks = marks_of(geoparsed)
    starts = [mark.mention.start for mark in marks]
    current: Furniture | None = None
    gathered: list[Paragraph] = []
    for passage in geoparsed.passages:
        cut = cut_passage(geoparsed.article.text, passage, marks, starts)
        if not "".join(piece.text for piece in cut).strip():
            continue
        at = bisect_right(stretch_starts, passage.start) - 1
        holds = at >= 0 and passage.start < stretches[at].end
        stretch = stretches[at] if holds else None
        if stretch != current and gathered:
            yield current, gathered
            gathered = []
        current = stretch
        gathered.append(Paragraph(passage.start, cut))
    if gathered:
        yield current, gathered


def is_short(aside: Aside) -> bool:
    """Whether it may stand open beside the article's own words."""
    return sum(one.furniture.end - one.furniture.start for one in aside.stretches) <= SHORT


def reason_words(furniture: Furniture) -> str:
    """Why it was taken for furniture: "headlines of other articles"."""
    return REASON_WORDS.get(furniture.reason, furniture.reason)


def aside_words(aside: Aside) -> str:
    """What it is, and how many names in it are off the map."""
    reasons = dict.fromkeys(reason_words(one.furniture) for one in aside.stretches)
    said = f"Not the article’s own words: {', '.join(reasons)}"
    names = sum(one.name_count for one in aside.stretches)
    return f"{said} · {counted(names, 'name')} in it off the map" if names else said
