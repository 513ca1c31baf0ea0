"""How well headings of other headlines are told apart, on hundreds of real articles cut to pages.

The floors are a little below what was measured; lowering one is a decision of its own.
"""

import random
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

import pytest

from geodata.articles.text import read_text

_SENTENCE_GAP = re.compile(r"(?<=[a-z]{3}[.”\"]) (?=[A-Z“\"])")


@dataclass(frozen=True)
class Report:
    """A real article as a headline and paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@pytest.fixture(scope="module")
def reports(shared: Path) -> list[Report]:
    """Articles of four paragraphs or more, cut at sentences into paragraphs of newspaper length."""
    dice = random.Random(7)
    found: list[Report] = []
    for article in ElementTree.parse(shared / "corpora" / "lgl-first70.xml").getroot():
        title = (article.findtext("title") or "").strip()
        text = (article.findtext("text") or "").removeprefix(title).lstrip(" .")
        paragraphs = [""]
        for sentence in _SENTENCE_GAP.split(text):
            paragraphs[-1] = f"{paragraphs[-1]} {sentence}".strip()
            if len(paragraphs[-1]) > dice.choice([60, 150, 300]):
                paragraphs.append("")
        paragraphs = [paragraph for paragraph in paragraphs if paragraph]
        if len(paragraphs) >= 4:
            found.append(Report(title, tuple(paragraphs)))
    assert len(found) > 250
    return found


def rates(
    reports: list[Report], *, heading: str, entries: str, at_end: bool
) -> tuple[float, float]:
    """Which part of the articles' own lines is lost, and of the furniture kept."""
    dice = random.Random(11)
    lost = own = kept = furniture = 0
    for report in reports:
        others = dice.sample([other for other in reports if other is not report], 3)
        listed = {
            "none": [],
            "headlines": [other.title for other in others],
            "teasers": [other.paragraphs[0] for other in others],
        }[entries]
        cut = len(report.paragraphs)
        if not at_end:
            cut = dice.randrange(1, cut)
        marked = [
            (True, report.title),
            *((True, paragraph) for paragraph in report.paragraphs[:cut]),
            (False, heading),
            *((False, entry) for entry in listed),
            *((True, paragraph) for paragraph in report.paragraphs[cut:]),
        ]
        article = read_text("\n".join(line for _, line in marked))
        start = 0
        for is_own, line in marked:
            is_kept = any(span.start <= start < span.end for span in article.body)
            lost, own = lost + (is_own and not is_kept), own + is_own
            kept, furniture = kept + (not is_own and is_kept), furniture + (not is_own)
            start += len(line) + 1
    return lost / own, kept / furniture


@pytest.mark.parametrize(
    ("heading", "entries", "at_end", "most_lost", "most_kept"),
    [
        ("Related Article", "none", False, 0.035, 0.0),
        ("Related Article", "headlines", False, 0.012, 0.05),
        ("Related Stories", "headlines", False, 0.015, 0.05),
        ("Related Stories", "teasers", False, 0.06, 0.18),
        ("Related Articles", "teasers", True, 0.003, 0.03),
        ("More in Politics", "headlines", True, 0.003, 0.005),
    ],
)
def test_an_article_is_kept_around_a_list_of_other_headlines(
    reports: list[Report],
    heading: str,
    entries: str,
    at_end: bool,
    most_lost: float,
    most_kept: float,
) -> None:
    lost, kept = rates(reports, heading=heading, entries=entries, at_end=at_end)
    assert lost <= most_lost
    assert kept <= most_kept


def test_headlines_of_real_articles_are_found(reports: list[Report]) -> None:
    found = [read_text("\n".join([report.title, *report.paragraphs])).title for report in reports]
    right = sum(
        title == " ".join(report.title.split())
        for title, report in zip(found, reports, strict=True)
    )
    wrong = sum(
        title not in {"", " ".join(report.title.split())}
        for title, report in zip(found, reports, strict=True)
    )
    assert right / len(reports) >= 0.95
    assert wrong / len(reports) <= 0.005
