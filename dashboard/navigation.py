"""Where the reader is, and going elsewhere: the address is the truth, each step one of Back's.

What an address may say is in `dashboard.address`; the parts of the page are in `dashboard.views`.
"""

from typing import NoReturn

import streamlit as st

from dashboard.address import Known, View, query_of, view_in
from geodata.corpus.snapshot import Snapshot

# The parts of the map page, by the keys of their fragments. A step redraws these, not the page.
SUMMARY, FILTERS, MAP, READING, PLACES, OFF_MAP = (
    "summary",
    "filters",
    "map",
    "reading",
    "places",
    "off-map",
)
_ADDRESS, _LEFT = "map-address", "map-left"
PARTS = [SUMMARY, FILTERS, MAP, READING, PLACES, OFF_MAP]


def known_to(snapshot: Snapshot) -> Known:
    """What an address may name in this corpus."""
    return Known(
        sources=frozenset(snapshot.articles["source"].unique().to_list()),
        feature_classes=frozenset(snapshot.places["feature_class"].unique().to_list()),
        place_ids=frozenset(snapshot.places["place_id"].to_list()),
        article_ids=frozenset(snapshot.articles["article_id"].to_list()),
    )


def current_view(snapshot: Snapshot) -> View:
    """The view the address asks for, as far as this corpus knows what it names."""
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    return view_in(asked, known_to(snapshot))


def go(snapshot: Snapshot, view: View) -> None:
    """Makes a view the page's; only a widget's callback may go anywhere.

    Writes the address once, so that Back returns from it, and redraws the parts of the page.
    """
    wanted = view_in(query_of(view), known_to(snapshot))
    if wanted != current_view(snapshot):
        query = query_of(wanted)
        st.query_params.from_dict(query)
        st.session_state[_ADDRESS] = query
    redraw(PARTS)


def redraw(parts: list[str]) -> NoReturn:
    """Runs these parts of the page again and nothing else; for a widget's callback."""
    st.rerun(parts)


def enter_map() -> None:
    """Takes up the address that was left for another page: Streamlit empties it on the way."""
    if st.session_state.pop(_LEFT, False) and not st.query_params:
        st.query_params.from_dict(st.session_state.get(_ADDRESS, {}))
    st.session_state[_ADDRESS] = {name: st.query_params.get_all(name) for name in st.query_params}


def leave_map() -> None:
    """Remembers that the reader is elsewhere; called by every other page."""
    st.session_state[_LEFT] = True
