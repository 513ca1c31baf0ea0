"""What a change has led to, said to those who do not see it.

What is seen of it is in `dashboard.views.summary`, which Streamlit writes anew with every change;
a screen reader speaks only of what changes in a place that stays.
"""

import streamlit as st

_HTML = '<p role="status"></p>'
_CSS = "p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"
# Nothing is said of how a page begins.
_SCRIPT = """export default function ({ data, parentElement }) {
  const box = parentElement.querySelector("p"), before = box.dataset.words;
  box.dataset.words = data.words;
  if (before !== undefined && before !== data.words) box.textContent = data.words;
}"""


def show_spoken(words: str) -> None:
    """Has screen readers say the words when they are others than before."""
    speak = st.components.v2.component("dateline_spoken", html=_HTML, css=_CSS, js=_SCRIPT)
    speak(key="spoken", data={"words": words})
