from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.corpus.folding import folded_words
from geodata.corpus.search import Found, Term, search
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import CorpusFilter, Role, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    STREET,
    actor,
    corpora,
    demonym,
    location,
    make_geoparsed,
)

ARTICLES = [
    make_geoparsed(
        "a",
        ("A museum opens in P'yŏngyang.", [location("P'yŏngyang", PYONGYANG)]),
        ("Russian museums and Russia sent envoys.",
         [demonym("Russian", RUSSIA), actor("Russia", RUSSIA)]),
        source="Yonhap",
        published=date(2025, 10, 24),
        furniture=("More from the museum in Seoul", ["Seoul"]),
    ),
    make_geoparsed(
        "b",
        ("The Museum near Kursk, in Nowhere.",
         [location("Kursk", KURSK), location("Nowhere", Unresolved.NO_CANDIDATE)]),
        ("A new street rises. The museum is old.", [location("street", STREET)]),
        ("Nothing is named in the Café.", []),
        source="KCNA",
        published=date(2025, 10, 25),
    ),
    make_geoparsed("c", ("The capital, Pyongyang.", [location("Pyongyang", PYONGYANG)])),
]  # fmt: skip


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return snapshot_of(ARTICLES)


def found(snapshot: Snapshot, query: str, *ids: str, most: int = 20, **shown) -> Found:
    terms = [Term((word,), frozenset(ids)) for word in folded_words(query)]
    return search(snapshot, CorpusFilter(**shown), terms, most_passages=most)


def texts(answer: Found) -> list[str]:
    return [passage.text for passage in answer.passages]


def test_whole_words_come_before_parts_then_the_newest(snapshot: Snapshot) -> None:
    answer = found(snapshot, "MUSEUM")
    assert [(one.article.id, one.start) for one in answer.passages] == [
        ("b", 0),
        ("b", 35),
        ("a", 0),
        ("a", 30),
    ]
    assert (answer.passage_count, answer.article_count) == (4, 2)
    assert answer.furniture_count == 1
    assert texts(found(snapshot, "museum", most=1)) == ["The Museum near Kursk, in Nowhere."]
    assert found(snapshot, "museum", most=1).passage_count == 4


def test_a_passage_holds_all_the_words(snapshot: Snapshot) -> None:
    assert texts(found(snapshot, "museum new")) == ["A new street rises. The museum is old."]
    assert found(snapshot, "museum capital").passages == ()


def test_case_and_accents_do_not_count(snapshot: Snapshot) -> None:
    (passage,) = found(snapshot, "CAFE").passages
    assert [passage.text[one.start - passage.start : one.end - passage.start]
            for one in passage.marked] == ["Café"]  # fmt: skip
    assert passage.mention is None


def test_a_place_is_found_by_a_name_that_no_article_spells_so(snapshot: Snapshot) -> None:
    answer = found(snapshot, "Heijo", PYONGYANG.id)
    assert [(one.place, one.bears_name, one.mention_count, one.article_count)
            for one in answer.places] == [(PYONGYANG, True, 2, 2)]  # fmt: skip
    assert [(one.article.id, one.mention and one.mention.text) for one in answer.passages] == [
        ("a", "P'yŏngyang"),
        ("c", "Pyongyang"),
    ]
    assert [len(one.marked) for one in answer.passages] == [1, 1]


def test_a_passage_that_names_the_place_meets_the_other_words_too(snapshot: Snapshot) -> None:
    terms = [Term(("heijo",), frozenset({PYONGYANG.id})), Term(("museum",))]
    answer = search(snapshot, CorpusFilter(), terms, most_passages=9)
    assert [one.article.id for one in answer.passages] == ["a"]
    assert [one.place for one in answer.places] == [PYONGYANG]


def test_part_of_a_name_as_it_is_written_finds_the_place(snapshot: Snapshot) -> None:
    assert [one.place for one in found(snapshot, "yongy").places] == [PYONGYANG]
    assert [one.place for one in found(snapshot, "stre").places] == [STREET]
    assert not found(snapshot, "yongy").places[0].bears_name


