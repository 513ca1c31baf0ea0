from dataclasses import replace

from dashboard.why_answer import furniture_answer, placed_answer
from geodata.geoparse import Considered
from geodata.model import Candidate, Resolution, Unresolved
from tests.corpus.builders import KURSK, PYONGYANG, location, make_geoparsed

GEOPARSED = make_geoparsed(
    "a",
    ("First. They left Pyongyang early.", [location("Pyongyang", PYONGYANG)]),
    furniture=("Seoul news", ["Seoul"]),
)
(FOUND,) = GEOPARSED.resolutions


def answer(found: Resolution, considered: Considered | None, *, is_open: bool = True) -> dict:
    made = placed_answer(GEOPARSED, found, considered, where="", is_open=is_open)
    assert isinstance(made, dict)
    return made


def test_the_details_hold_the_sentence_and_every_candidate() -> None:
    considered = Considered(FOUND, (Candidate(PYONGYANG, 1.0), Candidate(KURSK, 0.5)))
    details = answer(FOUND, considered)["details"]
    assert details["sentence"] == ["They left ", "Pyongyang", " early."]
    assert [(row["name"], row["chosen"]) for row in details["candidates"]] == [
        ("Pyongyang", True),
        ("Kursk", False),
    ]
    assert "geonames.org/1871859" in details["coordinates"]
    assert (details["remark"], details["leftOut"]) == ("", 0)
    assert answer(FOUND, considered, is_open=False)["details"] is None


def test_many_candidates_are_cut_and_counted() -> None:
    many = tuple(Candidate(replace(KURSK, id=str(number)), 0.0) for number in range(20))
    details = answer(FOUND, Considered(FOUND, many))["details"]
    assert len(details["candidates"]) + details["leftOut"] == 21  # The kept choice is not there.


def test_a_changed_or_missing_gazetteer_is_told() -> None:
    now = Considered(Resolution(FOUND.mention, unresolved=Unresolved.NO_CANDIDATE), ())
    remark = answer(FOUND, now)["details"]["remark"]
    assert remark == (
        "The gazetteer has no place of this name. "
        "The gazetteer as it is now would leave it without a place."
    )
    assert "no gazetteer or corpus to ask" in answer(FOUND, None)["details"]["remark"]


def test_a_name_in_furniture_says_what_can_be_done() -> None:
    (mention,) = GEOPARSED.furniture_mentions
    made = furniture_answer(GEOPARSED, mention, where="KCNA")
    assert isinstance(made, dict)
    assert (made["headline"], made["where"], made["hasDetails"]) == ("off the map", "KCNA", False)
    assert "taken for a menu" in str(made["reasons"])
