"""Which lines of a page are the article's own, and why the others are not.

A heading such as "Related Stories" speaks for the lines below it until the article clearly goes on;
in doubt a line is the article's own.
"""

from collections.abc import Sequence

from geodata.articles.bylines import is_mail_line, is_person_name
from geodata.articles.lines import Line
from geodata.articles.vocabulary import content_words, shared_part
from geodata.articles.wordings import Cue, Scope

# Cues that stand inside articles as well; they neither end an article nor name what follows.
_PASSING = frozenset(
    "advertisement,photo credit,picture control,counter,time,rule,publication date,player,icon,"
    "stray character,byte order mark,agency credit,share box".split(",")
)
_CLOSING = frozenset(
    {
        "disclaimer",
        "tags",
        "copyright",
        "agency credit",
        "comment box",
        "about the author",
        "byline",
    }
)
# How much of what follows a heading must be tied to the article for the article to go on there.
_NEEDED = 0.34
_NEEDED_MORE_AFTER_CLOSING = 0.2
_NEEDED_MORE_IN_PLURAL = 0.06
_NEEDED_LESS_EARLY = 0.14
_WINDOW = 3
_EARLY = 3
_TELLING_STARTS = (
    "he ",
    "she ",
    "they ",
    "it ",
    "his ",
    "her ",
    "their ",
    "but ",
    "and ",
    "at the ",
)


class _Reader:
    """One pass over a page: what has been read so far, and which section is open."""

    def __init__(
        self, lines: Sequence[Line], cues: Sequence[Cue | None], headline: int | None
    ) -> None:
        self.lines = lines
        self.cues = cues
        self.headline = headline
        self.reasons = [""] * len(lines)
        self.section: Cue | None = None
        self.section_start = 0
        self.prose_count = 0
        self.is_closed = False
        self._known: set[str] = set()
        self._known_to = 0

    def read(self) -> list[str]:
        for at in range(len(self.lines)):
            self.reasons[at] = self._reason(at)
            if not self.reasons[at] and self.lines[at].is_prose:
                self.prose_count += 1
        return self.reasons

    def _reason(self, at: int) -> str:
        line, cue = self.lines[at], self.cues[at]
        if at == self.headline:
            self.section = None
            return ""
        if cue is not None and (cue.scope is not Scope.LABEL or self._has_company(at)):
            self._note(at, cue)
            return cue.reason
        if self.section is not None:
            if not (line.is_prose and self._goes_on(at, self.section)):
                return self.section.reason
            self.section = None
            self._take_back_subheading(at)
            return ""
        return "menu" if self._stands_above_headline(at) else ""

    def _note(self, at: int, cue: Cue) -> None:
        if cue.reason in _CLOSING and self.prose_count >= 2:
            self.is_closed = True
        opens = cue.opens
        if cue.scope is Scope.COMMENTS and self.prose_count < 2:
            opens = False
        if opens or (self.section is not None and cue.reason not in _PASSING):
            self.section = Cue(cue.reason, cue.scope if opens else self.section_scope)
            self.section_start = at

    @property
    def section_scope(self) -> Scope:
        return self.section.scope if self.section is not None else Scope.LIST

    def _has_company(self, at: int) -> bool:
        """A label such as "World" is furniture above the headline, in a section or in a row."""
        if self.section is not None or (self.headline is not None and at < self.headline):
            return True
        if at > 0 and self.cues[at - 1] is not None and self.reasons[at - 1]:
            return True
        return at + 1 < len(self.lines) and self.cues[at + 1] is not None

    def _stands_above_headline(self, at: int) -> bool:
        return self.headline is not None and at < self.headline and self.lines[at].word_count <= 3

    def _goes_on(self, at: int, section: Cue) -> bool:
        """Whether the article is taken up again at this line of prose under a furniture heading."""
        window = self._window(at)
        if section.scope is Scope.COMMENTS and self._has_comment_marks(at):
            return False
        known = self._known_words()
        tied = sum(shared_part(self.lines[i], known) + self._narration(i) for i in window)
        return tied / len(window) >= self._needed(section)

    def _needed(self, section: Cue) -> float:
        if self.prose_count == 0 and self.headline is None:
            return 0.0
        needed = _NEEDED
        if self.is_closed or section.scope is Scope.COMMENTS:
            needed += _NEEDED_MORE_AFTER_CLOSING
        if self.lines[self.section_start].key.endswith("s"):
            needed += _NEEDED_MORE_IN_PLURAL
        if self.prose_count < _EARLY:
            needed -= _NEEDED_LESS_EARLY
        return needed

    def _window(self, at: int) -> list[int]:
        window = [at]
        for i in range(at + 1, min(at + 4 * _WINDOW, len(self.lines))):
            cue = self.cues[i]
            if cue is not None and cue.opens:
                break
            if cue is None and self.lines[i].is_prose:
                window.append(i)
            if len(window) == _WINDOW:
                break
        return window

    def _narration(self, at: int) -> float:
        """What speaks for a line in the middle of an article: speech, or "he" without a name."""
        opening = self.lines[at].text[:300]
        said = any(word in opening for word in (" said", ",” ", ",” ", " told ", '," '))
        return (0.1 if said else 0.0) + (
            0.1
            if opening.casefold().startswith(_TELLING_STARTS) or self.lines[at].is_quoted
            else 0.0
        )

    def _has_comment_marks(self, at: int) -> bool:
        near = self.cues[self.section_start + 1 : at + 8]
        return any(
            cue is not None and cue.reason in {"comment box", "time", "log-in"} for cue in near
        )

    def _known_words(self) -> set[str]:
        while self._known_to < len(self.lines):
            if self._known_to > self.section_start:
                break
            line = self.lines[self._known_to]
            if not self.reasons[self._known_to] and self.cues[self._known_to] is None:
                self._known |= content_words(line).keys()
            self._known_to += 1
        return self._known

    def _take_back_subheading(self, at: int) -> None:
        """A very short line right above where the article goes on is its subheading."""
        above = at - 1
        if above <= self.section_start or self.cues[above] is not None:
            return
        line = self.lines[above]
        if line.word_count <= 4 and not line.text.startswith(("•", "-", "*", "–", "▶", "►", "·")):
            self.reasons[above] = ""


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
    reasons = _Reader(lines, cues, headline).read()
    _mark_names_beside_mail(lines, cues, reasons)
    _mark_below_the_end(lines, reasons, headline)
    _mark_repeats(lines, reasons, headline)
    return reasons


