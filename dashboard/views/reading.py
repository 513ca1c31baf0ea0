"""The right half of the map page: a whole article, or the passages that name the chosen place."""

import streamlit as st

from dashboard.navigation import current_view
from dashboard.views.article import show_article
from dashboard.views.passages import show_passages
from geodata.corpus.snapshot import Snapshot

_HEIGHT_PX = 520


def show_reading_part(snapshot: Snapshot) -> None:
    """Shows the article if the view names one, else the place's passages, else what to do."""
    view = current_view(snapshot)
    with st.container(key="reading", height=_HEIGHT_PX, border=False):
        if view.article_id:
            show_article(snapshot, view)
        else:
            show_passages(snapshot, view)
