"""What a search found, in the reading pane: places, then passages with the words marked.

What it finds is worked out in `search_answer`; how it looks is in frontend/search.*.
"""

from dataclasses import replace

import streamlit as st

from dashboard.address import View
from dashboard.frontend_files import frontend
from dashboard.navigation import READING, go, redraw
from dashboard.plain_text import escape
from dashboard.search_results import Ask, Asked, asked_in, count_words, results_json
from dashboard.views.search_answer import PASSAGES_AT_ONCE, Answer, show_more
from dashboard.views.shown_count import more_words
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter

_SCRIPTS = ("elements.js", "on_map.js", "search.js")
_KEY = "search-results"


def show_search_heading(snapshot: Snapshot, answer: Answer) -> None:
    """What was searched for, how much was found; and the way out."""
    with st.container(horizontal=True, vertical_alignment="top", wrap=False):
        st.html(
            f'<div class="dl-place"><h2>Search: “{escape(answer.query)}”</h2>'
            f'<p role="status">{escape(count_words(answer.found))}</p></div>',
            width="stretch",
        )
        st.button(
            "Close",
            key="search-close",
            type="tertiary",
            icon=":material/close:",
            on_click=lambda: go(snapshot, lambda view: replace(view, search="")),
        )


def show_results(snapshot: Snapshot, answer: Answer) -> None:
    """Shows the places, then the passages with the words marked; or what to try instead."""
    found = answer.found
    is_hiding = bool(found.hidden_place_count or found.hidden_passage_count)
    if not found.places and not found.passages and not is_hiding:
        st.html(_NOTHING_FOUND)

    def told() -> None:
        asked = asked_in(st.session_state[_KEY]["asked"])
        if asked:
            _do(snapshot, answer.query, asked)

    component = st.components.v2.component(
        "dateline_search",
        html='<div class="results"></div>',
        css=frontend("search.css"),
        js=frontend(*_SCRIPTS),
    )
    left = found.passage_count - len(found.passages)
    more = more_words(left, "passage", at_once=PASSAGES_AT_ONCE)
    component(
        key=_KEY,
        data=results_json(found, name=answer.name, more=more, notes=answer.notes, reset=is_hiding),
        on_asked_change=told,
    )


def _do(snapshot: Snapshot, query: str, asked: Asked) -> None:
    match asked.ask:
        case Ask.PLACE:
            go(snapshot, lambda here: replace(here, place_id=asked.place_id))
        case Ask.OPEN:
            go(snapshot, lambda here: _opened(here, asked))
        case Ask.RESET:
            go(snapshot, lambda here: replace(here, corpus_filter=CorpusFilter()))
        case Ask.MORE:
            show_more(query)
            redraw([READING])


def _opened(view: View, asked: Asked) -> View:
    return replace(view, article_id=asked.article_id, mention=asked.mention)


_NOTHING_FOUND = """<div class="dl-empty"><p>No passage holds all of these words, and no place
here bears them as its name.</p>
<p>Try fewer words, or only the beginning of one: “muse” finds museums. Accents and capitals do not
count.</p></div>"""
