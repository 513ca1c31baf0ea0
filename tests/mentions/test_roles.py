import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from benchmarks.marked_news import marked_news
from geodata.evaluation.role_scores import RoleSentence, accuracy, role_scores
from geodata.mentions.names_in_text import first_role
from geodata.mentions.role_clues import role_clues
from geodata.mentions.roles import BIAS, role_weights, with_roles
from geodata.mentions.surroundings import surroundings
from geodata.model import Mention, Role
from geodata.names import normalise
from geodata.places.gazetteer import Gazetteer

LOCATION, ACTOR, DEMONYM = Role.LOCATION, Role.ACTOR, Role.DEMONYM

# Lowering one is a change of its own, with its reason.
FLOORS = {"train": 0.94, "test": 0.90}


def roles_in(marked: str) -> list[Role]:
    """The roles of the names in [[...]], all of them given as locations."""
    text = re.sub(r"\[\[|\]\]", "", marked)
    mentions = []
    for count, found in enumerate(re.finditer(r"\[\[(.*?)\]\]", marked)):
        start = found.start() - 4 * count
        mentions.append(Mention(start, start + len(found.group(1)), found.group(1)))
    return [mention.role for mention in with_roles(text, mentions)]


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
        ("South Korea’s spy agency warned in June", "South Korea", ACTOR),
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
        ("a statue in Moscow for those who died", "Moscow", LOCATION),
        ("Putin thanked Pyongyang for its help", "Pyongyang", ACTOR),
        ("streets in Kursk Region were named", "Kursk Region", LOCATION),
    ],
)
def test_the_words_around_a_name_tell_its_role(text: str, name: str, expected: Role) -> None:
    start = text.index(name)
    [mention] = with_roles(text, [Mention(start, start + len(name), name)])
    assert mention.role is expected


@mark.parametrize(
    ("marked", "expected"),
    [
        ("[[Sweden]], [[Norway]] and [[Denmark]] signed the text.", [ACTOR] * 3),
        ("Ferries to [[Hull]], [[Leith]] and [[Ostend]] were full.", [LOCATION] * 3),
        ("She was born in [[Paris]], [[Texas]].", [LOCATION] * 2),
        ("The [[Peru]]-[[Chile]] treaty was signed.", [ACTOR] * 2),
        ("Peace at last: [[Peru]] [[Chile]] war ends", [ACTOR] * 2),
        ("Storms hit [[Hull]] and [[Leith]] on Sunday.", [LOCATION] * 2),
    ],
)
def test_names_in_one_list_or_pair_share_a_role(marked: str, expected: list[Role]) -> None:
    assert roles_in(marked) == expected


@mark.parametrize(
    ("marked", "expected"),
    [
        ("“[[Lima]] has agreed to the plan,” she said.", ACTOR),
        ("[[Lima]] rejected the plan.", ACTOR),
        ("The envoy said [[Lima]] had refused.", ACTOR),
        ("[[Lima]], which had long objected, signed at last.", ACTOR),
        ("Sanctions against [[Peru]] were lifted.", ACTOR),
        ("[[Peru]]'s foreign minister resigned.", ACTOR),
        ("[[Peru]] beat [[Chile]] 2-1.", ACTOR),
        ("[[Peru]] police seized the ship.", ACTOR),
        ("The [[Peru]]-backed rebels fled.", ACTOR),
        ("The plan was drawn up by [[Peru]].", ACTOR),
        ("[[LIMA]] (Wire) - The bridge is open again.", LOCATION),
        ("A fire broke out in [[Lima]].", LOCATION),
        ("[[Lima]]'s old port was flooded.", LOCATION),
        ("The invasion of [[Peru]] failed.", LOCATION),
        ("Flights from [[Lima]] were cancelled.", LOCATION),
        ("A [[Lima]] man was arrested.", LOCATION),
        ("The [[Lima]]-based firm is hiring.", LOCATION),
        ("An earthquake struck [[Peru]].", LOCATION),
        ("The streets of [[Lima]] were empty.", LOCATION),
        ("[[Peru]] quake kills nine", LOCATION),
        ("The strike in [[Peru]]'s Ayacucho region is over.", LOCATION),
    ],
)
def test_clear_cases(marked: str, expected: Role) -> None:
    assert set(roles_in(marked)) == {expected}


