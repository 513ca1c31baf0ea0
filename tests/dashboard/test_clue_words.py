import pytest

from dashboard.clue_words import speaks_against, speaks_for
from geodata.coordinates import Coordinates
from geodata.model import Candidate, Evidence, Place

PLACE = Place("1", "Kursk", Coordinates(51.7, 36.2), country="RU")


def candidate(*clues: tuple[str, float, str]) -> Candidate:
    return Candidate(PLACE, 0.0, tuple(Evidence(*clue) for clue in clues))


@pytest.mark.parametrize(
    ("clue", "words"),
    [
        (("prominence", 2.0, "a country"), "it is a country"),
        (("prominence", 2.0, "448,733 inhabitants"), "it has 448,733 inhabitants"),
        (("prominence", 2.0, "1 names in the gazetteer"), "the gazetteer has one name for it"),
        (("prominence", 2.0, "7 names in the gazetteer"), "the gazetteer has 7 names for it"),
        (("near", 2.0, "5 km from Rylsk, which the article names too"),
         "it lies 5 km from Rylsk, which the article names too"),
        (("near", 2.0, "1,845 km from Sherman, which the article names too"),
         "it lies near other places that the article may mean"),
        (("near", 2.0, "near other candidates of the article"),
         "it lies near other places that the article may mean"),
        (("country", 2.0, "other names of the article lie in it"),
         "other names of the article lie in it"),
        (("said to lie in", 2.0, "the text puts it in Russia"), "the text puts it in Russia"),
    ],
)  # fmt: skip
def test_a_clue_is_a_sentence(clue: tuple[str, float, str], words: str) -> None:
    assert speaks_for(candidate(clue), candidate()) == (words,)


def test_only_what_tells_two_candidates_apart_speaks() -> None:
    one = candidate(("prominence", -1.0, "5 inhabitants"), ("region", 1.0, "in the region"))
    same = candidate(("prominence", -1.0, "6 inhabitants"), ("region", 0.95, "in the region"))
    assert speaks_for(one, same) == ()
    assert speaks_against(one, same) == ()


def test_what_a_candidate_lacks_speaks_against_it() -> None:
    rival = candidate(
        ("near", 2.0, "5 km from Rylsk"),
        ("said to lie in", 3.0, "in Russia"),
        ("outlet", 1.0, "other articles of this source name places in its region or near it"),
    )
    assert speaks_against(candidate(), rival) == (
        "the text puts the name elsewhere",
        "nothing else that the article names is near it",
        "other articles of this source name no other place in its region or near it",
    )


def test_a_clue_that_helps_less_than_the_rivals_is_none_against_it() -> None:
    one = candidate(("near", 1.0, "5 km from Rylsk"))
    rival = candidate(("near", 2.0, "1 km from Rylsk"))
    assert speaks_for(one, rival) == speaks_against(one, rival) == ()


def test_few_inhabitants_speak_against_a_place() -> None:
    one = candidate(
        ("prominence", -7.0, "656 inhabitants"), ("kind", -1.0, "the text calls it a town")
    )
    rival = candidate(("prominence", 1.0, "a country"))
    assert speaks_against(one, rival) == (
        "it has only 656 inhabitants",
        "the text calls it a town, which it is not",
    )
    listed = candidate(("prominence", -7.0, "3 names in the gazetteer"))
    assert speaks_against(listed, rival) == ("no number of inhabitants is listed for it",)
