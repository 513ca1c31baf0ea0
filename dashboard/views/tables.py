"""The tables under the map, one tab each; only the open one is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from dashboard.address import Tab
from dashboard.navigation import current_view, go
from dashboard.views.check import show_check
from dashboard.views.compare import show_compare
from dashboard.views.off_map import show_off_map
from dashboard.views.places import show_places
from geodata.corpus.filtering import shown_mentions
from geodata.corpus.snapshot import Snapshot

_KEY = "tables-tabs"
_LABELS = {
    Tab.PLACES: "Places",
    Tab.COMPARE: "Compare sources",
    Tab.CHECK: "Check first",
    Tab.OFF_MAP: "Not on the map",
}
# Not in the label: another label makes other tabs of them, and the table in the open one would
# lose how the reader has sorted it. Screen readers read it out as part of the tab's name.
_COUNT_BESIDE_LAST_TAB = (
    "<style>.st-key-tables-tabs [data-testid=stTab]:last-of-type p::after "
    '{{ content: " ({:,})"; }}</style>'
)
_TABLES: Mapping[Tab, Callable[[Snapshot], None]] = {
    Tab.PLACES: show_places,
    Tab.COMPARE: show_compare,
    Tab.CHECK: show_check,
    Tab.OFF_MAP: show_off_map,
}


def show_tables(snapshot: Snapshot) -> None:
    """Draws the tabs, and the table of the one the view has open."""
    view = current_view(snapshot)
    hidden = snapshot.mentions.height - shown_mentions(snapshot, view.corpus_filter).height
    st.html(_COUNT_BESIDE_LAST_TAB.format(hidden))
    st.session_state[_KEY] = _LABELS[view.tab]

    def turned() -> None:
        tab = next((tab for tab in Tab if _LABELS[tab] == st.session_state[_KEY]), Tab.PLACES)
        go(snapshot, lambda here: replace(here, tab=tab))

    tabs = st.tabs(list(_LABELS.values()), key=_KEY, on_change=turned)
    with tabs[list(_LABELS).index(view.tab)]:
        _TABLES[view.tab](snapshot)
