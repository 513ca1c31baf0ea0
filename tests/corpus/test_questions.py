"""What the map asks: tables of cases, and counts that must add up under any filter."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from geodata.corpus.answers import (
    FeatureClassCount,
    OffMap,
    PlaceCount,
    PublicationDays,
    SourceCount,
)
from geodata.corpus.questions import (
    feature_class_counts,
    off_map,
    passages_naming,
    place_counts,
    publication_days,
    source_counts,
)
from geodata.corpus.snapshot import snapshot_of
from geodata.model import CorpusFilter, GeoparsedArticle, Mention, Role, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    actor,
    corpora,
    demonym,
    filters,
    location,
    make_geoparsed,
)

MUSEUM = make_geoparsed(
    "a",
    ("A museum opened in Pyongyang. Pyongyang thanked Moscow.", [
        location("Pyongyang", PYONGYANG), actor("Pyongyang", PYONGYANG),
        actor("Moscow", Unresolved.TIE)]),
    ("The Russians fought in Kursk (region).", [
        demonym("Russians", RUSSIA), location("Kursk", KURSK)]),
    source="One",
    published=date(2025, 10, 24),
    furniture=("Home Kursk Sport", ["Kursk"]),
)  # fmt: skip
WIRE = make_geoparsed(
    "b",
    ("Pyŏngyang’s museum; Sappyol.", [
        location("Pyŏngyang", PYONGYANG), location("Sappyol", Unresolved.NO_CANDIDATE)]),
    source="Two",
    published=date(2025, 10, 25),
)  # fmt: skip
UNDATED = make_geoparsed("c", ("Kursk; Moscow.", [
    location("Kursk", KURSK), location("Moscow", Unresolved.TIE)]))  # fmt: skip
SNAPSHOT = snapshot_of([MUSEUM, WIRE, UNDATED])
EVERY_ROLE = CorpusFilter(roles=frozenset(Role))


def shown(corpus_filter: CorpusFilter) -> dict[str, int]:
    return {one.place.name: one.mention_count for one in place_counts(SNAPSHOT, corpus_filter)}


def test_places_are_counted_by_mention_article_source_and_role() -> None:
    assert place_counts(SNAPSHOT, EVERY_ROLE) == (
        PlaceCount(PYONGYANG, 3, 2, 2, 2, 2, 1, 0, 0.75, 0.75),
        PlaceCount(KURSK, 2, 2, 1, 2, 2, 0, 0, 0.75, 0.75),
        PlaceCount(RUSSIA, 1, 1, 1, 1, 0, 0, 1, 0.75, 0.75),
    )


@pytest.mark.parametrize(
    ("corpus_filter", "expected"),
    [
        (CorpusFilter(), {"Pyongyang": 3, "Kursk": 2}),
        (CorpusFilter(sources=frozenset({"Two"})), {"Pyongyang": 1}),
        (CorpusFilter(sources=frozenset({""})), {"Kursk": 1}),
        (CorpusFilter(sources=frozenset({"Three"})), {}),
        (CorpusFilter(published_from=date(2025, 10, 25)), {"Pyongyang": 1, "Kursk": 1}),
        (CorpusFilter(published_to=date(2025, 10, 24)), {"Pyongyang": 2, "Kursk": 2}),
        (
            CorpusFilter(published_to=date(2025, 10, 24), include_undated=False),
            {"Pyongyang": 2, "Kursk": 1},
        ),
        (CorpusFilter(include_undated=False), {"Pyongyang": 3, "Kursk": 1}),
        (CorpusFilter(roles=frozenset({Role.ACTOR})), {"Pyongyang": 1}),
        (CorpusFilter(roles=frozenset()), {}),
        (replace(EVERY_ROLE, feature_classes=frozenset({"A"})), {"Russia": 1}),
        (CorpusFilter(feature_classes=frozenset({"P", "A"})), {"Pyongyang": 3, "Kursk": 2}),
        (CorpusFilter(words="MUSEUM"), {"Pyongyang": 3}),
        (CorpusFilter(words="museum pyongyang's"), {"Pyongyang": 1}),
        (CorpusFilter(words="museum kursk"), {}),
        (CorpusFilter(words="(region)."), {"Kursk": 1}),
        (CorpusFilter(words=".*"), {}),
        (CorpusFilter(words="[a-z"), {}),
        (CorpusFilter(words="mus"), {"Pyongyang": 3}),
        (CorpusFilter(words="   "), {"Pyongyang": 3, "Kursk": 2}),
    ],
)
def test_a_filter_keeps_what_it_names(
    corpus_filter: CorpusFilter, expected: dict[str, int]
) -> None:
    assert shown(corpus_filter) == expected


def test_places_named_as_often_are_in_order_of_name_then_id() -> None:
    twins = [replace(KURSK, id=key) for key in ("9", "10")]
    named = [location(f"N{number}", place) for number, place in enumerate([*twins, PYONGYANG])]
    counts = place_counts(snapshot_of([make_geoparsed("a", ("N0 N1 N2", named))]), CorpusFilter())
    assert [one.place.id for one in counts] == ["10", "9", PYONGYANG.id]


def test_passages_come_newest_first_with_the_mentions_of_the_place() -> None:
    wire, museum = passages_naming(SNAPSHOT, CorpusFilter(), PYONGYANG.id)
    assert (wire.article.id, wire.article.mention_count) == ("b", 1)
    assert (museum.article.title, museum.article.mention_count) == ("About a", 2)
    (passage,) = museum.passages
    assert passage.text == "A museum opened in Pyongyang. Pyongyang thanked Moscow."
    assert passage.mentions == (
        Mention(19, 28, "Pyongyang", Role.LOCATION),
        Mention(30, 39, "Pyongyang", Role.ACTOR),
    )


def test_passages_hold_only_mentions_that_the_filter_shows() -> None:
    only_actors = CorpusFilter(roles=frozenset({Role.ACTOR}))
    (museum,) = passages_naming(SNAPSHOT, only_actors, PYONGYANG.id)
    assert [mention.role for mention in museum.passages[0].mentions] == [Role.ACTOR]
    assert passages_naming(SNAPSHOT, only_actors, KURSK.id) == ()


def test_undated_articles_come_last() -> None:
    found = passages_naming(SNAPSHOT, CorpusFilter(), KURSK.id)
    assert [one.article.id for one in found] == ["a", "c"]
    assert found[0].passages[0].start == len(MUSEUM.article.text.split("\n")[0]) + 1


def test_a_place_nobody_names_has_no_passages() -> None:
    assert passages_naming(SNAPSHOT, CorpusFilter(), "nobody") == ()


@pytest.mark.parametrize(
    ("corpus_filter", "expected"),
    [
        (CorpusFilter(), PublicationDays(((date(2025, 10, 24), 1), (date(2025, 10, 25), 1)), 1)),
        (
            CorpusFilter(published_from=date(2030, 1, 1), include_undated=False, words="museum"),
            PublicationDays(((date(2025, 10, 24), 1), (date(2025, 10, 25), 1)), 0),
        ),
        (CorpusFilter(sources=frozenset({"Two"})), PublicationDays(((date(2025, 10, 25), 1),), 0)),
    ],
)
def test_days_are_counted_whatever_dates_are_chosen(
    corpus_filter: CorpusFilter, expected: PublicationDays
) -> None:
    assert publication_days(SNAPSHOT, corpus_filter) == expected


def test_what_is_off_the_map_is_counted_by_its_first_cause() -> None:
    assert off_map(SNAPSHOT, CorpusFilter()) == OffMap(
        mention_count=10,
        shown_count=5,
        unresolved=((Unresolved.NO_CANDIDATE, 1), (Unresolved.TIE, 2)),
        in_furniture=1,
        by_source=0,
        by_date=0,
        undated=0,
        by_role=1,
        by_feature_class=0,
        by_words=0,
        by_copy=0,
    )
    narrow = CorpusFilter(
        sources=frozenset({"One", ""}),
        published_to=date(2025, 10, 24),
        include_undated=False,
        feature_classes=frozenset({"A"}),
        words="fought",
    )
    assert off_map(SNAPSHOT, narrow) == OffMap(
        mention_count=10,
        shown_count=0,
        unresolved=(),
        in_furniture=0,
        by_source=2,
        by_date=0,
        undated=2,
        by_role=1,
        by_feature_class=1,
        by_words=4,
        by_copy=0,
    )


def test_under_words_that_nobody_wrote_no_other_cause_is_told() -> None:
    off = off_map(SNAPSHOT, CorpusFilter(words="zzqqxx"))
    assert (off.by_words, off.in_furniture, off.by_role, off.unresolved) == (10, 0, 0, ())


def test_sources_and_feature_classes_are_counted_without_a_filter() -> None:
    assert source_counts(SNAPSHOT) == (
        SourceCount("", 1),
        SourceCount("One", 1),
        SourceCount("Two", 1),
    )
    assert feature_class_counts(SNAPSHOT) == (
        FeatureClassCount("P", 2, 5),
        FeatureClassCount("A", 1, 1),
    )


def test_every_question_has_an_answer_for_nothing() -> None:
    empty = snapshot_of([])
    assert place_counts(empty, CorpusFilter(words="x", sources=frozenset({"One"}))) == ()
    assert passages_naming(empty, CorpusFilter(), "1") == ()
    assert publication_days(empty, CorpusFilter()) == PublicationDays((), 0)
    assert off_map(empty, CorpusFilter()) == OffMap(0, 0, (), 0, 0, 0, 0, 0, 0, 0, 0)
    assert source_counts(empty) == ()
    assert feature_class_counts(empty) == ()


@settings(max_examples=40, deadline=None)
@given(corpora(), filters)
def test_every_mention_is_counted_once(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    off = off_map(snapshot, corpus_filter)
    hidden = (
        off.in_furniture + off.by_source + off.by_date + off.undated + off.by_role
        + off.by_words + off.by_feature_class + sum(count for _, count in off.unresolved)
    )  # fmt: skip
    assert off.shown_count + hidden == off.mention_count
    assert off.mention_count == sum(
        len(one.resolutions) + len(one.furniture_mentions) for one in geoparsed
    )


@settings(max_examples=40, deadline=None)
@given(corpora(), filters)
def test_all_questions_agree_on_what_is_shown(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    counts = place_counts(snapshot, corpus_filter)
    off = off_map(snapshot, corpus_filter)
    assert sum(one.mention_count for one in counts) == off.shown_count
    for one in counts:
        by_role = (one.location_count, one.actor_count, one.demonym_count)
        assert sum(by_role) == one.mention_count
        found = passages_naming(snapshot, corpus_filter, one.place.id)
        assert len(found) == one.article_count
        assert sum(each.article.mention_count for each in found) == one.mention_count
        for each in found:
            for passage in each.passages:
                for mention in passage.mentions:
                    local = slice(mention.start - passage.start, mention.end - passage.start)
                    assert passage.text[local] == mention.text
