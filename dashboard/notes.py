"""Sentences to the reader, in our own calm box, with every string escaped.

Streamlit's own boxes read Markdown, in which a headline could draw or link anything.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard.plain_text import escape
from geodata.errors import GeodataError

_LOGGER = logging.getLogger(__name__)


def show_note(*sentences: str, is_trouble: bool = False) -> None:
    """Shows plain sentences, one paragraph each."""
    kind, role = ("dl-note trouble", "alert") if is_trouble else ("dl-note", "note")
    paragraphs = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    st.html(f'<div class="{kind}" role="{role}">{paragraphs}</div>')


@contextmanager
def calmly() -> Iterator[None]:
    """Turns an error of ours into one sentence on the screen, and stops the page there.

    Its cause goes to the log.
    """
    try:
        yield
    except GeodataError as error:
        _LOGGER.warning("%s", error, exc_info=error)
        said = str(error)
        show_note(f"{said[:1].upper()}{said[1:].rstrip('.')}.", is_trouble=True)
        st.stop()
