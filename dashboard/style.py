"""The page's own style sheet and wordmark, and what every page needs before it is drawn."""

import streamlit as st

from dashboard.data import prepare
from dashboard.frontend_files import FRONTEND_FOLDER
from dashboard.views.keyboard import guide_the_focus

# A line of dates with one place on it, in a blue that stands out from either theme's paper.
_WORDMARK = """<svg xmlns="http://www.w3.org/2000/svg" width="132" height="28" viewBox="0 0 132 28">
<g fill="#2f86bd"><path d="M1 13h6v2H1zM21 13h6v2h-6z"/><circle cx="14" cy="14" r="5"/>
<text x="34" y="20.5" font-family="Georgia, 'Times New Roman', serif" font-size="20"
font-weight="700">Dateline</text></g></svg>"""


def dress() -> None:
    """Makes the static files ready and lays our style over Streamlit's theme."""
    prepare()
    lay_over("page.css")
    lay_over("access.css")
    lay_over("copies.css")
    st.logo(_WORDMARK)
    guide_the_focus()


def lay_over(name: str) -> None:
    """Lays a style sheet of ours over the page."""
    st.html(FRONTEND_FOLDER / name)
