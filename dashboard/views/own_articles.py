"""The articles that this visitor has added, each with a way to take it off the map again."""

import streamlit as st

from dashboard import data
from dashboard.plain_text import escape, one_line
from dashboard.wording import counted, day, source_name, title_or_opening
from geodata.model import GeoparsedArticle

_SHOWN_AT_FIRST = 10
_SHOW_ALL = "own-show-all"


def show_own_articles() -> None:
    """Lists them, the last added first; nothing where there are none."""
    own = data.own_articles()
    if not own:
        return
    st.markdown("## Yours, this visit")
    listed = list(data.own_at_home().values())[::-1]
    is_all = st.session_state.get(_SHOW_ALL, False) or len(listed) <= _SHOWN_AT_FIRST
    with st.container(key="own-articles", gap=None):
        for geoparsed in listed if is_all else listed[:_SHOWN_AT_FIRST]:
            _show_one(geoparsed)
    with st.container(horizontal=True):
        if not is_all:
            st.button(f"Show all {len(listed)}", on_click=_show_all)
        st.button("Remove them all", key="remove-own", on_click=own.clear)


def _show_one(geoparsed: GeoparsedArticle) -> None:
    article = geoparsed.article
    placed = sum(1 for found in geoparsed.resolutions if found.place)
    title = one_line(title_or_opening(article.title, article), longest=120)
    about = f"{one_line(source_name(article.source), longest=60)} · {day(article.published)}"
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.html(
            f'<div class="dl-own"><b>{escape(title)}</b><br>'
            f"{escape(about)} · {counted(placed, 'mention')} placed</div>"
        )
        st.button(
            "Remove", key=f"remove-{article.id}", on_click=_remove, args=(article.id,), wrap=False
        )


def _remove(article_id: str) -> None:
    data.own_articles().pop(article_id, None)


def _show_all() -> None:
    st.session_state[_SHOW_ALL] = True
