"""One whole article with all its mentions marked; a mark chooses its place on the map."""

from dataclasses import replace

import streamlit as st

from dashboard.address import View
from dashboard.language_names import language_note
from dashboard.marked_text import article_pieces
from dashboard.navigation import go
from dashboard.reading_pane import Heard, Paragraph, ReadingGroup, show_reading
from dashboard.wording import counted
from geodata.corpus.answers import ArticleView
from geodata.corpus.questions import article_view
from geodata.corpus.snapshot import Snapshot


def show_article(snapshot: Snapshot, view: View) -> None:
    """Shows the article the view names, with the way back to the passages."""
    article = article_view(snapshot, view.article_id or "")
    st.button(
        "Back to the passages" if view.place_id else "Close the article",
        key="article-close",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=lambda: go(snapshot, lambda view: replace(view, article_id=None)),
    )
    if article is None:
        return
    show_reading(
        [_group(article)],
        chosen=view.place_id,
        more="",
        heard=Heard(
            chosen=lambda place_id: go(snapshot, lambda view: replace(view, place_id=place_id)),
            opened=lambda _: None,
            more=lambda: None,
        ),
        key="article",
    )


def _group(view: ArticleView) -> ReadingGroup:
    return ReadingGroup(
        view.article,
        tuple(
            Paragraph(pieces, aside=not passage.in_body)
            for passage, pieces in article_pieces(view)
            if "".join(piece.text for piece in pieces).strip()
        ),
        note=_note(view),
    )


def _note(view: ArticleView) -> str:
    unplaced = sum(1 for placed in view.mentions if placed.place is None)
    sentences = [language_note(view.article.language)]
    if unplaced:
        sentences.append(f"{counted(unplaced, 'name')} here could not be placed.")
    return " ".join(filter(None, sentences))
