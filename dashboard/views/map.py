"""The map page: the filters, what they leave on the map, and the passages behind it.

Each part of the page is in its own file; each redraws alone, in a place that never moves.
"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import data, geoparsing
from dashboard.address import View
from dashboard.navigation import (
    FILTERS,
    MAP,
    READING,
    SUMMARY,
    TABLES,
    TIMELINE,
    current_view,
    enter_map,
)
from dashboard.notes import show_note
from dashboard.views.corpus import corpus_for_view
from dashboard.views.filter_bar import show_filter_bar
from dashboard.views.guide import show_guide
from dashboard.views.place_map import show_map
from dashboard.views.reading import show_reading_part
from dashboard.views.summary import show_summary
from dashboard.views.tables import show_tables
from dashboard.views.timeline import show_timeline

SAMPLE_NOTE = (
    "These are samples: our own short briefs of five outlets’ reports, not the reports themselves."
)


def page() -> StreamlitPage:
    """The page as the navigation and links to it need it."""
    return st.Page(show, title="Map", url_path="map", default=True)


def show() -> None:
    """Draws the page: notes, filters, map and reading side by side, the days, the tables."""
    enter_map()
    corpus = corpus_for_view()
    snapshot = corpus.snapshot
    with st.container(key="notes"):
        _show_origin(corpus)
    with st.sidebar:
        st.fragment(show_filter_bar, key=FILTERS)(snapshot)
    with st.container(key="headline"):
        st.fragment(show_summary, key=SUMMARY)(snapshot)
    left, right = st.columns([11, 9], gap="medium")
    with left:
        st.fragment(show_map, key=MAP)(snapshot, geoparsing.settings().tiles)
    with right:
        show_guide(is_first_look=corpus.are_samples and current_view(snapshot) == View())
        st.fragment(show_reading_part, key=READING)(snapshot)
    with st.container(key="timeline"):
        st.fragment(show_timeline, key=TIMELINE)(snapshot)
    st.fragment(show_tables, key=TABLES)(snapshot)


def _show_origin(corpus: data.ShownCorpus) -> None:
    if corpus.are_samples:
        show_note(SAMPLE_NOTE)
    if corpus.own_count:
        are = "is" if corpus.own_count == 1 else "are"
        show_note(
            f"{corpus.own_count} of these articles {are} yours, or as you changed them: "
            "seen by you alone, this visit."
        )
