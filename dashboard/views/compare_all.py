"""Every source at once: the table of places by source, who alone names a place, and who first."""

import streamlit as st

from dashboard.address import MentionAt
from dashboard.choice_table import (
    DAY_COLUMN,
    MentionChoice,
    Rows,
    show_mentions_to_choose,
    show_places_to_choose,
)
from dashboard.comparison_rows import (
    NAMED_BY,
    REST,
    UNDATED,
    columns_words,
    firsts,
    matrix,
    only_one,
    order_words,
    source_column,
    source_label,
)
from dashboard.navigation import current_view
from dashboard.notes import show_empty, show_small
from dashboard.paging import pages
from dashboard.wording import counted
from geodata.corpus.comparison import first_namings, named_by_one, places_by_source
from geodata.corpus.snapshot import Snapshot

_MOST_SOURCES, _PAGE = 12, 250
_PLACE_PX, _SOURCE_PX, _HEADLINE_PX = 160, 190, 400
_UNKNOWN = "Articles that do not say their source count together, whoever published them."
_NAMED_BY_HELP = "How many sources name the place."


def show_all(snapshot: Snapshot) -> None:
    """Draws places by source; an empty cell is a place that the source does not name."""
    table = places_by_source(
        snapshot, current_view(snapshot).corpus_filter, most_sources=_MOST_SOURCES
    )
    if not table.rows:
        _show_nothing()
        return
    _say(f"How often each source names each place. {columns_words(table)}".strip(), *table.sources)
    shown = table.rows[pages(len(table.rows), _PAGE, key="compare-all-page")]
    columns = {
        source_column(number): st.column_config.NumberColumn(
            source_label(source, longest=28), format="%d"
        )
        for number, source in enumerate(table.sources)
    }
    show_places_to_choose(
        snapshot,
        Rows(
            matrix(table, shown),
            alt="Mentions of each place by each source",
            columns=columns
            | {
                REST: st.column_config.NumberColumn(counted(len(table.rest), "other"), format="%d"),
                NAMED_BY: st.column_config.NumberColumn(format="%d", help=_NAMED_BY_HELP),
                "Place": st.column_config.TextColumn(pinned=True),
            },
            shaded=list(columns),
        ),
        [row.place.id for row in shown],
        key="compare-all",
    )


def show_only_one(snapshot: Snapshot) -> None:
    """Draws the places that a single source names, by source."""
    found = named_by_one(snapshot, current_view(snapshot).corpus_filter)
    if not found:
        show_empty(
            "No place is named by one source alone",
            "Every place under these filters is named by several sources, or none is left.",
        )
        return
    sources = dict.fromkeys(row.source for row in found)
    _say(
        f"{counted(len(found), 'place')} {'is' if len(found) == 1 else 'are'} named by one source "
        f"alone; {counted(len(sources), 'source')} {'has' if len(sources) == 1 else 'have'} such "
        "a place.",
        *sources,
    )
    shown = found[pages(len(found), _PAGE, key="compare-one-page")]
    show_places_to_choose(
        snapshot,
        Rows(only_one(shown), alt="Places that a single source names, by source"),
        [row.place.id for row in shown],
        key="compare-one",
    )


def show_firsts(snapshot: Snapshot) -> None:
    """Draws who named each place first; a row opens the article that did."""
    found = first_namings(snapshot, current_view(snapshot).corpus_filter)
    if not found:
        _show_nothing()
        return
    _say(
        f"An undated article is never counted as the first, though it may have been. "
        f"{order_words(found)}",
        *(source for row in found for source in row.sources),
    )
    shown = found[pages(len(found), _PAGE, key="compare-first-page")]
    show_mentions_to_choose(
        snapshot,
        Rows(
            firsts(shown),
            alt="Who named each place first, and on which day",
            columns={
                "Place": st.column_config.TextColumn(width=_PLACE_PX),
                "Named first by": st.column_config.TextColumn(width=_SOURCE_PX),
                "On": DAY_COLUMN,
                "Headline": st.column_config.TextColumn(
                    width=_HEADLINE_PX,
                    help="Of the article; where several tie, of the one that a row opens.",
                ),
                NAMED_BY: st.column_config.NumberColumn(help=_NAMED_BY_HELP),
                UNDATED: st.column_config.NumberColumn(
                    help="Articles without a date that name the place: any may have been earlier."
                ),
            },
        ),
        [
            MentionChoice(
                MentionAt(row.article_id, row.start or 0) if row.article_id else None, row.place.id
            )
            for row in shown
        ],
        key="compare-first",
    )


def _say(sentence: str, *sources: str) -> None:
    show_small(f"{sentence} {_UNKNOWN}" if "" in sources else sentence)


def _show_nothing() -> None:
    show_empty(
        "No place is left under these filters", "Take one of the filters back, or reset them."
    )
