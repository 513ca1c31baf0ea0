"""Sources side by side: who names what, who alone, who first, and what two of them leave out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

import streamlit as st

from dashboard.choice_table import KEYS_WORDS
from dashboard.navigation import TABLES, current_view, go, redraw
from dashboard.notes import show_empty, show_small
from dashboard.views.compare_all import show_all, show_firsts, show_only_one
from dashboard.views.compare_two import show_two
from geodata.corpus.questions import source_counts
from geodata.corpus.snapshot import Snapshot


class Question(StrEnum):
    """What is asked of the sources; only the last one is in the address."""

    ALL = "All sources"
    ONE = "Only one source"
    FIRST = "Named first"
    TWO = "Two sources"


_KEY, _KEPT = "compare-question", "compare-kept"
_ANSWERS: Mapping[Question, Callable[[Snapshot], None]] = {
    Question.ALL: show_all,
    Question.ONE: show_only_one,
    Question.FIRST: show_firsts,
    Question.TWO: show_two,
}


def show_compare(snapshot: Snapshot) -> None:
    """Draws the questions, and the answer to the one that is asked."""
    sources = [one.source for one in source_counts(snapshot)]
    sources.sort(key=lambda source: not source)  # The unknown ones are compared when asked for.
    if len(sources) < 2:
        show_empty(
            "All these articles are of one source",
            "Add articles of another to see what each names and what each leaves out.",
        )
        return
    pair = current_view(snapshot).compared
    kept = st.session_state.get(_KEPT, Question.ALL)
    asked = Question.TWO if pair else kept
    st.session_state[_KEY] = asked

    def changed() -> None:
        wanted = st.session_state[_KEY] or asked
        if wanted == Question.TWO:
            go(snapshot, lambda here: replace(here, compared=(sources[0], sources[1])))
        st.session_state[_KEPT] = wanted
        if not pair:
            redraw([TABLES])
        go(snapshot, lambda here: replace(here, compared=()))

    st.segmented_control(
        "What to compare",
        list(Question),
        key=_KEY,
        required=True,
        label_visibility="collapsed",
        on_change=changed,
    )
    _ANSWERS[asked](snapshot)
    show_small(KEYS_WORDS)
