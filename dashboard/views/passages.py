"""Every passage that names the chosen place, grouped by article, newest first."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.address import MentionAt, View
from dashboard.article_blocks import Paragraph
from dashboard.copy_words import also_json, place_in_words, text_in_words
from dashboard.explanation import percent, surely
from dashboard.marked_text import passage_pieces
from dashboard.navigation import READING, go, redraw
from dashboard.notes import calmly
from dashboard.plain_text import Json, escape, one_line
from dashboard.reading_pane import Ask, Asked, Pane, ReadingGroup, show_reading
from dashboard.views.copies import told_copies
from dashboard.views.shown_count import more_words, show_more, shown_count
from dashboard.views.together import show_together
from dashboard.views.why import turn_details, why
from dashboard.wording import about_place, day, source_name
from geodata.corpus.answers import ArticlePassages
from geodata.corpus.articles_to_read import confidence_by_mention
from geodata.corpus.copies import NamingText
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Place

Texts = tuple[NamingText, ...]


def show_heading(snapshot: Snapshot, place: Place, texts: Texts) -> None:
    """The place, what it is, how often and how surely it is named; and the way out."""
    naming = [one for text in texts for one in (text.first, *text.copies)]
    sure = confidence_by_mention(snapshot, place.id)
    starts = [(one.article.id, start) for one in naming for start in _starts(one)]
    told = [
        about_place(place),
        place_in_words(texts),
        surely([sure.get(start) for start in starts]),
    ]
    with st.container(horizontal=True, vertical_alignment="top", wrap=False):
        st.html(
            f'<div class="dl-place"><h2>{escape(one_line(place.name))}</h2>'
            f"<p>{escape(one_line(' · '.join(part for part in told if part)))}</p></div>",
            width="stretch",
        )
        st.button(
            "Close",
            key="passages-close",
            type="tertiary",
            icon=":material/close:",
            on_click=lambda: go(snapshot, lambda view: replace(view, place_id=None, mention=None)),
        )


def show_passages(snapshot: Snapshot, view: View, place: Place, texts: Texts) -> None:
    """Shows the passages, each with why it is about this place; or that none is left."""
    if not texts:
        st.html('<p class="dl-empty">No passage under these filters names this place.</p>')
        reset_button(snapshot)
        return
    show_together(snapshot, view, place)
    listed = texts[: shown_count(place.id)]
    shown = tuple(text.first for text in listed)
    at = _explained(shown, view)
    sure = confidence_by_mention(snapshot, place.id)
    pane = Pane(
        [_group(snapshot, one, place, sure) for one in listed],
        chosen=place.id,
        at=at,
        why=_why(shown, at),
        more=more_words(len(texts) - len(shown)),
    )
    show_reading(pane, lambda asked: _do(snapshot, place, texts, asked), key="passages")


def reset_button(snapshot: Snapshot) -> None:
    """The way back to all that the corpus holds."""
    st.button(
        "Reset filters",
        key="passages-reset",
        on_click=lambda: go(snapshot, lambda view: replace(view, corpus_filter=CorpusFilter())),
    )


def _do(snapshot: Snapshot, place: Place, texts: Texts, asked: Asked) -> None:
    at = MentionAt(asked.article_id, asked.start) if asked.start is not None else None
    match asked.ask:
        case Ask.EXPLAIN:
            go(snapshot, lambda view: replace(view, mention=at))
        case Ask.UNEXPLAIN:
            go(snapshot, lambda view: replace(view, mention=None))
        case Ask.DETAILS:
            turn_details()
            redraw([READING])
        case Ask.OPEN:
            go(snapshot, lambda view: replace(view, article_id=asked.article_id, mention=at))
        case Ask.COMPARE:
            go(snapshot, lambda view: replace(
                view, article_id=asked.article_id, beside=_first_of(texts, asked.article_id),
            ))  # fmt: skip
        case Ask.MORE:
            show_more(place.id)


def _first_of(texts: Texts, copy_id: str) -> str | None:
    ids = {copy.article.id: text.first.article.id for text in texts for copy in text.copies}
    return ids.get(copy_id)


def _starts(naming: ArticlePassages) -> list[int]:
    return [mention.start for passage in naming.passages for mention in passage.mentions]


def _explained(shown: Sequence[ArticlePassages], view: View) -> MentionAt:
    """The mention the view names where it is among those shown, else the first of them."""
    listed = [MentionAt(one.article.id, start) for one in shown for start in _starts(one)]
    return view.mention if view.mention in listed else listed[0]


def _why(shown: Sequence[ArticlePassages], at: MentionAt) -> Json:
    article = next(one.article for one in shown if one.article.id == at.article_id)
    with calmly():
        geoparsed = data.geoparsed_article(at.article_id)
    where = f"{source_name(article.source)}, {day(article.published)}" if len(shown) > 1 else ""
    return why(geoparsed, at.start, where=where) if geoparsed else None


def _group(
    snapshot: Snapshot, text: NamingText, place: Place, sure: dict[tuple[str, int], float | None]
) -> ReadingGroup:
    naming = text.first
    firsts = {passage.mentions[0].start for passage in naming.passages}
    confidences = {start: sure.get((naming.article.id, start)) for start in firsts}
    return ReadingGroup(
        naming.article,
        tuple(Paragraph(one.start, passage_pieces(one, place)) for one in naming.passages),
        open_words="Read the whole article",
        why_words={
            start: "Why here?" if share is None else f"Why here? {percent(share)} sure"
            for start, share in confidences.items()
        },
        meta_more=text_in_words(text),
        also=also_json(text, told_copies(snapshot, text)),
    )
