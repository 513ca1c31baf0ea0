import pytest

from dashboard.views.off_map import headline, in_words
from geodata.corpus.answers import OffMap
from geodata.model import Unresolved


def make_counts(mentions: int, shown: int, unresolved=(), **causes: int) -> OffMap:
    none = dict.fromkeys(
        ["in_furniture", "by_source", "by_date", "undated", "by_role", "by_feature_class",
         "by_words", "by_copy"], 0)  # fmt: skip
    return OffMap(mentions, shown, unresolved, **(none | causes))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (
            make_counts(214, 202, ((Unresolved.TIE, 3), (Unresolved.NO_CANDIDATE, 4)),
                        in_furniture=5),
            "12 of 214 mentions are not on this map: 7 unresolved, 5 in page furniture",
        ),
        (make_counts(9, 8, by_role=1), "1 of 9 mentions is not on this map: 1 in other roles"),
        (make_counts(7, 7), "All 7 mentions are on this map"),
        (make_counts(0, 0), "No place is named in these articles"),
        (
            make_counts(1_500, 1_400, by_source=40, by_date=30, undated=20, by_feature_class=5,
                        by_words=5),
            "100 of 1,500 mentions are not on this map: 40 from other sources, "
            "30 outside the dates, 20 in undated articles, 5 of other kinds of place, "
            "5 without the words",
        ),
    ],
)  # fmt: skip
def test_what_is_off_the_map_is_counted(counts: OffMap, words: str) -> None:
    assert in_words(counts) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (
            make_counts(206, 125, ((Unresolved.TIE, 1),), in_furniture=42, by_role=38),
            "125 of 206 mentions on the map · 1 unresolved, 42 in page furniture, "
            "38 in other roles",
        ),
        (make_counts(1, 1), "1 of 1 mention on the map"),
        (make_counts(0, 0), "0 of 0 mentions on the map"),
    ],
)  # fmt: skip
def test_the_headline_says_what_is_missing_right_there(counts: OffMap, words: str) -> None:
    assert headline(counts) == words
