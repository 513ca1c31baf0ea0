import pytest

from dashboard.language_names import language_name, language_note


@pytest.mark.parametrize(
    ("code", "name"), [("ko", "Korean"), ("KO", "Korean"), ("pcm", "“pcm”"), ("a\nb", "“a b”")]
)
def test_a_language_is_called_by_its_name_where_it_has_one(code: str, name: str) -> None:
    assert language_name(code) == name


def test_a_code_of_any_length_stays_a_word_on_the_screen() -> None:
    assert len(language_name("x" * 1_000)) < 30


@pytest.mark.parametrize("code", ["", "en", "en-GB", "EN"])
def test_nothing_is_said_of_english_or_of_what_is_not_told(code: str) -> None:
    assert language_note(code) == ""


def test_another_language_is_said_to_be_read_only_so_far() -> None:
    assert "Korean. Recognition is basic" in language_note("ko")
