"""What is called a copy, how surely, and that comparing a few more articles changes nothing."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.articles.files import read_articles
from geodata.corpus.snapshot import join_snapshots, snapshot_of
from geodata.independence.comparison import sharing_with
from geodata.independence.pairs import MOST_ALIKE, MOST_TEXTS, near_pairs
from geodata.independence.shared_texts import SharedTexts, shared_texts
from geodata.independence.shingles import shingles, text_ids, words
from geodata.model import Article, GeoparsedArticle, Passage
from tests.corpus.builders import corpora
from tests.independence.builders import ANCHOR, article, of_texts
from tests.independence.sentence_pairs import (
    HELD_OUT,
    KNOWN_LIMIT,
    PAIRS,
    scores,
    sentence_pairs,
)

LONG = "The ferry left Zanzibar shortly before dawn with more than three hundred people on board."


def shared_sentences(shared: SharedTexts) -> list[str]:
    return shared.sentences.drop_nulls("wording")["sentence"].to_list()


@pytest.mark.parametrize(
    ("path", "count", "least_precision", "least_recall", "least_but_for_rewriting"),
    [(PAIRS, 68, 0.96, 0.82, 0.90), (HELD_OUT, 32, 0.91, 0.64, 0.73)],
    ids=["chosen on", "held out"],
)
def test_copies_and_others_are_told_apart_as_well_as_the_docs_say(
    path: Path,
    count: int,
    least_precision: float,
    least_recall: float,
    least_but_for_rewriting: float,
) -> None:
    """Floors: lowering one is a commit of its own."""
    pairs = sentence_pairs(path)
    precision, recall = scores(pairs)
    assert len(pairs) == count
    assert precision >= least_precision
    assert recall >= least_recall
    edited = [pair for pair in pairs if pair.kind != KNOWN_LIMIT]
    assert scores(edited)[1] >= least_but_for_rewriting


def test_a_long_sentence_is_a_copy_wherever_it_stands() -> None:
    shared = shared_texts(of_texts(["Own words.", LONG], [LONG, "Other words."]))
    assert shared_sentences(shared) == [LONG, LONG]
    assert shared.sentences["wording"].drop_nulls().n_unique() == 1


@pytest.mark.parametrize("formula", ["He said on Monday.", "(Reuters)", "No."])
def test_a_short_sentence_is_a_copy_only_beside_one(formula: str) -> None:
    apart = shared_texts(of_texts([formula, "One thing."], [formula, "Another thing."]))
    assert shared_sentences(apart) == []
    beside = shared_texts(of_texts([ANCHOR, formula], [ANCHOR, formula]))
    assert len(shared_sentences(beside)) == 4


def test_a_short_sentence_far_from_the_copy_is_nobodys() -> None:
    own = ["We saw it.", "It was red.", "They left soon."]
    other = ["You saw none.", "All was blue.", "We stayed late."]
    shared = shared_texts(of_texts([ANCHOR, *own, "He said on Monday."],
                                   [ANCHOR, *other, "He said on Monday."]))  # fmt: skip
    assert set(shared_sentences(shared)) == {ANCHOR}


def test_the_same_sentence_on_the_other_side_of_a_copy_does_not_count() -> None:
    shared = shared_texts(of_texts(["He said so today.", ANCHOR], [ANCHOR, "He said so today."]))
    assert set(shared_sentences(shared)) == {ANCHOR}


def test_what_one_article_repeats_is_nobody_elses() -> None:
    assert shared_sentences(shared_texts(of_texts([LONG, "Own.", LONG], ["Other."]))) == []


def test_furniture_is_not_compared() -> None:
    text = f"{LONG}\n"
    in_furniture = GeoparsedArticle(Article("f", text), (Passage(0, len(LONG), in_body=False),))
    shared = shared_texts(snapshot_of([in_furniture, article("a", LONG)]))
    assert shared_sentences(shared) == []


def test_scripts_without_spaces_are_compared_by_their_characters() -> None:
    chinese = "朝鲜领导人星期四在平壤出席了纪念馆的奠基仪式。"
    shared = shared_texts(of_texts([chinese, "别的话。"], ["不同的开头。", chinese]))
    assert shared_sentences(shared) == [chinese, chinese]


def test_marks_alone_are_no_words_to_share() -> None:
    assert shared_sentences(shared_texts(of_texts([ANCHOR, "***"], [ANCHOR, "—"]))) == [ANCHOR] * 2


def test_nothing_to_compare_is_no_trouble() -> None:
    assert shared_sentences(shared_texts(snapshot_of([]))) == []
    assert sharing_with(shared_texts(snapshot_of([])), "none") == ()


def test_a_sentence_without_an_end_is_cut() -> None:
    endless = "word after word " * 20_000
    shared = shared_texts(of_texts([endless], [endless]))
    assert shared.sentences["sentence"].str.len_chars().max() <= 1500


def test_a_turn_of_phrase_that_hundreds_use_leads_to_no_pair() -> None:
    many = pl.Series([f"according to the ministry number {n}" for n in range(MOST_TEXTS + 1)])
    texts = pl.DataFrame({"text_id": text_ids(words(many)), "words": words(many)})
    assert near_pairs(shingles(texts), texts["text_id"]).is_empty()
    some = texts.head(MOST_TEXTS)
    near = near_pairs(shingles(some), some["text_id"])
    assert MOST_TEXTS <= near.height <= MOST_TEXTS * MOST_ALIKE
    few = texts.head(MOST_ALIKE)
    assert near_pairs(shingles(few), few["text_id"]).height == MOST_ALIKE * (MOST_ALIKE - 1) // 2


def test_a_copy_among_hundreds_of_likenesses_is_found() -> None:
    """In a corpus of one mould, where all that a sentence has is common."""
    dice = random.Random(7)
    mould = "the ferry to the island was late on monday because of fog and rain".split()
    many = [" ".join(dice.choice(mould) for _ in range(24)) for _ in range(4000)]
    copy = f"{many[0].rsplit(' ', 2)[0]} again"
    shared = shared_texts(of_texts(many, [copy]))
    assert shared_sentences(shared)[-1] == copy


sentence = st.sampled_from(
    [
        LONG,
        LONG.replace("three", "four"),
        LONG.replace(" with more than three hundred people on board", ""),
        ANCHOR,
        "He said on Monday.",
        "The bridge was shut. It rained.",
        "",
    ]
)
bodies = st.lists(st.lists(sentence, max_size=6), max_size=6)


@given(bodies, bodies)
@settings(max_examples=60, deadline=None)
def test_comparing_a_few_more_finds_what_comparing_all_does(
    first: list[list[str]], more: list[list[str]]
) -> None:
    """Also where an article of the same id takes another's place."""
    base = snapshot_of(article(f"{n}", *one) for n, one in enumerate(first))
    added = snapshot_of(article(f"{n + 3}", *one) for n, one in enumerate(more))
    both = join_snapshots(base, added)
    anew, joined = shared_texts(both), shared_texts(both, shared_texts(base))
    assert joined.sentences.equals(anew.sentences)
    assert joined.links.equals(anew.links)
    back = shared_texts(base, joined)
    assert back.sentences.equals(shared_texts(base).sentences)


