import pytest

from dashboard.emptied import emptied_words, on_map_words
from geodata.corpus.filtering import Hidden


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([], "No single filter does it: take several back, or reset them all."),
        (
            [Hidden.BY_ROLE],
            "The filter “Role of the mention” hides everything: change it, or reset them all.",
        ),
        (
            [Hidden.BY_DATE, Hidden.UNDATED, Hidden.BY_WORDS],
            "The filters “From, To”, “Undated articles” and “Words in the passage” together hide "
            "everything: change one of them, or reset them all.",
        ),
    ],
)
def test_the_filters_that_hide_everything_are_named(parts: list[Hidden], words: str) -> None:
    assert emptied_words(parts) == words


@pytest.mark.parametrize(
    ("placed", "shown", "words"),
    [
        (0, 0, "no place named"),
        (7, 0, "none of 7 mentions on the map"),
        (1, 0, "none of 1 mention on the map"),
        (7, 1, "1 mention on the map"),
        (1700, 1234, "1,234 mentions on the map"),
    ],
)
def test_an_article_says_what_it_has_on_the_map(placed: int, shown: int, words: str) -> None:
    assert on_map_words(placed, shown) == words
