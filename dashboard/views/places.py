"""The table of places: the same as the map, to sort, and to choose from with the keyboard."""

from dataclasses import replace

import polars as pl
import streamlit as st

from dashboard.navigation import TABLES, current_view, go, redraw
from dashboard.plain_text import one_line
from dashboard.wording import kind_words, whereabouts
from geodata.corpus.answers import PlaceCount
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot

_KEY = "places-table"
KNOWN_SOURCES = "Known sources"
_ROW_PX, _ROWS_AT_MOST = 35, 8


def show_places(snapshot: Snapshot) -> None:
    """Draws one row per place on the map; choosing a row chooses the place."""
    view = current_view(snapshot)
    counts = place_counts(snapshot, view.corpus_filter)
    ids = [count.place.id for count in counts]
    chosen = [ids.index(view.place_id)] if view.place_id in ids else []
    st.session_state[_KEY] = {"selection": {"rows": chosen, "columns": [], "cells": []}}

    def selected() -> None:
        rows = st.session_state[_KEY].selection.rows
        place_id = ids[rows[0]] if rows and 0 <= rows[0] < len(ids) else None
        if place_id == view.place_id:
            redraw([TABLES])
        go(snapshot, lambda view: replace(view, place_id=place_id, article_id=None))

    st.dataframe(
        table(counts),
        key=_KEY,
        hide_index=True,
        on_select=selected,
        selection_mode="single-row",
        height=_ROW_PX * (min(max(len(counts), 1), _ROWS_AT_MOST) + 1) + 2,
        placeholder="",
        column_config={
            KNOWN_SOURCES: st.column_config.Column(
                help="Different sources; articles whose source the text does not say add none."
            )
        },
        alt="The places on the map with their mentions by role, articles and sources",
    )


def table(counts: tuple[PlaceCount, ...]) -> pl.DataFrame:
    """One row per place, in the given order."""
    return pl.DataFrame(
        {
            "Place": [one_line(count.place.name, longest=80) for count in counts],
            "Kind": [kind_words(count.place) for count in counts],
            "Lies in": [one_line(whereabouts(count.place), longest=80) for count in counts],
            "± km": pl.Series([count.place.uncertainty_km for count in counts], dtype=pl.Float64),
            "Mentions": [count.mention_count for count in counts],
            "as location": [count.location_count for count in counts],
            "as actor": [count.actor_count for count in counts],
            "as people": [count.demonym_count for count in counts],
            "Articles": [count.article_count for count in counts],
            KNOWN_SOURCES: [count.source_count for count in counts],
        }
    )
