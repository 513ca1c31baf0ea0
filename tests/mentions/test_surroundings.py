from pytest import mark

from geodata.mentions.surroundings import Surroundings, surroundings


def around(text: str, name: str) -> Surroundings:
    start = text.index(name)
    return surroundings(text, start, start + len(name))


def test_words_before_are_listed_nearest_first() -> None:
    near = around("The old port of Lima was shut.", "Lima")
    assert near.before == ("of", "port", "old", "The")
    assert near.after == ("was", "shut")


@mark.parametrize(
    "text",
    [
        "It rained. Lima slept.",
        "It rained! Lima slept.",
        "It rained\nLima slept.",
        "He said: “Lima slept.”",
        "24 October  Lima slept.",
    ],
)
def test_a_sentence_a_quotation_and_a_gap_begin_afresh(text: str) -> None:
    near = around(text, "Lima")
    assert near.before == ()
    assert near.after == ("slept",)


def test_an_initial_ends_no_sentence() -> None:
    assert around("Officials of J. Smith in Lima", "Lima").before[:3] == ("in", "Smith", ".")


@mark.parametrize(
    ("text", "name", "possessive"),
    [
        ("Peru's coast", "Peru", True),
        ("Peru’s coast", "Peru", True),
        ("the Netherlands' coast", "Netherlands", True),
        ("'Peru' is a name", "Peru", False),
        ("Peru coast", "Peru", False),
    ],
)
def test_possessives(text: str, name: str, possessive: bool) -> None:
    assert around(text, name).possessive is possessive


def test_dashes_join_and_spaced_ones_do_not() -> None:
    pair = "the Peru-Chile treaty"
    assert around(pair, "Peru").dash_after
    assert around(pair, "Chile").dash_before
    assert not around("LIMA - A bridge", "LIMA").dash_after


def test_a_sentence_that_begins_out_of_sight_is_said_to() -> None:
    assert around("very " * 30 + "near Lima", "Lima").before[-1] == "…"


def test_what_a_possessive_owns_may_stand_in_quotation_marks() -> None:
    assert around('Peru\'s "proud heroes" fought', "Peru").after == ("proud", "heroes")
