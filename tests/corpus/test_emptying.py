from datetime import date

import pytest

from geodata.corpus.emptying import emptying_parts
from geodata.corpus.filtering import Hidden
from geodata.corpus.snapshot import snapshot_of
from geodata.model import CorpusFilter, Role
from tests.corpus.builders import KURSK, PYONGYANG, RUSSIA, actor, location, make_geoparsed

SNAPSHOT = snapshot_of(
    [
        make_geoparsed("a", ("In Kursk.", [location("Kursk", KURSK)]), source="One",
                       published=date(2025, 10, 1)),
        make_geoparsed("b", ("Russia answered Pyongyang.", [actor("Russia", RUSSIA),
                                                            actor("Pyongyang", PYONGYANG)]),
                       source="Two"),
    ]
)  # fmt: skip
ONE = frozenset({"One"})
ACTORS = frozenset({Role.ACTOR})


@pytest.mark.parametrize(
    ("shown", "parts"),
    [
        (CorpusFilter(roles=frozenset()), (Hidden.BY_ROLE,)),
        (CorpusFilter(roles=frozenset(), words="Kursk"), (Hidden.BY_ROLE,)),
        (CorpusFilter(words="xylophone"), (Hidden.BY_WORDS,)),
        (CorpusFilter(sources=ONE, roles=ACTORS), (Hidden.BY_SOURCE, Hidden.BY_ROLE)),
        (
            CorpusFilter(published_from=date(2025, 11, 1), include_undated=False),
            (Hidden.BY_DATE, Hidden.UNDATED),
        ),
        (CorpusFilter(feature_classes=frozenset("H")), (Hidden.BY_FEATURE_CLASS,)),
        (CorpusFilter(words="xylophone", roles=frozenset()), ()),
    ],
)
def test_the_parts_that_empty_the_map(shown: CorpusFilter, parts: tuple[Hidden, ...]) -> None:
    assert emptying_parts(SNAPSHOT, shown) == parts


def test_a_corpus_without_a_place_is_emptied_by_no_filter() -> None:
    nothing = snapshot_of([make_geoparsed("none", ("Nothing.", []))])
    assert emptying_parts(nothing, CorpusFilter(words="x")) == ()
