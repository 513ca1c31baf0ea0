from datetime import date

import pytest

from dashboard.off_map_rows import (
    HIDDEN_WORDS,
    LIST_EMPTY,
    LIST_MEANINGS,
    LIST_WORDS,
    mention_table,
    undated_table,
)
from geodata.corpus.filtering import Hidden
from geodata.corpus.hidden import Listed, ListedMention, UndatedArticle
from geodata.model import Mention, Place, Unresolved
from tests.corpus.builders import KURSK, RUSSIA, STREET

FRIDAY = date(2025, 10, 24)
PASSAGE = "They say the Name is there."


def listed(
    hidden: Hidden | None, place: Place | None = None, unresolved: Unresolved | None = None
) -> ListedMention:
    return ListedMention(
        Mention(113, 117, "Name"), place, unresolved, hidden, "a", "", FRIDAY, PASSAGE, 100
    )


@pytest.mark.parametrize(
    ("which", "mention", "about"),
    [
        (Listed.UNRESOLVED, listed(Hidden.UNRESOLVED, unresolved=Unresolved.TOO_WEAK),
         {"Why it has no place": "too little speaks for any place"}),
        (Listed.FURNITURE, listed(Hidden.IN_FURNITURE), {}),
        (Listed.APPROXIMATE, listed(None, STREET), {"Lies in": "North Korea", "± km": 4.5}),
        (Listed.PEOPLE, listed(Hidden.BY_ROLE, RUSSIA), {"Of": "Russia"}),
        (Listed.FILTERED, listed(Hidden.BY_SOURCE, KURSK),
         {"Hidden": "from another source", "Place": "Kursk"}),
        (Listed.FILTERED, listed(Hidden.BY_WORDS, unresolved=Unresolved.TIE),
         {"Hidden": "without the words", "Place": "unresolved"}),
    ],
)  # fmt: skip
def test_a_row_says_what_its_list_is_about(
    which: Listed, mention: ListedMention, about: dict[str, object]
) -> None:
    (row,) = mention_table(which, [mention]).to_dicts()
    assert row == {"Name": "Name"} | about | {
        "Passage": PASSAGE,
        "Source": "source not known",
        "Published": FRIDAY,
    }


def test_an_undated_article_says_whether_it_is_on_the_map() -> None:
    rows = (UndatedArticle("a", "", "One", 3, 7, 0), UndatedArticle("b", "B\u202e", "", 0, 2, 2))
    assert undated_table(rows).rows() == [
        ("Untitled", "One", 7, "yes"),
        ("B", "source not known", 2, "no"),
    ]


def test_every_list_and_every_cause_of_a_filter_has_its_words() -> None:
    for words in (LIST_WORDS, LIST_MEANINGS, LIST_EMPTY):
        assert set(words) == set(Listed)
    by_list_of_its_own = {Hidden.IN_FURNITURE, Hidden.UNRESOLVED, Hidden.UNDATED}
    assert set(HIDDEN_WORDS) == set(Hidden) - by_list_of_its_own
