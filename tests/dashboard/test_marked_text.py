import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.marked_text import (
    Mark,
    Piece,
    cut_passage,
    marks_of,
    passage_pieces,
    piece_json,
    pieces,
    sentence_around,
)
from geodata.corpus.answers import NamingPassage
from geodata.model import GeoparsedArticle, Mention, Passage, Role, Unresolved
from tests.corpus.builders import (
    PYONGYANG,
    RUSSIA,
    actor,
    geoparsed_articles,
    location,
    make_geoparsed,
)


def make_mark(start: int, end: int, text: str = "?") -> Mark:
    return Mark(Mention(start, end, text), PYONGYANG)


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
        "start": 53,
        "role": "location",
        "tag": "location",
        "place": "1871859",
        "told": "Pyongyang",
    }


def cut(geoparsed: GeoparsedArticle) -> list[tuple[Piece, ...]]:
    marks = marks_of(geoparsed)
    starts = [mark.mention.start for mark in marks]
    text = geoparsed.article.text
    return [cut_passage(text, passage, marks, starts) for passage in geoparsed.passages]


def test_an_article_marks_every_mention_in_its_body_and_in_its_furniture() -> None:
    geoparsed = make_geoparsed(
        "a",
        ("Pyongyang thanked Moscow.", [actor("Pyongyang", PYONGYANG),
                                       location("Moscow", Unresolved.TIE)]),
        ("More from Russia.", [location("Russia", RUSSIA)]),
        furniture=("Seoul news", ["Seoul"]),
    )  # fmt: skip
    found = cut(geoparsed)
    assert [texts(one) for one in found] == [
        ["[Pyongyang]", " thanked ", "[Moscow]", "."],
        ["More from ", "[Russia]", "."],
        ["[Seoul]", " news"],
    ]
    marked = [piece_json(piece) for one in found for piece in one if piece.mark]
    assert [(one["role"], one["tag"], one["place"]) for one in marked] == [
        ("actor", "actor", "1871859"),
        ("unresolved", "not placed", None),
        ("location", "location", "2017370"),
        ("off", "off the map", None),
    ]
    assert marked[1]["told"] == "Not placed: several places fit equally well"


@given(geoparsed_articles())
def test_every_mention_that_can_be_seen_is_marked_once(geoparsed: GeoparsedArticle) -> None:
    marked = [piece.mark.mention for one in cut(geoparsed) for piece in one if piece.mark]
    assert len(set(marked)) == len(marked)
    seen = {m.start for m in marked}
    lost = [mark.mention for mark in marks_of(geoparsed) if mark.mention.start not in seen]
    assert all(not piece_text(geoparsed, mention) for mention in lost)


def piece_text(geoparsed: GeoparsedArticle, mention: Mention) -> str:
    made = pieces(
        geoparsed.article.text[mention.start : mention.end], mention.start, [Mark(mention)]
    )
    return "".join(piece.text for piece in made)


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("One. Two in Kursk now. Three.", "Kursk", ("Two in ", "Kursk", " now.")),
        ("Kursk", "Kursk", ("", "Kursk", "")),
        ("\u202eIn Kursk\x00.", "Kursk", ("In ", "Kursk", ".")),
    ],
)
def test_the_sentence_of_a_mention_is_told_apart_from_its_passage(text, name, sentence) -> None:
    start = text.index(name)
    mention = Mention(start, start + len(name), name, Role.LOCATION)
    assert sentence_around(text, Passage(0, len(text)), mention) == sentence
