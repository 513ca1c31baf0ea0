"""Sentences to the reader, in our own calm box, with every string escaped.

Streamlit's own boxes read Markdown, in which a headline could draw or link anything.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from dashboard.plain_text import escape
from geodata.errors import GeodataError

_LOGGER = logging.getLogger(__name__)


def show_note(*sentences: str, is_trouble: bool = False) -> None:
    """Shows plain sentences, one paragraph each."""
    kind, role = ("dl-note trouble", "alert") if is_trouble else ("dl-note", "note")
    _show_box(kind, role, sentences)


def show_done(*sentences: str) -> None:
    """Shows what was done as it was asked for, one paragraph each."""
    _show_box("dl-note done", "status", sentences)


def show_small(sentence: str, *, is_beside: bool = False) -> None:
    """Shows a sentence near what it explains; in a row of widgets, beside them."""
    width: Literal["content", "stretch"] = "content" if is_beside else "stretch"
    st.html(f'<p class="dl-small">{escape(sentence)}</p>', width=width)


def show_empty(heading: str, sentence: str) -> None:
    """Says why there is nothing to see here, and what to do."""
    st.html(f'<div class="dl-empty"><h2>{escape(heading)}</h2><p>{escape(sentence)}</p></div>')


def _show_box(kind: str, role: str, sentences: Sequence[str]) -> None:
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
