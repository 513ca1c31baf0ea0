from datetime import date

import pytest

from dashboard.address import View
from dashboard.citation import citation, title_of
from dashboard.filter_words import filter_in_words
from dashboard.permalink import Pins
from geodata.model import CorpusFilter, Role

D23, D24 = date(2025, 10, 23), date(2025, 10, 24)
SUMMARY = "12 places named in 5 articles"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ({}, ()),
        ({"sources": frozenset({"Yonhap", ""})}, ("published by source not known, Yonhap",)),
        ({"published_from": D23, "published_to": D24}, ("published 23 to 24 Oct 2025",)),
        ({"published_from": D23}, ("published from 23 Oct 2025",)),
        ({"published_to": D24}, ("published until 24 Oct 2025",)),
        ({"include_undated": False}, ("without undated articles",)),
        ({"roles": frozenset({Role.DEMONYM})}, ("mentions as people",)),
        ({"roles": frozenset()}, ("mentions in no role",)),
        ({"feature_classes": frozenset("P")}, ("only towns and districts",)),
        ({"words": "museum <b>"}, ("passages with “museum <b>”",)),
        (
            {"words": "x", "independent_only": True},
            ("passages with “x”", "shared text counted once"),
        ),
    ],
)
def test_a_filter_in_words(shown, words) -> None:
    assert filter_in_words(CorpusFilter(**shown)) == words


@pytest.mark.parametrize(
    ("view", "place", "article", "title"),
    [
        (View(), "", "", f"Map of {SUMMARY}"),
        (View(search="Daesong"), "", "", f"Search for “Daesong” on a map of {SUMMARY}"),
        (View(place_id="1", search="x"), "Kursk", "", f"Kursk, on a map of {SUMMARY}"),
        (View(place_id="1", article_id="a"), "Kursk", "", f"“Untitled”, on a map of {SUMMARY}"),
        (View(article_id="a"), "", "Museum\nopens", f"“Museum opens”, on a map of {SUMMARY}"),
    ],
)
def test_what_is_read_names_the_view(view: View, place: str, article: str, title: str) -> None:
    assert title_of(view, summary=SUMMARY, place_name=place, article_title=article) == title


def test_a_citation_names_filters_counts_and_versions() -> None:
    view = View(CorpusFilter(words="museum", include_undated=False))
    assert citation(
        "Map", view, counts="7 of 9 mentions on the map", pins=Pins("5f-7", "1-ab")
    ) == (
        "Map. Filters: without undated articles; passages with “museum”. "
        "7 of 9 mentions on the map. Dateline, corpus 5f-7, gazetteer 1-ab."
    )
    assert citation("Map", View(), counts="c", pins=Pins("5f-7")) == (
        "Map. Filters: none. c. Dateline, corpus 5f-7."
    )
