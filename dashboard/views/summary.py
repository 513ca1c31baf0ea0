"""The headline row: what the map shows, the search, and what can be done with the view."""

import streamlit as st

from dashboard.address import View
from dashboard.copy_words import repeating_in_words
from dashboard.navigation import current_view
from dashboard.views.export_menu import show_export
from dashboard.views.link_note import show_link_note
from dashboard.views.off_map import headline
from dashboard.views.search_field import show_search_field
from dashboard.views.share import show_share
from dashboard.views.spoken import show_spoken
from dashboard.wording import counted
from geodata.corpus.copies import naming_article_counts
from geodata.corpus.questions import off_map, place_counts
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter


def show_summary(snapshot: Snapshot) -> None:
    """The page's only heading with its counts, the tools beside it, and a note on the link."""
    view = current_view(snapshot)
    naming, repeating = naming_article_counts(snapshot, view.corpus_filter)
    title = _title(snapshot, view.corpus_filter, naming)
    on_map = headline(off_map(snapshot, view.corpus_filter))
    counts = " · ".join(part for part in (on_map, repeating_in_words(repeating)) if part)
    with st.container(key="headline-row", horizontal=True, vertical_alignment="bottom"):
        with st.container(key="headline-words", gap=None):
            st.title(title, anchor=False)
            st.caption(counts)
            show_spoken(f"{title}. {counts}")
        with st.container(key="headline-tools", horizontal=True):
            _show_tools(snapshot, view, title, counts)
    show_link_note(snapshot)


def _show_tools(snapshot: Snapshot, view: View, title: str, counts: str) -> None:
    """The search takes what room there is; what follows are buttons."""
    show_search_field(snapshot, view)
    show_share(snapshot, view, summary=title, counts=counts)
    show_export(snapshot)


def _title(snapshot: Snapshot, shown: CorpusFilter, naming_count: int) -> str:
    place_count = len(place_counts(snapshot, shown))
    if not place_count:
        return "No place on this map"
    articles = counted(snapshot.articles.height, "article")
    part_of = "" if naming_count == snapshot.articles.height else f"{naming_count:,} of "
    return f"{counted(place_count, 'place')} named in {part_of}{articles}"
