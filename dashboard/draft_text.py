"""A draft's text as HTML: its own words with the names in them, the furniture grey with its reason.

Pure. What stands beside it is in `dashboard.views.add_preview`; an article on the map is read in
`dashboard.reading_pane`.
"""

from collections.abc import Sequence

from dashboard.article_blocks import (
    Aside,
    Block,
    Paragraph,
    TakenIn,
    article_blocks,
    aside_words,
    is_short,
)
from dashboard.marked_text import Piece
from dashboard.plain_text import escape
from dashboard.wording import counted
from geodata.model import GeoparsedArticle

LONGEST_SHOWN = 40_000
"""Characters of an article that are shown; all of it is added."""

KEY = (
    '<p class="dl-small">Underlined: a place that was found. <span class="dl-unplaced">Dashed'
    "</span>: a name that could not be placed. Grey: left out, with the reason; on the map you can "
    "take it back in.</p>"
)


def draft_html(geoparsed: GeoparsedArticle) -> str:
    """The article as far as it is shown, every string in it escaped."""
    shown, left = _cut(article_blocks(geoparsed))
    drawn = "".join(map(_drawn, shown))
    more = (
        f'<p class="dl-small">The preview ends here; {counted(left, "more character")} of the '
        "text will be added too.</p>"
        if left
        else ""
    )
    # To be reached and scrolled with the keyboard.
    region = 'tabindex="0" role="region" aria-label="The text as it was read"'
    lang = f' lang="{escape(geoparsed.article.language)}"' if geoparsed.article.language else ""
    return f'<div class="dl-draft" {region}{lang}>{drawn}{more}</div>'


def _cut(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """The blocks that are shown, and how many characters are in the others."""
    shown: list[Block] = []
    count = left = 0
    for block in blocks:
        length = sum(len(piece.text) for one in _paragraphs(block) for piece in one.pieces)
        count += length
        if not shown or count <= LONGEST_SHOWN:
            shown.append(block)
        else:
            left += length
    return shown, left


def _paragraphs(block: Block) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    stretches = (block.stretch,) if isinstance(block, TakenIn) else block.stretches
    return [one for stretch in stretches for one in stretch.paragraphs]


def _drawn(block: Block) -> str:
    inner = "".join(f"<p>{''.join(map(_piece, one.pieces))}</p>" for one in _paragraphs(block))
    if not isinstance(block, Aside):
        return inner
    reason = escape(aside_words(block))
    if is_short(block):
        return f'<div class="dl-left-out"><p class="dl-small">{reason}</p>{inner}</div>'
    return f'<details class="dl-left-out"><summary>{reason}</summary>{inner}</details>'


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.mark is None:
        return text
    if piece.mark.place is not None:
        return f"<mark>{text}</mark>"
    return f'<span class="dl-unplaced">{text}</span>' if piece.mark.unresolved else text
