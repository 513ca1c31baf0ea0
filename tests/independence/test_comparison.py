"""Two articles side by side: every sentence once, edits word by word, in a reader's order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.corpus.snapshot import snapshot_of
from geodata.independence.comparison import Row, Sharing, sharing_with, side_by_side
from geodata.independence.differences import Change, differences
from geodata.independence.shared_texts import shared_texts
from tests.independence.builders import ANCHOR, article, of_texts

FERRY = "The ferry left Zanzibar shortly before dawn with more than three hundred people on board."
DIVERS = (
    "Divers from Mombasa began to look for cracks in the piers of the bridge on Monday morning."
)
OWN = "We saw none of this ourselves."


def rows(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    return [in_words(row) for row in side_by_side(shared_texts(of_texts(one, other)), "0", "1")]


def in_words(row: Row) -> tuple[str, str]:
    one, other = ("|".join(sentence.text for sentence in side) for side in (row.one, row.other))
    return one, other


def test_what_both_have_stands_together_and_the_rest_where_it_was() -> None:
    edited = FERRY.replace("three hundred", "two hundred")
    assert rows([FERRY, OWN, DIVERS], ["Nobody slept here.", edited, "It rained.", DIVERS]) == [
        ("", "Nobody slept here."),
        (FERRY, edited),
        ("", "It rained."),
        (OWN, ""),
        (DIVERS, DIVERS),
    ]


def test_two_sentences_made_one_stand_beside_it() -> None:
    merged = f"{FERRY[:-1]}, and d{DIVERS[1:]}"
    assert rows([FERRY, DIVERS], [merged]) == [(f"{FERRY}|{DIVERS}", merged)]
    assert rows([merged], [FERRY, DIVERS]) == [(merged, f"{FERRY}|{DIVERS}")]


def test_a_caption_printed_twice_stands_alone_the_second_time() -> None:
    told = side_by_side(shared_texts(of_texts([FERRY, OWN, FERRY], [FERRY])), "0", "1")
    assert [in_words(row) for row in told] == [(FERRY, FERRY), (OWN, ""), (FERRY, "")]
    assert [row.is_repeat for row in told] == [False, False, True]


def test_articles_that_share_nothing_are_told_one_after_the_other() -> None:
    assert rows([FERRY], [DIVERS]) == [("", DIVERS), (FERRY, "")]
    assert rows([], []) == []


def test_who_shares_most_comes_first() -> None:
    told = shared_texts(of_texts([FERRY, DIVERS, OWN], [FERRY, "Own."], [DIVERS, FERRY], [OWN]))
    assert sharing_with(told, "0") == (Sharing("2", 2, 3, 2), Sharing("1", 1, 3, 2))
    assert sharing_with(told, "3") == ()
    assert sharing_with(told, "unknown") == ()


sentences = st.lists(
    st.sampled_from(
        [FERRY, DIVERS, ANCHOR, OWN, FERRY.replace("dawn", "noon"), f"{FERRY} {DIVERS}",
         f"{FERRY[:-1]}, and {DIVERS}", DIVERS[:60]]
    ),
    max_size=7,
)  # fmt: skip


@given(sentences, sentences)
@settings(max_examples=100, deadline=None)
def test_every_sentence_of_both_is_there_once(one: list[str], other: list[str]) -> None:
    shared = shared_texts(snapshot_of([article("a", *one), article("b", *other)]))
    told = side_by_side(shared, "a", "b")
    for side, article_id in (("one", "a"), ("other", "b")):
        starts = [sentence.start for row in told for sentence in getattr(row, side)]
        expected = shared.sentences.filter(article_id=article_id)["start"].to_list()
        assert sorted(starts) == expected
    firsts = [row.one[0].start for row in told if row.one]
    assert firsts == sorted(firsts)
    assert all(row.one or row.other for row in told)


def shown(first: str, second: str) -> str:
    signs = {Change.KEPT: "{}", Change.LEFT_OUT: "[-{}]", Change.ADDED: "[+{}]"}
    return "".join(signs[one.change].format(one.text) for one in differences(first, second))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Two died.", "Two died.", "Two died."),
        ("Two died in Kursk.", "Three died in Kursk.", "[-Two][+Three] died in Kursk."),
        ("Two died in Kursk on Monday.", "Two died in Kursk.", "Two died in Kursk[- on Monday]."),
        ("“Two” died in Kursk.", '"TWO" died in Kursk.', '"TWO" died in Kursk.'),
        ("He was here and there.", "She was near and far.",
         "[-He was here and there][+She was near and far]."),
        ("", "New.", "[+New.]"),
        ("Old.", "", "[-Old.]"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_an_edit_is_told_word_by_word(first: str, second: str, told: str) -> None:
    assert shown(first, second) == told


@given(st.text(max_size=80), st.text(max_size=80))
@settings(deadline=None)
def test_nothing_of_either_text_is_lost(first: str, second: str) -> None:
    told = differences(first, second)
    assert "".join(one.text for one in told if one.change != Change.LEFT_OUT) == second
    assert all(one.text for one in told)
    left_out = "".join(one.text for one in told if one.change == Change.LEFT_OUT)
    assert len(left_out) <= len(first)
