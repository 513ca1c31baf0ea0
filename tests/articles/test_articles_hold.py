"""What holds for every text whatsoever."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.articles.labels import clean_label
from geodata.articles.text import read_text
from geodata.model import Furniture, Span

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


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_same_text_is_read_the_same_again(text: str) -> None:
    assert read_text(text, path="a.txt") == read_text(text, path="a.txt")
