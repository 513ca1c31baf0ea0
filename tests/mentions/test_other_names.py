"""Names of other things that hold the name of a place or a people."""

from dataclasses import fields, replace

from pytest import mark

from geodata.mentions.cues import english_cues
from geodata.mentions.name_rules import judged_names
from geodata.mentions.names_in_text import spelled_names
from geodata.mentions.other_names import is_other_name, other_names
from geodata.mentions.runs import person_words, phrase
from geodata.mentions.sentences import sentences
from geodata.model import NameUse, Span
from geodata.names import normalise
from tests.small_gazetteer import KURSK, MOSCOW, RUSSIA, USA, SmallGazetteer, make_place

BOSTON = make_place("4930956", "Boston", country="US", population=650_000, name_count=30)
GAZETTEER = SmallGazetteer(
    [
        (RUSSIA, {NameUse.DEMONYM: ["Russian", "Russians"]}),
        (USA, {NameUse.DEMONYM: ["American", "Americans"]}),
        (MOSCOW, {}),
        (KURSK, {}),
        (BOSTON, {}),
    ]
)


def judged(text: str, gazetteer: SmallGazetteer = GAZETTEER) -> list[str]:
    """What the rules alone take for names of places and peoples."""
    cues = english_cues()
    phrases = [phrase(sentence) for sentence in sentences(text, [Span(0, len(text))])]
    persons = person_words(phrases, cues)
    return [
        " ".join(one.tokens.written[name.first : name.past])
        for one in phrases
        for name in judged_names(one, spelled_names(one, gazetteer, cues), persons, cues)
    ]


@mark.parametrize(
    ("text", "name"),
    [
        ("He joined the party United Russia in May.", "Russia"),
        ("They won against the non-United Russia candidate.", "Russia"),
        ("When Hurricane Moscow hit, they left.", "Moscow"),
        ("As the Boston Globe and the Boston Herald told.", "Boston"),
        ("They both spoke Russian at home.", "Russian"),
        ("She told it in Russian.", "Russian"),
        ("They read in English and Russian.", "Russian"),
        ("They read in Russian or English at home.", "Russian"),
        ("The Russian language is taught.", "Russian"),
        ("They ate Russian food.", "Russian"),
        ("They ate at a Russian restaurant.", "Russian"),
        ("The Native American art was shown.", "American"),
        ("It shows African-American life.", "American"),
        ("It was read by North Americans.", "Americans"),
    ],
)
def test_a_name_in_the_name_of_something_else_is_no_place(text: str, name: str) -> None:
    assert name not in judged(text)


@mark.parametrize(
    ("text", "name"),
    [
        ("He went to Russia with a united party.", "Russia"),
        ("A storm near Boston hit at noon.", "Boston"),
        ("A post in Boston was lost.", "Boston"),
        ("They were stopped in Russian waters.", "Russian"),
        ("The Russian army said so.", "Russian"),
        ("An American came.", "American"),
        ("It was read by Americans in the north.", "Americans"),
        ("They sailed in Russian and Polish waters.", "Russian"),
        ("The winners were English and Russian.", "Russian"),
        ("They learned Russian officials had lied.", "Russian"),
        ("The Russian food industry grew.", "Russian"),
        ("They met native Russians.", "Russians"),
        ("Then United States and Russia agreed.", "Russia"),
    ],
)
def test_the_same_words_apart_leave_the_name_what_it_is(text: str, name: str) -> None:
    assert name in judged(text)


@mark.parametrize(
    ("text", "first", "past"),
    [
        ("Rep. Nancy Doe, D-Calif, spoke.", 3, 4),
        ("Take Highway 55 to the lake.", 1, 2),
        ("Take County Road 4 to the lake.", 1, 3),
        ("It was built in 100 B.C. or so.", 5, 6),
        ("Take US Route 1 to the lake.", 1, 2),
        ("Here Hurricane season is long.", 1, 2),
        ("He met Hurricane Katrina victims.", 2, 4),
        ("The White House said so.", 1, 3),
    ],
)
def test_letters_roads_and_eras_are_no_places(text: str, first: int, past: int) -> None:
    [sentence] = sentences(text, [Span(0, len(text))])
    assert is_other_name(first, past, sentence.tokens)


def test_the_adjective_of_a_continent_names_no_place() -> None:
    asia = replace(make_place("6255147", "Asia"), feature_class="L", feature_code="CONT")
    gazetteer = SmallGazetteer([(asia, {NameUse.DEMONYM: ["Asian"]})])
    assert judged("The Asian markets fell.", gazetteer) == []
    assert judged("The markets of Asia fell.", gazetteer) == ["Asia"]


@mark.parametrize(
    ("text", "first", "past"),
    [
        ("They live in White House, Tenn., now.", 3, 5),
        ("They live in Storm Lake in Iowa.", 3, 5),
        ("In 2017 B.C. elected them.", 2, 3),
        ("The US open to talks is new.", 1, 2),
        ("Mail from the Boston Post Office was lost.", 3, 4),
    ],
)
def test_places_that_are_called_so_stay_places(text: str, first: int, past: int) -> None:
    [sentence] = sentences(text, [Span(0, len(text))])
    assert not is_other_name(first, past, sentence.tokens)


def test_a_road_with_a_name_of_its_own_may_be_a_place() -> None:
    text = "They met on Abbey Road and in British Columbia."
    [sentence] = sentences(text, [Span(0, len(text))])
    assert not is_other_name(3, 5, sentence.tokens)


def test_every_word_of_the_table_is_written_as_it_is_looked_up() -> None:
    others = other_names()
    names = [name for names in (others.known, others.everyday) for listed in names.values()
             for _, name in listed]  # fmt: skip
    assert all(len(name) > 1 for name in names)
    sets = [words for words in (getattr(others, field.name) for field in fields(others))
            if isinstance(words, frozenset)]  # fmt: skip
    words = {word for listed in (*names, *sets) for word in listed}
    assert sorted(word for word in words if normalise(word) != word) == []
