from dataclasses import replace

import pytest

from dashboard.doubt_rows import doubt_table, in_words, looked_at_words, taken_for
from geodata.corpus.review import Doubt
from geodata.model import Unresolved
from tests.corpus.builders import KURSK, PYONGYANG

KURSK_DOUBT = Doubt("Kursk", KURSK, None, 0.456, 1.1, 2, 1, "a", 14, 19, 10, "In Kursk they say.")
TIE = replace(
    KURSK_DOUBT, place=None, unresolved=Unresolved.TIE, confidence=None, mention_count=9, at_stake=9
)


def test_a_doubt_is_a_row_with_its_passage() -> None:
    table = doubt_table([KURSK_DOUBT, TIE])
    assert table.rows() == [
        ("Kursk", "Kursk, Russia", 46, 2, 1, 1.1, "In Kursk they say."),
        ("Kursk", "nothing: several places fit equally well", None, 9, 1, 9.0,
         "In Kursk they say."),
    ]  # fmt: skip


def test_a_place_is_told_with_what_it_lies_in() -> None:
    assert taken_for(replace(KURSK_DOUBT, place=PYONGYANG)) == "Pyongyang, North Korea"
    assert taken_for(replace(KURSK_DOUBT, place=replace(KURSK, country="", admin1=""))) == "Kursk"


@pytest.mark.parametrize(
    ("queue", "words"),
    [
        ([], "You have looked at every doubtful choice under these filters."),
        ([KURSK_DOUBT], "1 choice of a place is in doubt (2 mentions). About 1 mention is likely "
         "to stand wrongly on the map, or to be missing from it; copies of one sentence count as "
         "one. The costliest doubt comes first."),
        ([TIE, KURSK_DOUBT], "2 choices of a place are in doubt (11 mentions). About 10 mentions "
         "are likely to stand wrongly on the map, or to be missing from it; copies of one "
         "sentence count as one. The costliest doubt comes first."),
    ],
)  # fmt: skip
def test_the_queue_says_what_is_at_stake(queue: list[Doubt], words: str) -> None:
    assert in_words(queue) == words


def test_what_was_looked_at_is_counted() -> None:
    assert looked_at_words(0, 3) == "3 to go"
    assert looked_at_words(2, 1) == "2 looked at in this visit, 1 to go"
