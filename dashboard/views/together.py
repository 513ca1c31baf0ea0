"""The places named in the same passages as the chosen one: in words, and as lines on the map.

How often they are named together is counted in `geodata.corpus.together`.
"""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl
import streamlit as st

from dashboard.address import View
from dashboard.navigation import READING, go, redraw
from dashboard.plain_text import one_line
from geodata.corpus.snapshot import Snapshot
from geodata.corpus.together import Companion, places_together
from geodata.model import Place

_TABLE, _SWITCH = "together-table", "together-switch"
_NAMED_IN_HEADING = 2
_ROW_PX, _ROWS_AT_MOST = 35, 6


def show_together(snapshot: Snapshot, view: View, place: Place) -> None:
    """Draws a switch for the lines and a table of the places; nothing where there are none."""
    companions = places_together(snapshot, view.corpus_filter, place.id)
    if not companions:
        return
    with st.container(key="together", gap="small"):
        with st.expander(heading(companions)):
            _show_table(snapshot, companions, place)
        _show_switch(snapshot, view)


def _show_switch(snapshot: Snapshot, view: View) -> None:
    st.session_state[_SWITCH] = view.together
    st.toggle(
        "Draw the places named with it",
        key=_SWITCH,
        on_change=lambda: go(
            snapshot, lambda here: replace(here, together=bool(st.session_state[_SWITCH]))
        ),
        help="Lines on the map; the wider, the more passages name both.",
    )


def _show_table(snapshot: Snapshot, companions: Sequence[Companion], place: Place) -> None:
    st.session_state[_TABLE] = {"selection": {"rows": [], "columns": [], "cells": []}}

    def selected() -> None:
        rows = st.session_state[_TABLE].selection.rows
        if not rows or not 0 <= rows[0] < len(companions):
            redraw([READING])
        chosen = companions[rows[0]].place.id
        go(
            snapshot,
            lambda here: replace(here, place_id=chosen, article_id=None, mention=None),
        )

    st.dataframe(
        table(companions),
        key=_TABLE,
        hide_index=True,
        on_select=selected,
        selection_mode="single-row",
        height=_ROW_PX * (min(len(companions), _ROWS_AT_MOST) + 1) + 2,
        placeholder="",
        alt=f"Places named in the same passages as {one_line(place.name, longest=80)}, "
        "with how many passages and articles name both",
    )


def table(companions: Sequence[Companion]) -> pl.DataFrame:
    """One row per place, in the given order."""
    return pl.DataFrame(
        {
            "Named with it": [one_line(one.place.name, longest=80) for one in companions],
            "Passages": [one.passage_count for one in companions],
            "Articles": [one.article_count for one in companions],
        }
    )


def heading(companions: Sequence[Companion]) -> str:
    """In words, as Markdown: "Named with Russia (12), Kursk (9) and 2 more"."""
    named = ", ".join(
        f"{one_line(one.place.name, longest=40)} ({one.passage_count})"
        for one in companions[:_NAMED_IN_HEADING]
    )
    left = len(companions) - _NAMED_IN_HEADING
    return _literal(f"Named with {named}" + (f" and {f'{left:,} more'}" if left > 0 else ""))


def _literal(words: str) -> str:
    """Words as Markdown that shows exactly these: a name may look like a link or an icon."""
    return "".join(f"\\{char}" if char in r"\`*_{}[]()<>#+-.!|~:$&" else char for char in words)
