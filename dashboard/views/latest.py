"""Nothing chosen: what to do, and the latest articles, so that reading can start from the text."""

from dataclasses import replace

import streamlit as st

from dashboard.address import View
from dashboard.navigation import go
from dashboard.reading_pane import Ask, Asked, Pane, ReadingGroup, show_reading
from dashboard.views.passages import reset_button
from dashboard.views.shown_count import more_words, show_more, shown_count
from dashboard.wording import counted
from geodata.corpus.answers import ArticleSummary
from geodata.corpus.articles_to_read import latest_articles
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter

_LIST = "latest"


def show_latest(snapshot: Snapshot, view: View) -> None:
    """Shows what to do and the articles of the filter, those without a place among them."""
    articles = latest_articles(snapshot, view.corpus_filter)
    _show_what_to_do(snapshot, view, has_articles=bool(articles))
    if not articles:
        return
    shown = articles[: shown_count(_LIST)]
    st.html('<h3 class="dl-list-heading">Or start from an article</h3>')
    pane = Pane([_group(one) for one in shown], more=more_words(len(articles) - len(shown)))
    show_reading(pane, lambda asked: _do(snapshot, asked), key="latest")


def _do(snapshot: Snapshot, asked: Asked) -> None:
    match asked.ask:
        case Ask.OPEN:
            go(snapshot, lambda view: replace(view, article_id=asked.article_id, mention=None))
        case Ask.MORE:
            show_more(_LIST)


def _group(article: ArticleSummary) -> ReadingGroup:
    count = article.mention_count
    placed = f"{counted(count, 'mention')} placed" if count else "no place named"
    return ReadingGroup(article, title_opens=True, meta_more=placed)


def _show_what_to_do(snapshot: Snapshot, view: View, *, has_articles: bool) -> None:
    if place_counts(snapshot, view.corpus_filter):
        st.html(_NOTHING_CHOSEN)
    elif view.corpus_filter == CorpusFilter():
        st.html(_NO_PLACE)
    else:
        st.html(_NO_PLACE_LEFT if has_articles else _NOTHING_LEFT)
        reset_button(snapshot)


_NOTHING_CHOSEN = """<div class="dl-empty dl-begin"><h2>Choose a place</h2>
<p>Click a marker on the map, or a row of the table of places below it, to read every passage
that names the place and why it stands there.</p>
<p>Narrow what you see by source, date or words with the
filters<span class="dl-narrow"> (» at the top)</span>.</p></div>"""
_NOTHING_LEFT = """<div class="dl-empty"><h2>Nothing is left under these filters</h2>
<p>No article, passage or place passes all of them. Take one back, or reset them all.</p></div>"""
_NO_PLACE_LEFT = """<div class="dl-empty"><h2>No place is left under these filters</h2>
<p>The articles below pass them, but none of their places does. Take a filter back, or reset them
all.</p></div>"""
_NO_PLACE = """<div class="dl-empty"><h2>No place was found</h2>
<p>None of the names in these articles could be placed. The list at the foot of the page has the
names and the reasons.</p></div>"""
