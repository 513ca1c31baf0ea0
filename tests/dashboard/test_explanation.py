from dataclasses import replace

import pytest

from dashboard.explanation import (
    considered_words,
    coordinates_words,
    headline,
    meaning,
    otherwise,
    percent,
    reasons,
    surely,
)
from geodata.coordinates import Coordinates
from geodata.model import Candidate, Evidence, Mention, Place, Resolution, Unresolved

NAMED = Mention(0, 6, "Moscow")
CAPITAL = Place("524901", "Moscow", Coordinates(55.75204, 37.61781), "P", "PPLC", "RU", "Moscow")
REGION = replace(CAPITAL, id="524894", feature_class="A", feature_code="ADM1")
IDAHO = Place("5601538", "Moscow", Coordinates(46.73239, -117.0002), "P", "PPL", "US", "Idaho")
STREET = replace(CAPITAL, id="in:524901:x", name="X Street", within="524901", uncertainty_km=8.4)


def prominence(weight: float, words: str) -> Evidence:
    return Evidence("prominence", weight, words)


RIVAL = Candidate(IDAHO, -4.1, (prominence(-4.1, "25,060 inhabitants"),))
CHOSEN = Candidate(
    CAPITAL,
    0.5,
    (
        Evidence("country", 1.1, "other names of the article lie in the same country, RU"),
        prominence(-0.6, "a capital of 10,381,222 inhabitants"),
        Evidence("near", 0.01, "12 km from Khimki, which the article names too"),
    ),
)
SURE = Resolution(NAMED, CHOSEN, RIVAL, confidence=0.948)


def test_a_choice_is_told_with_what_sets_it_apart_and_its_runner_up() -> None:
    assert headline(SURE) == "95 % sure"
    assert reasons(SURE) == (
        "It is a capital of 10,381,222 inhabitants; other names of the article lie in the same "
        "country, Russia. Runner-up: Moscow, Idaho, United States, 8,375 km away."
    )
    assert "about 95 in 100" in meaning(SURE)


def test_without_a_rival_what_the_place_is_speaks_for_it() -> None:
    alone = Candidate(CAPITAL, -0.6, (prominence(-0.6, "a capital of 10,381,222 inhabitants"),))
    assert reasons(Resolution(NAMED, alone)) == "It is a capital of 10,381,222 inhabitants."
    assert reasons(Resolution(NAMED, replace(alone, evidence=()))) == (
        "Nothing but its name speaks for it."
    )


@pytest.mark.parametrize(
    ("candidates", "words"),
    [
        ((), " The gazetteer has no place of this name anywhere else."),
        ((CHOSEN,), " No other place of this name is in the gazetteer."),
        ((CHOSEN, Candidate(REGION, 0.2)),
         " The gazetteer has no place of this name anywhere else."),
        ((CHOSEN, RIVAL), ""),
    ],
)  # fmt: skip
def test_that_nothing_came_second_is_told_as_far_as_it_is_known(candidates, words: str) -> None:
    alone = replace(SURE, runner_up=None)
    unmeasured = reasons(replace(alone, confidence=None), candidates)
    assert unmeasured.endswith("it is a capital of 10,381,222 inhabitants.")
    assert reasons(alone, candidates) == unmeasured + words


@pytest.mark.parametrize(
    ("name", "clue", "words"),
    [
        ("Santa Cruz", "short for Santa Cruz", ", of which that is a short form."),
        ("Muskau", "its usual name is Muskau", ", which is also known by that name."),
        ("Zheleznogorsk", "an earlier name of Zheleznogorsk", ", which had that name earlier."),
        ("Moscow City", "", "."),
        ("MOSCOW", "its usual name is MOSCOW", "."),
    ],
)
def test_a_runner_up_of_another_name_says_why_it_was_considered(
    name: str, clue: str, words: str
) -> None:
    used = (Evidence("use of the name", -1.0, clue),) if clue else ()
    rival = Candidate(replace(IDAHO, name=name), -4.1, used)
    told = reasons(replace(SURE, runner_up=rival))
    assert told.endswith(f"Runner-up: {name}, Idaho, United States, 8,375 km away{words}")


def test_what_counts_as_right_is_said_and_that_a_near_runner_up_would_too() -> None:
    assert "within 161 km (100 miles) of the truth." in meaning(SURE)
    near = replace(RIVAL, place=replace(IDAHO, coordinates=Coordinates(55.0, 37.0)))
    assert meaning(replace(SURE, runner_up=near)).endswith("both would count as right.")


