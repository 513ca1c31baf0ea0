"""What the keyboard needs beside Streamlit's own parts; nothing of it is seen.

How it is done is in frontend/popovers.js, sidebar.js and lost_focus.js; they are one module.
"""

import streamlit as st

from dashboard.frontend_files import frontend

_SCRIPTS = ("popovers.js", "sidebar.js", "lost_focus.js")


def guide_the_focus() -> None:
    """Leads the focus into what opens over the page and out of it, and on from what has gone."""
    st.components.v2.component("dateline_keyboard", js=frontend(*_SCRIPTS))(key="keyboard")
