from datetime import date
from pathlib import Path

import pytest

from geodata.articles.files import read_articles, read_upload
from geodata.articles.markup import markup_text
from geodata.articles.web import read_page
from geodata.errors import ArticleFormatError
from geodata.model import Article

PROSE = (
    "<p>A dam broke above the town of Lima on Friday, the mayor said, and the town was emptied.</p>"
    "<p>Nobody was hurt, but the bridge to Callao is gone and the road to Cusco is closed.</p>"
    "<p>Soldiers from Arequipa were on their way with tents, blankets and clean water.</p>"
)


def page(head: str = "", body: str = PROSE, html: str = "") -> bytes:
    return (
        f"<!DOCTYPE html>{html}<html lang='es-PE'><head><meta charset='utf-8'>{head}</head>"
        f"<body><nav><a href='/'>Home</a><a href='/w'>World</a></nav><article>{body}</article>"
        "<footer>© 2026 Andes Daily</footer></body></html>"
    ).encode()


def test_a_page_tells_what_it_is() -> None:
    head = (
        "<title>Dam breaks above Lima | Andes Daily</title>"
        "<meta property='og:title' content='Dam breaks above Lima'>"
        "<meta property='og:site_name' content='Andes Daily'>"
        "<meta property='article:published_time' content='2025-10-24T00:30:00+09:00'>"
        "<link rel='canonical' href='https://andes.example/dam'>"
    )
    article = read_page(page(head, "<h1>Dam breaks above Lima</h1>" + PROSE), path="a.html")
    assert (article.title, article.source) == ("Dam breaks above Lima", "Andes Daily")
    assert (article.published, article.language) == (date(2025, 10, 24), "es")
    assert article.url == "https://andes.example/dam"
    assert article.text.count("Dam breaks above Lima") == 1
    assert "road to Cusco is closed" in article.text
    assert "Home" not in article.text


def test_scripts_are_neither_run_nor_kept() -> None:
    body = (
        "<h1>Dam breaks <script>alert('h1')</script>above Lima</h1>"
        "<script>document.title='gone'</script><style>p{}</style>"
        "<p onclick='alert(2)'>Smoke<script>alert(3)</script> rose.</p><svg><text>x</text></svg>"
        "<iframe srcdoc='<script>alert(4)</script>'>frame</iframe>" + PROSE
    )
    article = read_page(page(body=body), path="a.html")
    assert article.title == "Dam breaks above Lima"
    assert "alert" not in article.text
    assert "document" not in article.text


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("<meta name='date' content='2025-10-24'>", "", date(2025, 10, 24)),
        ("<meta itemprop='datePublished' content='24 October 2025'>", "", date(2025, 10, 24)),
        (
            "<script type='application/ld+json'>{'@type':'NewsArticle',"
            "'datePublished':'2025-10-24T23:30:00-05:00'}</script>".replace("'", '"'),
            "",
            date(2025, 10, 24),
        ),
        (
            "<meta property='article:modified_time' content='2025-10-26'>"
            "<meta property='article:published_time' content='2025-10-24'>",
            "",
            date(2025, 10, 24),
        ),
        ("", "<time datetime='2025-10-24T09:00'>Friday</time>", date(2025, 10, 24)),
        ("", "<span class='post-date'>24 Oct. 2025</span>", date(2025, 10, 24)),
        ("<link rel='canonical' href='https://a.example/2025/10/24/dam'>", "", date(2025, 10, 24)),
        ("<meta name='date' content='03/04/2025'>", "", None),
        ("", "<span class='date'>03/04/2025</span>", None),
        ("", "<time datetime='2025-10-24'>a</time><time datetime='2025-10-22'>b</time>", None),
        ("<meta property='og:image' content='https://a.example/2024/10/03/a.jpg'>", "", None),
        ("", "<img src='https://a.example/2024/10/03/a.jpg'>", None),
        ("<meta name='copyrightyear' content='2024'>", "", None),
        ("<link rel='canonical' href='https://a.example/2025/10/dam'>", "", None),
        (
            "",
            "<p>Kim met Putin in Moscow on October 3, 2024, the agency said at the time.</p>",
            None,
        ),
        ("", "", None),
    ],
)
def test_a_page_is_dated_only_where_it_says_so(head: str, body: str, day: date | None) -> None:
    assert read_page(page(head, body + PROSE), path="a.html").published == day


def test_the_address_a_browser_noted_is_kept() -> None:
    mark = "<!-- saved from url=(0025)https://andes.example/dam -->"
    assert read_page(page(html=mark), path="a.html").url == "https://andes.example/dam"


def test_an_address_that_cannot_be_opened_safely_is_none() -> None:
    head = "<link rel='canonical' href='javascript:alert(1)'>"
    assert read_page(page(head), path="a.html").url == ""


def test_an_xhtml_page_is_read() -> None:
    content = b'<?xml version="1.0" encoding="utf-8"?>\n' + page().replace(b"<!DOCTYPE html>", b"")
    assert "road to Cusco" in read_page(content, path="a.html").text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_a_page_is_decoded_as_it_declares(encoding: str) -> None:
    html = f"<html><head><meta charset='{encoding}'></head><body>{PROSE}<p>Más café en Cañón.</p>"
    assert "Más café en Cañón." in read_page(html.encode(encoding), path="a.html").text


def test_a_short_page_is_read_whole() -> None:
    article = read_page(b"<p>A dam broke in Lima.</p>", path="a.html")
    assert article.text == "A dam broke in Lima."


@pytest.mark.parametrize(
    "content",
    [b"<html></html>", b"\x89PNG\x00", b"", b"<script>alert(1)</script>", b"   ", b"\xff\xfe<"],
)
def test_what_is_no_page_is_refused(content: bytes) -> None:
    with pytest.raises(ArticleFormatError):
        read_page(content, path="a.html")


def test_a_page_nested_without_end_is_refused_or_read() -> None:
    content = b"<div>" * 50_000 + PROSE.encode() + b"</div>" * 50_000
    (read,) = read_upload("a.html", content)
    assert isinstance(read, Article | ArticleFormatError)


def test_nothing_beside_a_page_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt.hidden").write_text("Bogota", encoding="utf-8")
    entity = "<!DOCTYPE html [<!ENTITY x SYSTEM 'secret.txt.hidden'>]>"
    (tmp_path / "a.html").write_bytes(page(body=f"<p>&x;</p>{PROSE}", html=entity))
    article = next(one for one in read_articles([tmp_path / "a.html"]))
    assert isinstance(article, Article)
    assert "Bogota" not in article.text


def test_blocks_of_markup_become_lines() -> None:
    fragment = "Lead <b>bold</b><p>One<br>two</p><ul><li>a</li><li>b</li></ul><!-- no -->tail"
    assert markup_text(fragment).split("\n") == ["Lead bold", "One", "two", "a", "b", "tail"]


def test_a_page_tells_its_article_from_what_trafilatura_leaves() -> None:
    body = f"<h1>Dam breaks above Lima</h1>{PROSE}<p>Advertisement</p>{PROSE}"
    article = read_page(page(body=body), path="a.html")
    own = "".join(article.text[span.start : span.end] for span in article.body)
    assert "Advertisement" not in own
    assert own.count("road to Cusco") == 1