def _mark_names_beside_mail(
    lines: Sequence[Line], cues: Sequence[Cue | None], reasons: list[str]
) -> None:
    """A person's name right above or below a mail address, office, views or date is a byline."""
    for at, line in enumerate(lines):
        if reasons[at] or line.word_count > 5 or not is_person_name(line):
            continue
        below = at + 1 < len(lines) and _tells_of_author(cues[at + 1])
        above = at > 0 and is_mail_line(lines[at - 1])
        if below or above:
            reasons[at] = "byline"


def _tells_of_author(cue: Cue | None) -> bool:
    return cue is not None and cue.reason in {"byline", "publication date"}


def _mark_below_the_end(lines: Sequence[Line], reasons: list[str], headline: int | None) -> None:
    """Below the last prose, lines that are no sentences follow the furniture above them."""
    last = max(
        (at for at, line in enumerate(lines) if not reasons[at] and line.is_prose), default=None
    )
    if last is None or (headline is not None and last < headline):
        return
    reason = ""
    for at in range(last + 1, len(lines)):
        if reasons[at]:
            reason = reason if reasons[at] in _PASSING - {"share box"} else reasons[at]
        elif reason and not lines[at].ends_sentence:
            reasons[at] = reason


def _mark_repeats(lines: Sequence[Line], reasons: list[str], headline: int | None) -> None:
    """Only the first of several equal lines is the article's own, unless they are very short."""
    title = lines[headline].key if headline is not None else ""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if reasons[at]:
            continue
        if not line.key:
            key = line.text
        elif line.word_count > 5 or len(line.text) > 40 or (title and line.key == title):
            key = line.key
        else:
            continue
        if key in seen:
            reasons[at] = _reason_of_repeat(line, key == title)
        seen.add(key)


def _reason_of_repeat(line: Line, is_title: bool) -> str:
    if is_title:
        return "repeated headline"
    return "repeated caption" if line.text.endswith(("]", ")")) else "repeated lines"
