import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.search_terms import bearers, terms_in
from geodata.corpus.folding import folded_words
from geodata.places.gazetteer import Gazetteer

TAESONG, PYONGYANG, NEW_YORK = "dateline:kp-taesong", "1871859", "5128581"


@pytest.mark.parametrize(
    ("query", "words", "holds"),
    [
        ("Daesong", [("daesong",)], [TAESONG]),
        ("DAESONG", [("daesong",)], [TAESONG]),
        ("P'yŏngyang", [("p'yongyang",)], [PYONGYANG]),
        ("평양", [("평양",)], [PYONGYANG]),
        ("New York hotels", [("new", "york"), ("hotels",)], [NEW_YORK, None]),
        ("soldiers, (Daesong)!", [("soldiers",), ("daesong",)], [None, TAESONG]),
        ("US", [("us",)], ["6252001"]),
        ("Russian", [("russian",)], [None]),
        ("", [], []),
        ("?!", [("?!",)], [None]),
    ],
)
def test_names_in_a_search_are_looked_up_by_any_spelling(
    gazetteer: Gazetteer, query, words, holds
) -> None:
    terms = terms_in(query, gazetteer.find)
    assert [term.words for term in terms] == words
    for term, place_id in zip(terms, holds, strict=True):
        if place_id is None:
            assert term.place_ids == frozenset()
        else:
            assert place_id in term.place_ids


def test_an_abbreviation_counts_only_as_it_is_written(gazetteer: Gazetteer) -> None:
    united_states = {place.id for place in bearers("US", gazetteer.find)}
    assert united_states - {place.id for place in bearers("us", gazetteer.find)} == {"6252001"}


def test_who_bears_a_name_comes_most_prominent_first(gazetteer: Gazetteer) -> None:
    assert [place.name for place in bearers("Taegu", gazetteer.find)] == ["Daegu"]
    assert bearers("Nowhere at all", gazetteer.find) == ()


@given(st.text(max_size=40))
def test_no_search_breaks_or_loses_a_word(query: str) -> None:
    terms = terms_in(query, lambda _: ())
    assert all(term.words for term in terms)
    assert len(terms) <= len(query.split())
    bare = [word for word in query.split() if word.isalnum()]
    held = {word for term in terms for word in term.words}
    assert {word for one in bare for word in folded_words(one)} <= held
