"""The pane that holds text with its mentions marked, and tells which mark was clicked.

What is in the pane is put together in `dashboard.views`; how it looks is in frontend/reading.*.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dashboard.marked_text import Piece, piece_json
from dashboard.plain_text import Json, one_line
from dashboard.wording import day, source_name, title_words
from geodata.corpus.answers import ArticleSummary

_FRONTEND = Path(__file__).parent / "frontend"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage as pieces; `aside` is set apart as not the article's own words."""

    pieces: tuple[Piece, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class ReadingGroup:
    """Paragraphs of one article under its headline.

    Attributes:
        note: A sentence to the reader above the text; empty for none.
        open_words: Words on the button that opens the whole article; empty for no button.
    """

    article: ArticleSummary
    paragraphs: tuple[Paragraph, ...]
    note: str = ""
    open_words: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What to do when a mark is clicked, a whole article asked for, or more of them."""

    chosen: Callable[[str], None]
    opened: Callable[[str], None]
    more: Callable[[], None]


def show_reading(
    groups: Sequence[ReadingGroup], *, chosen: str | None, more: str, heard: Heard, key: str
) -> None:
    """Draws the groups; the callbacks get ids as the browser sent them, unchecked.

    Args:
        groups: In the order of reading.
        chosen: Id of the place whose mentions stand out.
        more: Words on the button for what is not shown yet; empty when all is.
        heard: Called in a widget's callback.
        key: Of the component, and of what it has sent.
    """

    def sent(name: str) -> str:
        value = st.session_state[key][name]
        return value if isinstance(value, str) else ""

    pane = st.components.v2.component(
        "dateline_reading",
        html='<div class="reading"></div>',
        css=(_FRONTEND / "reading.css").read_text(encoding="utf-8"),
        js=(_FRONTEND / "reading.js").read_text(encoding="utf-8"),
    )
    pane(
        key=key,
        data={"chosen": chosen, "more": more, "groups": [_group_json(one) for one in groups]},
        on_chosen_change=lambda: heard.chosen(sent("chosen")),
        on_opened_change=lambda: heard.opened(sent("opened")),
        on_more_change=heard.more,
    )


def _group_json(group: ReadingGroup) -> Json:
    article = group.article
    return {
        "article": article.id,
        "title": one_line(title_words(article.title), longest=300),
        "meta": f"{one_line(source_name(article.source))} · {day(article.published)}",
        "note": group.note,
        "open": group.open_words,
        "paragraphs": [
            {"aside": one.aside, "pieces": [piece_json(piece) for piece in one.pieces]}
            for one in group.paragraphs
        ],
    }
