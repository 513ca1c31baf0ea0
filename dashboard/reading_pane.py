"""The pane that holds text with its mentions marked, and tells what the reader asks of it.

What is in the pane is put together in `dashboard.views`; how it looks and moves is in frontend/.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import streamlit as st

from dashboard.address import LAST_OFFSET, MentionAt
from dashboard.article_blocks import (
    Aside,
    Block,
    Paragraph,
    Stretch,
    TakenIn,
    aside_words,
    is_short,
    reason_words,
)
from dashboard.frontend_files import frontend
from dashboard.marked_text import piece_json
from dashboard.plain_text import Json, one_line, plain
from dashboard.wording import counted, day, source_name, title_words
from geodata.corpus.answers import ArticleSummary

_SCRIPTS = ("elements.js", "on_map.js", "reading.js", "copies.js", "walking.js", "why.js")
_STYLES = ("reading.css", "copies.css", "why.css")


class Ask(StrEnum):
    """What a reader may ask of the pane."""

    EXPLAIN = "explain"
    UNEXPLAIN = "unexplain"
    DETAILS = "details"
    OPEN = "open"
    COMPARE = "compare"
    MORE = "more"
    TAKE_IN = "take in"
    PUT_BACK = "put back"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked, of an article and at an offset of its text where there is one.

    Both are as the browser sent them: nothing says that there is such an article or offset.
    """

    ask: Ask
    article_id: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class ReadingGroup:
    """Text of one article under its headline.

    Attributes:
        meta_more: What the line under the headline says besides source and day.
        note: A sentence to the reader above the text; empty for none.
        open_words: Words on the button that opens the whole article; empty for no button.
        title_opens: Whether the headline is that button.
        why_words: Words on the button that explains a mention, by where the mention starts; the
            button stands below the passage whose first mention it is.
        also: The copies of this text, as `dashboard.copy_words` makes them; None for none.
    """

    article: ArticleSummary
    blocks: tuple[Block, ...] = ()
    meta_more: str = ""
    note: str = ""
    open_words: str = ""
    title_opens: bool = False
    why_words: Mapping[int, str] = field(default_factory=dict)
    also: Json = None


@dataclass(frozen=True, slots=True)
class Pane:
    """All that is in the pane.

    Attributes:
        groups: In the order of reading.
        is_whole: Whether it is one whole article, to be walked through and followed on the map.
        chosen: Id of the place whose mentions stand out.
        at: The mention that is explained.
        why: Its explanation, as `views.why` makes it.
        more: Words on the button for what is not shown yet; empty when all is.
    """

    groups: Sequence[ReadingGroup]
    is_whole: bool = False
    chosen: str | None = None
    at: MentionAt | None = None
    why: Json = None
    more: str = ""


def show_reading(pane: Pane, heard: Callable[[Asked], None], *, key: str) -> None:
    """Draws the pane.

    Args:
        pane: What is in it.
        heard: Called in a widget's callback.
        key: Of the component, and of what it has sent.
    """

    def told() -> None:
        asked = asked_in(st.session_state[key]["asked"])
        if asked:
            heard(asked)

    component = st.components.v2.component(
        "dateline_reading",
        html='<div class="reading"></div>',
        css=frontend(*_STYLES),
        js=frontend(*_SCRIPTS),
    )
    component(key=key, data=pane_json(pane), on_asked_change=told)


def asked_in(sent: object) -> Asked | None:
    """What the browser sent as a value; None where it is nothing that can be asked."""
    if not isinstance(sent, Mapping) or sent.get("ask") not in list(Ask):
        return None
    article_id, start = sent.get("article"), sent.get("start")
    return Asked(
        Ask(sent["ask"]),
        article_id if isinstance(article_id, str) else "",
        start if _is_offset(start) else None,
    )


def _is_offset(sent: object) -> bool:
    return isinstance(sent, int) and not isinstance(sent, bool) and 0 <= sent <= LAST_OFFSET


def pane_json(pane: Pane) -> Json:
    """The pane as the browser needs it; all text in it is plain text."""
    return {
        "whole": pane.is_whole,
        "chosen": pane.chosen,
        "at": {"article": pane.at.article_id, "start": pane.at.start} if pane.at else None,
        "why": pane.why,
        "more": pane.more,
        "groups": [_group_json(one) for one in pane.groups],
    }


def _group_json(group: ReadingGroup) -> Json:
    article = group.article
    about = [one_line(source_name(article.source)), day(article.published), group.meta_more]
    return {
        "article": article.id,
        "title": one_line(title_words(article.title), longest=300),
        "lang": article.language,
        "meta": " · ".join(part for part in about if part),
        "note": group.note,
        "open": group.open_words,
        "titleOpens": group.title_opens,
        "also": group.also,
        "blocks": [_block_json(one, group.why_words) for one in group.blocks],
    }


def _block_json(block: Block, why_words: Mapping[int, str]) -> dict[str, Json]:
    match block:
        case Paragraph():
            return _paragraph_json(block, why_words)
        case Aside(stretches):
            return {
                "kind": "aside",
                "words": aside_words(block),
                "open": is_short(block),
                "stretches": [_stretch_json(one) for one in stretches],
            }
        case TakenIn(stretch):
            return {"kind": "taken in", **_stretch_json(stretch)}


def _paragraph_json(paragraph: Paragraph, why_words: Mapping[int, str]) -> dict[str, Json]:
    starts = (piece.mark.mention.start for piece in paragraph.pieces if piece.mark)
    first = next(starts, None)
    return {
        "kind": "paragraph",
        "start": first,
        "why": why_words.get(first, "") if first is not None else "",
        "pieces": [piece_json(piece) for piece in paragraph.pieces],
    }


def _stretch_json(stretch: Stretch) -> dict[str, Json]:
    names = counted(stretch.name_count, "name") if stretch.name_count else ""
    return {
        "start": stretch.furniture.start,
        "reason": plain(reason_words(stretch.furniture)),
        "names": names,
        "paragraphs": [_paragraph_json(one, {}) for one in stretch.paragraphs],
    }
