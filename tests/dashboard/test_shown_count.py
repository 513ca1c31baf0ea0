import pytest

from dashboard.views.shown_count import more_words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, ""),
        (1, "Show 1 more article"),
        (10, "Show 10 more articles"),
        (1200, "Show 10 of 1,200 more articles"),
    ],
)
def test_the_button_says_what_it_shows_and_what_is_left(left: int, words: str) -> None:
    assert more_words(left) == words
