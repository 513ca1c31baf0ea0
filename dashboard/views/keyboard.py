"""What the keyboard needs beside Streamlit's own parts; nothing of it is seen.

How it is done is in frontend/popovers.js, sidebar.js and lost_focus.js; they are one module.
"""

from pathlib import Path

import streamlit as st

_FRONTEND = Path(__file__).parents[1] / "frontend"
_SCRIPTS = ("popovers.js", "sidebar.js", "lost_focus.js")


def guide_the_focus() -> None:
    """Leads the focus into what opens over the page and out of it, and on from what has gone."""
    script = "\n".join((_FRONTEND / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    st.components.v2.component("dateline_keyboard", js=script)(key="keyboard")
