"""The corpus for a view: opened with progress on the screen, or one calm sentence instead."""

import streamlit as st

from dashboard import data
from dashboard.geoparsing import Progress
from dashboard.notes import calmly
from dashboard.plain_text import one_line


def corpus_for_view() -> data.ShownCorpus:
    """What the view is about; stops the page where it cannot be read."""
    slot = st.empty()
    with calmly():
        corpus = data.shown_corpus(progress_in(slot))
        slot.empty()
        return corpus
    raise AssertionError("calmly() stops the page")


def progress_in(slot: st.delta_generator.DeltaGenerator) -> Progress:
    """Shows what is being built as a bar in a slot of the page."""

    def show(step: str, share: float) -> None:
        slot.progress(
            min(max(share, 0.0), 1.0), text=one_line(f"Building the gazetteer, once: {step}")
        )

    return show
