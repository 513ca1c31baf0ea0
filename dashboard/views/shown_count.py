"""How many articles of a long list are shown, more of them at the reader's asking."""

import streamlit as st

from dashboard.navigation import READING, redraw
from dashboard.wording import counted

ARTICLES_AT_ONCE = 10
_SHOWN = "articles-shown"


def shown_count(list_id: str) -> int:
    """How many are shown of the list; another list begins anew."""
    kept_id, count = st.session_state.get(_SHOWN, ("", 0))
    return count if kept_id == list_id else ARTICLES_AT_ONCE


def show_more(list_id: str) -> None:
    """Shows as many more; for a widget's callback."""
    st.session_state[_SHOWN] = (list_id, shown_count(list_id) + ARTICLES_AT_ONCE)
    redraw([READING])


def more_words(left: int, noun: str = "article", *, at_once: int = ARTICLES_AT_ONCE) -> str:
    """Words on the button for the rest; empty where nothing is left."""
    rest = counted(left, f"more {noun}")
    return f"Show {at_once} of {rest}" if left > at_once else f"Show {rest}" if left > 0 else ""
