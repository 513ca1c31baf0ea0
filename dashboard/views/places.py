"""The table of places: the same as the map, to sort, and to choose from with the keyboard."""

import polars as pl
import streamlit as st

from dashboard.choice_table import KEYS_WORDS, PERCENT_FORMAT, Rows, show_places_to_choose
from dashboard.navigation import current_view
from dashboard.notes import show_empty, show_small
from dashboard.plain_text import one_line
from dashboard.table_cells import percents
from dashboard.wording import kind_words, whereabouts
from geodata.corpus.answers import PlaceCount
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot

KNOWN_SOURCES, TEXTS, CONFIDENCE = "Known sources", "Independent texts", "Confidence"
LIES_IN = "Lies in"
# Room for "Pyongyang, North Korea".
_LIES_IN_PX = 175


def show_places(snapshot: Snapshot) -> None:
    """Draws one row per place on the map; choosing a row chooses the place."""
    counts = place_counts(snapshot, current_view(snapshot).corpus_filter)
    if not counts:
        show_empty(
            "No place is on the map",
            "Take one of the filters back, or look at “Not on the map” for the names and reasons.",
        )
        return
    show_places_to_choose(
        snapshot,
        Rows(
            table(counts),
            alt="The places on the map with their mentions by role, articles and sources",
            columns={
                LIES_IN: st.column_config.TextColumn(width=_LIES_IN_PX),
                KNOWN_SOURCES: st.column_config.NumberColumn(
                    "Sources",
                    help="Different sources; articles whose source the text does not say add none.",
                ),
                TEXTS: st.column_config.NumberColumn(
                    help="Articles that name the place in a sentence of their own. Copies of an "
                    "earlier text add none."
                ),
                CONFIDENCE: st.column_config.NumberColumn(
                    format=PERCENT_FORMAT,
                    help="Of the most doubtful mention: how often such a choice of a place is "
                    "right, as measured. Empty where it was not measured.",
                ),
            },
        ),
        [count.place.id for count in counts],
        key="places-table",
    )
    show_small(KEYS_WORDS)


def table(counts: tuple[PlaceCount, ...]) -> pl.DataFrame:
    """One row per place, in the given order."""
    return pl.DataFrame(
        {
            "Place": [one_line(count.place.name, longest=80) for count in counts],
            "Kind": [kind_words(count.place) for count in counts],
            LIES_IN: [one_line(whereabouts(count.place), longest=80) for count in counts],
            "± km": pl.Series([count.place.uncertainty_km for count in counts], dtype=pl.Float64),
            "Mentions": [count.mention_count for count in counts],
            "as location": [count.location_count for count in counts],
            "as actor": [count.actor_count for count in counts],
            "as people": [count.demonym_count for count in counts],
            "Articles": [count.article_count for count in counts],
            TEXTS: [count.text_count for count in counts],
            KNOWN_SOURCES: [count.source_count for count in counts],
            CONFIDENCE: percents([count.least_confidence for count in counts]),
        }
    )
