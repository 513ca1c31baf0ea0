"""A table whose rows are chosen with the mouse or the keyboard; it works the same in every tab.

What the rows are is decided in `dashboard.views`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.address import MentionAt, View
from dashboard.navigation import TABLES, current_view, go, redraw
from geodata.corpus.snapshot import Snapshot

KEYS_WORDS = (
    "With the keyboard: arrow keys move through the table, Shift + Space chooses a row; "
    "Escape, then Tab, leaves it."
)
DAY_COLUMN = st.column_config.DateColumn(format="D MMM YYYY")
PERCENT_FORMAT = "%d %%"
_ROW_PX, _ROWS_AT_MOST = 35, 12
# Between the two themes' blues; the text keeps a contrast of 6 to 1 or more on it.
_TINT = "background-color: rgba(60, 140, 190, {})"
_FAINTEST, _STRONGEST = 0.08, 0.48
# Where nothing is named often, a single mention is not made to look like much.
_LEAST_STRONGEST = 6


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table shows.

    Attributes:
        frame: One row per choice; text in it is plain and on one line.
        alt: What the table is, for those who do not see it.
        columns: How Streamlit shows some of the columns.
        shaded: Columns of numbers whose cells are the darker the greater the number.
    """

    frame: pl.DataFrame
    alt: str
    columns: Mapping[str, ColumnConfig] = field(default_factory=dict)
    shaded: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class MentionChoice:
    """Where a row leads: into an article at a mention, and to the place; both where known."""

    mention: MentionAt | None
    place_id: str | None


def show_places_to_choose(
    snapshot: Snapshot, rows: Rows, place_ids: Sequence[str], *, key: str
) -> None:
    """Draws the table; choosing a row chooses its place on the map, and shows its passages."""
    view = current_view(snapshot)
    chosen = place_ids.index(view.place_id) if view.place_id in place_ids else None

    def changed(row: int | None) -> Callable[[View], View]:
        place_id = None if row is None else place_ids[row]
        return lambda here: replace(here, place_id=place_id, article_id=None, mention=None)

    _show(snapshot, rows, chosen, changed, key=key)


def show_mentions_to_choose(
    snapshot: Snapshot, rows: Rows, choices: Sequence[MentionChoice], *, key: str
) -> None:
    """Draws the table; choosing a row opens the article at its mention."""
    view = current_view(snapshot)
    _show(
        snapshot,
        rows,
        next((row for row, choice in enumerate(choices) if is_open(choice, view)), None),
        lambda row: closed if row is None else opened(choices[row]),
        key=key,
    )


def is_open(choice: MentionChoice, view: View) -> bool:
    """Whether the view shows what the choice leads to."""
    if choice.mention:
        return view.article_id is not None and view.mention == choice.mention
    return view.article_id is None and view.place_id == choice.place_id


def opened(choice: MentionChoice) -> Callable[[View], View]:
    """The change to a view that opens what the choice leads to."""
    article_id = choice.mention.article_id if choice.mention else None
    return lambda here: replace(
        here, article_id=article_id, mention=choice.mention, place_id=choice.place_id
    )


def closed(here: View) -> View:
    """The view without an article."""
    return replace(here, article_id=None, mention=None)


def _show(
    snapshot: Snapshot,
    rows: Rows,
    chosen: int | None,
    changed: Callable[[int | None], Callable[[View], View]],
    *,
    key: str,
) -> None:
    row_count = rows.frame.height
    selected = [] if chosen is None else [chosen]
    st.session_state[key] = {"selection": {"rows": selected, "columns": [], "cells": []}}

    def selected_now() -> None:
        picked = st.session_state[key].selection.rows
        row = picked[0] if picked and 0 <= picked[0] < row_count else None
        if row == chosen:
            redraw([TABLES])
        go(snapshot, changed(row))

    st.dataframe(
        _shaded(rows.frame, rows.shaded) if rows.shaded else rows.frame,
        key=key,
        hide_index=True,
        on_select=selected_now,
        selection_mode="single-row",
        height=_ROW_PX * (min(max(row_count, 1), _ROWS_AT_MOST) + 1) + 2,
        placeholder="",
        column_config=dict(rows.columns),
        alt=rows.alt,
    )


def _shaded(frame: pl.DataFrame, columns: Sequence[str]) -> object:
    """The frame with a tint behind each number, by its root: a few mentions differ visibly too."""
    most = max(
        frame.select(pl.max_horizontal(pl.col(columns).max().fill_null(0))).item(), _LEAST_STRONGEST
    )
    strength = (pl.col(columns) / most).sqrt() * (_STRONGEST - _FAINTEST) + _FAINTEST
    strengths = frame.select(strength.round(2))
    tints = frame.select(
        pl.format(_TINT, strengths[name]).fill_null("").alias(name)
        if name in columns
        else pl.lit("").alias(name)
        for name in frame.columns
    )
    cells = tints.to_numpy()
    return frame.to_pandas().style.apply(lambda _: cells, axis=None)
