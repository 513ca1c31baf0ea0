"""A view's search, answered: what the corpus holds, with the gazetteer's spellings of names.

How the answer is drawn is in `search`.
"""

import logging
from dataclasses import dataclass

import streamlit as st

from dashboard import geoparsing
from dashboard.address import View
from dashboard.search_results import furniture_words, hidden_words, unnamed_words
from dashboard.search_terms import Find, bearers, terms_in
from dashboard.views.corpus import progress_in
from geodata.corpus.search import Found, search
from geodata.corpus.snapshot import Snapshot
from geodata.errors import GazetteerError

PASSAGES_AT_ONCE = 20
_LOGGER = logging.getLogger(__name__)
_SHOWN = "search-shown"
_NO_PASSAGE = "No passage under the filters holds all of these words."
_NO_GAZETTEER = "The gazetteer cannot be read, so other spellings of a name are not looked up."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found.

    Attributes:
        query: The search.
        name: The search where it is a single name or word; else empty.
        notes: Sentences about what was found, and what was not.
    """

    query: str
    name: str
    found: Found
    notes: tuple[str, ...]


def answered(snapshot: Snapshot, view: View) -> Answer:
    """What the view's search finds; other spellings of names are looked up in the gazetteer."""
    find = _find()
    terms = terms_in(view.search, find or (lambda _: ()))
    found = search(snapshot, view.corpus_filter, terms, most_passages=shown_count(view.search))
    bearing = bearers(view.search, find) if find else ()
    notes = [
        _NO_PASSAGE if found.places and not found.passage_count else "",
        hidden_words(found),
        furniture_words(found),
        unnamed_words(view.search, bearing, snapshot.place_by_id),
        "" if find else _NO_GAZETTEER,
    ]
    name = view.search if len(terms) == 1 else ""
    return Answer(view.search, name, found, tuple(note for note in notes if note))


def _find() -> Find | None:
    slot = st.empty()
    try:
        gazetteer = geoparsing.gazetteer(progress_in(slot))
    except GazetteerError as error:
        _LOGGER.warning("%s", error, exc_info=error)
        return None
    slot.empty()
    return gazetteer.find


def shown_count(query: str) -> int:
    """How many passages of a search are listed."""
    kept, count = st.session_state.get(_SHOWN, ("", 0))
    return count if kept == query else PASSAGES_AT_ONCE


def show_more(query: str) -> None:
    """Lists as many more, once they are drawn anew."""
    st.session_state[_SHOWN] = (query, shown_count(query) + PASSAGES_AT_ONCE)
