"""One whole article: its own words with all mentions marked, and what was taken for furniture."""

from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.address import MentionAt, View
from dashboard.article_blocks import article_blocks
from dashboard.article_words import article_note, summary_of
from dashboard.navigation import READING, go, redraw
from dashboard.notes import calmly, show_note
from dashboard.reading_pane import Ask, Asked, Pane, ReadingGroup, show_reading
from dashboard.taken_in import settle, stretches_taken_in, want
from dashboard.views.corpus import progress_in
from dashboard.views.why import turn_details, why
from geodata.corpus.snapshot import Snapshot
from geodata.model import GeoparsedArticle, Place


def show_article(snapshot: Snapshot, view: View) -> None:
    """Shows the article the view names."""
    with calmly():
        article = data.geoparsed_article(view.article_id or "")
    if article is None:
        show_note("This article has since been removed from the corpus.")
        return
    _take_in_what_was_wanted(article)
    at = view.mention if view.mention and view.mention.article_id == article.article.id else None
    pane = Pane(
        [_group(article)],
        is_whole=True,
        chosen=view.place_id,
        at=at,
        why=why(article, at.start) if at else None,
    )
    show_reading(pane, lambda asked: _do(snapshot, article, asked), key="article")


def back_button(snapshot: Snapshot, view: View) -> None:
    """The way back to the passages of the chosen place, to the search, or out of the article."""
    behind = "Back to the search" if view.search else "Close the article"
    st.button(
        "Back to the passages" if view.place_id else behind,
        key="article-close",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=lambda: go(snapshot, _closed),
    )


def _closed(view: View) -> View:
    """The passages of a place go on explaining the mention; without them nothing shows it."""
    return replace(view, article_id=None, mention=view.mention if view.place_id else None)


def _do(snapshot: Snapshot, article: GeoparsedArticle, asked: Asked) -> None:
    article_id, start = article.article.id, asked.start
    match asked.ask:
        case Ask.EXPLAIN if start is not None:
            place = _place_at(article, start)
            go(snapshot, lambda view: replace(
                view,
                place_id=place.id if place else view.place_id,
                mention=MentionAt(article_id, start),
            ))  # fmt: skip
        case Ask.UNEXPLAIN:
            go(snapshot, lambda view: replace(view, mention=None))
        case Ask.DETAILS:
            turn_details()
            redraw([READING])
        case Ask.TAKE_IN | Ask.PUT_BACK if start is not None:
            want(article_id, start, taken_in=asked.ask is Ask.TAKE_IN)


def _place_at(article: GeoparsedArticle, start: int) -> Place | None:
    return next((r.place for r in article.resolutions if r.mention.start == start), None)


def _take_in_what_was_wanted(article: GeoparsedArticle) -> None:
    building = st.empty()
    with calmly(), st.spinner("Looking for its places anew …"):
        changed = settle(article, lambda one: data.geoparse(one, progress_in(building)))
    if changed:
        st.rerun()


def _group(geoparsed: GeoparsedArticle) -> ReadingGroup:
    taken_in = stretches_taken_in(geoparsed.article.id)
    return ReadingGroup(
        summary_of(geoparsed),
        article_blocks(geoparsed, taken_in),
        note=article_note(geoparsed, len(taken_in)),
    )
