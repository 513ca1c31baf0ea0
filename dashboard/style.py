"""The page's own style sheet and wordmark, and what every page needs before it is drawn."""

from pathlib import Path

import streamlit as st

from dashboard.data import prepare

_PAGE_STYLE = Path(__file__).parent / "frontend" / "page.css"
# A line of dates with one place on it; the ink follows the theme.
_WORDMARK = """<svg xmlns="http://www.w3.org/2000/svg" width="132" height="28" viewBox="0 0 132 28">
<line x1="2" y1="14" x2="26" y2="14" stroke="{ink}" stroke-width="2"/>
<circle cx="14" cy="14" r="6" fill="{accent}" stroke="{paper}" stroke-width="2"/>
<text x="34" y="20.5" font-family="Georgia, 'Times New Roman', serif" font-size="20"
font-weight="700" fill="{ink}">Dateline</text></svg>"""


def dress() -> None:
    """Makes the static files ready and lays our style over Streamlit's theme."""
    prepare()
    st.html(_PAGE_STYLE)
    st.logo(_wordmark(dark=st.context.theme.type == "dark"))


def _wordmark(*, dark: bool) -> str:
    if dark:
        return _WORDMARK.format(ink="#e8e5de", accent="#56b4e9", paper="#15191e")
    return _WORDMARK.format(ink="#22262b", accent="#0072b2", paper="#fbfaf6")
