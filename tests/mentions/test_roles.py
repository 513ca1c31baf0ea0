from pytest import mark

from geodata.mentions.roles import with_roles
from geodata.model import Mention, Role

LOCATION, ACTOR = Role.LOCATION, Role.ACTOR


@mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A museum rises in Pyongyang this year.", "Pyongyang", LOCATION),
        ("Pyongyang’s Hwasong district holds the hall.", "Pyongyang", LOCATION),
        ("Pyongyang will always be with Moscow.", "Pyongyang", ACTOR),
        ("Pyongyang will always be with Moscow.", "Moscow", ACTOR),
        ("Ties between Pyongyang and Moscow are close.", "Pyongyang", ACTOR),
        ("Ties between Pyongyang and Moscow are close.", "Moscow", ACTOR),
        ("a symbol of its ties with Moscow, he said", "Moscow", ACTOR),
        ("South Korea’s spy agency said in April", "South Korea", ACTOR),
        ("Russia's war with Ukraine", "Russia", ACTOR),
        ("Russia's war with Ukraine", "Ukraine", ACTOR),
        ("Russia's Kursk region", "Russia", LOCATION),
        ("Since October, North Korea has sent troops.", "North Korea", ACTOR),
        ("The last group left for Russia.", "Russia", LOCATION),
        ("soldiers killed while fighting for Russia", "Russia", ACTOR),
        ("the Russian Ambassador to North Korea came", "North Korea", ACTOR),
        ("In the Russia-Ukraine war, many died.", "Ukraine", ACTOR),
        ("In the Russia-Ukraine war, many died.", "Russia", ACTOR),
        ("In Moscow, a recent exhibition opened.", "Moscow", LOCATION),
        ("They came back after combat in Ukraine.", "Ukraine", LOCATION),
        ("a monument in Moscow to those who died", "Moscow", LOCATION),
        ("Putin thanked Pyongyang for its help", "Pyongyang", ACTOR),
        ("streets in Kursk Region were named", "Kursk Region", LOCATION),
    ],
)
def test_the_words_around_a_name_tell_its_role(text: str, name: str, expected: Role) -> None:
    start = text.index(name)
    [mention] = with_roles(text, [Mention(start, start + len(name), name)])
    assert mention.role is expected


def test_a_demonym_stays_one() -> None:
    mention = Mention(0, 7, "Russian", Role.DEMONYM)
    assert with_roles("Russian said", [mention]) == [mention]
