"""Taking away what is on the screen: a button per format; a file is made when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from dashboard import data
from dashboard.address import address_of
from dashboard.navigation import current_view
from dashboard.standalone_map import standalone_map
from dashboard.wording import counted
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot
from geodata.exports.content import Content, Provenance, content_of
from geodata.exports.filter_words import filter_words
from geodata.exports.formats import WRITERS

_CAPTION = (
    "What the filters leave on the map, and the names without a place. Each file says which "
    "corpus, gazetteer and filters it was made from."
)


@dataclass(frozen=True, slots=True)
class _Choice:
    """One button of the menu."""

    ending: str
    words: str
    mime: str
    made: Callable[[], bytes]


def show_export(snapshot: Snapshot) -> None:
    """Draws the menu."""
    with st.popover("Export", icon=":material/download:", key="export"):
        st.caption(_CAPTION)
        for choice in _choices(snapshot):
            st.download_button(
                choice.words,
                data=choice.made,
                file_name=f"dateline.{choice.ending}",
                mime=choice.mime,
                key=f"export-{choice.ending}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
            )


def _choices(snapshot: Snapshot) -> list[_Choice]:
    def in_format(write: Callable[[Content], bytes]) -> Callable[[], bytes]:
        return lambda: write(_content(snapshot))

    formats = [
        _Choice(name.value, writer.words, writer.mime, in_format(writer.write))
        for name, writer in WRITERS.items()
    ]
    web_page = "Web page: the map and its passages in one file, without a network"
    return [_Choice("html", web_page, "text/html", lambda: _web_page(snapshot)), *formats]


def _content(snapshot: Snapshot) -> Content:
    view = current_view(snapshot)
    provenance = Provenance(
        corpus=snapshot.version,
        gazetteer=data.gazetteer_version(),
        filter_words=filter_words(view.corpus_filter),
        address=address_of(view),
        made_at=datetime.now(UTC),
    )
    return content_of(snapshot, view.corpus_filter, provenance)


def _web_page(snapshot: Snapshot) -> bytes:
    content = _content(snapshot)
    counts = place_counts(snapshot, current_view(snapshot).corpus_filter)
    article_count = len({mention.article.id for mention in content.mentions})
    title = f"{counted(len(counts), 'place')} named in {counted(article_count, 'article')}"
    return standalone_map(content, counts, title=title)
