"""Two sources chosen by the reader: what each leaves out, and what both name."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.choice_table import Rows, show_places_to_choose
from dashboard.comparison_rows import (
    by_one_of_two,
    by_two,
    only_words,
    source_column,
    source_label,
)
from dashboard.filters import source_labels
from dashboard.navigation import current_view, go
from dashboard.notes import show_small
from dashboard.plain_text import escape
from dashboard.wording import counted
from geodata.corpus.comparison import NamedByTwo, two_sources
from geodata.corpus.questions import source_counts
from geodata.corpus.snapshot import Snapshot

_KEYS = ("compare-left", "compare-right")
_LABELS = ("One source", "The other")
# The list in the middle has three columns of numbers: the two counts are seen on a phone too.
_SHARES = (1.0, 1.4, 1.0)
_NARROW_PX, _WIDE_PX, _COUNT_PX, _COPIES_PX = 124, 136, 90, 86
_COLUMNS_OF_ONE: dict[str, ColumnConfig] = {
    "Place": st.column_config.TextColumn(width=_WIDE_PX),
    "Mentions": st.column_config.NumberColumn(width=_COPIES_PX),
}


def show_two(snapshot: Snapshot) -> None:
    """Draws the two choices and the three lists; each row chooses its place on the map."""
    view = current_view(snapshot)
    left, right = view.compared
    for side, column in enumerate(st.columns(2)):
        with column:
            _source_box(snapshot, side)
    found = two_sources(snapshot, view.corpus_filter, left, right)
    show_small(
        "All other filters hold, the source filter does not. A copy of a shared text counts as "
        "naming the place: who prints it names it."
    )
    for column, (key, heading, rows) in zip(
        st.columns(_SHARES, gap="small"),
        [
            ("compare-only-left", only_words(left), found.only_first),
            ("compare-both", "Both", found.both),
            ("compare-only-right", only_words(right), found.only_second),
        ],
        strict=True,
    ):
        with column:
            _heading(heading, len(rows))
            _list(snapshot, rows, view.compared if key == "compare-both" else (), key=key)


def _source_box(snapshot: Snapshot, side: int) -> None:
    """One of the two sources; choosing the other one there exchanges them."""
    pair = current_view(snapshot).compared
    labels = source_labels(source_counts(snapshot))
    st.session_state[_KEYS[side]] = pair[side]

    def changed() -> None:
        wanted = st.session_state[_KEYS[side]]
        other = pair[side] if wanted == pair[1 - side] else pair[1 - side]
        compared = (wanted, other) if side == 0 else (other, wanted)
        go(snapshot, lambda here: replace(here, compared=compared))

    st.selectbox(
        _LABELS[side],
        list(labels),
        key=_KEYS[side],
        format_func=labels.__getitem__,
        on_change=changed,
    )


def _heading(words: str, count: int) -> None:
    st.html(f'<div class="dl-place"><h2>{escape(words)}</h2><p>{counted(count, "place")}</p></div>')


def _list(snapshot: Snapshot, rows: Sequence[NamedByTwo], both: Sequence[str], *, key: str) -> None:
    if not rows:
        show_small("No place under these filters.")
        return
    show_places_to_choose(
        snapshot,
        Rows(
            by_two(rows) if both else by_one_of_two(rows),
            alt="Places that both sources name" if both else "Places that one source leaves out",
            columns=_columns_of_both(both) if both else _COLUMNS_OF_ONE,
        ),
        [row.place.id for row in rows],
        key=key,
    )


def _columns_of_both(sources: Sequence[str]) -> dict[str, ColumnConfig]:
    return {
        "Place": st.column_config.TextColumn(width=_NARROW_PX),
        "In copies": st.column_config.NumberColumn(
            width=_COPIES_PX,
            help="Mentions in sentences that an earlier article of the two sources has as well.",
        ),
    } | {
        source_column(side): st.column_config.NumberColumn(
            source_label(source, longest=13), width=_COUNT_PX
        )
        for side, source in enumerate(sources)
    }
