"""Nothing chosen: what to do, and the latest articles, so that reading can start from the text."""

from collections import Counter
from dataclasses import replace

import streamlit as st

from dashboard.address import View
from dashboard.emptied import emptied_words, on_map_words
from dashboard.navigation import go
from dashboard.notes import show_empty
from dashboard.reading_pane import Ask, Asked, Pane, ReadingGroup, show_reading
from dashboard.views.passages import reset_button
from dashboard.views.shown_count import more_words, show_more, shown_count
from geodata.corpus.answers import ArticleSummary
from geodata.corpus.articles_to_read import latest_articles
from geodata.corpus.emptying import emptying_parts
from geodata.corpus.filtering import shown_mentions
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
    on_map = Counter(shown_mentions(snapshot, view.corpus_filter)["article_id"])
    pane = Pane(
        [_group(one, on_map[one.id]) for one in shown],
        more=more_words(len(articles) - len(shown)),
    )
    show_reading(pane, lambda asked: _do(snapshot, asked), key="latest")


def _do(snapshot: Snapshot, asked: Asked) -> None:
    match asked.ask:
        case Ask.OPEN:
            go(snapshot, lambda view: replace(view, article_id=asked.article_id, mention=None))
        case Ask.MORE:
            show_more(_LIST)


def _group(article: ArticleSummary, shown_count: int) -> ReadingGroup:
    placed = on_map_words(article.mention_count, shown_count)
    return ReadingGroup(article, title_opens=True, meta_more=placed)


def _show_what_to_do(snapshot: Snapshot, view: View, *, has_articles: bool) -> None:
    if place_counts(snapshot, view.corpus_filter):
        st.html(_NOTHING_CHOSEN)
    elif view.corpus_filter == CorpusFilter():
        st.html(_NO_PLACE)
    else:
        why = emptied_words(emptying_parts(snapshot, view.corpus_filter))
        if has_articles:
            show_empty("No place is left under these filters", f"{why} {_STILL_TO_READ}")
        else:
            show_empty("Nothing is left under these filters", why)
        reset_button(snapshot)


_NOTHING_CHOSEN = """<div class="dl-empty dl-begin"><h2>Choose a place</h2>
<p>Click a marker on the map, or a row of the table of places below it, to read every passage
that names the place and why it stands there.</p>
<p>Narrow what you see by source, date or words with the
filters<span class="dl-narrow"> (» at the top)</span>.</p></div>"""
_STILL_TO_READ = "The articles below can be read, but nothing in them is on the map."
_NO_PLACE = """<div class="dl-empty"><h2>No place was found</h2>
<p>None of the names in these articles could be placed. The list at the foot of the page has the
names and the reasons.</p></div>"""
