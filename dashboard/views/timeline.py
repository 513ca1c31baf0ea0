"""The days of publication under the map, as a strip that narrows what is shown."""

import streamlit as st

from dashboard.filters import histogram
from dashboard.navigation import current_view
from geodata.corpus.questions import publication_days
from geodata.corpus.snapshot import Snapshot


def show_timeline(snapshot: Snapshot) -> None:
    """Draws the articles by day."""
    shown = current_view(snapshot).corpus_filter
    st.html(histogram(publication_days(snapshot, shown), shown))
