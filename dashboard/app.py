"""The dashboard's entrance: `streamlit run dashboard/app.py`. Page config and navigation only."""

import sys
from pathlib import Path

import streamlit as st

# Streamlit puts this file's folder on the path, not the project's own.
sys.path[:0] = [root for root in [str(Path(__file__).parents[1])] if root not in sys.path]

from dashboard.style import dress  # noqa: E402
from dashboard.views import about, add_articles  # noqa: E402
from dashboard.views import map as map_page  # noqa: E402

st.set_page_config("Dateline", "🗺️", layout="wide", initial_sidebar_state=290)
dress()
st.navigation([map_page.page(), add_articles.page(), about.page()], position="top").run()
