import pytest
from hypothesis import given

from dashboard.article_blocks import (
    Aside,
    Paragraph,
    TakenIn,
    article_blocks,
    aside_words,
    is_short,
    reason_words,
)
from geodata.articles.taking_in import with_taken_in
from geodata.model import Article, Furniture, GeoparsedArticle, Mention, Passage, Span
from tests.corpus.builders import geoparsed_articles

MENU, SHARE, OTHERS = Furniture(0, 4, "menu"), Furniture(5, 10, "share box"), Furniture(17, 25, "x")
ARTICLE = Article(
    "a", "Home\nShare\nKursk.\nIn Paris", body=(Span(11, 17),), furniture=(MENU, SHARE, OTHERS)
)
GEOPARSED = GeoparsedArticle(
    ARTICLE,
    (Passage(0, 4, False), Passage(5, 10, False), Passage(11, 17), Passage(18, 26, False)),
    furniture_mentions=(Mention(21, 26, "Paris"),),
)


def test_neighbouring_stretches_stand_together_and_say_what_they_are() -> None:
    top, own, bottom = article_blocks(GEOPARSED)
    assert isinstance(top, Aside)
    assert [one.furniture for one in top.stretches] == [MENU, SHARE]
    assert aside_words(top) == "Not the article’s own words: menu, buttons to share"
    assert isinstance(own, Paragraph)
    assert isinstance(bottom, Aside)
    assert aside_words(bottom) == "Not the article’s own words: x · 1 name in it off the map"
    assert is_short(bottom)


def test_a_stretch_taken_in_stands_apart_from_furniture_and_says_so() -> None:
    changed = GeoparsedArticle(
        with_taken_in(ARTICLE, [SHARE]),
        (Passage(0, 4, False), Passage(5, 10), Passage(11, 17), Passage(18, 26, False)),
    )
    blocks = article_blocks(changed, [SHARE])
    assert [type(one) for one in blocks] == [Aside, TakenIn, Paragraph, Aside]
    assert isinstance(blocks[1], TakenIn)
    assert blocks[1].stretch.furniture == SHARE


@given(geoparsed_articles())
def test_every_passage_with_words_is_in_one_block(geoparsed: GeoparsedArticle) -> None:
    starts = []
    for one in article_blocks(geoparsed):
        match one:
            case Paragraph():
                starts.append(one.start)
            case Aside(stretches):
                starts.extend(p.start for stretch in stretches for p in stretch.paragraphs)
    assert starts == sorted(starts)
    assert set(starts) <= {passage.start for passage in geoparsed.passages}


@pytest.mark.parametrize(("reason", "words"), [("icon", "the name of an icon"), ("menu", "menu")])
def test_a_reason_is_told_in_words(reason: str, words: str) -> None:
    assert reason_words(Furniture(0, 1, reason)) == words
