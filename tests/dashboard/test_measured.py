"""What the screen says of accuracy is what the docs say."""

import re
from pathlib import Path

import pytest

from dashboard.measured import (
    CONFIDENCE_KEPT,
    COPIES_FOUND,
    LOCAL_NEWS,
    LOCAL_NEWS_UNSEEN,
    ROLES_RIGHT,
    WORLD_NEWS,
    WORLD_NEWS_UNSEEN,
    HeldOut,
    Share,
    in_ten,
    percent_words,
)


def read(root: Path, name: str) -> str:
    return (root / "docs" / name).read_text(encoding="utf-8")


def row(text: str, start: str, below: str = "") -> list[str]:
    """The cells of the one row of a table that begins with these words, right below another."""
    above = rf"^\| {re.escape(below)}.* \|\n" if below else "^"
    (found,) = re.findall(rf"{above}\| ({re.escape(start)}.*) \|$", text, re.MULTILINE)
    return [cell.strip() for cell in found.split("|")]


def share(cell: str) -> Share:
    precision, recall, _ = map(float, cell.split(", "))
    return Share(precision, recall)


@pytest.mark.parametrize(
    ("corpus", "unseen"), [(LOCAL_NEWS, LOCAL_NEWS_UNSEEN), (WORLD_NEWS, WORLD_NEWS_UNSEEN)]
)
def test_the_figures_are_those_of_the_docs(root: Path, corpus: HeldOut, unseen: Share) -> None:
    text = read(root, "accuracy.md")
    same = "the same without demonyms"
    _, names, places, _ = row(text, same, below=f"{corpus.name}, {corpus.what}")
    assert (corpus.names, corpus.places) == (share(names), share(places))
    assert unseen == share(row(text, same, below=f"{corpus.name}, by ")[2])


def test_the_confidences_are_those_of_the_docs(root: Path) -> None:
    text = read(root, "accuracy.md")
    for said, right in CONFIDENCE_KEPT:
        assert float(row(text, f"{said:.2f} |")[2]) == right


def test_roles_and_copies_are_those_of_the_docs(root: Path) -> None:
    assert f"Of all names, {ROLES_RIGHT} get their role" in read(root, "roles.md")
    _, _, precision, recall, _ = row(read(root, "independence.md"), "held out")
    assert Share(float(precision), float(recall)) == COPIES_FOUND


def test_a_share_in_words() -> None:
    assert [in_ten(one) for one in (0, 0.796, 0.941, 1)] == ["none", "eight", "nine", "ten"]
    assert percent_words(0.856) == "86\u00a0%"
