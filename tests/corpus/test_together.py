"""Which places are named together: a table of cases, and what holds under any filter."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import snapshot_of
from geodata.corpus.together import Companion, places_together
from geodata.model import CorpusFilter, Role, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    actor,
    corpora,
    demonym,
    location,
    make_geoparsed,
)

MUSEUM = make_geoparsed(
    "a",
    ("Pyongyang, Pyongyang and Kursk.", [
        location("Pyongyang", PYONGYANG), location("Pyongyang", PYONGYANG),
        location("Kursk", KURSK)]),
    ("Kursk thanked Pyongyang; the Russians and Moscow did not.", [
        location("Kursk", KURSK), actor("Pyongyang", PYONGYANG), demonym("Russians", RUSSIA),
        location("Moscow", Unresolved.TIE)]),
    ("Russia.", [actor("Russia", RUSSIA)]),
    source="One",
    published=date(2025, 10, 24),
    furniture=("Pyongyang Russia", ["Pyongyang", "Russia"]),
)  # fmt: skip
WAR = make_geoparsed(
    "b",
    ("Pyongyang and Russia.", [location("Pyongyang", PYONGYANG), actor("Russia", RUSSIA)]),
    source="Two",
)
SNAPSHOT = snapshot_of([MUSEUM, WAR])
EVERY_ROLE = CorpusFilter(roles=frozenset(Role))


@pytest.mark.parametrize(
    ("corpus_filter", "place", "expected"),
    [
        (CorpusFilter(), PYONGYANG, [(KURSK, 2, 1), (RUSSIA, 1, 1)]),
        (EVERY_ROLE, PYONGYANG, [(RUSSIA, 2, 2), (KURSK, 2, 1)]),
        (CorpusFilter(), RUSSIA, [(PYONGYANG, 1, 1)]),
        (CorpusFilter(sources=frozenset({"Two"})), PYONGYANG, [(RUSSIA, 1, 1)]),
        (CorpusFilter(roles=frozenset({Role.LOCATION})), PYONGYANG, [(KURSK, 1, 1)]),
        (CorpusFilter(roles=frozenset({Role.ACTOR})), PYONGYANG, []),
    ],
)
def test_places_of_the_same_passages_are_counted(corpus_filter, place, expected) -> None:
    found = places_together(SNAPSHOT, corpus_filter, place.id)
    assert found == tuple(Companion(*one) for one in expected)


def test_an_unknown_place_has_no_companions() -> None:
    assert places_together(SNAPSHOT, CorpusFilter(), "no such place") == ()


@settings(deadline=None)
@given(corpora(), st.sets(st.sampled_from(Role)))
def test_places_are_together_both_ways(geoparsed, roles) -> None:
    snapshot, shown = snapshot_of(geoparsed), CorpusFilter(roles=frozenset(roles))
    counts = {one.place.id: one for one in place_counts(snapshot, shown)}
    pairs = {
        (here, one.place.id): (one.passage_count, one.article_count)
        for here in counts
        for one in places_together(snapshot, shown, here)
    }
    assert all(pairs[there, here] == shared for (here, there), shared in pairs.items())
    assert all(here != there for here, there in pairs)
    for (here, _), (passages, articles) in pairs.items():
        assert 0 < articles <= passages <= counts[here].mention_count
