from datetime import date

import pytest

from geodata.corpus.articles_to_read import confidence_by_mention, latest_articles
from geodata.corpus.snapshot import snapshot_of
from geodata.model import CorpusFilter, Role, Unresolved
from tests.corpus.builders import KURSK, PYONGYANG, location, make_geoparsed

SNAPSHOT = snapshot_of(
    [
        make_geoparsed("old", ("In Kursk.", [location("Kursk", KURSK)]), source="One",
                       published=date(2025, 10, 1)),
        make_geoparsed("new", ("In Pyongyang, Kursk.", [location("Pyongyang", PYONGYANG),
                                                        location("Kursk", KURSK)]),
                       source="Two", published=date(2025, 10, 9), furniture=("Seoul", ["Seoul"])),
        make_geoparsed("undated", ("In Nowhere.", [location("Nowhere", Unresolved.TIE)])),
        make_geoparsed("none", ("Nothing.", []), source="One", published=date(2025, 10, 9)),
    ]
)  # fmt: skip


def test_the_newest_article_is_first_and_those_without_a_place_are_there() -> None:
    found = latest_articles(SNAPSHOT, CorpusFilter())
    assert [(one.id, one.mention_count) for one in found] == [
        ("none", 0), ("new", 2), ("old", 1), ("undated", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("corpus_filter", "ids"),
    [
        (CorpusFilter(sources=frozenset({"One"})), ["none", "old"]),
        (CorpusFilter(published_from=date(2025, 10, 5)), ["none", "new", "undated"]),
        (CorpusFilter(published_to=date(2025, 10, 5)), ["old", "undated"]),
        (CorpusFilter(include_undated=False), ["none", "new", "old"]),
        (CorpusFilter(words="KURSK pyongyang"), ["new"]),
        (CorpusFilter(words="seoul"), []),
        (CorpusFilter(roles=frozenset({Role.ACTOR})), ["none", "new", "old", "undated"]),
    ],
)
def test_filters_of_articles_narrow_the_list(corpus_filter: CorpusFilter, ids: list[str]) -> None:
    assert [one.id for one in latest_articles(SNAPSHOT, corpus_filter)] == ids


def test_the_confidence_of_each_mention_of_a_place() -> None:
    assert confidence_by_mention(SNAPSHOT, KURSK.id) == {("new", 14): 0.75, ("old", 3): 0.75}
    assert confidence_by_mention(SNAPSHOT, "no such place") == {}
