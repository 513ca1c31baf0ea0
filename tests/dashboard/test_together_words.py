from dashboard.views.together import heading, table
from geodata.corpus.together import Companion
from geodata.model import Place
from tests.corpus.builders import KURSK, PYONGYANG, RUSSIA


def companions(*places: Place) -> list[Companion]:
    return [Companion(place, 9 - rank, 2) for rank, place in enumerate(places)]


def test_the_first_places_stand_in_the_heading_and_the_rest_are_counted() -> None:
    assert heading(companions(RUSSIA)) == r"Named with Russia \(9\)"
    assert heading(companions(RUSSIA, KURSK, PYONGYANG)) == (
        r"Named with Russia \(9\), Kursk \(8\) and 1 more"
    )


def test_a_name_in_the_heading_stays_a_name() -> None:
    hostile = Place("1", "[x](http://a.b) :skull: $y$ <b> *z* `c`", KURSK.coordinates, "P", "PPL")
    shown = heading(companions(hostile))
    for char in "[]()<>*`:$":
        assert f"\\{char}" in shown
        assert shown.count(char) == shown.count(f"\\{char}")


def test_the_table_holds_every_companion_in_order() -> None:
    shown = table(companions(RUSSIA, KURSK, PYONGYANG))
    assert shown.rows() == [("Russia", 9, 2), ("Kursk", 8, 2), ("Pyongyang", 7, 2)]
