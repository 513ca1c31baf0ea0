"""A question before the page is reloaded or left, while that would lose the visitor's own articles.

How it is asked is in frontend/leaving.js; nothing of it is seen.
"""

import streamlit as st

from dashboard import data
from dashboard.frontend_files import frontend


def ask_before_leaving() -> None:
    """Lets the browser ask, where there are articles to lose."""
    if data.own_articles():
        st.components.v2.component("dateline_leaving", js=frontend("leaving.js"))(key="leaving")
