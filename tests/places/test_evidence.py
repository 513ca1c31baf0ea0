from geodata.model import NamedPlace, NameUse
from geodata.places.context import CONTEXT_MEASURES
from geodata.places.evidence import CLUES, Around, evidence
from geodata.places.home import HOME_MEASURES
from geodata.places.measures import MEASURES
from tests.small_gazetteer import KURSK, MOSCOW, MOSCOW_IDAHO

COLUMNS = (*MEASURES, *CONTEXT_MEASURES, *HOME_MEASURES)
NOTHING = Around(outers=(), inners=(), kinds=(), others=())


def contributions(**given: float) -> list[float]:
    return [given.get(name, 0.0) for name in COLUMNS]


def told(named: NamedPlace, around: Around = NOTHING, **given: float) -> list[tuple[str, str]]:
    return [(clue.clue, clue.words) for clue in evidence(named, contributions(**given), around)]


def test_every_measure_is_told_by_exactly_one_clue() -> None:
    listed = [name for names in CLUES.values() for name in names]
    assert sorted(listed) == sorted(COLUMNS)


def test_what_adds_nothing_is_not_told() -> None:
    assert told(NamedPlace(MOSCOW, NameUse.NAME)) == []


def test_the_strongest_clue_comes_first_and_measures_of_one_clue_add_up() -> None:
    named = NamedPlace(MOSCOW_IDAHO, NameUse.NAME)
    given = {"population": -0.5, "town": -0.5, "said to lie in": 3.0}
    clues = evidence(named, contributions(**given), Around(("Idaho",), (), (), ()))
    assert [(clue.clue, clue.weight) for clue in clues] == [
        ("said to lie in", 3.0),
        ("prominence", -1.0),
    ]
    assert clues[0].words == "the text puts it in Idaho"


def test_nearness_names_the_nearest_other_place() -> None:
    around = Around((), (), (), (MOSCOW, MOSCOW_IDAHO))
    [(clue, words)] = told(NamedPlace(KURSK, NameUse.NAME), around, **{"near, 500 km": 0.4})
    assert clue == "near"
    assert "km from Moscow" in words


def test_an_alternate_name_tells_the_usual_one() -> None:
    [(_, words)] = told(NamedPlace(MOSCOW, NameUse.ALTERNATE), **{"alternate name": -1.7})
    assert words == "its usual name is Moscow"
