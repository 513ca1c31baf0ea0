"""What an address held becomes articles by what it is, not only by what it is called."""

from datetime import date

import pytest

from geodata.articles.fetched import Kind, in_utf_8, kind_of, read_behind, read_fetched
from geodata.articles.fetching import Fetched
from geodata.articles.word_counts import words_taken
from geodata.errors import ArticleError, ArticleFetchError, ArticleFormatError
from geodata.model import Article
from tests.articles.web_host import PAGE

URL = "https://andes.example/dam"
FEED = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Andes wire</title>
<item><title>Dam breaks above Lima</title><link>https://andes.example/dam</link>
<pubDate>Fri, 24 Oct 2025 00:30:00 +0900</pubDate><description>A dam broke.</description></item>
<item><title>Rain in Cusco</title><description>It rains in Cusco.</description></item>
<item><title></title><link>https://andes.example/empty</link></item></channel></rss>"""


def read_one(fetched: Fetched) -> Article | ArticleError:
    (article,) = read_fetched(fetched)
    return article


def test_a_page_is_one_article_of_its_address() -> None:
    article = read_one(Fetched(URL, PAGE, "text/html", "utf-8"))
    assert isinstance(article, Article)
    assert (article.title, article.source) == ("Dam breaks above Lima", "Andes Daily")
    assert (article.published, article.url, article.path) == (date(2025, 10, 24), URL, "")
    assert "road to Cusco is closed" in article.text


def test_an_address_makes_the_same_article_whatever_its_page_says() -> None:
    now = read_one(Fetched(URL, PAGE, "text/html"))
    later = read_one(Fetched(URL, PAGE.replace(b"Nobody", b"One man"), "text/html"))
    other = read_one(Fetched(URL + "?page=2", PAGE, "text/html"))
    assert isinstance(now, Article) and isinstance(later, Article) and isinstance(other, Article)
    assert now.id == later.id != other.id


def test_a_feed_is_an_article_for_each_entry() -> None:
    dam, rain, empty = read_fetched(Fetched(URL, FEED, "application/rss+xml"))
    assert isinstance(dam, Article) and isinstance(rain, Article)
    assert (dam.url, dam.published, dam.source) == (URL, date(2025, 10, 24), "Andes wire")
    assert (rain.url, rain.title) == ("", "Rain in Cusco")
    assert isinstance(empty, ArticleFormatError)


def test_plain_text_is_read_as_text() -> None:
    text = b"Dam breaks above Lima\n\nA dam broke above Lima on Friday, the mayor said.\n"
    article = read_one(Fetched(URL, text, "text/plain"))
    assert isinstance(article, Article)
    assert (article.text, article.url) == (text.decode(), URL)


