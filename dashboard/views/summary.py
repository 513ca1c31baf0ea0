"""The headline of the map page: how many places, mentions and articles it shows."""

import streamlit as st

from dashboard.navigation import current_view
from dashboard.views.off_map import headline
from dashboard.wording import counted
from geodata.corpus.filtering import shown_mentions
from geodata.corpus.questions import off_map, place_counts
from geodata.corpus.snapshot import Snapshot


def show_summary(snapshot: Snapshot) -> None:
    """One line of numbers under the page's only heading."""
    shown = current_view(snapshot).corpus_filter
    counts = place_counts(snapshot, shown)
    mentions = off_map(snapshot, shown)
    places = counted(len(counts), "place")
    naming = shown_mentions(snapshot, shown)["article_id"].n_unique()
    article_count = snapshot.articles.height
    part_of = "" if naming == article_count else f"{naming:,} of "
    articles = f"{part_of}{counted(article_count, 'article')}"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        title = f"{places} named in {articles}" if counts else "No place on this map"
        st.title(title, anchor=False, width="content")
        st.caption(headline(mentions), width="content")
