"""What is told of copies: numbers, order, edits; and that no text of theirs becomes markup."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.compared_articles import comparison_html
from dashboard.copy_words import (
    CopyTold,
    also_json,
    articles_in_words,
    order_in_words,
    place_in_words,
    repeating_in_words,
    sharing_in_words,
    sharing_label,
    stretches_html,
    text_in_words,
    told_copy,
)
from geodata.corpus.answers import ArticlePassages, ArticleSummary, NamingPassage
from geodata.corpus.copies import NamingText
from geodata.independence.comparison import Row, SentenceAt, Sharing
from geodata.independence.differences import Change, Stretch
from geodata.model import Mention

FIRST, LATER = date(2025, 10, 24), date(2025, 10, 25)


def summary(source: str = "One", published: date | None = FIRST, title: str = "") -> ArticleSummary:
    return ArticleSummary(source or "unknown", source, title, published, "", "en", "", 1)


def naming(article: ArticleSummary) -> ArticlePassages:
    passage = NamingPassage(0, 10, "In Kursk.", (Mention(3, 8, "Kursk"),))
    return ArticlePassages(article, (passage,))


def text(first: ArticleSummary, *copies: ArticleSummary) -> NamingText:
    return NamingText(naming(first), tuple(map(naming, copies)))


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([text(summary())], "1 passage in 1 article"),
        ([text(summary(), summary("Two"))],
         "2 passages in 2 articles · 2 outlets, 1 independent text"),
        ([text(summary(), summary("")), text(summary("Two"))],
         "3 passages in 3 articles, 2 independent texts"),
        ([text(summary()), text(summary())],
         "2 passages in 2 articles · 1 outlet, 2 independent texts"),
    ],
)  # fmt: skip
def test_a_place_says_in_how_many_texts_it_is_named(texts, words: str) -> None:
    assert place_in_words(texts) == words


def test_copies_that_do_not_count_are_told_apart() -> None:
    copied = replace(text(summary(), summary("Two"), summary("")), uncounted=frozenset({"Two"}))
    assert place_in_words([copied]) == (
        "3 passages in 2 articles, and 1 that only repeats them, 1 independent text"
    )
    wire = replace(
        text(summary(), summary("Two"), summary("Three")), uncounted=frozenset({"Two", "Three"})
    )
    assert place_in_words([wire]) == (
        "3 passages in 1 article, and 2 that only repeat it · 1 outlet, 1 independent text"
    )


@pytest.mark.parametrize(
    ("count", "repeating", "words", "alone"),
    [
        (33, 4, "33 articles, and 4 that only repeat them", "4 articles only repeat others"),
        (1, 1, "1 article, and 1 that only repeats it", "1 article only repeats others"),
        (5, 0, "5 articles", ""),
    ],
)
def test_articles_that_only_repeat_others_are_counted_apart(
    count: int, repeating: int, words: str, alone: str
) -> None:
    assert articles_in_words(count, repeating) == words
    assert repeating_in_words(repeating) == alone


@pytest.mark.parametrize(
    ("shared_counts", "words"),
    [
        ([11, *[1] * 27],
         "Shares most of its text with 1 article, single sentences with 27 more"),
        ([7, 7, 6, 1], "Shares most of its text with 2 articles, several sentences with 1 more, "
         "a single sentence with 1 more"),
        ([2, 2], "Shares several sentences with 2 articles"),
        ([1], "Shares a single sentence with 1 article"),
    ],
)  # fmt: skip
def test_much_shared_text_is_told_apart_from_a_sentence(
    shared_counts: list[int], words: str
) -> None:
    assert sharing_in_words([Sharing("a", count, 12, 30) for count in shared_counts]) == words


def test_an_article_to_compare_with_is_told_by_its_headline() -> None:
    article = summary("One", FIRST, "A ferry strikes a reef off the coast and everybody is saved")
    assert sharing_label(article, Sharing("a", 1, 12, 30)) == (
        "1 of 12 sentences · A ferry strikes a reef off the coast and everybod… · One, 24 Oct 2025"
    )


def test_a_text_of_one_article_says_nothing_of_copies() -> None:
    assert text_in_words(text(summary())) == ""
    assert also_json(text(summary()), []) is None


def test_the_copies_are_named_and_so_is_the_order() -> None:
    one = text(summary(), summary("Two", LATER), summary("Three", LATER))
    same = [told_copy(copy, [(Stretch("In Kursk.", Change.KEPT),)]) for copy in one.copies]
    told = also_json(one, same)
    assert told["words"] == "Also in Two, 25 Oct 2025; Three, 25 Oct 2025"
    assert told["how"] == "the same text"
    assert told["order"] == "One, 24 Oct 2025, was first."
    assert told["first"] == "One, 24 Oct 2025"
    assert [copy["said"] for copy in told["copies"]] == ["Word for word the same."] * 2
    assert text_in_words(one) == "3 outlets, 1 independent text"


def test_a_long_list_of_copies_names_the_first_few() -> None:
    one = text(summary(), *(summary(f"S{n}", LATER) for n in range(6)))
    told = also_json(one, [told_copy(copy, []) for copy in one.copies])
    assert told["words"].endswith("S2, 25 Oct 2025 and 3 more")
    assert len(told["copies"]) == 6


def test_a_copy_that_was_not_compared_is_not_called_the_same() -> None:
    one = text(summary(), summary("Two", LATER))
    told = also_json(one, [CopyTold(one.copies[0].article, (), 0, is_compared=False)])
    assert "compare the articles" in told["copies"][0]["said"]


@pytest.mark.parametrize(
    ("first", "rivals", "words"),
    [
        (summary(), [], "One, 24 Oct 2025, was first."),
        (summary(), [summary("Two")], "Which was first is not known: they are of the same day."),
        (summary(), [summary("Two", None)], "Which was first is not known: Two is undated."),
        (summary("One", None), [summary("Two", None)],
         "Which was first is not known: One, Two are undated."),
        (summary(), [summary("", None)],
         "Which was first is not known: one of unknown source is undated."),
    ],
)  # fmt: skip
def test_the_order_is_said_to_be_unknown_where_it_is(first, rivals, words: str) -> None:
    assert order_in_words(first, rivals) == words


def test_an_edit_is_marked_by_more_than_colour() -> None:
    told = stretches_html(
        [Stretch("Two", Change.LEFT_OUT), Stretch("Three", Change.ADDED),
         Stretch(" died", Change.KEPT), Stretch(" here", Change.ADDED)]
    )  # fmt: skip
    assert (
        told
        == f"{spoken('del', 'only in A', 'Two')}{spoken('ins', 'only in B', 'Three')} died "
        + (spoken("ins", "only in B", "here"))
    )


def spoken(tag: str, said: str, words: str) -> str:
    end = '<span class="dl-spoken"> (end)</span>'
    return f'<{tag}><span class="dl-spoken">{said}: </span>{words}{end}</{tag}>'


HOSTILE = "</section><script>alert(1)</script>${x}`\\ <img src=x onerror=alert(2)>"


@given(st.text(max_size=30), st.sampled_from(Change))
@settings(deadline=None)
def test_no_text_of_an_article_becomes_markup(more: str, change: Change) -> None:
    told = stretches_html([Stretch(HOSTILE + more, change)])
    inner = told.replace("<ins>", "").replace("</ins>", "").replace("<del>", "")
    inner = inner.replace("</del>", "").replace('<span class="dl-spoken">', "")
    assert "<" not in inner.replace("</span>", "")


def test_a_comparison_shows_each_side_and_escapes_both() -> None:
    hostile = SentenceAt(0, 9, HOSTILE)
    rows = [
        Row((hostile,), (hostile,)),
        Row((hostile,), ()),
        Row((), (hostile,)),
        Row((hostile,), (), is_repeat=True),
    ]
    one, other = summary(HOSTILE, FIRST, HOSTILE), summary("Two", LATER, HOSTILE)
    told = comparison_html(one, other, rows)
    assert "<script" not in told
    assert "<img" not in told
    assert "1 sentence in both, 1 of them word for word." in told
    labels = ["In both", "Only in A", "Only in B", "In both, but elsewhere"]
    assert [told.count(f"<h3>{label}") for label in labels] == [2, 1, 1, 1]
