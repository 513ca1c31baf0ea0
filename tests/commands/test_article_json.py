"""The JSON object of an article: what is not known is null, and its offsets fit its text."""

import json
from datetime import date

from hypothesis import given, settings

from geodata.commands.article_json import article_line
from geodata.model import Article, GeoparsedArticle, Unresolved
from tests.corpus.builders import (
    PYONGYANG,
    STREET,
    actor,
    geoparsed_articles,
    location,
    make_geoparsed,
)


def test_an_article_is_described_whole() -> None:
    geoparsed = make_geoparsed(
        "a",
        ("In “Pyongyang”, off Street; Nowhere.", [
            actor("Pyongyang", PYONGYANG), location("Street", STREET),
            location("Nowhere", Unresolved.TOO_WEAK)]),
        source="One",
        published=date(2025, 10, 24),
        furniture=("Home Kursk", ["Kursk"]),
    )  # fmt: skip
    assert json.loads(article_line(geoparsed)) == {
        "id": "a",
        "path": "folder/a.txt",
        "title": "About a",
        "source": "One",
        "published": "2025-10-24",
        "url": "https://example.org/a",
        "language": "en",
        "text": "In “Pyongyang”, off Street; Nowhere.\nHome Kursk",
        "body": [[0, 36]],
        "mentions": [
            {
                "start": 4,
                "end": 13,
                "text": "Pyongyang",
                "role": "actor",
                "place": {
                    "id": "1871859",
                    "name": "Pyongyang",
                    "feature_class": "P",
                    "feature_code": "PPLC",
                    "country": "KP",
                    "admin1": None,
                    "lat": 39.03385,
                    "lon": 125.75432,
                },
                "score": 1.25,
                "confidence": 0.75,
                "unresolved": None,
            },
            {
                "start": 20,
                "end": 26,
                "text": "Street",
                "role": "location",
                "place": {
                    "id": "dateline:street",
                    "name": "Street",
                    "feature_class": "R",
                    "feature_code": "ST",
                    "country": "KP",
                    "admin1": None,
                    "lat": 39.06,
                    "lon": 125.77,
                    "uncertainty_km": 4.5,
                },
                "score": 1.25,
                "confidence": 0.75,
                "unresolved": None,
            },
            {
                "start": 28,
                "end": 35,
                "text": "Nowhere",
                "role": "location",
                "place": None,
                "score": None,
                "confidence": None,
                "unresolved": "too weak",
            },
        ],
    }


def test_what_is_not_known_is_null() -> None:
    described = json.loads(article_line(GeoparsedArticle(Article("a", "x"))))
    assert [name for name, value in described.items() if value is None] == [
        "path",
        "title",
        "source",
        "published",
        "url",
        "language",
    ]


def test_letters_are_written_as_they_are() -> None:
    assert "평양".encode() in article_line(GeoparsedArticle(Article("a", "평양")))


def test_half_a_surrogate_pair_is_escaped() -> None:
    line = article_line(GeoparsedArticle(Article("a", "평양", path="\udcff.txt")))
    assert json.loads(line)["path"] == "\udcff.txt"


def test_a_given_id_is_echoed_as_it_was() -> None:
    assert json.loads(article_line(GeoparsedArticle(Article("7", "x")), key=7))["id"] == 7


@settings(max_examples=40, deadline=None)
@given(geoparsed_articles())
def test_every_article_is_one_line_whose_offsets_fit(geoparsed: GeoparsedArticle) -> None:
    line = article_line(geoparsed)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    described = json.loads(line)
    for mention in described["mentions"]:
        assert described["text"][mention["start"] : mention["end"]] == mention["text"]
        assert (mention["place"] is None) != (mention["unresolved"] is None)
