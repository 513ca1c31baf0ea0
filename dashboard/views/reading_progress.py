"""A bar, and words that say what is being read, while articles are read and geoparsed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from dashboard import data
from dashboard.plain_text import escape, one_line
from dashboard.upload import Geoparse, Progress
from dashboard.views.corpus import progress_in


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads articles while the bar is shown.

    Attributes:
        geoparse: Finds an article's places; shows a bar of its own should the gazetteer be built.
        progress: Moves the bar.
    """

    geoparse: Geoparse
    progress: Progress


@contextmanager
def reading(verb: str) -> Iterator[Reading]:
    """Shows the bar until it is left.

    Args:
        verb: What is done to what is at hand: "Reading".
    """
    slot = st.empty()
    with slot.container():
        said, bar, building = st.empty(), st.progress(0.0), st.empty()

    def progress(at_hand: str, share: float) -> None:
        words = escape(f"{verb} {one_line(at_hand, longest=80)} …")
        said.html(f'<p class="dl-small" role="status">{words}</p>')
        bar.progress(min(max(share, 0.0), 1.0))

    try:
        yield Reading(lambda article: data.geoparse(article, progress_in(building)), progress)
    finally:
        slot.empty()
