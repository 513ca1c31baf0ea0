"""What was read, looked over before it is on the map: a list, one article open, and the decision.

The ways to read something are in `dashboard.views.add_articles`; the open article is drawn by
`dashboard.views.draft`.
"""

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.drafts import Draft, doubts
from dashboard.from_web import ADDRESSES_AT_MOST, followed, read_whole
from dashboard.notes import calmly, show_note
from dashboard.pending import add_wanted, open_draft, pending, put_aside, put_drafts
from dashboard.plain_text import one_line
from dashboard.upload import shortened
from dashboard.views.draft import show_draft
from dashboard.views.reading_progress import reading
from dashboard.wording import counted, title_or_opening
from geodata.articles.fetching import fetch
from geodata.articles.word_counts import words_left_out, words_taken

_TABLE = "drafts"
_ROW_PX, _ROWS_AT_MOST = 35, 10


def show_preview(*, may_fetch: bool) -> None:
    """Draws the drafts there are, at least one.

    Args:
        may_fetch: Whether the articles behind a feed's entries may be offered.
    """
    drafts = pending().drafts
    with st.container(width=1100, key="preview"):
        st.title("Look it over" if len(drafts) == 1 else "Look them over", anchor=False)
        st.caption(
            f"{counted(len(drafts), 'article')} read, and not on the map yet. What is not the "
            "article’s own words (menus, other headlines, comment boxes) is left out."
        )
        if pending().problems:
            show_note(*shortened(pending().problems), is_trouble=True)
        if pending().remarks:
            show_note(*shortened(pending().remarks))
        if may_fetch:
            _offer_whole()
        if len(drafts) > 1:
            _show_list(drafts)
        _show_decision()
        show_draft(pending().drafts[pending().open_at])


def _offer_whole() -> None:
    entries = followed(pending().drafts)
    if not entries:
        return
    with st.container(border=True):
        st.markdown(
            "A feed often carries only the beginnings of its articles. This machine can ask for "
            f"the whole pages, up to {ADDRESSES_AT_MOST}, one after another."
        )
        label = f"Fetch {counted(len(entries), 'whole article')}"
        if st.button(label, icon=":material/download:"):
            with calmly(), reading("Fetching") as now:
                put_drafts(
                    read_whole(
                        pending().drafts, fetch=fetch, geoparse=now.geoparse, progress=now.progress
                    )
                )
            st.rerun()


def _show_list(drafts: tuple[Draft, ...]) -> None:
    st.session_state[_TABLE] = {
        "selection": {"rows": [pending().open_at], "columns": [], "cells": []}
    }
    st.dataframe(
        _rows(drafts),
        key=_TABLE,
        hide_index=True,
        on_select=_choose,
        selection_mode="single-row",
        height=_ROW_PX * (min(len(drafts), _ROWS_AT_MOST) + 1) + 2,
        column_config={
            "Headline": st.column_config.TextColumn(width="large"),
            "Source": st.column_config.TextColumn(width="small"),
            "Published": st.column_config.DateColumn(format="YYYY-MM-DD"),
            "To look at": st.column_config.TextColumn(width="medium"),
        },
        placeholder="",
        alt="The articles that were read, with what was taken and left out of each",
    )


def _choose() -> None:
    rows = st.session_state[_TABLE].selection.rows
    if rows:
        open_draft(rows[0])


def _rows(drafts: tuple[Draft, ...]) -> pl.DataFrame:
    own_ids = data.own_articles().keys()
    return pl.DataFrame(
        {
            "Add": ["yes" if draft.is_wanted else "no" for draft in drafts],
            "Headline": [
                one_line(title_or_opening(draft.labels.title, draft.geoparsed.article))
                for draft in drafts
            ],
            "Source": [one_line(draft.labels.source, longest=60) for draft in drafts],
            "Published": [draft.labels.published for draft in drafts],
            "Words taken": [words_taken(draft.geoparsed.article) for draft in drafts],
            "Left out": [words_left_out(draft.geoparsed.article) for draft in drafts],
            "To look at": [
                ", ".join(doubts(draft, own_ids) + ([draft.note] if draft.note else []))
                for draft in drafts
            ],
        },
        schema_overrides={"Published": pl.Date},
    )


def _show_decision() -> None:
    wanted = len(pending().wanted)
    with st.container(horizontal=True):
        st.button(
            f"Add {counted(wanted, 'article')} to the map",
            type="primary",
            disabled=not wanted,
            on_click=add_wanted,
        )
        st.button("Put it aside" if len(pending().drafts) == 1 else "Put them all aside",
                  on_click=put_aside)  # fmt: skip
