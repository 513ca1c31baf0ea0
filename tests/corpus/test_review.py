"""What to look at first: which mentions are doubtful, how they are grouped, and in what order."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from geodata.corpus.filtering import with_causes
from geodata.corpus.review import LEAST_DOUBT, UNMEASURED_DOUBT, doubts
from geodata.corpus.snapshot import snapshot_of
from geodata.model import CorpusFilter, GeoparsedArticle, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    STREET,
    Named,
    corpora,
    filters,
    location,
    make_geoparsed,
)
from tests.corpus.test_filtering import voiced


def naming(
    article_id: str, names: list[Named], confidences: list[float | None]
) -> GeoparsedArticle:
    """An article of these names and how sure each choice was."""
    geoparsed = make_geoparsed(article_id, (" and ".join(name for name, *_ in names), names))
    resolutions = tuple(
        replace(found, confidence=confidence)
        for found, confidence in zip(geoparsed.resolutions, confidences, strict=True)
    )
    return replace(geoparsed, resolutions=resolutions)


PARIS, TEXAS = replace(KURSK, id="1", name="Paris"), replace(KURSK, id="2", name="Paris")
ARTICLES = [
    naming("a", [location("Paris", PARIS), location("Paris", PARIS)], [0.75, 0.5]),
    naming("b", [location("Paris", PARIS), location("Kursk", KURSK)], [0.25, 0.95]),
    naming("c", [location("Paris", TEXAS), location("Paris", PARIS)], [0.75, 0.95]),
    naming("d", [location("Springfield", Unresolved.TIE)] * 2, [None, None]),
    naming("e", [location("street", STREET), location("Nowhere", Unresolved.NO_CANDIDATE)],
           [None, None]),
]  # fmt: skip


def test_the_costliest_doubt_comes_first() -> None:
    found = doubts(snapshot_of(ARTICLES), CorpusFilter())
    assert [(one.toponym, one.place and one.place.id, one.at_stake) for one in found] == [
        ("Springfield", None, 2.0),
        ("Paris", "1", 1.5),
        ("street", STREET.id, UNMEASURED_DOUBT),
        ("Paris", "2", 0.25),
    ]


def test_a_doubt_counts_the_doubtful_mentions_of_one_name_for_one_place() -> None:
    _, paris, *_ = doubts(snapshot_of(ARTICLES), CorpusFilter())
    assert (paris.mention_count, paris.article_count) == (3, 2)
    assert paris.confidence == 0.25
    assert (paris.article_id, paris.start, paris.end) == ("b", 0, 5)
    assert (paris.passage_start, paris.passage) == (0, "Paris and Kursk")
    assert paris.unresolved is None


def test_a_tie_is_a_doubt_without_a_place_or_a_confidence() -> None:
    springfield, *_ = doubts(snapshot_of(ARTICLES), CorpusFilter())
    assert springfield.place is None
    assert springfield.unresolved is Unresolved.TIE
    assert springfield.confidence is None


@pytest.mark.parametrize(
    ("corpus_filter", "expected"),
    [
        (CorpusFilter(words="kursk"), ["Paris"]),
        (CorpusFilter(sources=frozenset({"One"})), []),
        (CorpusFilter(roles=frozenset()), []),
        (CorpusFilter(feature_classes=frozenset("R")), ["Springfield", "street"]),
    ],
)
def test_only_what_the_filter_keeps_is_looked_at(
    corpus_filter: CorpusFilter, expected: list[str]
) -> None:
    found = doubts(snapshot_of(ARTICLES), corpus_filter)
    assert [one.toponym for one in found] == expected


def test_sure_choices_leave_nothing_to_check() -> None:
    sure = naming("a", [location("Pyongyang", PYONGYANG)], [0.95])
    assert doubts(snapshot_of([sure]), CorpusFilter()) == ()
    assert doubts(snapshot_of([]), CorpusFilter()) == ()


def test_copies_of_one_sentence_are_at_stake_once_with_the_greatest_doubt() -> None:
    told = voiced(
        snapshot_of(
            [naming(one, [location("Paris", PARIS)], [sure])
             for one, sure in (("a", 0.75), ("b", 0.5), ("c", 0.75), ("d", 0.75))]
        ),
        [7, 7, 7, None],
    )  # fmt: skip
    (paris,) = doubts(told, CorpusFilter())
    assert (paris.at_stake, paris.mention_count, paris.article_count) == (0.75, 4, 4)
    assert paris.article_id == "b"


@settings(max_examples=40, deadline=None)
@given(corpora(), filters)
def test_every_doubtful_mention_stands_in_one_group(
    geoparsed: list[GeoparsedArticle], corpus_filter: CorpusFilter
) -> None:
    snapshot = snapshot_of(geoparsed)
    found = doubts(snapshot, corpus_filter)
    doubtful = [
        (row["toponym"], row["place_id"], row["unresolved"])
        for row in with_causes(snapshot, corpus_filter).iter_rows(named=True)
        if (row["hidden"] is None and not 1 - (row["confidence"] or 0) < LEAST_DOUBT)
        or (row["hidden"] == "unresolved" and row["unresolved"] != Unresolved.NO_CANDIDATE)
    ]
    assert sum(one.mention_count for one in found) == len(doubtful)
    keys = [(one.toponym, one.place and one.place.id, one.unresolved) for one in found]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(doubtful)
    stakes = [one.at_stake for one in found]
    assert stakes == sorted(stakes, reverse=True)
    assert all(one.article_count <= one.mention_count for one in found)
    text_by_id = {one.article.id: one.article.text for one in geoparsed}
    for one in found:
        assert text_by_id[one.article_id][one.start : one.end] == one.toponym
        assert one.passage[one.start - one.passage_start :].startswith(one.toponym)
