from datetime import date

import pytest

from dashboard.country_names import country_name
from dashboard.wording import about_place, counted, day, title_or_opening, whereabouts
from geodata.coordinates import Coordinates
from geodata.model import Article, Place, Span


def make_place(name: str, code: str = "PPL", **fields) -> Place:
    return Place("1", name, Coordinates(0, 0), feature_code=code, **fields)


@pytest.mark.parametrize(
    ("code", "name"), [("KP", "North Korea"), ("RU", "Russia"), ("XX", "XX"), ("", "")]
)
def test_a_country_is_called_by_its_name(code: str, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (make_place("Kursk", country="RU", admin1="Kursk Oblast"), "Kursk Oblast, Russia"),
        (make_place("Pyongyang", country="KP", admin1="Pyongyang"), "North Korea"),
        (make_place("Russia", country="RU"), ""),
        (make_place("Black Sea"), ""),
        (make_place("Singapore", country="SG", admin1="Singapore"), ""),
    ],
)
def test_where_a_place_lies(place: Place, where: str) -> None:
    assert whereabouts(place) == where


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (make_place("Kursk", country="RU"), "town, Russia"),
        (make_place("Russia", "PCLI", country="RU"), "country"),
        (make_place("Black Sea", "SEA", feature_class="H"), "sea"),
        (make_place("?", "XYZ", feature_class="T"), "landform"),
        (
            make_place("Street", "ST", country="KP", admin1="Pyongyang", uncertainty_km=4.5),
            "street, Pyongyang, North Korea, approximate within 4.5 km",
        ),
    ],
)
def test_what_a_place_is(place: Place, words: str) -> None:
    assert about_place(place) == words


def test_counts_and_days_are_words() -> None:
    assert [counted(n, "article") for n in (0, 1, 1214)] == [
        "0 articles",
        "1 article",
        "1,214 articles",
    ]
    assert counted(2, "country", "countries") == "2 countries"
    assert [day(date(2025, 10, 4)), day(None)] == ["4 Oct 2025", "undated"]


@pytest.mark.parametrize(
    ("title", "text", "words"),
    [
        ("A headline", "Snow fell.", "A headline"),
        ("", "Snow fell\non Minsk.", "Untitled: “Snow fell on Minsk.”"),
        ("", "", "Untitled"),
    ],
)
def test_an_article_without_a_headline_is_told_by_its_opening(title, text, words) -> None:
    body = (Span(0, len(text)),) if text else ()
    assert title_or_opening(title, Article("1", text, body=body)) == words
