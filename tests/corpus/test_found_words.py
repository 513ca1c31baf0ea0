import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.corpus.folding import folded_words
from geodata.corpus.found_words import found_words, merged
from geodata.model import Span


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The museum, the Museums.", ["museum"], ["museum", "Museum"]),
        ("Zürich and Zu\u0308rich", ["zurich"], ["Zürich", "Zu\u0308rich"]),
        ("Straße", ["strasse"], ["Straße"]),
        ("Straße", ["s"], ["Stra"[:1], "ß"]),
        ("cafe\u0301 bar", ["cafe"], ["cafe\u0301"]),
        ("평양에서", ["평양"], ["평양"]),
        ("banana", ["ana", "nan"], ["anan"]),
        ("aaaa", ["aa"], ["aaaa"]),
        ("", ["x"], []),
        ("x", [], []),
        ("a.c abc", ["a.c"], ["a.c"]),
    ],
)
def test_words_are_found_as_they_are_written(text, words, found) -> None:
    assert [text[span.start : span.end] for span in found_words(text, words)] == found


@given(st.text(max_size=60), st.text(max_size=12))
def test_what_is_found_lies_in_the_text_in_order(text: str, query: str) -> None:
    spans = found_words(text, folded_words(query))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert list(spans) == sorted(spans) == list(merged(spans))


def test_stretches_that_touch_become_one() -> None:
    assert merged([Span(4, 6), Span(0, 2), Span(2, 3), Span(5, 9)]) == (Span(0, 3), Span(4, 9))
