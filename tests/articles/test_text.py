"""Real pages beside the project, and texts that are nothing but article."""

import re
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path

import pytest

from geodata.articles.text import read_text
from geodata.model import Article, Furniture, Span

EXPECTED = {
    "000": ("N. Korea breaks ground on memorial museum", "viewusglobal.com", None),
    "001": ("North Korea breaks ground on memorial", "Korea JoongAng Daily", date(2025, 10, 24)),
    "002": ("Kim Jong-un Inspects North Korea Russia", "", None),
    "003": ("North Korea Begins Construction of", "", date(2025, 10, 23)),
    "004": ("Kim inspects memorial to heroes", "", None),
}
FURNITURE_WORDS = {
    "000": ["Cheonggyecheon", "Louvre", "Paris", "COVID", "Quick access", "Comments0", "Share it"],
    "001": ["Shoigu", "Lavrov", "Japan", "Seoul", "Home >", "tags ", "hypersonic", "lock icon"],
    "002": ["Balochistan", "Beijing", "Pakistan", "Trump", "AI-generated", "Thoughts", "Sign in"],
    "003": ["Advertisements", "Unsplash", "October 23, 2025"],
    "004": ["kcna.kp", "Comments are closed"],
}
BODY_PHRASES = {
    "000": ["a cemetery, a memorial hall", "KCNA via Yonhap", "Sappyol Street", "Matsegora"],
    "001": ["Kursk region", "digs the first shovel", "Taesong district", "arboretum", "Matsegora"],
    "002": ["Ri Sol-ju", "10,000+ personnel", "First Overseas Combat Museum", "special street"],
    "003": ["Cloudy Sky", "Kursk region", "In Moscow", "Western dominance", "hostile West"],
    "004": ["helped repel a large-scale", "streets named after", "Memorial Wall", "Putin thanked"],
}


def read_real(shared: Path, number: str) -> Article:
    (path,) = (shared / "articles").glob(f"{number}_*.txt")
    return read_text(path.read_bytes().decode("utf-8"), path=str(path))


def body_of(article: Article) -> str:
    return "\n".join(article.text[span.start : span.end] for span in article.body)


@pytest.mark.parametrize("number", EXPECTED)
def test_a_real_page_tells_its_title_source_and_date(shared: Path, number: str) -> None:
    article = read_real(shared, number)
    title, source, published = EXPECTED[number]
    assert article.title.startswith(title)
    assert (article.source, article.published) == (source, published)


@pytest.mark.parametrize("number", EXPECTED)
def test_furniture_of_a_real_page_is_outside_its_body(shared: Path, number: str) -> None:
    article = read_real(shared, number)
    inside = [words for words in FURNITURE_WORDS[number] if words in body_of(article)]
    absent = [words for words in FURNITURE_WORDS[number] if words not in article.text]
    assert (inside, absent) == ([], [])


@pytest.mark.parametrize("number", EXPECTED)
def test_what_a_real_article_says_is_in_its_body(shared: Path, number: str) -> None:
    body = body_of(read_real(shared, number)).casefold()
    assert [words for words in BODY_PHRASES[number] if words.casefold() not in body] == []


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("000", "North Korea's leader", "(Yonhap)"),
        ("001", "North Korea has held", "Kim noted."),
        ("002", "North Korean leader", "general public."),
        ("003", "North Korea has commenced", "political alliance."),
        ("004", "North Korean leader", "after the fallen."),
    ],
)
def test_every_sentence_of_a_real_article_is_in_its_body(
    shared: Path, number: str, first: str, last: str
) -> None:
    article = read_real(shared, number)
    start, end = article.text.index(first), article.text.index(last) + len(last)
    body = body_of(article)
    sentences = [
        line.strip()
        for line in article.text[start:end].splitlines()
        if re.search(r"\w.*\w.*\.[”\"’]?$", line.strip()) and len(line.split()) > 4
    ]
    assert len(sentences) > 4
    assert [line for line in sentences if line not in body] == []


def test_a_caption_is_kept_once(shared: Path) -> None:
    body = body_of(read_real(shared, "001"))
    assert body.count("digs the first shovel") == 1
    assert body.count("center, attends a groundbreaking") == 1


def test_the_headline_is_kept_once(shared: Path) -> None:
    for number in EXPECTED:
        article = read_real(shared, number)
        assert body_of(article).count(article.title) == 1


@pytest.mark.parametrize("corpus", ["lgl-first70.xml", "geovirus-first50.xml"])
def test_an_article_of_one_line_is_all_body(shared: Path, corpus: str) -> None:
    texts = [
        article.findtext("text") or ""
        for article in ElementTree.parse(shared / "corpora" / corpus).getroot()
    ]
    assert len(texts) > 100
    for text in texts:
        article = read_text(text)
        assert body_of(article) == text.strip()
        assert (article.title, article.source, article.published) == ("", "", None)


def test_uncleaned_text_is_all_body_and_tells_nothing_else() -> None:
    text = "\n Headline of the day here\nOctober 23, 2025\nAdvertisement\nA dam broke in Lima. \n"
    article = read_text(text, clean=False)
    assert body_of(article) == text.strip()
    assert (article.title, article.source, article.published) == ("", "", None)


@pytest.mark.parametrize("clean", [True, False])
def test_a_byte_order_mark_stays_in_the_text_outside_the_body(clean: bool) -> None:
    article = read_text("\ufeffA dam broke in Lima.", clean=clean)
    assert article.text[0] == "\ufeff"
    assert article.body == (Span(1, 21),)
    assert article.furniture == (Furniture(0, 1, "byte order mark"),)


def test_a_single_line_is_the_article_whatever_it_says() -> None:
    assert read_text("Comments are closed").body == (Span(0, 19),)


@pytest.mark.parametrize("text", ["", " \n\u00a0\n"])
def test_no_text_has_no_body(text: str) -> None:
    article = read_text(text)
    assert (article.body, article.furniture) == ((), ())


def test_a_hostile_title_is_shown_clean_and_kept_in_the_text() -> None:
    headline = "<script>${alert(1)}</script> C:\\users \u202eexe.txt\u202c in \u0007Lima"
    article = read_text(f"{headline}\nA dam broke above Lima on Monday, the mayor said.")
    assert article.title == "<script>${alert(1)}</script> C:\\users exe.txt in Lima"
    assert article.text.startswith(headline)


def test_a_long_page_is_read_in_time() -> None:
    page = "Related Stories\n" + "He said the river had risen in Lima again.\n" * 20_000
    assert read_text(page).text == page
    line = "(" * 200_000 + "http://" * 50_000 + " " * 200_000 + "."
    assert read_text(line).body == (Span(0, len(line)),)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Quake in Lima", "Quake in Lima"),
        ("Dam breaks", "Dam breaks"),
        ("\ufeffDam breaks", "Dam breaks"),
        ("Jane Doe", ""),
        ("Reuters", ""),
        ("The Lima Times", ""),
        ("Nothing to see.", ""),
    ],
)
def test_a_short_line_alone_above_the_text_is_its_headline(first: str, title: str) -> None:
    text = f"{first}\n\nLIMA, Peru (Reuters) - A strong quake struck Lima, the mayor said.\n"
    assert read_text(text).title == title
