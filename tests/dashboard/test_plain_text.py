import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.plain_text import escape, one_line, plain, script_json

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
