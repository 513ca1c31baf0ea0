"""Where a page becomes another one without the browser noticing: back to its top.

Streamlit keeps the scroll position when what is on a page changes.
"""

import streamlit as st

from dashboard.plain_text import script_json

_SCRIPT = """<script>
// {step}
document.querySelector(".stMain")?.scrollTo(0, 0);
</script>"""


def start_at_top(step: str) -> None:
    """Scrolls to the top once, when the page comes to this step.

    Args:
        step: Differs between the steps; drawn again with the same one, the page stays put.
    """
    with st.container(key="page-top"):
        st.html(_SCRIPT.replace("{step}", script_json(step)), unsafe_allow_javascript=True)
