"""Two articles that share text, sentence by sentence: what both have, what each has alone."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.address import View
from dashboard.compared_articles import comparison_html
from dashboard.copy_words import CopyTold, sharing_in_words, sharing_label, told_copy
from dashboard.navigation import go
from dashboard.plain_text import told_apart
from geodata.corpus.answers import ArticlePassages, ArticleSummary
from geodata.corpus.copies import NamingText, in_order, summaries_by_id
from geodata.corpus.snapshot import Snapshot
from geodata.independence.comparison import Sharing, against_first, sharing_with, side_by_side
from geodata.model import Span

_KEY = "copies-beside"
_COMPARED_AT_ONCE = 12


def told_copies(snapshot: Snapshot, text: NamingText) -> list[CopyTold]:
    """The copies of a text, the first of them with what each makes of the passages."""
    if not text.copies:
        return []
    shared, first_id = data.shared(snapshot), text.first.article.id
    compared, listed = text.copies[:_COMPARED_AT_ONCE], text.copies[_COMPARED_AT_ONCE:]
    told = [
        told_copy(copy, against_first(shared, first_id, copy.article.id, _spans(copy)))
        for copy in compared
    ]
    return [*told, *(CopyTold(copy.article, (), 0, is_compared=False) for copy in listed)]


def _spans(copy: ArticlePassages) -> list[Span]:
    return [Span(passage.start, passage.end) for passage in copy.passages]


def show_sharing(snapshot: Snapshot, view: View) -> tuple[Sharing, ...]:
    """The button that compares the article being read with those that share text with it."""
    sharing = sharing_with(data.shared(snapshot), view.article_id or "")
    if view.beside:
        st.button(
            "Read the whole article",
            key="copies-close",
            type="tertiary",
            icon=":material/article:",
            on_click=lambda: go(snapshot, lambda view: replace(view, beside=None)),
        )
    elif sharing:
        first = sharing[0].article_id
        st.button(
            sharing_in_words(sharing),
            key="copies-open",
            type="tertiary",
            icon=":material/difference:",
            on_click=lambda: go(snapshot, lambda view: replace(view, beside=first)),
        )
    return sharing


def show_copies(snapshot: Snapshot, view: View, sharing: Sequence[Sharing]) -> None:
    """Shows the article being read beside the other one that the view names."""
    read_id, beside = view.article_id or "", view.beside or ""
    articles = summaries_by_id(snapshot, [read_id, *(one.article_id for one in sharing)])
    _show_choice(snapshot, sharing, articles, beside)
    one, other = in_order(articles[read_id], articles[beside])
    rows = side_by_side(data.shared(snapshot), one.id, other.id)
    st.html(comparison_html(one, other, rows))


def _show_choice(
    snapshot: Snapshot,
    sharing: Sequence[Sharing],
    articles: dict[str, ArticleSummary],
    beside: str,
) -> None:
    named = [sharing_label(articles[one.article_id], one) for one in sharing]
    labels = dict(zip((one.article_id for one in sharing), told_apart(named), strict=True))
    st.session_state[_KEY] = beside

    def changed() -> None:
        chosen = st.session_state[_KEY]
        go(snapshot, lambda view: replace(view, beside=chosen))

    st.selectbox(
        "Compared with",
        list(labels),
        key=_KEY,
        format_func=labels.__getitem__,
        on_change=changed,
    )
