"""The tables under the map, one tab each; only the open one is drawn."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from dashboard.address import Tab
from dashboard.navigation import current_view, go
from dashboard.views.off_map import show_off_map
from dashboard.views.places import show_places
from geodata.corpus.snapshot import Snapshot

_KEY = "tables-tabs"
_TABLES: dict[Tab, tuple[str, Callable[[Snapshot], None]]] = {
    Tab.PLACES: ("Places", show_places),
    Tab.OFF_MAP: ("Not on the map", show_off_map),
}


def show_tables(snapshot: Snapshot) -> None:
    """Draws the tabs, and the table of the one the view has open."""
    view = current_view(snapshot)
    tab_by_label = {label: tab for tab, (label, _) in _TABLES.items()}
    label, show = _TABLES.get(view.tab, _TABLES[Tab.PLACES])
    st.session_state[_KEY] = label

    def turned() -> None:
        tab = tab_by_label.get(st.session_state[_KEY], Tab.PLACES)
        go(snapshot, lambda here: replace(here, tab=tab))

    tabs = st.tabs(list(tab_by_label), key=_KEY, on_change=turned)
    with tabs[list(tab_by_label).index(label)]:
        show(snapshot)
