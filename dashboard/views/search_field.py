"""The field in the headline row that searches passages and places.

What it found is in `search`, beside the map.
"""

from dataclasses import replace

import streamlit as st

from dashboard.address import LONGEST_WORDS, View
from dashboard.navigation import go
from dashboard.plain_text import first_words
from geodata.corpus.snapshot import Snapshot

_KEY = "search-field"


def show_search_field(snapshot: Snapshot, view: View) -> None:
    """Draws the one field that searches passages and places.

    What is pasted may be longer than what is searched: the field then keeps its first words.
    """
    st.session_state[_KEY] = view.search

    def asked() -> None:
        words = first_words(st.session_state[_KEY] or "", longest=LONGEST_WORDS)
        if words:
            go(snapshot, lambda here: _results_of(here, words))
        go(snapshot, lambda here: replace(here, search=""))

    st.text_input(
        "Search passages and places",
        key=_KEY,
        type="search",
        icon=":material/search:",
        placeholder="Search passages and places",
        label_visibility="collapsed",
        on_change=asked,
    )


def _results_of(view: View, words: str) -> View:
    """The view with the results in sight: nothing else is being read."""
    return replace(view, search=words, place_id=None, article_id=None, mention=None)
