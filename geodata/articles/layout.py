"""A page of plain text told apart into the article's own words and the furniture around them.

It only joins the judgements of `cues`, `headline` and `sections` into spans.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from geodata.articles.cues import find_cue
from geodata.articles.headline import cut_site_suffix, find_headline
from geodata.articles.lines import Line, page_lines
from geodata.articles.outlets import find_masthead
from geodata.articles.sections import furniture_reasons
from geodata.model import Furniture, Span


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a page, each with the reason why it is furniture (empty: the article's own).

    Attributes:
        headline: Position of the headline among the lines; None where none is clearly it.
        masthead: Position of the line that holds the outlet's name; None for none.
    """

    lines: tuple[Line, ...]
    reasons: tuple[str, ...]
    headline: int | None = None
    masthead: int | None = None

    @property
    def body(self) -> tuple[Span, ...]:
        """The article's own words; lines that follow each other make one span."""
        return tuple(Span(start, end) for start, end, reason in self._stretches() if not reason)

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The rest; lines that follow each other for the same reason make one stretch."""
        return tuple(
            Furniture(start, end, reason) for start, end, reason in self._stretches() if reason
        )

    def _stretches(self) -> list[tuple[int, int, str]]:
        stretches: list[tuple[int, int, str]] = []
        for line, reason in zip(self.lines, self.reasons, strict=True):
            if stretches and stretches[-1][2] == reason:
                stretches[-1] = (stretches[-1][0], line.end, reason)
            else:
                stretches.append((line.start, line.end, reason))
        return stretches


def lay_out(page: str, *, title: str = "") -> Layout:
    """Tells the article's own lines from furniture.

    Args:
        page: Plain text as it was saved.
        title: The headline where it is known from elsewhere.
    """
    lines, masthead = cut_site_suffix(page, page_lines(page))
    cues = [find_cue(line) for line in lines]
    headline = find_headline(lines, cues, title)
    reasons = furniture_reasons(lines, cues, headline)
    if masthead is None:
        masthead = find_masthead(lines, reasons, headline)
    if masthead is not None:
        reasons[masthead] = "masthead"
    return Layout(tuple(lines), tuple(reasons), headline, masthead)


def take_whole(page: str) -> Layout:
    """The whole page as the article, but for a byte order mark."""
    lines = page_lines(page)
    reasons: Sequence[str] = ["byte order mark" if line.text == "\ufeff" else "" for line in lines]
    return Layout(tuple(lines), tuple(reasons))
