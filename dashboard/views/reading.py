"""The right half of the map page: an article, a place's passages, a search, or where to begin."""

import streamlit as st

from dashboard.navigation import current_view
from dashboard.views.article import back_button, show_article
from dashboard.views.copies import show_copies, show_sharing
from dashboard.views.latest import show_latest
from dashboard.views.passages import show_heading, show_passages
from dashboard.views.search import show_results, show_search_heading
from dashboard.views.search_answer import answered
from geodata.corpus.copies import texts_naming
from geodata.corpus.snapshot import Snapshot

# What is above the text and the text together are as tall as the map and its legend.
_TEXT_UNDER_BUTTON_PX, _TEXT_UNDER_HEADING_PX, _TEXT_ALONE_PX = 510, 470, 560


def show_reading_part(snapshot: Snapshot) -> None:
    """Shows the article of the view, else its place's passages, else its search, else a beginning.

    The text scrolls below its heading. The keys tell the style sheet what is being read.
    """
    view = current_view(snapshot)
    place = snapshot.place_by_id.get(view.place_id or "")
    with st.container(key="reading", gap="small"):
        if view.article_id:
            with st.container(key="reading-article", gap=None):
                with st.container(horizontal=True, gap="small"):
                    back_button(snapshot, view)
                    sharing = show_sharing(snapshot, view)
                with _text(_TEXT_UNDER_BUTTON_PX):
                    if view.beside and view.beside in {one.article_id for one in sharing}:
                        show_copies(snapshot, view, sharing)
                    else:
                        show_article(snapshot, view)
        elif place is not None:
            texts = texts_naming(snapshot, view.corpus_filter, place.id)
            show_heading(snapshot, place, texts)
            with _text(_TEXT_UNDER_HEADING_PX):
                show_passages(snapshot, view, place, texts)
        elif view.search:
            answer = answered(snapshot, view)
            show_search_heading(snapshot, answer)
            with _text(_TEXT_UNDER_HEADING_PX):
                show_results(snapshot, answer)
        else:
            with _text(_TEXT_ALONE_PX):
                show_latest(snapshot, view)


def _text(height_px: int) -> st.delta_generator.DeltaGenerator:
    return st.container(key="reading-text", height=height_px, border=False)
