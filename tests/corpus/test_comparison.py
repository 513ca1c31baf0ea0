"""What sources name and leave out: small cases, and lists that must share out every place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from geodata.corpus.comparison import (
    FirstNaming,
    NamedByTwo,
    OnlySource,
    PlacesBySource,
    SourcesNaming,
    TwoSources,
    first_namings,
    named_by_one,
    places_by_source,
    two_sources,
)
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import CorpusFilter, GeoparsedArticle
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

FRIDAY, SATURDAY = date(2025, 10, 24), date(2025, 10, 25)
ARTICLES = [
    make_geoparsed(
        "a",
        ("Pyongyang thanked Russia.",
         [location("Pyongyang", PYONGYANG), actor("Russia", RUSSIA)]),
        ("Pyongyang was glad.", [actor("Pyongyang", PYONGYANG)]),
        source="One",
        published=SATURDAY,
    ),
    make_geoparsed(
        "b",
        ("Kursk; Pyongyang; the Russians.",
         [location("Kursk", KURSK), location("Pyongyang", PYONGYANG),
          demonym("Russians", RUSSIA)]),
        source="Two",
        published=FRIDAY,
    ),
    make_geoparsed("c", ("Kursk.", [location("Kursk", KURSK)]), source="Three", published=FRIDAY),
    make_geoparsed(
        "d", ("Street in Kursk.", [location("Street", STREET), location("Kursk", KURSK)])),
]  # fmt: skip
SNAPSHOT = snapshot_of(ARTICLES)


def test_places_by_source_have_a_number_per_source_and_one_for_the_rest() -> None:
    table = places_by_source(SNAPSHOT, CorpusFilter(), most_sources=2)
    assert table == PlacesBySource(
        sources=("One", ""),
        rest=("Two", "Three"),
        rows=(
            SourcesNaming(KURSK, (0, 1), 2, 3),
            SourcesNaming(PYONGYANG, (2, 0), 1, 2),
            SourcesNaming(RUSSIA, (1, 0), 0, 1),
            SourcesNaming(STREET, (0, 1), 0, 1),
        ),
    )


def test_few_sources_have_a_number_each() -> None:
    table = places_by_source(SNAPSHOT, CorpusFilter(), most_sources=12)
    assert (table.sources, table.rest) == (("One", "", "Two", "Three"), ())


def test_a_place_that_one_source_names_stands_under_that_source() -> None:
    assert named_by_one(SNAPSHOT, CorpusFilter()) == (
        OnlySource("", STREET, 1, 1),
        OnlySource("One", RUSSIA, 1, 1),
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (PYONGYANG, FirstNaming(PYONGYANG, FRIDAY, ("Two",), "b", 7, "About b", 0, 2)),
        (KURSK, FirstNaming(KURSK, FRIDAY, ("Three", "Two"), "c", 0, "About c", 1, 3)),
        (STREET, FirstNaming(STREET, None, (), None, None, "", 1, 1)),
    ],
)
def test_the_first_to_name_a_place_is_known_by_its_day(place, expected: FirstNaming) -> None:
    (found,) = [one for one in first_namings(SNAPSHOT, CorpusFilter()) if one.place == place]
    assert found == expected


def test_the_most_shared_come_first_and_those_without_a_day_last() -> None:
    order = [one.place.name for one in first_namings(SNAPSHOT, CorpusFilter())]
    assert order == ["Kursk", "Pyongyang", "Russia", "Street"]


def test_two_sources_show_what_each_leaves_out() -> None:
    assert two_sources(SNAPSHOT, CorpusFilter(), "One", "Two") == TwoSources(
        only_first=(NamedByTwo(RUSSIA, 1, 0, 0),),
        both=(NamedByTwo(PYONGYANG, 2, 1, 0),),
        only_second=(NamedByTwo(KURSK, 0, 1, 0),),
    )


def test_two_sources_are_compared_whatever_sources_the_filter_keeps() -> None:
    narrow = CorpusFilter(sources=frozenset({"Three"}), published_to=FRIDAY)
    assert two_sources(SNAPSHOT, narrow, "Two", "") == TwoSources(
        only_first=(NamedByTwo(PYONGYANG, 1, 0, 0),),
        both=(NamedByTwo(KURSK, 1, 1, 0),),
        only_second=(NamedByTwo(STREET, 0, 1, 0),),
    )


def test_who_prints_a_copy_names_the_place() -> None:
    copied = with_voices(SNAPSHOT, {"b": 7, "c": 7})
    once = CorpusFilter(independent_only=True)
    assert two_sources(copied, once, "Two", "Three").both == (NamedByTwo(KURSK, 1, 1, 1),)


def with_voices(snapshot: Snapshot, voice_by_article: dict[str, int]) -> Snapshot:
    """The same with the first mention of these articles in copies of one sentence."""
    first = snapshot.mentions["start"] == 0
    articles = snapshot.mentions["article_id"].replace_strict(
        voice_by_article, default=None, return_dtype=snapshot.mentions.schema["voice"]
    )
    voices = articles.zip_with(first, articles.clear(len(articles)))
    return replace(snapshot, mentions=snapshot.mentions.with_columns(voices.alias("voice")))


def test_every_comparison_has_an_answer_for_nothing() -> None:
    empty = snapshot_of([])
    assert places_by_source(empty, CorpusFilter(), most_sources=3) == PlacesBySource((), (), ())
    assert named_by_one(empty, CorpusFilter()) == ()
    assert first_namings(empty, CorpusFilter()) == ()
    assert two_sources(empty, CorpusFilter(), "One", "Two") == TwoSources((), (), ())


@settings(max_examples=40, deadline=None)
@given(corpora(), filters)
def test_all_comparisons_share_out_the_places_on_the_map(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    mentions = {one.place.id: one.mention_count for one in place_counts(snapshot, corpus_filter)}
    table = places_by_source(snapshot, corpus_filter, most_sources=2)
    assert {one.place.id: sum(one.counts) + one.rest_count for one in table.rows} == mentions
    firsts = first_namings(snapshot, corpus_filter)
    assert sorted(one.place.id for one in firsts) == sorted(mentions)
    assert {one.place.id for one in named_by_one(snapshot, corpus_filter)} == {
        one.place.id for one in table.rows if one.source_count == 1
    }
    assert all((one.published is None) == (one.sources == ()) for one in firsts)


@settings(max_examples=40, deadline=None)
@given(corpora(), filters)
def test_two_sources_share_out_the_places_they_name(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    found = two_sources(snapshot, corpus_filter, "One", "Two")
    listed = [one.place.id for one in (*found.only_first, *found.both, *found.only_second)]
    of_both = replace(corpus_filter, sources=frozenset({"One", "Two"}))
    assert sorted(listed) == sorted(one.place.id for one in place_counts(snapshot, of_both))
    turned = two_sources(snapshot, corpus_filter, "Two", "One")
    assert [one.place for one in turned.only_first] == [one.place for one in found.only_second]
