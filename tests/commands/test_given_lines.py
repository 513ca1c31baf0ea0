"""Articles on standard input: each line is read by itself, and a bad one is named."""

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.articles.tables import read_lines
from geodata.commands.given_lines import GivenArticle, read_given_lines
from geodata.errors import ArticleFormatError
from geodata.model import Article, Span

PAGE = "Home | News\n\nThe museum opened in Kursk on Friday, the governor said.\n"


def read(*lines: bytes, clean: bool = False) -> list[GivenArticle | ArticleFormatError]:
    return list(read_given_lines(lines, path="standard input", clean=clean))


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def only(*lines: bytes, clean: bool = False) -> GivenArticle:
    (found,) = read(*lines, clean=clean)
    assert isinstance(found, GivenArticle)
    return found


def test_everything_that_is_told_is_taken() -> None:
    found = only(
        line(
            id="a/1", text=PAGE, title="Opened", source="One", published="2025-10-24",
            url="https://example.org/1", language="en", toponyms=[[0, 4], [35, 40]],
        )
    )  # fmt: skip
    article = found.article
    assert (found.key, article.id, article.text) == ("a/1", "a/1", PAGE)
    assert (article.title, article.source, article.published) == (
        "Opened",
        "One",
        date(2025, 10, 24),
    )
    assert (article.url, article.language) == ("https://example.org/1", "en")
    assert found.toponyms == (Span(0, 4), Span(35, 40))


def test_without_cleaning_the_whole_text_is_the_article() -> None:
    article = only(line(id=1, text="Kursk.\r\n")).article
    assert article.text[article.body[0].start : article.body[-1].end].strip() == "Kursk."
    assert article.furniture == ()
    assert (article.title, article.source, article.published) == ("", "", None)


def test_what_is_told_is_cleaned_as_in_a_table_of_articles() -> None:
    told = {
        "text": PAGE,
        "title": "Museum\u202e\nopened",
        "source": " One\x07",
        "language": "en-GB",
    }
    given = only(line(id="a", **told), clean=True).article
    (row,) = read_lines([json.dumps(told)], path="a.jsonl")
    assert isinstance(row, Article)
    assert (given.title, given.source, given.language) == ("Museum opened", "One", "en")
    assert dataclasses.replace(given, id=row.id, path=row.path) == row


def test_what_is_wrong_with_json_is_told_without_a_second_line() -> None:
    (error,) = read(b'{"id": 1,}')
    assert str(error).count("line 1") == 1
    assert "(char" not in str(error)


def test_a_number_stays_a_number() -> None:
    assert only(line(id=7, text="x")).key == 7


def test_null_means_not_told() -> None:
    nothing = dict.fromkeys(("title", "source", "published", "url", "language", "toponyms"))
    found = only(line(id="a", text="x", **nothing))
    assert found.toponyms is None
    assert found.article.published is None


def test_no_toponyms_are_not_unknown_toponyms() -> None:
    assert only(line(id="a", text="x", toponyms=[])).toponyms == ()


@pytest.mark.parametrize("published", ["2025-10-24", "2025-10-24T23:59:00Z", "2025-10-24 09:31"])
def test_a_time_of_publication_is_its_day(published: str) -> None:
    assert only(line(id="a", text="x", published=published)).article.published == date(2025, 10, 24)


def test_blank_lines_count_but_are_no_articles() -> None:
    (error,) = read(b"\n", b"  \r\n", b"{\n")
    assert str(error).startswith("standard input, line 3: no valid JSON")


def test_a_byte_order_mark_is_no_error() -> None:
    assert only(b"\xef\xbb\xbf" + line(id="a", text="x")).key == "a"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"nonsense", "no valid JSON (Expecting value at character 1); write one object per line"),
        (b'{"text": "x', "(Unterminated string starting at character 10)"),
        (b"[1, 2]", "not a JSON object; write one per line, with any of id, text, title"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": "a", "text": "\xff"}', "not UTF-8 (byte 22); convert it to UTF-8"),
        (line(text="x"), 'has no "id"'),
        (line(id=True, text="x"), 'has no "id"'),
        (line(id=None, text="x"), 'has no "id"'),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "a number is too long"),
        (line(id="a"), 'has no "text"; write the article under this key'),
        (line(id="a", text=3), "text is not a string; write it in quotes"),
        (line(id="a", text="x", title=["x"]), "title is not a string; write it in quotes"),
        (line(id="a", text="x", title="\ud800"), "title holds half of a surrogate pair"),
        (line(id="a", text="x", url="javascript:alert(1)"), "url is not a web address"),
        (line(id="a", text="x\ud800"), "text holds half of a surrogate pair at character 2"),
        (line(id="a", text="x", published="yesterday"), "write an ISO date"),
        (line(id="a", text="x", toponyms="x"), "are no list"),
        (line(id="a", text="x", toponyms=[[0, 2]]), "a text of 1, end exclusive"),
        (line(id="a", text="x", toponyms=[[-1, 1]]), "write [start, end]"),
        (line(id="a", text="x", toponyms=[[1, 1]]), "write [start, end]"),
        (line(id="a", text="x", toponyms=[[0.0, 1]]), "write [start, end]"),
        (line(id="a", text="x", toponyms=[[False, True]]), "write [start, end]"),
        (line(id="a", text="x", toponyms=[0, 1]), "write [start, end]"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_bad_line_is_named_and_the_next_one_read(bad: bytes, reason: str) -> None:
    error, after = read(bad, line(id="next", text="x"))
    assert isinstance(error, ArticleFormatError)
    assert str(error).startswith("standard input, line 1: ")
    assert reason in str(error)
    assert isinstance(after, GivenArticle)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=40)))
def test_no_bytes_crash_the_reader(lines: list[bytes]) -> None:
    assert len(read(*lines)) <= len(lines)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_id_and_text_are_kept_verbatim(key: str, text: str) -> None:
    found = only(line(id=key, text=text))
    assert (found.key, found.article.text) == (key, text)
