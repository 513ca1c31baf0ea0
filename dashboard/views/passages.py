"""Every passage that names the chosen place, grouped by article, newest first."""

from dataclasses import replace

import streamlit as st

from dashboard.address import View
from dashboard.marked_text import passage_pieces
from dashboard.navigation import READING, go, redraw
from dashboard.plain_text import escape, one_line
from dashboard.reading_pane import Heard, Paragraph, ReadingGroup, show_reading
from dashboard.wording import about_place, counted
from geodata.corpus.answers import ArticlePassages
from geodata.corpus.questions import passages_naming, place_counts
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Place

ARTICLES_AT_ONCE = 10
_SHOWN = "passages-shown"


def show_passages(snapshot: Snapshot, view: View) -> None:
    """Shows the place and its passages, or says what to do where none is chosen."""
    place = snapshot.place_by_id.get(view.place_id or "")
    if place is None:
        _show_what_to_do(snapshot, view)
        return
    naming = passages_naming(snapshot, view.corpus_filter, place.id)
    _show_heading(snapshot, place, naming)
    if not naming:
        st.html('<p class="dl-empty">No passage under these filters names this place.</p>')
        _reset_button(snapshot)
        return
    shown = _shown_count(place.id)
    left = len(naming) - shown
    show_reading(
        [_group(one, place) for one in naming[:shown]],
        chosen=place.id,
        more=f"Show {min(left, ARTICLES_AT_ONCE)} more of {left} articles" if left > 0 else "",
        heard=Heard(
            chosen=lambda place_id: go(snapshot, lambda view: replace(view, place_id=place_id)),
            opened=lambda article_id: go(
                snapshot, lambda view: replace(view, article_id=article_id)
            ),
            more=lambda: _show_more(place.id),
        ),
        key="passages",
    )


def _show_heading(snapshot: Snapshot, place: Place, naming: tuple[ArticlePassages, ...]) -> None:
    passages = sum(len(one.passages) for one in naming)
    with st.container(horizontal=True, vertical_alignment="top", wrap=False):
        st.html(
            f'<div class="dl-place"><h2>{escape(one_line(place.name))}</h2>'
            f"<p>{escape(one_line(about_place(place)))} · {counted(passages, 'passage')} "
            f"in {counted(len(naming), 'article')}</p></div>",
            width="stretch",
        )
        st.button(
            "Close",
            key="passages-close",
            type="tertiary",
            icon=":material/close:",
            on_click=lambda: go(snapshot, lambda view: replace(view, place_id=None)),
        )


def _group(naming: ArticlePassages, place: Place) -> ReadingGroup:
    return ReadingGroup(
        naming.article,
        tuple(Paragraph(passage_pieces(passage, place)) for passage in naming.passages),
        open_words="Read the whole article",
    )


def _show_what_to_do(snapshot: Snapshot, view: View) -> None:
    if place_counts(snapshot, view.corpus_filter):
        st.html(_NOTHING_CHOSEN)
    elif view.corpus_filter == CorpusFilter():
        st.html(_NO_PLACE)
    else:
        st.html(_NOTHING_LEFT)
        _reset_button(snapshot)


def _reset_button(snapshot: Snapshot) -> None:
    st.button(
        "Reset filters",
        key="passages-reset",
        on_click=lambda: go(snapshot, lambda view: replace(view, corpus_filter=CorpusFilter())),
    )


def _shown_count(place_id: str) -> int:
    kept_id, count = st.session_state.get(_SHOWN, ("", 0))
    return count if kept_id == place_id else ARTICLES_AT_ONCE


def _show_more(place_id: str) -> None:
    st.session_state[_SHOWN] = (place_id, _shown_count(place_id) + ARTICLES_AT_ONCE)
    redraw([READING])


_NOTHING_CHOSEN = """<div class="dl-empty"><h2>Choose a place</h2>
<p>Click a marker on the map, or a row of the table of places below it, to read every passage
that names the place.</p>
<p>Narrow what you see by source, date or words with the
filters<span class="dl-narrow"> (» at the top)</span>.</p></div>"""
_NOTHING_LEFT = """<div class="dl-empty"><h2>Nothing is left under these filters</h2>
<p>No article, passage or place passes all of them. Take one back, or reset them all.</p></div>"""
_NO_PLACE = """<div class="dl-empty"><h2>No place was found</h2>
<p>None of the names in these articles could be placed. The list at the foot of the page has the
names and the reasons.</p></div>"""
