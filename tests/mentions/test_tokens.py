"""Words are read column by column, and what a hostile text holds is not remembered."""

import tracemalloc

from geodata.mentions.tokens import tokens_of
from geodata.names import LONGEST_WORD, normalise


def test_offsets_are_of_the_whole_word_and_its_key_is_cut() -> None:
    word = "é" * 1000
    tokens = tokens_of(f"In {word}-Berlin.", 0, 1012)
    assert list(zip(tokens.starts, tokens.ends, strict=True)) == [(0, 2), (3, 1003), (1004, 1010)]
    assert tokens.keys == ("in", "e" * LONGEST_WORD, "berlin")
    assert tokens.joined == ["", " ", "-"]


def test_words_that_are_no_words_do_not_fill_the_memory() -> None:
    tracemalloc.start()
    for number in range(100):
        word = f"É{number}" + "é" * 10_000
        tokens_of(word, 0, len(word))
        normalise(word)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 200_000  # bytes; the words alone are 1 MB
