from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from geodata.mentions.recognition import TrainedRecogniser
from geodata.model import Role, Span
from tests.small_gazetteer import small_gazetteer

RECOGNISER = TrainedRecogniser(small_gazetteer())


def found(text: str) -> list[str]:
    return [mention.text for mention in RECOGNISER.find(text, [Span(0, len(text))])]


@mark.parametrize(
    ("text", "expected"),
    [
        ("The hall stands in Pyongyang’s Hwasong district.", ["Pyongyang", "Hwasong"]),
        ("N. Korea breaks ground on a museum", ["N. Korea"]),
        ("No other hall like it stands in the DPRK.", ["DPRK"]),
        ("They fought in Kursk Region, Russia.", ["Kursk Region", "Russia"]),
        ("They fought in the Kursk region for a year.", ["Kursk"]),
        ("The Russia-Ukraine war goes on.", ["Russia", "Ukraine"]),
        ("A DPRK–Russia treaty was signed.", ["DPRK", "Russia"]),
        ("A U.S.-led force left Moscow, Idaho.", ["U.S.", "Moscow", "Idaho"]),
        ("North Korean troops and the Russians met.", ["North Korean", "Russians"]),
        ("The Russian Ambassador to North Korea came.", ["Russian", "North Korea"]),
        ("MOSCOW (Reuters) - Talks have begun.", ["MOSCOW"]),
        ("PYONGYANG (KCNA) - Work has begun.", ["PYONGYANG"]),
        ("They came to Russia Monday, they say.", ["Russia"]),
        ("Trains to 평양 are running.", ["평양"]),
        ("어제 평양 시민들이 모였다.", ["평양"]),
        ("Сегодня Курск и Москва ждут.", ["Курск", "Москва"]),
        ("They trust the US. Give us time.", ["US"]),
        ("He was born in Sparta.", ["Sparta"]),
        ("She lives in Sparta, N.C., they say.", ["Sparta", "N.C."]),
        ("She left Moscow, Ida., in May.", ["Moscow", "Ida."]),
    ],
)
def test_names_of_places_are_found_as_they_are_written(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@mark.parametrize(
    ("text", "name"),
    [
        ("The Moscow Times reported it.", "Moscow"),
        ("Leader Kim Jong-un spoke. Later Kim left.", "Kim"),
        ("A Hwasong-17 missile was shown.", "Hwasong"),
        ("Reading is fun.", "Reading"),
        ("Sparta said nothing.", "Sparta"),
        ("The Russian Orchestra Society played.", "Russian"),
        ("His name is Moscow Brown.", "Moscow"),
        ("They paid US$5 for it.", "US"),
        ("Please show your ID at the door.", "ID"),
    ],
)
def test_persons_organisations_and_ordinary_words_are_left_alone(text: str, name: str) -> None:
    assert name not in found(text)


def test_a_possessive_is_no_part_of_the_mention() -> None:
    text = "Russia's war"
    [mention] = RECOGNISER.find(text, [Span(0, len(text))])
    assert (mention.start, mention.end, mention.text) == (0, 6, "Russia")


def test_a_name_of_a_people_is_a_demonym() -> None:
    text = "The Russians left Russia."
    roles = [mention.role for mention in RECOGNISER.find(text, [Span(0, len(text))])]
    assert roles == [Role.DEMONYM, Role.LOCATION]


def test_only_the_given_stretches_are_searched() -> None:
    text = "Moscow is far.\nKursk is near."
    assert [m.text for m in RECOGNISER.find(text, [Span(15, len(text))])] == ["Kursk"]


def test_given_toponyms_become_mentions_whatever_they_are() -> None:
    text = "From nowhere to the Russians."
    mentions = RECOGNISER.given(text, [Span(20, 28), Span(5, 12)])
    assert [(m.text, m.role) for m in mentions] == [
        ("nowhere", Role.LOCATION),
        ("Russians", Role.DEMONYM),
    ]


@mark.parametrize(
    ("text", "is_found"),
    [
        ("A new street in Pyongyang will be named Sappyol Street.", True),
        ("Sappyol Street will be long.", False),
        ("Of 1935 Orchard Street, Pyongyang, nothing is known.", False),
    ],
)
def test_a_street_is_found_where_its_sentence_names_a_place(text: str, is_found: bool) -> None:
    assert any(name.endswith("Street") for name in found(text)) is is_found


@given(st.text() | st.lists(st.sampled_from(
    ["Moscow", "in", "Kim", "'s", "’s", "-", "17", "Region", "North", "Korea", ".", "\n", "the",
     "Street", "St.", "Russian", "Agency", ","])).map(" ".join))  # fmt: skip
def test_a_mention_is_the_text_it_points_to(text: str) -> None:
    mentions = RECOGNISER.find(text, [Span(0, len(text))])
    assert all(text[m.start : m.end] == m.text and m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@mark.parametrize(
    "text",
    [
        "The North will act.",
        "A hostile West answered.",
        "The Korean Central News Agency (KCNA) reported it.",
        "I’ve seen it.",
        "Flags on Poles Under a Cloudy Sky Today",
        "The summary was written by AI last week.",
        "The Bank of Moscow closed.",
        "Multiple Flags Flew on Many Poles Under a Cloudy Sky",
        "Nobody walked down the Street in the rain.",
    ],
)
def test_directions_agencies_and_contractions_are_no_places(text: str) -> None:
    assert found(text) == []


def test_two_places_joined_by_and_are_two_mentions() -> None:
    assert found("Trains run between Moscow and Kursk.") == ["Moscow", "Kursk"]


def test_a_people_whose_name_a_small_town_bears_is_still_a_people() -> None:
    text = "A Polish firm and Moscow agreed."
    roles = {m.text: m.role for m in RECOGNISER.find(text, [Span(0, len(text))])}
    assert roles["Polish"] is Role.DEMONYM