@pytest.mark.parametrize(
    ("resolution", "words"),
    [
        (
            Resolution(NAMED, unresolved=Unresolved.NO_CANDIDATE),
            "No place of that name in the gazetteer.",
        ),
        (
            Resolution(NAMED, runner_up=RIVAL, unresolved=Unresolved.TOO_WEAK),
            "Too little speaks for any place; the likeliest is Moscow, Idaho, United States, "
            "for which little but its name speaks. The place that is meant may not be in the "
            "gazetteer.",
        ),
        (
            Resolution(NAMED, runner_up=RIVAL, unresolved=Unresolved.TIE),
            "Several places fit equally well: Moscow, Idaho, United States and Moscow, Russia.",
        ),
    ],
)
def test_what_is_not_placed_says_why(resolution: Resolution, words: str) -> None:
    assert headline(resolution) == "not placed"
    assert reasons(resolution, (RIVAL, CHOSEN)) == words
    assert meaning(resolution) == ""


def test_an_approximate_place_says_how_it_came_to_be_there() -> None:
    clue = Evidence(
        "same sentence", 1.0, "our gazetteer does not have it; its sentence puts it in Moscow"
    )
    street = Resolution(NAMED, Candidate(STREET, 1.0, (clue,)))
    assert headline(street) == "approximate, within 8.4 km"
    assert reasons(street) == "Our gazetteer does not have it; its sentence puts it in Moscow."
    assert "within about 8.4 km" in meaning(street)
    assert coordinates_words(STREET).endswith("those of what holds it, id 524901")


def test_each_candidate_is_told_beside_the_chosen_one() -> None:
    region = Candidate(REGION, 0.2, (prominence(0.1, "18,412,093 inhabitants"),))
    chosen, same, far = considered_words((RIVAL, region, CHOSEN)[::-1], CHOSEN)
    assert (chosen.distance, chosen.is_chosen) == ("chosen", True)
    assert chosen.speaks_for[0] == "it is a capital of 10,381,222 inhabitants"
    assert chosen.speaks_against == ()
    assert (same.distance, same.speaks_for, same.speaks_against) == ("same spot", (), ())
    assert far.distance == "8,375 km"
    assert far.speaks_for == ()
    assert far.speaks_against == (
        "it has only 25,060 inhabitants",
        "no other name of the article lies in its country, United States",
    )


def test_a_choice_that_the_gazetteer_has_no_more_is_told_all_the_same() -> None:
    assert [row.is_chosen for row in considered_words((RIVAL,), CHOSEN)] == [True, False]
    assert considered_words((), CHOSEN) == ()
    (likeliest,) = considered_words((RIVAL,), None)
    assert (likeliest.distance, likeliest.is_chosen) == ("likeliest", False)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (replace(SURE, confidence=0.5), ""),
        (Resolution(NAMED, RIVAL), "would choose Moscow, Idaho, United States."),
        (Resolution(NAMED, unresolved=Unresolved.TIE), "would leave it without a place."),
    ],
)
def test_it_is_told_when_the_gazetteer_would_choose_otherwise_now(now, words: str) -> None:
    assert otherwise(SURE, now) == (f"The gazetteer as it is now {words}" if words else "")


@pytest.mark.parametrize(
    ("place_id", "origin"),
    [
        ("524901", "from GeoNames, id 524901 (geonames.org/524901)"),
        ("dateline:kp-hwasong", "from Dateline’s own list of places, key kp-hwasong"),
        ("mine:3", "from the list “mine”, key 3"),
    ],
)
def test_coordinates_say_where_they_are_from(place_id: str, origin: str) -> None:
    words = coordinates_words(replace(CAPITAL, id=place_id))
    assert words == f"55.75204, 37.61781 (WGS 84), {origin}"


@pytest.mark.parametrize(
    ("confidences", "words"),
    [
        ([0.95], "95 % sure"),
        ([0.952, 0.948, None], "95 % sure"),
        ([0.95, 0.683], "68 to 95 % sure"),
        ([None], ""),
        ([], ""),
    ],
)
def test_several_mentions_are_told_together(confidences: list[float | None], words: str) -> None:
    assert surely(confidences) == words
    assert percent(0.0) == "0 %"
