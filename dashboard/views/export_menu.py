"""Taking away what is on the screen: a button per format; a file is made when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from dashboard import geoparsing
from dashboard.address import View, address_of
from dashboard.export_name import export_name
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
        with st.container(key="export-formats", gap="xsmall"):
            view, today = current_view(snapshot), datetime.now(UTC).date()
            for choice in _choices(snapshot, view, geoparsing.gazetteer_version()):
                _button(choice, export_name(view.corpus_filter, today, choice.ending))


def _button(choice: _Choice, file_name: str) -> None:
    st.download_button(
        choice.words,
        data=choice.made,
        file_name=file_name,
        mime=choice.mime,
        key=f"export-{choice.ending}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def _choices(snapshot: Snapshot, view: View, gazetteer: str) -> list[_Choice]:
    # A file is made in a thread of its own, which knows nothing of the visit.
    def content() -> Content:
        provenance = Provenance(
            corpus=snapshot.version,
            gazetteer=gazetteer,
            filter_words=filter_words(view.corpus_filter),
            address=address_of(view),
            made_at=datetime.now(UTC),
        )
        return content_of(snapshot, view.corpus_filter, provenance)

    def in_format(write: Callable[[Content], bytes]) -> Callable[[], bytes]:
        return lambda: write(content())

    def as_web_page(exported: Content) -> bytes:
        counts = place_counts(snapshot, view.corpus_filter)
        article_count = len({one.article.id for one in exported.mentions if one.place})
        title = f"{counted(len(counts), 'place')} named in {counted(article_count, 'article')}"
        return standalone_map(exported, counts, title=title)

    formats = [
        _Choice(name.value, writer.words, writer.mime, in_format(writer.write))
        for name, writer in WRITERS.items()
    ]
    web_page = "Web page: the map and its passages, offline"
    return [_Choice("html", web_page, "text/html", in_format(as_web_page)), *formats]