@given(corpora())
@settings(max_examples=50, deadline=None)
def test_any_articles_can_be_compared(articles: list[GeoparsedArticle]) -> None:
    """A sentence is where it says; what is shared is shared by two articles."""
    snapshot = snapshot_of(articles)
    shared = shared_texts(snapshot)
    texts = {one.article.id: one.article.text for one in articles}
    for row in shared.sentences.iter_rows(named=True):
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["sentence"]
        assert row["sentence"].strip() == row["sentence"] != ""
    for one in articles:
        for sharing in sharing_with(shared, one.article.id):
            assert sharing.article_id != one.article.id
            assert 1 <= sharing.shared_count <= sharing.sentence_count
            back = sharing_with(shared, sharing.article_id)
            assert one.article.id in {other.article_id for other in back}


def test_the_two_real_reports_of_one_wire_share_most_of_it(shared) -> None:
    """The dumps' own words, straight from the reader; the other three share nothing."""
    articles = [one for one in read_articles([shared / "articles"]) if isinstance(one, Article)]
    told = [
        GeoparsedArticle(one, tuple(Passage(span.start, span.end) for span in one.body))
        for one in articles
    ]
    found = shared_texts(snapshot_of(told))
    sharing = {
        next(a.path for a in articles if a.id == one)[-24:-21]: sharing_with(found, one)
        for one in (a.id for a in articles)
    }
    assert [len(one) for one in sharing.values()] == [1, 1, 0, 0, 0]
    first = next(iter(sharing.values()))[0]
    assert first.shared_count >= 12
    assert first.shared_count < first.sentence_count


def test_the_date_does_not_decide_what_is_a_copy() -> None:
    one = article("a", LONG, published=date(2025, 10, 24))
    later = replace(one.article, id="b", published=date(2025, 10, 30))
    shared = shared_texts(snapshot_of([one, replace(one, article=later)]))
    assert shared_sentences(shared) == [LONG, LONG]
