"""The guided look on the map page: offered once on the samples, opened again when asked for.

What it says is in `dashboard.guide`.
"""

import streamlit as st

from dashboard.frontend_files import frontend
from dashboard.guide import guide_html

_ASKED = "guide-asked"


def ask_for_guide() -> None:
    """Has the map page open the guided look when it is next drawn."""
    st.session_state[_ASKED] = True


def show_guide(*, is_first_look: bool) -> None:
    """Puts the guided look on the page; it stays hidden unless offered or asked for.

    Args:
        is_first_look: Whether to offer it to a visitor who has not seen it.
    """
    component = st.components.v2.component(
        "dateline_guide",
        html=guide_html(),
        css=frontend("guide.css"),
        js=frontend("guide.js"),
        isolate_styles=False,
    )
    with st.container(key="guide"):
        component(
            key="guide-panel",
            data={"offered": is_first_look, "asked": st.session_state.pop(_ASKED, False)},
        )
