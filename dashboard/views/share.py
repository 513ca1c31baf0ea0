"""The link to the view and its citation, behind a button in the headline row.

What a link pins is in `dashboard.permalink`; the link is made in the browser, in frontend/share.js.
"""

import polars as pl
import streamlit as st

from dashboard import data, geoparsing
from dashboard.address import View, query_of
from dashboard.citation import citation, title_of
from dashboard.frontend_files import frontend
from dashboard.permalink import Pins, pinned
from dashboard.wording import counted
from geodata.corpus.snapshot import Snapshot


def show_share(snapshot: Snapshot, view: View, *, summary: str, counts: str) -> None:
    """Draws the button, and behind it the link, the citation and the buttons that copy them.

    Args:
        snapshot: What the link pins.
        view: What it leads to.
        summary: The page's heading.
        counts: The line of counts below it.
    """
    pins = present_pins(snapshot)
    place = snapshot.place_by_id.get(view.place_id or "")
    title = title_of(
        view,
        summary=summary,
        place_name=place.name if place else "",
        article_title=_title(snapshot, view.article_id),
    )
    component = st.components.v2.component(
        "dateline_share",
        html=frontend("share.html"),
        css=frontend("share.css"),
        js=frontend("share.js"),
    )
    with st.popover("Share", icon=":material/link:", key="share"):
        component(
            key="share-link",
            data={
                "query": query_of(view) | pinned(pins),
                "citation": citation(title, view, counts=counts, pins=pins),
                "note": own_note(len(data.own_articles())),
            },
        )


def present_pins(snapshot: Snapshot) -> Pins:
    """The versions of what is shown now."""
    return Pins(snapshot.version, geoparsing.gazetteer_version())


def _title(snapshot: Snapshot, article_id: str | None) -> str:
    if not article_id:
        return ""
    found = snapshot.articles.filter(pl.col("article_id") == article_id)["title"]
    return str(found[0]) if len(found) else ""


def own_note(own_count: int) -> str:
    """What is to be known where there are articles of the visitor's own; empty where none are."""
    if not own_count:
        return ""
    return (
        f"The link and the citation do not carry your own {counted(own_count, 'article')}: "
        f"others will see the map without {'it' if own_count == 1 else 'them'}."
    )
