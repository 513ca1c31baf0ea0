import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.plain_text import escape, first_words, one_line, plain, script_json, told_apart

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "${alert(1)}",
    "`${alert(1)}`",
    "C:\\users\\new",
    "it's \"quoted\" & 'so on'",
    "\u202eevil\u202c",
    "line\u2028break\u2029",
    "NUL\x00 bell\x07",
]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pyongyang’s Hwasong", "Pyongyang’s Hwasong"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066isolated\u2069", "isolated"),
        ("a\x00b\x07c", "abc"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("עברית العربية 평양", "עברית العربية 평양"),
        ("half \ud800 a pair", "half  a pair"),
    ],
)
def test_plain_text_keeps_all_but_what_misleads(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>", "&lt;b&gt;"),
        ("a & b", "a &amp; b"),
        ("\"'", "&quot;&#x27;"),
        ("${x}", "&#36;{x}"),
        ("`", "&#96;"),
        ("C:\\u", "C:&#92;u"),
    ],
)
def test_escaped_text_is_neither_html_nor_a_template(text: str, html: str) -> None:
    assert escape(text) == html


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_text_survives_escaping(text: str) -> None:
    assert not set("<>`$\\\u202e\x00") & set(escape(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_text_ends_the_script_it_stands_in(text: str) -> None:
    written = script_json({"name": text})
    assert not set("<>&`$'/\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}


@given(st.text())
def test_a_script_reads_every_text_back(text: str) -> None:
    written = script_json([text])
    assert written.isascii()
    assert json.loads(written) == [text]


def test_a_number_that_json_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        script_json(float("nan"))


@pytest.mark.parametrize(
    ("text", "longest", "line"),
    [
        ("a\n b\t c", 200, "a b c"),
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("", 6, ""),
    ],
)
def test_one_line_is_one_line(text: str, longest: int, line: str) -> None:
    assert one_line(text, longest=longest) == line


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([], []),
        (["KCNA", "Yonhap"], ["KCNA", "Yonhap"]),
        (["KCNA", "KCNA", "Yonhap", "KCNA"], ["KCNA", "KCNA (2)", "Yonhap", "KCNA (3)"]),
        (["KCNA (2)", "KCNA", "KCNA"], ["KCNA (2)", "KCNA", "KCNA (3)"]),
    ],
)
def test_choices_that_look_alike_are_numbered(labels: list[str], told: list[str]) -> None:
    assert told_apart(labels) == told


@given(st.lists(st.sampled_from(["a", "a (2)", "a (3)", "b"])))
def test_no_two_choices_are_alike(labels: list[str]) -> None:
    assert len(set(told_apart(labels))) == len(labels)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        (" a  dam\nin Lima ", "a dam in"),
        ("a dam Arequipa", "a dam"),
        ("Arequipaaaa dam", "Arequipa"),
        ("a dam in", "a dam in"),
    ],
)
def test_the_first_words_are_whole(text: str, words: str) -> None:
    assert first_words(text, longest=8) == words
