from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geodata.mentions.passages import LONGEST_PASSAGE, passages
from geodata.model import Article, Furniture, Span


def test_paragraphs_are_passages_and_furniture_is_told_apart() -> None:
    text = "One.\nTwo.\nMenu"
    article = Article("a", text, body=(Span(0, 9),), furniture=(Furniture(10, 14, "menu"),))
    cut = [(text[p.start : p.end], p.in_body) for p in passages(article)]
    assert cut == [("One.", True), ("Two.", True), ("Menu", False)]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "The hall is in the north of the town. "
    article = Article("a", sentence * 40, body=(Span(0, len(sentence) * 40),))
    cut = passages(article)
    assert len(cut) > 1
    assert all(p.end - p.start <= LONGEST_PASSAGE for p in cut)
    assert all(article.text[p.start : p.end].strip().endswith(".") for p in cut)


@given(st.text(alphabet="ab. \nZ", max_size=3000))
def test_passages_hold_every_word_of_the_body_once(text: str) -> None:
    cut = passages(Article("a", text, body=(Span(0, len(text)),)))
    assert all(a.end <= b.start for a, b in pairwise(cut))
    kept = "".join(text[p.start : p.end] for p in cut)
    assert "".join(kept.split()) == "".join(text.split())
