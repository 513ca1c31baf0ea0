"""The map itself and its legend."""

from dataclasses import replace

import streamlit as st
from streamlit_folium import st_folium

from dashboard.address import View, address_of
from dashboard.guide import GUIDE_WORDS
from dashboard.map_events import chosen_place
from dashboard.map_layers import Drawn, base_map, is_doubtful, marker_layer
from dashboard.navigation import current_view, go
from dashboard.signs_legend import legend
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot
from geodata.corpus.together import Companion, places_together
from geodata.model import Role

_KEY = "map-component"
_HEIGHT_PX = 470
_LINES_AT_MOST = 30


def show_map(snapshot: Snapshot, tiles: str) -> None:
    """Draws the places of the view; a click on one goes to the view with it chosen."""
    view = current_view(snapshot)
    counts = place_counts(snapshot, view.corpus_filter)

    def clicked() -> None:
        chosen = chosen_place(st.session_state.get(_KEY), snapshot.place_by_id)
        if chosen:
            go(
                snapshot,
                lambda view: replace(view, place_id=chosen, article_id=None, mention=None),
            )

    drawn = Drawn(
        chosen=view.place_id,
        together=_companions(snapshot, view),
        address=address_of(view),
        corpus_version=snapshot.version,
    )

    with st.container(key="map"):
        st_folium(
            base_map(tiles),
            key=_KEY,
            height=_HEIGHT_PX,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=marker_layer(counts, drawn),
            on_change=clicked,
        )
    with_demonyms = Role.DEMONYM in view.corpus_filter.roles
    st.html(
        legend(
            with_demonyms=with_demonyms,
            with_doubtful=any(map(is_doubtful, counts)),
            guide_words=GUIDE_WORDS,
        )
    )


def _companions(snapshot: Snapshot, view: View) -> tuple[Companion, ...]:
    if not (view.together and view.place_id):
        return ()
    found = places_together(snapshot, view.corpus_filter, view.place_id)
    return found[:_LINES_AT_MOST]