@pytest.mark.parametrize(
    ("content_type", "content", "kind"),
    [
        ("text/html", PAGE, Kind.PAGE),
        ("", PAGE, Kind.PAGE),
        ("application/xhtml+xml", PAGE, Kind.PAGE),
        ("text/html", FEED, Kind.FEED),
        ("text/plain", b"\xef\xbb\xbf \n<!-- by hand --><rss >", Kind.FEED),
        ("text/xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        ("text/xml", b"<?xml version='1.0'?><atom:feed>", Kind.FEED),
        ("application/rdf+xml", b"<rdf:RDF >", Kind.FEED),
        ("application/xml", b"<?xml version='1.0'?><!DOCTYPE html><html lang='en'>", Kind.PAGE),
        ("application/xml", b"<unknown>", Kind.FEED),
        ("text/html", b"<html><body><p>How to write a &lt;rss&gt; <rss >", Kind.PAGE),
        ("text/html", b"<!--" * 1000, Kind.PAGE),
        ("text/plain", b"Dam breaks", Kind.TEXT),
    ],
)
def test_what_stands_first_tells_a_feed_from_a_page(
    content_type: str, content: bytes, kind: Kind
) -> None:
    assert kind_of(Fetched(URL, content, content_type)) == kind


@pytest.mark.parametrize(
    "content_type", ["image/png", "application/pdf", "application/json", "a\u202eb" * 99]
)
def test_what_holds_no_text_is_refused_by_name(content_type: str) -> None:
    refused = read_one(Fetched(URL, b"%PDF", content_type))
    assert isinstance(refused, ArticleFetchError)
    assert "only web pages" in str(refused)
    assert "\u202e" not in str(refused)


RUSSIAN = "<html><head>{}</head><body><p>В Курске открыли музей — большой.</p></body></html>"


@pytest.mark.parametrize(
    ("head", "charset", "encoding"),
    [
        ("", "", "utf-8"),
        ("", "windows-1251", "utf-8"),
        ("", "windows-1251", "windows-1251"),
        ("<meta charset='windows-1251'>", "", "windows-1251"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>", "",
         "windows-1251"),
        ("<meta charset='no-such'>", "windows-1251", "windows-1251"),
        ("<meta charset='windows-1251'>", "utf-8", "windows-1251"),
    ],
)  # fmt: skip
def test_an_encoding_is_taken_at_its_word(head: str, charset: str, encoding: str) -> None:
    page = RUSSIAN.format(head)
    sent = Fetched(URL, page.encode(encoding), "text/html", charset)
    assert in_utf_8(sent, Kind.PAGE).decode() == page


def test_latin_1_is_what_browsers_take_it_for() -> None:
    sent = Fetched(URL, "“Café” – 5 €".encode("cp1252"), "text/plain", "iso-8859-1")
    assert in_utf_8(sent, Kind.TEXT).decode() == "“Café” – 5 €"


@pytest.mark.parametrize("charset", ["", "utf-8", "idna", "punycode", "unicode_escape", "hex", "x"])
def test_an_encoding_that_nobody_names_is_not_guessed(charset: str) -> None:
    refused = read_one(
        Fetched(URL, RUSSIAN.replace("—", "-").encode("koi8-r"), "text/html", charset)
    )
    assert isinstance(refused, ArticleFormatError)
    assert "none of the encodings" in str(refused)


@pytest.mark.parametrize("content", [b"\xff\xfe<\0h\0", b"\0\x01\x02", b""])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    assert isinstance(read_one(Fetched(URL, content, "text/html")), ArticleFormatError)


# ---- the articles behind a feed


@pytest.fixture
def entry() -> Article:
    dam, *_ = read_fetched(Fetched("https://andes.example/feed", FEED, "text/xml"))
    assert isinstance(dam, Article)
    return dam


def test_the_whole_article_behind_an_entry_is_read(entry: Article) -> None:
    whole = read_behind(entry, lambda asked: Fetched(asked + "?long", PAGE, "text/html"))
    assert isinstance(whole, Article)
    assert words_taken(whole) > words_taken(entry)
    assert (whole.url, whole.source) == (URL + "?long", "Andes Daily")


def test_what_the_page_does_not_say_is_taken_from_the_entry(entry: Article) -> None:
    bare = PAGE.replace(b"og:site_name", b"x").replace(b"article:published_time", b"y")
    whole = read_behind(entry, lambda asked: Fetched(asked, bare, "text/html"))
    assert isinstance(whole, Article)
    assert (whole.source, whole.published) == ("Andes wire", date(2025, 10, 24))


def refuse(asked: str) -> Fetched:
    raise ArticleFetchError("there is no such page (404)", path=asked)


@pytest.mark.parametrize(
    ("fetch", "reason"),
    [
        (refuse, "no such page"),
        (lambda asked: Fetched(asked, FEED, "text/xml"), "leads to a feed"),
        (lambda asked: Fetched(asked, b"%PDF", "application/pdf"), "only web pages"),
        (lambda asked: Fetched(asked, b"<html><body>No.</body></html>", "text/html"),
         "no more words"),
        (lambda asked: Fetched(asked, b"<html></html>", "text/html"), "no text"),
    ],
)  # fmt: skip
def test_an_entry_whose_page_cannot_be_read_says_why(entry, fetch, reason: str) -> None:
    kept = read_behind(entry, fetch)
    assert isinstance(kept, ArticleError)
    assert reason in str(kept)
