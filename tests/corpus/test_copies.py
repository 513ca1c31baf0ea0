"""Copies of one text are gathered under the earliest, none is left out, and the order is told."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from geodata.corpus.copies import (
    in_order,
    naming_article_counts,
    summaries_by_id,
    texts_naming,
)
from geodata.corpus.filtering import shown_mentions
from geodata.corpus.questions import passages_naming, place_counts
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import CorpusFilter
from tests.corpus.builders import PYONGYANG, location, make_geoparsed
from tests.corpus.test_filtering import compared, filters, voiced

EVERY, ONCE = CorpusFilter(), CorpusFilter(independent_only=True)


def corpus(*days: date | None, voices: list[int | None]) -> Snapshot:
    """Articles "a", "b", ... of these days that name Pyongyang once each."""
    return voiced(
        snapshot_of(
            make_geoparsed(
                "abcdef"[number],
                ("Pyongyang.", [location("Pyongyang", PYONGYANG)]),
                source=f"Source {number}",
                published=day,
            )
            for number, day in enumerate(days)
        ),
        voices,
    )


def gathered(snapshot: Snapshot, corpus_filter: CorpusFilter = EVERY) -> list[tuple[str, str]]:
    return [
        (one.first.article.id, "".join(copy.article.id for copy in one.copies))
        for one in texts_naming(snapshot, corpus_filter, PYONGYANG.id)
    ]


@pytest.mark.parametrize("corpus_filter", [EVERY, ONCE], ids=["every", "once"])
def test_copies_are_gathered_under_the_earliest(corpus_filter: CorpusFilter) -> None:
    told = corpus(
        date(2025, 10, 26), date(2025, 10, 24), None, date(2025, 10, 25), voices=[7, 7, 7, None]
    )
    assert gathered(told, corpus_filter) == [("d", ""), ("b", "ac")]


@pytest.mark.parametrize(
    ("first", "copy", "is_known"),
    [
        (date(2025, 10, 24), date(2025, 10, 25), True),
        (date(2025, 10, 24), date(2025, 10, 24), False),
        (date(2025, 10, 24), None, False),
        (None, None, False),
    ],
)
def test_an_order_is_told_only_where_it_is_known(first, copy, is_known: bool) -> None:
    (text,) = texts_naming(corpus(first, copy, voices=[7, 7]), EVERY, PYONGYANG.id)
    assert (text.rivals == ()) is is_known


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        (date(2025, 10, 24), date(2025, 10, 25), "ab"),
        (date(2025, 10, 25), date(2025, 10, 24), "ba"),
        (None, date(2025, 10, 24), "ba"),
        (date(2025, 10, 24), date(2025, 10, 24), "ab"),
        (None, None, "ab"),
    ],
)
def test_two_articles_are_told_in_one_order_whichever_is_asked_about(a, b, order: str) -> None:
    told = summaries_by_id(corpus(a, b, voices=[7, 7]), "ab")
    assert "".join(one.id for one in in_order(told["a"], told["b"])) == order
    assert in_order(told["b"], told["a"]) == in_order(told["a"], told["b"])


def test_a_copy_of_a_copy_is_gathered_under_the_first() -> None:
    """b repeats a; c repeats only what b was the first to say."""

    def naming(article_id: str, day: int, *texts: str):
        named = [(text, [location("Pyongyang", PYONGYANG)]) for text in texts]
        return make_geoparsed(article_id, *named, published=date(2025, 10, day))

    told = snapshot_of([
        naming("a", 1, "Pyongyang one.", "Pyongyang two."),
        naming("b", 2, "Pyongyang one.", "Pyongyang two.", "Pyongyang three."),
        naming("c", 3, "Pyongyang three."),
    ])  # fmt: skip
    assert gathered(voiced(told, [1, 2, 1, 2, 3, 3])) == [("a", "cb")]


@given(compared(), filters)
@settings(deadline=None)
def test_counted_articles_are_those_of_the_map_and_the_rest_is_uncounted(
    snapshot: Snapshot, every: CorpusFilter
) -> None:
    once = replace(every, independent_only=True)
    for count in place_counts(snapshot, once):
        texts = texts_naming(snapshot, once, count.place.id)
        everyone = {one.article.id for text in texts for one in (text.first, *text.copies)}
        counted = {one.article.id for one in passages_naming(snapshot, once, count.place.id)}
        assert len(counted) == count.article_count
        assert everyone - counted == {one for text in texts for one in text.uncounted}
    shown = shown_mentions(snapshot, once)["article_id"].n_unique()
    wide = shown_mentions(snapshot, every)["article_id"].n_unique()
    assert naming_article_counts(snapshot, once) == (shown, wide - shown)
    assert naming_article_counts(snapshot, every) == (wide, 0)


@given(compared(), filters)
@settings(deadline=None)
def test_every_article_is_there_once_and_every_text_was_counted(
    snapshot: Snapshot, every: CorpusFilter
) -> None:
    for count in place_counts(snapshot, every):
        texts = texts_naming(snapshot, every, count.place.id)
        everyone = [one.article.id for text in texts for one in (text.first, *text.copies)]
        listed = passages_naming(snapshot, every, count.place.id)
        assert sorted(everyone) == sorted(one.article.id for one in listed)
        assert len(texts) == count.text_count
        for text in texts:
            first = text.first.article
            assert text.uncounted == frozenset()
            assert all(in_order(copy.article, first)[0] == first for copy in text.copies)
