"""Which lines of a page are the article's own, and why the others are not.

A heading such as "Related Stories" speaks for the lines below it until the article clearly goes on;
in doubt a line is the article's own.
"""

from collections.abc import Sequence

from geodata.articles.lines import Line
from geodata.articles.neighbours import mark_below_the_end, mark_bylines
from geodata.articles.repeats import mark_repeats
from geodata.articles.resumption import (
    NEEDED,
    NEEDED_LESS_EARLY,
    NEEDED_MORE_AFTER_CLOSING,
    NEEDED_MORE_IN_PLURAL,
    change_of_shape,
    length_of_run,
    speaks_to_reader,
    tie,
)
from geodata.articles.vocabulary import content_words
from geodata.articles.wordings import PASSING, Cue, Scope

# What stands below an article that has ended.
_CLOSING = frozenset(
    "disclaimer|tags|copyright|agency credit|comment box|about the author|byline".split("|")
)
# What stands between the comments of readers.
_TALK = frozenset({"comment box", "time", "log-in"})
# What belongs to another headline when it stands in a list of them.
_STANDS_BY_HEADLINES = frozenset({"publication date", "time", "counter"})
_NEAR = 8
# Above the article a comment link or an offer of a newsletter stands for itself.
_NEEDED_PROSE = {Scope.COMMENTS: 2, Scope.BOX: 1}
_EARLY = 3
_LONGEST_SUBHEADING = 4
_LONGEST_SUBHEADING_BELOW_BOX = 8
_BULLETS = ("•", "-", "*", "–", "▶", "►", "·")


def furniture_reasons(
    lines: Sequence[Line], cues: Sequence[Cue | None], headline: int | None
) -> list[str]:
    """For each line why it is furniture; empty for the article's own lines.

    A single line is always the article's own, whatever it looks like.

    Args:
        lines: The page.
        cues: What each line gives itself away as.
        headline: Position of the headline; its first occurrence is the article's own.
    """
    if len(lines) == 1:
        return [""]
    reasons = _Reading(lines, cues, headline).reasons_in_order()
    mark_bylines(lines, cues, reasons, headline)
    mark_below_the_end(lines, reasons, headline)
    mark_repeats(lines, reasons, headline)
    return reasons


class _Reading:
    """One pass down a page: what has been read so far, and which section is open."""

    def __init__(
        self, lines: Sequence[Line], cues: Sequence[Cue | None], headline: int | None
    ) -> None:
        self._lines = lines
        self._cues = cues
        self._headline = headline
        self._reasons = [""] * len(lines)
        self._prose_count = 0
        self._is_closed = False
        self._section: Cue | None = None
        self._section_start = 0
        self._lists_headlines = False
        self._shows_comments = False
        self._known: set[str] = set()
        self._known_to = 0

    def reasons_in_order(self) -> list[str]:
        for at, line in enumerate(self._lines):
            self._reasons[at] = self._reason(at)
            if not self._reasons[at] and line.is_prose:
                self._prose_count += 1
        return self._reasons

    def _reason(self, at: int) -> str:
        line, cue = self._lines[at], self._cues[at]
        if at == self._headline:
            self._section = None
            return ""
        if cue is not None and (cue.scope is not Scope.LABEL or self._has_company(at, cue)):
            self._note(at, cue)
            is_listed = self._section is not None and cue.reason in _STANDS_BY_HEADLINES
            return self._section.reason if self._section and is_listed else cue.reason
        if self._section is None:
            return "menu" if self._stands_above_headline(at) else ""
        if not (line.is_prose and self._goes_on(at, self._section)):
            self._lists_headlines = self._lists_headlines or not line.is_prose
            return self._section.reason
        self._take_back_subheading(at, self._section)
        self._section = None
        return ""

    def _note(self, at: int, cue: Cue) -> None:
        """A cue opens a section, or gives the open one its own reason."""
        if cue.reason in _CLOSING and self._prose_count >= 2:
            self._is_closed = True
        opens = cue.opens and self._prose_count >= _NEEDED_PROSE.get(cue.scope, 0)
        is_open = self._section is not None
        is_talk = is_open and cue.reason in _TALK
        if opens or (is_open and cue.reason not in PASSING):
            scope = self._section.scope if self._section is not None and not opens else cue.scope
            self._section = Cue(cue.reason, scope)
            self._section_start = at
            self._lists_headlines = False
            self._shows_comments = is_talk
        self._shows_comments = self._shows_comments or is_talk

    def _has_company(self, at: int, label: Cue) -> bool:
        """A label such as "World" is furniture above the article, in a section or in a row."""
        if self._prose_count < (2 if label.reason == "publication date" else 1):
            return True
        if self._section is not None or (at > 0 and self._cues[at - 1] and self._reasons[at - 1]):
            return True
        return at + 1 < len(self._lines) and self._cues[at + 1] is not None

    def _stands_above_headline(self, at: int) -> bool:
        if self._headline is None or at >= self._headline:
            return False
        is_enclosed = (at == 0 or bool(self._reasons[at - 1])) and self._cues[at + 1] is not None
        return self._lines[at].word_count <= 3 or (is_enclosed and not self._lines[at].is_prose)

    def _goes_on(self, at: int, section: Cue) -> bool:
        """Whether the article is taken up again at this line of prose below a heading."""
        line = self._lines[at]
        if section.scope is Scope.BOX:
            if speaks_to_reader(line):
                return False
            if not self._is_closed:
                return True
        if section.scope is Scope.COMMENTS and self._is_among_comments(at):
            return False
        if self._prose_count == 0 and self._headline is None:
            return True
        tied = tie(self._lines, self._cues, at, self._known_words())
        tied += length_of_run(self._lines, self._cues, at)
        if self._lists_headlines:
            tied += change_of_shape(self._lines, self._cues, at)
        return tied >= self._needed(section)

    def _needed(self, section: Cue) -> float:
        needed = NEEDED
        if self._is_closed or section.scope is Scope.COMMENTS:
            needed += NEEDED_MORE_AFTER_CLOSING
        if self._lines[self._section_start].key.endswith("s"):
            needed += NEEDED_MORE_IN_PLURAL
        if self._prose_count < _EARLY:
            needed -= NEEDED_LESS_EARLY
        return needed

    def _is_among_comments(self, at: int) -> bool:
        near = self._cues[at : at + _NEAR]
        return self._shows_comments or any(cue is not None and cue.reason in _TALK for cue in near)

    def _known_words(self) -> set[str]:
        """The telling words of the article's own lines above the open section."""
        while self._known_to < self._section_start:
            if not self._reasons[self._known_to]:
                self._known |= content_words(self._lines[self._known_to]).keys()
            self._known_to += 1
        return self._known

    def _take_back_subheading(self, at: int, section: Cue) -> None:
        """A short line right above the place where the article goes on is its subheading."""
        above = at - 1
        if above <= self._section_start or self._cues[above] is not None:
            return
        line = self._lines[above]
        is_box = section.scope is Scope.BOX
        longest = _LONGEST_SUBHEADING_BELOW_BOX if is_box else _LONGEST_SUBHEADING
        if line.word_count <= longest and not line.text.startswith(_BULLETS):
            self._reasons[above] = ""
