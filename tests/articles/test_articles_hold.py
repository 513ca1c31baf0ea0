"""What holds for every text whatsoever."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.articles.files import SUPPORTED, read_upload
from geodata.articles.identity import fingerprint
from geodata.articles.labels import clean_label
from geodata.articles.text import read_text
from geodata.errors import ArticleError
from geodata.model import Article, Furniture, Span

LINES = st.sampled_from(
    [
        "Related Stories",
        "Comments",
        "Advertisement",
        "Home > World",
        "Share",
        "By Jane Doe",
        "October 23, 2025",
        "Published: 03/04/2025",
        "2025-10-24 | Dam breaks above Lima",
        "date 2025-10-24  Dam breaks above Lima",
        "Dam breaks above Lima - Andes Daily",
        "Dam breaks above Lima",
        "Andes Daily",
        "LIMA, Oct. 24, 2025 (Reuters) - A dam broke above the town on Friday.",
        "A dam broke above Lima on Friday, and the mayor fled.",
        "“Run,” she said.",
        "\ufeff",
        "\u200b",
        "•",
        "|---|",
        "© 2025 Andes Daily",
        "jane@andes.example",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=14).map("\n".join),
    st.lists(LINES, max_size=20).map("\r\n\u00a0\r\n".join),
)


def gaps(text: str, spans: Sequence[Span | Furniture]) -> list[str]:
    """What lies outside the spans."""
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


@given(TEXTS, st.booleans())
@settings(max_examples=400, deadline=None)
def test_body_and_furniture_share_out_the_text(text: str, clean: bool) -> None:
    article = read_text(text, clean=clean)
    spans = sorted([*article.body, *article.furniture], key=lambda span: span.start)
    assert article.text == text
    assert list(article.body) == sorted(article.body)
    assert list(article.furniture) == sorted(article.furniture)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        piece = text[span.start : span.end]
        assert piece and piece == piece.strip()
    assert all(gap == "" or gap.isspace() for gap in gaps(text, spans))
    assert all(piece.reason for piece in article.furniture)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_the_title_is_part_of_a_line_of_the_text(text: str) -> None:
    title = read_text(text).title
    assert title == "" or any(title in clean_label(line) for line in text.splitlines())


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<rss>", "<item>", "<title>", "A dam broke.", "<script>", "&x;"),
            *("<![CDATA[", "]]>", "<html>", "<head>", "<time datetime='2025'>"),
            *("<meta name='date' content='2025-1-1'>", "---\n", "title: x\n", "text,id\n"),
            *('"', '{"text": ', "\n", ",", "\ud7ff", "\x0b"),
        ]
    ),
    max_size=25,
).map(lambda pieces: "".join(pieces).encode())


@given(st.one_of(st.binary(max_size=200), MARKUP), st.sampled_from(SUPPORTED), st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_no_bytes_of_any_kind_break_a_reader(content: bytes, suffix: str, name: str) -> None:
    for read in read_upload(name + suffix, content):
        assert isinstance(read, Article | ArticleError)
        if isinstance(read, Article):
            read.text.encode("utf-8")
            read.path.encode("utf-8")
            assert len(fingerprint(read)) == 64
            assert read.title == clean_label(read.title)
        else:
            str(read).encode("utf-8")


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_same_text_is_read_the_same_again(text: str) -> None:
    assert read_text(text, path="a.txt") == read_text(text, path="a.txt")
