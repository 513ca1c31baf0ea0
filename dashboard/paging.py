"""Long lists in pages, and the words for a list that was cut."""

import streamlit as st

from dashboard.navigation import TABLES, redraw
from dashboard.notes import show_small
from dashboard.wording import counted


def pages(count: int, size: int, *, key: str) -> slice:
    """Which rows to show of a long list; draws the way to the others where there are any."""
    page_count = max(-(-count // size), 1)
    if page_count == 1:
        return slice(0, count)
    if st.session_state.get(key, 1) > page_count:
        del st.session_state[key]  # the list has become shorter: back to its first page
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        page = st.pagination(page_count, key=key, on_change=lambda: redraw([TABLES]))
        shown = slice((page - 1) * size, min(page * size, count))
        show_small(f"Rows {shown.start + 1:,} to {shown.stop:,} of {count:,}", is_beside=True)
    return shown


def cut_words(shown: int, count: int, singular: str) -> str:
    """Says that a list was cut: "The first 300 of 1,158 places."; empty where it was not."""
    return "" if shown >= count else f"The first {shown:,} of {counted(count, singular)}."
