"""The lists of what is not on the map: each case once, and every hidden mention exactly once."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings

from geodata.corpus.filtering import Hidden
from geodata.corpus.hidden import (
    Listed,
    ListedMention,
    UndatedArticle,
    list_counts,
    listed_mentions,
    told_for_lists,
    undated_articles,
)
from geodata.corpus.questions import off_map
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import CorpusFilter, GeoparsedArticle, Mention, Role, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    STREET,
    actor,
    corpora,
    demonym,
    filters,
    location,
    make_geoparsed,
)

FRIDAY = date(2025, 10, 24)
ARTICLES = [
    make_geoparsed(
        "a",
        ("Nobody knows Nowhere.", [location("Nowhere", Unresolved.NO_CANDIDATE)]),
        ("A street in Pyongyang for the Russians.",
         [location("street", STREET), location("Pyongyang", PYONGYANG),
          demonym("Russians", RUSSIA)]),
        source="One",
        published=FRIDAY,
        furniture=("Seoul | Paris | Seoul", ["Seoul", "Paris"]),
    ),
    make_geoparsed("b", ("Kursk, not Nowhere; Pyongyang.",
                         [location("Kursk", KURSK), location("Nowhere", Unresolved.TIE),
                          actor("Pyongyang", PYONGYANG)])),
]  # fmt: skip
SNAPSHOT = snapshot_of(ARTICLES)


def names(listed: Listed, corpus_filter: CorpusFilter, snapshot: Snapshot = SNAPSHOT) -> list[str]:
    told = told_for_lists(snapshot, corpus_filter)
    found = listed_mentions(snapshot, told, listed, offset=0, limit=100)
    return [one.mention.text for one in found]


@pytest.mark.parametrize(
    ("listed", "corpus_filter", "expected"),
    [
        (Listed.UNRESOLVED, CorpusFilter(), ["Nowhere", "Nowhere"]),
        (Listed.FURNITURE, CorpusFilter(), ["Paris", "Seoul"]),
        (Listed.APPROXIMATE, CorpusFilter(), ["street"]),
        (Listed.APPROXIMATE, CorpusFilter(words="kursk"), []),
        (Listed.PEOPLE, CorpusFilter(), ["Russians"]),
        (Listed.PEOPLE, CorpusFilter(roles=frozenset(Role)), []),
        (Listed.PEOPLE, CorpusFilter(words="street"), ["Russians"]),
        (Listed.PEOPLE, CorpusFilter(words="knows"), []),
        (Listed.PEOPLE, CorpusFilter(sources=frozenset({""})), []),
        (Listed.FURNITURE, CorpusFilter(words="seoul"), ["Paris", "Seoul"]),
        (Listed.FURNITURE, CorpusFilter(words="street"), []),
        (Listed.FURNITURE, CorpusFilter(sources=frozenset({""})), []),
        (Listed.FILTERED, CorpusFilter(), []),
        (Listed.FILTERED, CorpusFilter(roles=frozenset({Role.ACTOR})),
         ["Nowhere", "Nowhere", "Kursk", "Pyongyang", "street"]),
        (Listed.FILTERED, CorpusFilter(sources=frozenset({""})),
         ["Nowhere", "Paris", "Pyongyang", "Russians", "Seoul", "street"]),
        (Listed.FILTERED, CorpusFilter(feature_classes=frozenset("R")),
         ["Pyongyang", "Pyongyang", "Kursk"]),
    ],
)  # fmt: skip
def test_each_list_has_its_mentions_the_frequent_names_first(
    listed: Listed, corpus_filter: CorpusFilter, expected: list[str]
) -> None:
    assert names(listed, corpus_filter) == expected
    counts = list_counts(told_for_lists(SNAPSHOT, corpus_filter))
    assert counts[listed] == len(expected)


def test_a_listed_mention_comes_with_its_passage_and_its_cause() -> None:
    told = told_for_lists(SNAPSHOT, CorpusFilter())
    first, second = listed_mentions(SNAPSHOT, told, Listed.UNRESOLVED, offset=0, limit=9)
    assert first == ListedMention(
        Mention(13, 20, "Nowhere"), None, Unresolved.NO_CANDIDATE, Hidden.UNRESOLVED,
        "a", "One", FRIDAY, "Nobody knows Nowhere.", 0,
    )  # fmt: skip
    assert (second.article_id, second.source, second.published) == ("b", "", None)
    (street,) = listed_mentions(SNAPSHOT, told, Listed.APPROXIMATE, offset=0, limit=9)
    assert (street.place, street.hidden) == (STREET, None)
    assert street.passage[street.mention.start - street.passage_start :].startswith("street in")


def test_the_undated_are_listed_by_article_whether_they_are_hidden_or_not() -> None:
    shown = undated_articles(SNAPSHOT, told_for_lists(SNAPSHOT, CorpusFilter()))
    assert shown == (UndatedArticle("b", "About b", "", 0, 2, 0),)
    hiding = CorpusFilter(include_undated=False)
    assert undated_articles(SNAPSHOT, told_for_lists(SNAPSHOT, hiding)) == (
        UndatedArticle("b", "About b", "", 0, 3, 3),
    )
    elsewhere = told_for_lists(SNAPSHOT, CorpusFilter(sources=frozenset({"One"})))
    assert undated_articles(SNAPSHOT, elsewhere) == ()


def test_every_list_of_nothing_is_empty() -> None:
    empty = snapshot_of([])
    told = told_for_lists(empty, CorpusFilter())
    assert set(list_counts(told).values()) == {0}
    assert undated_articles(empty, told) == ()
    assert all(names(listed, CorpusFilter(), empty) == [] for listed in Listed)


@settings(max_examples=40, deadline=None)
@given(corpora(), filters)
def test_every_hidden_mention_is_listed_exactly_once(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    told = told_for_lists(snapshot, corpus_filter)
    listed = Counter(
        (one.article_id, one.mention.start)
        for each in Listed
        for one in listed_mentions(snapshot, told, each, offset=0, limit=1000)
        if one.hidden is not None
    )
    hidden = told.filter(told["hidden"].is_not_null())
    assert listed == Counter(hidden.select("article_id", "start").iter_rows())
    counts, off = list_counts(told), off_map(snapshot, corpus_filter)
    assert counts[Listed.FURNITURE] == off.in_furniture
    assert counts[Listed.UNRESOLVED] == sum(count for _, count in off.unresolved)
    articles = undated_articles(snapshot, told)
    assert counts[Listed.UNDATED] == len(articles)
    assert sum(one.hidden_count for one in articles) == off.undated


@settings(max_examples=20, deadline=None)
@given(corpora(), filters)
def test_pages_of_a_list_are_the_list(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    told = told_for_lists(snapshot, corpus_filter)
    for listed in Listed:
        whole = listed_mentions(snapshot, told, listed, offset=0, limit=1000)
        pages = [
            one
            for offset in range(0, len(whole) + 2, 2)
            for one in listed_mentions(snapshot, told, listed, offset=offset, limit=2)
        ]
        assert tuple(pages) == whole
        for one in whole:
            start = one.mention.start - one.passage_start
            assert one.passage[start : start + len(one.mention.text)] == one.mention.text
