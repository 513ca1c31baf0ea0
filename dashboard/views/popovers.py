"""What makes popovers reachable by keyboard; nothing of it is seen.

How is in frontend/popovers.js.
"""

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).parents[1] / "frontend" / "popovers.js"


def lead_into_popovers() -> None:
    """Leads the focus into a popover that the keyboard has opened, and back to its button."""
    lead = st.components.v2.component("dateline_popovers", js=_SCRIPT.read_text(encoding="utf-8"))
    lead(key="popovers")