def test_a_name_that_begins_so_comes_before_one_that_holds_it() -> None:
    pleasant, diego = (replace(KURSK, id=name, name=name) for name in ("Pleasant", "San Diego"))
    articles = [
        make_geoparsed("a", ("Pleasant, San Diego.",
                             [location("Pleasant", pleasant), location("San Diego", diego)])),
        make_geoparsed("b", ("Pleasant.", [location("Pleasant", pleasant)])),
    ]  # fmt: skip
    answer = found(snapshot_of(articles), "san")
    assert [one.place.name for one in answer.places] == ["San Diego", "Pleasant"]


def test_a_name_of_several_words_is_whole_in_one_piece(snapshot: Snapshot) -> None:
    terms = [Term(("the", "museum"))]
    answer = search(snapshot, CorpusFilter(), terms, most_passages=9)
    assert [one.start for one in answer.passages] == [0, 35]


@pytest.mark.parametrize(
    ("shown", "articles", "hidden"),
    [
        ({}, ["b", "b", "a", "a"], 0),
        ({"sources": frozenset({"KCNA"})}, ["b", "b"], 2),
        ({"published_to": date(2025, 10, 24)}, ["a", "a"], 2),
        ({"words": "envoys"}, ["a"], 3),
        ({"roles": frozenset({Role.ACTOR})}, ["b", "b", "a", "a"], 0),
    ],
)
def test_what_the_filter_hides_is_counted(snapshot: Snapshot, shown, articles, hidden) -> None:
    answer = found(snapshot, "museum", **shown)
    assert [one.article.id for one in answer.passages] == articles
    assert answer.hidden_passage_count == hidden


def test_a_place_under_the_filter_only_counts_what_it_shows(snapshot: Snapshot) -> None:
    answer = found(snapshot, "Heijo", PYONGYANG.id, include_undated=False)
    assert [(one.mention_count, one.article_count) for one in answer.places] == [(1, 1)]
    hidden = found(snapshot, "Heijo", PYONGYANG.id, roles=frozenset({Role.ACTOR}))
    assert (hidden.places, hidden.hidden_place_count) == ((), 1)
    assert (hidden.passages, hidden.hidden_passage_count) == ((), 2)


def test_copies_are_hidden_where_they_count_once(snapshot: Snapshot) -> None:
    voices = snapshot.mentions.with_columns(voice=snapshot.mentions["place_id"].hash())
    compared = replace(snapshot, mentions=voices)
    assert found(compared, "pyongyang", PYONGYANG.id).passage_count == 2
    once = found(compared, "pyongyang", PYONGYANG.id, independent_only=True)
    assert [one.article.id for one in once.passages] == ["a"]
    assert once.hidden_passage_count == 1


@pytest.mark.parametrize("words", ["(", "[a", "a|b", "\\", ".*", "${x}", "'; DROP TABLE", "%"])
def test_nothing_that_is_searched_for_is_a_pattern(snapshot: Snapshot, words: str) -> None:
    assert found(snapshot, words).passages == ()


def test_without_a_word_nothing_is_found(snapshot: Snapshot) -> None:
    assert search(snapshot, CorpusFilter(), [], most_passages=9) == Found()
    assert search(snapshot_of([]), CorpusFilter(), [Term(("x",))], most_passages=9) == Found()


@given(corpora(), st.text(max_size=10), st.sets(st.sampled_from("123456")))
def test_any_corpus_can_be_searched(articles, query: str, ids) -> None:
    terms = [Term((word,), frozenset(ids)) for word in folded_words(query)]
    answer = search(snapshot_of(articles), CorpusFilter(), terms, most_passages=5)
    assert len(answer.passages) == min(5, answer.passage_count)
    for passage in answer.passages:
        assert all(passage.start <= one.start < one.end <= passage.end for one in passage.marked)
