import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.articles.labels import clean_label, clean_language, clean_path, clean_url


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("  Dam\n breaks\u00a0 ", "Dam breaks"),
        ("exe.\u202etxt\u202c", "exe. txt"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("نهر \u200fالنيل", "نهر النيل"),
        ("<b>${x}</b> \\ `", "<b>${x}</b> \\ `"),
        ("क्\u200dष", "क्\u200dष"),
        ("", ""),
    ],
)
def test_a_label_is_one_clean_line(written: str, label: str) -> None:
    assert clean_label(written) == label


@given(st.text())
def test_a_clean_label_is_clean(written: str) -> None:
    label = clean_label(written)
    assert clean_label(label) == label
    assert len(label) <= 500
    label.encode("utf-8")


@pytest.mark.parametrize(
    ("written", "url"),
    [
        (" https://a.example/x?y=1#z ", "https://a.example/x?y=1#z"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("https://a.example/\n<script>", ""),
        ("/var/x", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_links(written: str, url: str) -> None:
    assert clean_url(written) == url


@pytest.mark.parametrize(
    ("written", "language"),
    [("en", "en"), ("en-US", "en"), ("KO_kr", "ko"), ("english", ""), ("", ""), ("e", "")],
)
def test_a_language_is_two_letters(written: str, language: str) -> None:
    assert clean_language(written) == language


def test_a_path_is_shown_with_escapes() -> None:
    assert clean_path("a\udce9\x1b\u202e.txt") == "a\\udce9\\u001b\\u202e.txt"
