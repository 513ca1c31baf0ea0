"""A question before the page is reloaded or left, while that would lose the visitor's own articles.

How it is asked is in frontend/leaving.js; nothing of it is seen.
"""

from pathlib import Path

import streamlit as st

from dashboard import data

_SCRIPT = Path(__file__).parents[1] / "frontend" / "leaving.js"


def ask_before_leaving() -> None:
    """Lets the browser ask, where there are articles to lose."""
    if data.own_articles():
        script = _SCRIPT.read_text(encoding="utf-8")
        st.components.v2.component("dateline_leaving", js=script)(key="leaving")
