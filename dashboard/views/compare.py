"""Sources side by side: who names what, who alone, who first, and what two of them leave out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from dashboard.address import Question
from dashboard.choice_table import KEYS_WORDS
from dashboard.navigation import current_view, go
from dashboard.notes import show_empty, show_small
from dashboard.views.compare_all import show_all, show_firsts, show_only_one
from dashboard.views.compare_two import show_two
from geodata.corpus.questions import source_counts
from geodata.corpus.snapshot import Snapshot

_KEY = "compare-question"
# Two sources are compared by naming them; no other question does.
_TWO = "two"
_LABELS = {
    Question.ALL: "All sources",
    Question.ONE: "Only one source",
    Question.FIRST: "Named first",
    _TWO: "Two sources",
}
_ANSWERS: Mapping[str, Callable[[Snapshot], None]] = {
    Question.ALL: show_all,
    Question.ONE: show_only_one,
    Question.FIRST: show_firsts,
    _TWO: show_two,
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
    view = current_view(snapshot)
    asked = _TWO if view.compared else view.question
    st.session_state[_KEY] = asked

    def changed() -> None:
        wanted = st.session_state[_KEY] or asked
        if wanted == _TWO:
            go(snapshot, lambda here: replace(here, compared=(sources[0], sources[1])))
        go(snapshot, lambda here: replace(here, question=Question(wanted), compared=()))

    st.segmented_control(
        "What to compare",
        list(_LABELS),
        key=_KEY,
        required=True,
        format_func=_LABELS.__getitem__,
        label_visibility="collapsed",
        on_change=changed,
    )
    _ANSWERS[asked](snapshot)
    show_small(KEYS_WORDS)
