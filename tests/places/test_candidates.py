from pytest import mark

from geodata.model import Mention, NameUse, Role
from geodata.places.candidates import candidates
from tests.small_gazetteer import SmallGazetteer, make_place

GAZETTEER = SmallGazetteer(
    (make_place(name, name, kind), {NameUse.DEMONYM: ["Peruvian"]} if name == "Peru" else {})
    for name, kind in [
        ("West Columbia", "town"),
        ("Madison Township", "county"),
        ("Gwinnett County", "county"),
        ("Dallas", "town"),
        ("Texas", "region"),
        ("Sinai Peninsula", "region"),
        ("Idaho", "region"),
        ("Peru", "country"),
        ("Andes", "region"),
    ]
)


@mark.parametrize(
    ("written", "expected"),
    [
        ("Dallas", ["Dallas"]),
        ("W. Columbia", ["West Columbia"]),
        ("Madison Twp.", ["Madison Township"]),
        ("Gwinnett", ["Gwinnett County"]),
        ("Sinai", ["Sinai Peninsula"]),
        ("State of Idaho", ["Idaho"]),
        ("North Dallas", ["Dallas"]),
        ("North Texas", []),
        ("Peruvian Andes", ["Andes"]),
        ("Peruvian Dallas", []),
        ("Nowhere", []),
    ],
)
def test_a_name_is_tried_in_its_plainer_spellings(written: str, expected: list[str]) -> None:
    mention = Mention(0, len(written), written, Role.LOCATION)
    assert [named.place.name for named in candidates(mention, GAZETTEER)] == expected