def test_a_demonym_stays_one() -> None:
    mention = Mention(0, 7, "Russian", DEMONYM)
    assert with_roles("Russian said", [mention]) == [mention]


def test_a_people_is_one_though_a_hamlet_bears_its_name() -> None:
    assert roles_in("The [[German]] side agreed.") == [DEMONYM]
    assert roles_in("He lives in [[German]], Ohio.") == [LOCATION]


def test_only_roles_change() -> None:
    text = "Peru, Chile and Peruvian towns"
    given_mentions = [Mention(0, 4, "Peru"), Mention(6, 11, "Chile"), Mention(16, 24, "Peruvian")]
    found = with_roles(text, given_mentions)
    assert [(m.start, m.end, m.text) for m in found] == [
        (m.start, m.end, m.text) for m in given_mentions
    ]


@given(st.data())
def test_no_text_of_any_kind_crashes(data: st.DataObject) -> None:
    pieces = st.sampled_from(
        [*" .,-–'’\"“”()[]…\n\t", "'s", "and", "the", "war", "to", "İ", "\u0301"]
    )
    text = data.draw(st.lists(pieces | st.text(max_size=8), max_size=30).map("".join))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    mentions = [
        Mention(start, end, text[start:end])
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    assert len(with_roles(text, mentions)) == len(mentions)


def test_a_long_line_is_no_trouble() -> None:
    text = "Peru " * 100_000
    assert len(with_roles(text, [Mention(250_000, 250_004, "Peru")])) == 1


@mark.parametrize("name", sorted(FLOORS))
def test_roles_are_told_as_well_as_ever(
    role_sentences: Sequence[RoleSentence], gazetteer: Gazetteer, name: str
) -> None:
    scores = role_scores(
        pair
        for sentence in role_sentences
        if sentence.set == name
        for pair in zip(sentence.roles, told(sentence, gazetteer), strict=True)
    )
    assert accuracy(scores.values()) >= FLOORS[name]
    assert scores[DEMONYM].recall >= 0.95


def told(sentence: RoleSentence, gazetteer: Gazetteer) -> list[Role]:
    mentions = []
    for span in sentence.names:
        name = sentence.text[span.start : span.end]
        summary = gazetteer.summary(normalise(name))
        role = first_role(summary) if summary else LOCATION
        mentions.append(Mention(span.start, span.end, name, role))
    return [mention.role for mention in with_roles(sentence.text, mentions)]


def test_the_sentences_are_many_and_the_sets_apart(
    role_sentences: Sequence[RoleSentence],
) -> None:
    families: dict[str, set[str]] = {"train": set(), "test": set()}
    for sentence in role_sentences:
        families[sentence.set].add(sentence.family)
    assert len({sentence.text for sentence in role_sentences}) == len(role_sentences) >= 400
    assert not families["train"] & families["test"]


def test_most_names_of_the_test_set_are_in_no_sentence_trained_on(
    role_sentences: Sequence[RoleSentence],
) -> None:
    names: dict[str, list[str]] = {"train": [], "test": []}
    for sentence in role_sentences:
        names[sentence.set] += [sentence.text[n.start : n.end] for n in sentence.names]
    known = sum(name in names["train"] for name in names["test"])
    assert known < 0.25 * len(names["test"])


def test_the_weights_belong_to_the_clues(
    role_sentences: Sequence[RoleSentence], gazetteer: Gazetteer
) -> None:
    """After a change of clues, train again: PYTHONPATH=. python benchmarks/train_roles.py."""
    sentences = [
        (sentence.text, name.start, name.end)
        for sentence in role_sentences
        if sentence.set == "train"
        for name, role in zip(sentence.names, sentence.roles, strict=True)
        if role is not DEMONYM
    ]
    news = [
        (passage.text, mention.start, mention.end)
        for passage in marked_news(gazetteer)
        for mention in passage.mentions
        if mention.role is not DEMONYM
    ]
    clues = {
        clue
        for text, start, end in sentences + news
        for clue in role_clues(text[start:end], surroundings(text, start, end))
    }
    assert clues | {BIAS} == set(role_weights())
