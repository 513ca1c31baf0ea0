"""One draft that is open: the way to the next, its labels, and its text as it was taken.

The list it is chosen from is in `dashboard.views.add_preview`.
"""

from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.draft_text import KEY, draft_html
from dashboard.drafts import Draft, doubts
from dashboard.notes import show_note
from dashboard.pending import change, open_draft, pending
from dashboard.views.draft_labels import show_labels
from dashboard.views.draft_places import show_places
from dashboard.wording import counted
from geodata.articles.word_counts import words_left_out, words_taken


def show_draft(draft: Draft) -> None:
    """Draws the draft; every change of a label counts at once."""
    if len(pending().drafts) > 1:
        _show_steps(draft)
    show_labels(draft)
    said = doubts(draft, data.own_articles().keys())
    sentences = [f"To look at: {', '.join(said)}."] if said else []
    if draft.note or sentences:
        show_note(*sentences, *([draft.note] if draft.note else []))
    text, names = st.columns([3, 2], gap="large")
    with text:
        _show_text(draft)
    with names:
        show_places(draft.geoparsed)


def _show_steps(draft: Draft) -> None:
    at, count = pending().open_at, len(pending().drafts)
    with st.container(horizontal=True, vertical_alignment="center", key="draft-steps"):
        st.button("Previous", icon=":material/chevron_left:", disabled=at == 0,
                  on_click=open_draft, args=(at - 1,))  # fmt: skip
        st.html(f'<span class="dl-step">{at + 1} of {count}</span>', width="content")
        st.button("Next", icon=":material/chevron_right:", disabled=at == count - 1,
                  on_click=open_draft, args=(at + 1,))  # fmt: skip
        key = f"draft-wanted-{draft.id}"
        st.checkbox(
            "Add this one",
            value=draft.is_wanted,
            key=key,
            on_change=lambda: change(
                draft.id, lambda one: replace(one, is_wanted=bool(st.session_state[key]))
            ),
        )


def _show_text(draft: Draft) -> None:
    article = draft.geoparsed.article
    st.markdown("## What was taken")
    st.html(
        f'<p class="dl-small">{counted(words_taken(article), "word")} taken as the article, '
        f"{words_left_out(article):,} left out.</p>{KEY}"
    )
    st.html(draft_html(draft.geoparsed))
