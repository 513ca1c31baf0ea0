from pytest import mark

from geodata.model import Mention, Role
from geodata.places.containment import Containment, containments


def said(text: str, *names: str) -> list[tuple[str, str]]:
    mentions, at = [], 0
    for name in names:
        at = text.index(name, at)
        role = Role.DEMONYM if name.endswith("ian") else Role.LOCATION
        mentions.append(Mention(at, at + len(name), name, role))
        at += len(name)
    return [(mentions[c.inner].text, mentions[c.outer].text) for c in containments(text, mentions)]


@mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Pyongyang’s Hwasong district", ("Pyongyang", "Hwasong"), [("Hwasong", "Pyongyang")]),
        ("Pyongyang's new Hwasong area", ("Pyongyang", "Hwasong"), [("Hwasong", "Pyongyang")]),
        ("in Moscow, Idaho", ("Moscow", "Idaho"), [("Moscow", "Idaho")]),
        ("Kursk in Russia", ("Kursk", "Russia"), [("Kursk", "Russia")]),
        ("Kursk, a city in western Russia", ("Kursk", "Russia"), [("Kursk", "Russia")]),
        ("the Russian city of Kursk", ("Russian", "Kursk"), [("Kursk", "Russian")]),
        ("Moscow and Pyongyang", ("Moscow", "Pyongyang"), []),
        ("Moscow. Idaho is far", ("Moscow", "Idaho"), []),
    ],
)
def test_the_text_says_what_lies_in_what(
    text: str, names: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert said(text, *names) == expected


def test_positions_are_those_of_the_mentions() -> None:
    text = "Moscow, Idaho"
    mentions = [Mention(0, 6, "Moscow"), Mention(8, 13, "Idaho")]
    assert containments(text, mentions) == [Containment(inner=0, outer=1, is_listed=True)]
