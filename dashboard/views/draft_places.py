"""The places that a draft names, with how often, and the names that could not be placed."""

import streamlit as st

from dashboard.drafts import names_not_placed, places_found
from dashboard.plain_text import escape, one_line
from dashboard.wording import UNRESOLVED_WORDS, about_place, counted
from geodata.model import GeoparsedArticle

_NAMES_AT_MOST = 40


def show_places(geoparsed: GeoparsedArticle) -> None:
    """Draws both lists."""
    found, unplaced = places_found(geoparsed), names_not_placed(geoparsed)
    st.markdown("## Places found")
    if found:
        st.html(_list([(place.name, about_place(place), count) for place, count in found]))
    else:
        st.html('<p class="dl-small">None: nothing of this article will be on the map.</p>')
    if unplaced:
        st.markdown("## Could not be placed")
        st.html(_list([(name, UNRESOLVED_WORDS[why], count) for name, why, count in unplaced]))
    left = len(geoparsed.furniture_mentions)
    if left:
        st.html(
            f'<p class="dl-small">{counted(left, "more name")} in what was left out; those are '
            "never placed.</p>"
        )


def _list(rows: list[tuple[str, str, int]]) -> str:
    items = "".join(
        f"<li><div><b>{escape(one_line(name, longest=80))}</b> <span>{escape(one_line(about))}"
        f"</span></div> <span>{count}×</span></li>"
        for name, about, count in rows[:_NAMES_AT_MOST]
    )
    left = len(rows) - _NAMES_AT_MOST
    more = f'<li class="dl-small">and {left} more</li>' if left > 0 else ""
    return f'<ul class="dl-names">{items}{more}</ul>'
