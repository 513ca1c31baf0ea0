import pytest

from dashboard.address import View
from dashboard.citation import citation, title_of
from dashboard.permalink import Pins
from geodata.model import CorpusFilter

SUMMARY = "12 places named in 5 articles"


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
        "Map. Shown: undated articles left out; roles: location, actor (people left out); "
        "passages with “museum”. "
        "7 of 9 mentions on the map. Dateline, corpus 5f-7, gazetteer 1-ab."
    )
    assert citation("Map", View(), counts="c", pins=Pins("5f-7")) == (
        "Map. Shown: roles: location, actor (people left out). c. Dateline, corpus 5f-7."
    )


def test_a_hostile_source_stays_on_one_line_of_a_citation() -> None:
    view = View(CorpusFilter(sources=frozenset({"a\n\u202eb" + "x" * 900})))
    said = citation("Map", view, counts="c", pins=Pins("5f-7"))
    assert said.startswith("Map. Shown: sources: a bxxx")
    assert "\n" not in said
    assert len(said) < 500
