from pytest import mark

from geodata.mentions.role_clues import role_clues
from geodata.mentions.role_words import kinds_of, regular_forms
from geodata.mentions.surroundings import surroundings


@mark.parametrize(
    ("text", "name", "clue"),
    [
        ("ties with Lima", "Lima", "of_parties with"),
        ("a fire in Lima", "Lima", "place preposition"),
        ("trains to Oruro, Potosi and Lima", "Lima", "of_land to"),
        ("Lima has finally refused to pay", "Lima", "free acting"),
        ("Lima was badly shaken", "Lima", "free is undergone_by_places"),
        ("Lima, of all towns, refused", "Lima", "free acting"),
        ("Lima is a city of hills", "Lima", "free is a"),
        ("Lima's foreign minister", "Lima", "owns first of_bodies"),
        ("Lima's old harbour", "Lima", "owns last of_places"),
        ("they urged Lima to wait", "Lima", "object of addressing"),
        ("the storm hit Lima", "Lima", "object of reaching"),
        ("a Lima-based firm", "Lima", "dash places"),
        ("pro-Lima voices", "Lima", "stance"),
        ("northern Peru", "Peru", "part of it"),
        ("LIMA (Wire) - A bridge", "LIMA", "dateline"),
        ("Sen. Ann Poole, R-Tulsa, voted", "Tulsa", "party and home"),
        ("the Ohio River rose", "Ohio River", "land_and_water"),
    ],
)
def test_a_clue_is_named(text: str, name: str, clue: str) -> None:
    start = text.index(name)
    assert clue in role_clues(name, surroundings(text, start, start + len(name)))


@mark.parametrize(
    ("verb", "forms"),
    [
        ("ask", ("asks", "asked", "asking")),
        ("deny", ("denies", "denied", "denying")),
        ("play", ("plays", "played", "playing")),
        ("urge", ("urges", "urged", "urging")),
        ("agree", ("agrees", "agreed", "agreeing")),
        ("ban", ("bans", "banned", "banning")),
        ("launch", ("launches", "launched", "launching")),
        ("veto", ("vetos", "vetoed", "vetoing")),
    ],
)
def test_regular_forms(verb: str, forms: tuple[str, str, str]) -> None:
    assert regular_forms(verb) == forms


def test_words_are_known_in_any_case_and_form() -> None:
    assert "acting" in kinds_of("Rejected")
    assert kinds_of("xyzzy") == ()
