"""A small content to export, with all that is awkward in it."""

from datetime import UTC, date, datetime

from geodata.corpus.snapshot import snapshot_of
from geodata.exports.content import Content, Provenance, content_of
from geodata.model import CorpusFilter, Unresolved
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    STREET,
    actor,
    demonym,
    location,
    make_geoparsed,
)

HOSTILE = '=HYPERLINK("http://x") <b>&amp; "q", \U0001f6a9\x07\nline two'
MUSEUM = make_geoparsed(
    "a",
    (f"{HOSTILE} A museum opens in Pyongyang.", [location("Pyongyang", PYONGYANG)]),
    ("Russian envoys came. Russia thanked Pyongyang.",
     [demonym("Russian", RUSSIA), actor("Russia", RUSSIA), actor("Pyongyang", PYONGYANG)]),
    source="=Yonhap",
    published=date(2025, 10, 24),
    furniture=("Seoul news", ["Seoul"]),
)  # fmt: skip
WAR = make_geoparsed(
    "b",
    ("They fought near Kursk and in Nowhere.",
     [location("Kursk", KURSK), location("Nowhere", Unresolved.NO_CANDIDATE)]),
    ("A new street rises: street.", [location("street", STREET)]),
    source="KCNA",
)  # fmt: skip
PROVENANCE = Provenance(
    corpus="c-7",
    gazetteer="g-1",
    filter_words="roles: location, actor (people left out)",
    address="place=1871859",
    made_at=datetime(2025, 11, 2, 8, 30, tzinfo=UTC),
)


def make_content(corpus_filter: CorpusFilter | None = None, articles=(MUSEUM, WAR)) -> Content:
    return content_of(snapshot_of(articles), corpus_filter or CorpusFilter(), PROVENANCE)
