"""A snapshot holds what the articles hold, in whatever order they come."""

import pickle
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from polars.testing import assert_frame_equal

from geodata.corpus.folding import fold, folded_words
from geodata.corpus.snapshot import Snapshot, join_snapshots, snapshot_of
from geodata.model import GeoparsedArticle, Mention, Resolution, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    STREET,
    actor,
    corpora,
    location,
    make_geoparsed,
)

FIRST = make_geoparsed(
    "a",
    ("It opened in Pyongyang.", [location("Pyongyang", PYONGYANG)]),
    ("Kursk was named, and Nowhere.", [
        actor("Kursk", KURSK), location("Nowhere", Unresolved.NO_CANDIDATE)]),
    source="One",
    published=date(2025, 10, 24),
    furniture=("Home Kursk Sport", ["Kursk"]),
)  # fmt: skip
SECOND = make_geoparsed("b", ("Off Street, he said.", [location("Street", STREET)]))


def frames(snapshot: Snapshot) -> list[pl.DataFrame]:
    return [snapshot.articles, snapshot.passages, snapshot.mentions, snapshot.places]


def assert_same(one: Snapshot, other: Snapshot) -> None:
    for mine, theirs in zip(frames(one), frames(other), strict=True):
        assert_frame_equal(mine, theirs)


def test_each_mention_is_in_its_passage_with_its_place() -> None:
    mentions = snapshot_of([FIRST]).mentions
    columns = ["passage", "toponym", "role", "place_id", "score", "unresolved"]
    assert mentions.select(columns).rows() == [
        (0, "Pyongyang", "location", PYONGYANG.id, 1.25, None),
        (1, "Kursk", "actor", KURSK.id, 1.25, None),
        (1, "Nowhere", "location", None, None, "no candidate"),
        (2, "Kursk", "location", None, None, None),
    ]  # fmt: skip
    assert mentions["in_furniture"].to_list() == [False, False, False, True]


def test_only_places_that_are_meant_are_kept_whole() -> None:
    snapshot = snapshot_of([FIRST, SECOND])
    assert snapshot.place_by_id == {place.id: place for place in (PYONGYANG, KURSK, STREET)}


def test_an_unknown_day_is_null() -> None:
    assert snapshot_of([FIRST, SECOND]).articles["published"].to_list() == [
        date(2025, 10, 24),
        None,
    ]


def test_a_mention_outside_every_passage_is_refused() -> None:
    stray = replace(
        FIRST, resolutions=(Resolution(Mention(900, 905, "Kursk"), unresolved=Unresolved.TIE),)
    )
    with pytest.raises(ValueError, match="lies in no passage"):
        snapshot_of([stray])


def test_the_last_of_two_articles_with_one_id_counts() -> None:
    assert_same(snapshot_of([replace(FIRST, resolutions=()), FIRST]), snapshot_of([FIRST]))


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_the_order_of_articles_does_not_matter(geoparsed: list[GeoparsedArticle]) -> None:
    one, other = snapshot_of(geoparsed), snapshot_of(geoparsed[::-1])
    assert one.version == other.version
    assert_same(one, other)


@settings(max_examples=40, deadline=None)
@given(corpora(), corpora())
def test_joining_is_making_one_snapshot_of_both(
    base: list[GeoparsedArticle], more: list[GeoparsedArticle]
) -> None:
    joined = join_snapshots(snapshot_of(base), snapshot_of(more))
    both = snapshot_of([*base, *more])
    for mine, theirs in zip(frames(joined)[:3], frames(both)[:3], strict=True):
        assert_frame_equal(mine, theirs)
    assert set(both.places["place_id"]) <= set(joined.places["place_id"])


def test_a_joined_article_replaces_the_one_of_the_same_id() -> None:
    changed = make_geoparsed("a", ("Nothing.", []), source="Two")
    joined = join_snapshots(snapshot_of([FIRST, SECOND]), snapshot_of([changed]))
    assert joined.articles["source"].to_list() == ["Two", ""]
    assert joined.mentions["toponym"].to_list() == ["Street"]


def test_joining_nothing_keeps_the_snapshot_and_its_version() -> None:
    base = snapshot_of([FIRST])
    assert join_snapshots(base, snapshot_of([])) is base


def test_versions_differ_when_the_content_does() -> None:
    base, more = snapshot_of([FIRST]), snapshot_of([SECOND])
    assert len({base.version, more.version, join_snapshots(base, more).version}) == 3


def test_a_snapshot_can_be_pickled_after_use() -> None:
    snapshot = snapshot_of([FIRST])
    assert snapshot.place_by_id
    copy = pickle.loads(pickle.dumps(snapshot))
    assert copy.place_by_id == snapshot.place_by_id


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Pyŏngyang", "pyongyang"),
        ("KURSK", "kursk"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Pyongyang’s", "pyongyang's"),
        ("İzmir", "izmir"),
        ("ΟΔΟΣ", "οδος"),
        ("Ｍｏｓｃｏｗ", "Moscow"),
        ("평양", "평양"),
    ],
)
def test_case_and_accents_do_not_count(written: str, searched: str) -> None:
    assert fold(pl.Series([written])).to_list() == folded_words(searched)


def test_words_are_split_at_white_space_only() -> None:
    assert folded_words("  Kursk\u3000(region)\t.* ") == ["kursk", "(region)", ".*"]
    assert folded_words(" \n") == []
