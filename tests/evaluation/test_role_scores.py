from pathlib import Path

from pytest import mark, raises

from geodata.errors import ArticleFetchError, ArticleFormatError
from geodata.evaluation.role_scores import (
    RoleScore,
    accuracy,
    read_role_sentences,
    role_scores,
)
from geodata.model import Role, Span

HEAD = "# ours\nset\tfamily\troles\tsentence\n"
L, A, D = Role.LOCATION, Role.ACTOR, Role.DEMONYM


def written(folder: Path, table: str) -> Path:
    path = folder / "sentences.tsv"
    path.write_text(table, encoding="utf-8")
    return path


def test_marks_become_spans_of_the_plain_sentence(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD + "test\tsays\tactor location\t[[Lima]] sent men to [[Ica]].\n")
    [sentence] = read_role_sentences(path)
    assert sentence.text == "Lima sent men to Ica."
    assert sentence.names == (Span(0, 4), Span(17, 20))
    assert sentence.roles == (A, L)


@mark.parametrize(
    ("row", "complaint"),
    [
        ("test\tsays\tactor", "line 3: has 3 cells"),
        ("test\tsays\thero\t[[Lima]] said", "line 3: names a role that is none"),
        ("test\tsays\tactor\tLima said", "line 3: marks 0 names for 1 roles"),
        ("test\tsays\tactor\t[[Lima]] and [[Ica]]", "line 3: marks 2 names for 1 roles"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: str, complaint: str) -> None:
    with raises(ArticleFormatError, match=complaint):
        read_role_sentences(written(tmp_path, HEAD + row + "\n"))


@mark.parametrize("table", ["", "a\tb\n", "# only a comment\n"])
def test_a_table_without_its_head_is_refused(tmp_path: Path, table: str) -> None:
    with raises(ArticleFormatError, match="head of columns"):
        read_role_sentences(written(tmp_path, table))


def test_a_missing_file_and_another_encoding_are_told(tmp_path: Path) -> None:
    with raises(ArticleFetchError):
        read_role_sentences(tmp_path / "none.tsv")
    path = tmp_path / "latin.tsv"
    path.write_bytes(
        "set\tfamily\troles\tsentence\ntest\tx\tactor\t[[Córdoba]]\n".encode("latin-1")
    )
    with raises(ArticleFormatError, match="UTF-8"):
        read_role_sentences(path)


def test_precision_and_recall_of_each_role() -> None:
    scores = role_scores([(L, L), (L, A), (A, A), (A, A), (D, L)])
    assert scores[L] == RoleScore(gold_count=2, answer_count=2, right_count=1)
    assert scores[A].precision == 2 / 3
    assert scores[A].recall == 1.0
    assert scores[A].f1 == 0.8
    assert scores[D].recall == 0.0
    assert accuracy(scores.values()) == 3 / 5
