from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from geodata.mentions.sentences import LONGEST_SENTENCE, sentences
from geodata.model import Span
from geodata.names import words


def cut(text: str) -> list[str]:
    return [text[s.start : s.end].strip() for s in sentences(text, [Span(0, len(text))])]


@mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He met Mr. Kim. They spoke.", ["He met Mr. Kim.", "They spoke."]),
        ("The U.S. Senate sat on Oct. 3.", ["The U.S. Senate sat on Oct. 3."]),
        ("“Stop!” “Why?” he asked.", ["“Stop!”", "“Why?” he asked."]),
        ("A headline\nA paragraph", ["A headline", "A paragraph"]),
        ("它很大。我走了。", ["它很大。", "我走了。"]),
        ("It cost 3.5 million", ["It cost 3.5 million"]),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="ab A.!?'’\n-é한"))
def test_every_word_is_in_exactly_one_sentence_in_order(text: str) -> None:
    listed = list(sentences(text, [Span(0, len(text))]))
    found = [start for sentence in listed for start in sentence.tokens.starts]
    assert found == words(text).starts
    for sentence in listed:
        tokens = sentence.tokens
        assert tokens.joined[0] == ""
        for start, end, written in zip(tokens.starts, tokens.ends, tokens.written, strict=True):
            assert sentence.start <= start < end <= sentence.end
            assert text[start:end] == written


def test_a_sentence_without_end_is_cut_into_parts() -> None:
    text = "Moscow " * (LONGEST_SENTENCE * 3 + 1)
    parts = list(sentences(text, [Span(0, len(text))]))
    assert [len(part.tokens) for part in parts] == [LONGEST_SENTENCE] * 3 + [1]
    assert "".join(text[part.start : part.end] for part in parts) == text


def test_a_long_row_of_full_stops_is_one_end() -> None:
    # Read again from each of its dots, this would take minutes.
    assert cut("Stop" + "." * 300_000 + " Go") == ["Stop" + "." * 300_000, "Go"]
