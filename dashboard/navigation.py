"""Where the reader is, and going elsewhere: the address is the truth, each step one of Back's.

What an address may say is in `dashboard.address`; the parts of the page are in `dashboard.views`.
"""

from collections.abc import Callable
from typing import NoReturn

import streamlit as st

from dashboard.address import Known, Query, View, query_of, view_in
from geodata.corpus.snapshot import Snapshot

# The parts of the map page, by the keys of their fragments. A step redraws these, not the page.
SUMMARY, FILTERS, MAP, READING, TIMELINE, TABLES = (
    "summary",
    "filters",
    "map",
    "reading",
    "timeline",
    "tables",
)
_ADDRESS, _LEFT = "map-address", "map-left"
# In this order: what the reader looks at comes first.
PARTS = [MAP, READING, SUMMARY, TIMELINE, FILTERS, TABLES]


def known_to(snapshot: Snapshot) -> Known:
    """What an address may name in this corpus."""
    return Known(
        sources=frozenset(snapshot.articles["source"].unique().to_list()),
        feature_classes=frozenset(snapshot.places["feature_class"].unique().to_list()),
        place_ids=frozenset(snapshot.places["place_id"].to_list()),
        article_ids=frozenset(snapshot.articles["article_id"].to_list()),
    )


def enter_map() -> None:
    """Takes in the address; called once whenever the page is drawn as a whole.

    That is at the start of a visit, at Back and Forward, and on the way back from another page,
    for which Streamlit empties the address.
    """
    if st.session_state.pop(_LEFT, False) and not st.query_params:
        st.query_params.from_dict(st.session_state.get(_ADDRESS, {}))
    st.session_state[_ADDRESS] = {name: st.query_params.get_all(name) for name in st.query_params}


def leave_map() -> None:
    """Remembers that the reader is elsewhere; called by every other page."""
    st.session_state[_LEFT] = True


def asked_for() -> Query:
    """What the address says, word for word: after a step, no more than the view it led to."""
    address: Query = st.session_state.get(_ADDRESS, {})
    return address


def current_view(snapshot: Snapshot) -> View:
    """The view the address asks for, as far as this corpus knows what it names.

    Not read from the browser's address: what it sends with a second click may be older than
    where the first click led.
    """
    return view_in(asked_for(), known_to(snapshot))


def go(snapshot: Snapshot, change: Callable[[View], View]) -> None:
    """Goes from the view there is now to the one the change makes of it.

    Writes the address once, so that Back returns from it, and redraws the parts of the page. Only
    a widget's callback may go anywhere; several in one run each build on the one before.
    """
    here = current_view(snapshot)
    wanted = view_in(query_of(change(here)), known_to(snapshot))
    if wanted != here:
        st.session_state[_ADDRESS] = query_of(wanted)
        st.query_params.from_dict(query_of(wanted))
    redraw(PARTS)


def redraw(parts: list[str]) -> NoReturn:
    """Runs these parts of the page again and nothing else; for a widget's callback."""
    st.rerun(parts)
