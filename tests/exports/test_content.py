from datetime import UTC, datetime, timedelta, timezone

import pytest

from geodata.exports.content import Provenance
from geodata.model import CorpusFilter, Role
from tests.exports.contents import MUSEUM, make_content


def test_the_shown_and_the_unplaced_are_exported_and_nothing_else() -> None:
    toponyms = [mention.toponym for mention in make_content().mentions]
    assert toponyms == ["Pyongyang", "Russia", "Pyongyang", "Kursk", "Nowhere", "street"]
    demonyms = make_content(CorpusFilter(roles=frozenset({Role.DEMONYM}))).mentions
    assert [mention.toponym for mention in demonyms] == ["Russian"]
    assert make_content(CorpusFilter(words="no such words")).mentions == ()


def test_offsets_and_surroundings_are_the_articles_own() -> None:
    text = MUSEUM.article.text
    for mention in make_content(articles=[MUSEUM]).mentions:
        assert text[mention.start : mention.end] == mention.toponym
        around = mention.before + mention.toponym + mention.after
        assert text[mention.start - len(mention.before) :].startswith(around)
        assert mention.toponym in mention.passage


def test_a_time_without_utc_is_refused() -> None:
    for moment in (datetime(2025, 1, 1), datetime(2025, 1, 1, tzinfo=timezone(timedelta(hours=9)))):
        with pytest.raises(ValueError, match="UTC"):
            Provenance("", "", "", "", moment)
    assert Provenance("", "", "", "", datetime(2025, 1, 1, tzinfo=UTC)).items()
