"""Made-up page dumps in the styles of many outlets: which lines are the article's own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from geodata.articles.text import read_text
from geodata.model import Article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


@dataclass(frozen=True)
class MarkedPage:
    """A page whose lines begin with "+ " (the article's own) or "- " (furniture)."""

    title: str
    source: str
    published: date | None
    lines: tuple[tuple[bool, str], ...]

    def text(self, separator: str) -> str:
        """The page as it is dumped; a line that begins with "| " ends the one above."""
        return separator.join(line for _, line in self.lines).replace(f"{separator}| ", " | ")


def marked_page(path: Path) -> MarkedPage:
    head, _, rest = path.read_text(encoding="utf-8").partition("---\n")
    pairs = (row.partition(":") for row in head.splitlines())
    fields = {key: value.strip() for key, _, value in pairs}
    lines = tuple((line[0] == "+", line[2:]) for line in rest.splitlines() if line)
    assert all(line[:2] in {"+ ", "- "} for line in rest.splitlines() if line)
    published = date.fromisoformat(fields["published"]) if fields["published"] else None
    return MarkedPage(fields["title"], fields["source"], published, lines)


def is_in_body(article: Article, start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in article.body)


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n \u00a0\r\n"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_told_apart_as_marked(path: Path, separator: str) -> None:
    page = marked_page(path)
    text = page.text(separator)
    article = read_text(text)
    wrong: list[str] = []
    at = 0
    for is_own, line in page.lines:
        start = text.index(line.removeprefix("| "), at)
        at = start + len(line.removeprefix("| "))
        if is_in_body(article, start, at) != is_own:
            wrong.append(("lost: " if is_own else "kept: ") + line)
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_title_source_and_date_are_as_the_page_says(path: Path) -> None:
    page = marked_page(path)
    article = read_text(page.text("\n"))
    assert (article.title, article.source, article.published) == (
        page.title,
        page.source,
        page.published,
    )


def test_there_are_pages_of_many_kinds() -> None:
    assert len(PAGES) >= 40
