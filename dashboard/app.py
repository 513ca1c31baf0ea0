"""The dashboard's entrance: `streamlit run dashboard/app.py`. Page config and navigation only.

Streamlit reads this file once when the server starts, as the module `app`: what a first visit
would wait for is done then. Every visit runs it as `__main__`, which draws the page.
"""

import sys
from pathlib import Path

import streamlit as st

# Streamlit puts this file's folder on the path, not the project's own.
sys.path[:0] = [root for root in [str(Path(__file__).parents[1])] if root not in sys.path]

if __name__ == "__main__":
    from dashboard.style import dress
    from dashboard.views import about, add_articles
    from dashboard.views import map as map_page
    from dashboard.views.leaving import ask_before_leaving

    st.set_page_config("Dateline", "🗺️", layout="wide", initial_sidebar_state=290)
    dress()
    st.navigation([map_page.page(), add_articles.page(), about.page()], position="top").run()
    ask_before_leaving()
else:
    from dashboard.warm_up import warm_up

    app = st.App(__file__, lifespan=warm_up)
