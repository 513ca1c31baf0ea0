import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.marked_text import Mark, Piece, article_pieces, passage_pieces, piece_json, pieces
from geodata.corpus.answers import NamingPassage
from geodata.corpus.questions import article_view
from geodata.corpus.snapshot import snapshot_of
from geodata.model import Mention, Role, Unresolved
from tests.corpus.builders import PYONGYANG, RUSSIA, actor, location, make_geoparsed


def make_mark(start: int, end: int, text: str = "?") -> Mark:
    return Mark(Mention(start, end, text), "1", "One")


def texts(cut: tuple[Piece, ...]) -> list[str]:
    return [f"[{piece.text}]" if piece.mark else piece.text for piece in cut]


@pytest.mark.parametrize(
    ("text", "start", "marks", "cut"),
    [
        ("in Pyongyang today", 0, [(3, 12)], ["in ", "[Pyongyang]", " today"]),
        ("in Pyongyang today", 100, [(103, 112)], ["in ", "[Pyongyang]", " today"]),
        ("Pyongyang", 7, [(7, 16)], ["[Pyongyang]"]),
        ("no place", 0, [], ["no place"]),
        ("", 0, [], []),
        ("ab", 0, [(0, 1), (1, 2)], ["[a]", "[b]"]),
        ("abc", 0, [(0, 2), (1, 3)], ["[ab]", "c"]),
        ("abc", 0, [(1, 1)], ["abc"]),
        ("abc", 0, [(2, 9)], ["abc"]),
        ("abc", 5, [(3, 6)], ["abc"]),
        ("평양의 화성", 0, [(0, 2)], ["[평양]", "의 화성"]),
        ("😀 Kursk", 0, [(2, 7)], ["😀 ", "[Kursk]"]),
        ("a\u202eb Kursk", 0, [(4, 9)], ["ab ", "[Kursk]"]),
    ],
)
def test_text_is_cut_at_its_mentions(text, start, marks, cut) -> None:
    assert texts(pieces(text, start, [make_mark(*mark) for mark in marks])) == cut


@given(st.text(st.characters(categories=["L", "P", "Z"], exclude_characters="\u2028\u2029")),
       st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))  # fmt: skip
def test_no_mark_loses_or_repeats_a_letter(text: str, spans) -> None:
    cut = pieces(text, 0, [make_mark(*span) for span in sorted(spans)])
    assert "".join(piece.text for piece in cut) == text


def test_a_passage_marks_the_place_that_was_asked_for() -> None:
    passage = NamingPassage(50, 68, "in Pyongyang today", (Mention(53, 62, "Pyongyang"),))
    marked = passage_pieces(passage, PYONGYANG)[1]
    assert piece_json(marked) == {
        "text": "Pyongyang",
        "role": "location",
        "place": "1871859",
        "name": "Pyongyang",
        "unresolved": None,
    }


def test_an_article_marks_every_mention_and_sets_furniture_apart() -> None:
    geoparsed = make_geoparsed(
        "a",
        ("Pyongyang thanked Moscow.", [actor("Pyongyang", PYONGYANG),
                                       location("Moscow", Unresolved.TIE)]),
        ("More from Russia.", [location("Russia", RUSSIA)]),
        furniture=("Seoul news", ["Seoul"]),
    )  # fmt: skip
    view = article_view(snapshot_of([geoparsed]), "a")
    assert view
    cut = article_pieces(view)
    assert [texts(found) for _, found in cut] == [
        ["[Pyongyang]", " thanked ", "[Moscow]", "."],
        ["More from ", "[Russia]", "."],
        ["Seoul news"],
    ]
    assert [passage.in_body for passage, _ in cut] == [True, True, False]
    marks = [piece.mark for _, found in cut for piece in found if piece.mark]
    assert [(mark.mention.role, mark.place_id, mark.unresolved) for mark in marks] == [
        (Role.ACTOR, "1871859", None),
        (Role.LOCATION, None, Unresolved.TIE),
        (Role.LOCATION, "2017370", None),
    ]
