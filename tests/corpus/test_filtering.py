"""Copies under a filter: the earliest that is left counts, and no place is lost by counting so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.corpus.filtering import Hidden, with_causes
from geodata.corpus.questions import off_map, place_counts
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import CorpusFilter, GeoparsedArticle
from tests.corpus.builders import KURSK, PYONGYANG, corpora, days, location, make_geoparsed, roles

EVERY = CorpusFilter()
ONCE = CorpusFilter(independent_only=True)


def voiced(snapshot: Snapshot, voices: Sequence[int | None]) -> Snapshot:
    """The snapshot with these voices for its mentions, in their order."""
    column = pl.Series("voice", voices, dtype=pl.UInt64)
    return replace(snapshot, mentions=snapshot.mentions.with_columns(column))


def naming(article_id: str, *paragraphs: str, **told: object) -> GeoparsedArticle:
    """An article that names Pyongyang once in each paragraph, and Kursk where it says so."""
    return make_geoparsed(
        article_id,
        *(
            (
                text,
                [location("Pyongyang", PYONGYANG)] + [location("Kursk", KURSK)] * ("Kursk" in text),
            )
            for text in paragraphs
        ),
        **told,
    )


@pytest.fixture
def wire() -> Snapshot:
    """b printed the wire first; a copied it a day later, c on a day not known, with its own."""
    return voiced(
        snapshot_of(
            [
                naming("a", "Pyongyang and Kursk.", source="One", published=date(2025, 10, 25)),
                naming("b", "Pyongyang and Kursk.", source="Two", published=date(2025, 10, 24)),
                naming("c", "Pyongyang.", "Own words on Pyongyang.", source="Three"),
            ]
        ),
        [7, 8, 7, 8, 7, None],
    )


def copies(snapshot: Snapshot, corpus_filter: CorpusFilter, column: str = "is_copy") -> list[bool]:
    return with_causes(snapshot, corpus_filter)[column].to_list()


def test_the_earliest_article_is_the_original_and_one_of_unknown_date_the_last(wire) -> None:
    assert copies(wire, EVERY) == [True, True, False, False, True, False]


def test_the_earliest_is_sought_among_what_the_filter_leaves(wire) -> None:
    without_b = CorpusFilter(sources=frozenset({"One", "Three"}))
    assert copies(wire, without_b) == [False, False, False, False, True, False]
    assert copies(wire, CorpusFilter(sources=frozenset({"Three"}))) == [False] * 6


def test_a_copy_is_hidden_only_when_texts_are_counted_once(wire) -> None:
    assert with_causes(wire, EVERY)["hidden"].null_count() == 6
    assert off_map(wire, EVERY).by_copy == 0
    hidden = with_causes(wire, ONCE)["hidden"].to_list()
    assert hidden == ["copy", "copy", None, None, "copy", None]
    assert off_map(wire, ONCE).by_copy == 3


def test_a_mention_hidden_for_another_cause_is_no_copy(wire) -> None:
    late = CorpusFilter(published_from=date(2025, 10, 25), independent_only=True)
    causes = with_causes(wire, late)
    assert causes["hidden"].to_list() == [None, None, "date", "date", "copy", None]
    assert causes["is_copy"].to_list() == [False, False, False, False, True, False]


def test_a_text_is_an_article_that_does_not_mostly_repeat_others(wire) -> None:
    """Half of what c says of Pyongyang is its own; a has nothing that b has not."""
    assert copies(wire, EVERY, "is_repeat") == [True, True, False, False, False, False]
    texts = {count.place.name: count.text_count for count in place_counts(wire, EVERY)}
    assert texts == {"Pyongyang": 2, "Kursk": 1}


def test_the_same_sentence_twice_in_one_article_is_no_copy() -> None:
    twice = voiced(snapshot_of([naming("a", "Pyongyang.", "Pyongyang.")]), [7, 7])
    assert copies(twice, ONCE) == [False, False]
    assert place_counts(twice, ONCE)[0].mention_count == 2


def test_articles_of_one_day_are_ordered_by_id_so_that_one_of_them_counts() -> None:
    day = date(2025, 10, 24)
    both = snapshot_of([naming(name, "Pyongyang.", published=day) for name in ("b", "a")])
    assert copies(voiced(both, [7, 7]), ONCE) == [False, True]


def test_nothing_is_a_copy_before_the_articles_were_compared(wire) -> None:
    blank = voiced(wire, [None] * 6)
    assert copies(blank, ONCE) == copies(blank, ONCE, "is_repeat") == [False] * 6
    assert with_causes(snapshot_of([]), ONCE).height == 0


@st.composite
def compared(draw: st.DrawFn) -> Snapshot:
    """Any corpus in which some mentions of a place are one voice."""
    snapshot = snapshot_of(draw(corpora(max_size=5)))
    voices = [
        None
        if place_id is None or furniture or draw(st.booleans())
        else int(place_id) * 10 + draw(st.integers(0, 1))
        for place_id, furniture in snapshot.mentions.select("place_id", "in_furniture").iter_rows()
    ]
    return voiced(snapshot, voices)


filters = st.builds(
    CorpusFilter,
    sources=st.frozensets(st.sampled_from(["", "One", "Two"])),
    published_from=st.none() | days,
    published_to=st.none() | days,
    include_undated=st.booleans(),
    roles=st.frozensets(roles),
    feature_classes=st.frozensets(st.sampled_from("PAHS")),
    words=st.sampled_from(["", "a", "1"]),
)


@given(compared(), filters)
@settings(deadline=None)
def test_counting_texts_once_loses_no_place(snapshot: Snapshot, every: CorpusFilter) -> None:
    once = replace(every, independent_only=True)
    wide = {count.place.id: count for count in place_counts(snapshot, every)}
    narrow = {count.place.id: count for count in place_counts(snapshot, once)}
    assert wide.keys() == narrow.keys()
    for place_id, count in wide.items():
        assert 1 <= count.text_count <= count.article_count
        assert narrow[place_id].text_count == count.text_count
        assert count.text_count <= narrow[place_id].article_count <= count.article_count


@given(compared(), filters)
@settings(deadline=None)
def test_every_voice_has_one_article_in_which_it_is_no_copy(
    snapshot: Snapshot, every: CorpusFilter
) -> None:
    told = with_causes(snapshot, every)
    left = told.filter(pl.col("hidden").is_null() & pl.col("voice").is_not_null())
    originals = (
        left.filter(~pl.col("is_copy")).group_by("voice").agg(pl.col("article_id").n_unique())
    )
    assert set(left["voice"]) == set(originals["voice"])
    assert set(originals["article_id"]) <= {1}
    assert not told.filter(pl.col("voice").is_null())["is_copy"].any()
    assert not told.filter(pl.col("hidden").is_not_null())["is_copy"].any()


@given(compared(), filters)
@settings(deadline=None)
def test_only_copies_are_hidden_by_it_and_all_mentions_stay_counted(
    snapshot: Snapshot, every: CorpusFilter
) -> None:
    once = replace(every, independent_only=True)
    told, hidden = with_causes(snapshot, every), with_causes(snapshot, once)["hidden"]
    expected = told.select(
        pl.when("is_copy").then(pl.lit(Hidden.BY_COPY.value)).otherwise("hidden").alias("hidden")
    )["hidden"]
    assert hidden.equals(expected)
    counts = off_map(snapshot, once)
    assert counts.mention_count == snapshot.mentions.height
    assert counts.by_copy == int(told["is_copy"].sum())
    assert counts.shown_count + counts.by_copy == off_map(snapshot, every).shown_count
