"""Lines that their neighbours make furniture: a name above a mail address, labels below the end.

Each function marks lines in a list of reasons that `sections` has begun.
"""

from collections.abc import Sequence

from geodata.articles.bylines import is_mail_line, is_person_name
from geodata.articles.lines import Line
from geodata.articles.outlets import ends_as_outlet, is_masthead
from geodata.articles.wordings import PASSING, Cue


def mark_bylines(
    lines: Sequence[Line], cues: Sequence[Cue | None], reasons: list[str], headline: int | None
) -> None:
    """A person's name right above or below a mail address, office, views or date is a byline."""
    for at, line in enumerate(lines):
        if reasons[at] or line.word_count > 6:
            continue
        if at > 0 and reasons[at - 1] == "byline" and _is_desk(line):
            reasons[at] = "byline"
        if not is_person_name(line) or is_masthead(line) or at == headline:
            continue
        below = at + 1 < len(lines) and (_tells_of_author(cues[at + 1]) or _is_desk(lines[at + 1]))
        above = at > 0 and is_mail_line(lines[at - 1])
        if below or above:
            reasons[at] = "byline"


def _is_desk(line: Line) -> bool:
    """An outlet and where its reporter sits: "BBC News, Kathmandu"."""
    outlet, comma, town = line.text[:60].partition(", ")
    return bool(comma) and line.word_count <= 6 and town[:1].isupper() and ends_as_outlet(outlet)


def _tells_of_author(cue: Cue | None) -> bool:
    return cue is not None and cue.reason in {"byline", "publication date"}


def mark_below_the_end(lines: Sequence[Line], reasons: list[str], headline: int | None) -> None:
    """Below the last prose, lines that are no sentences follow the furniture above them."""
    last = max(
        (at for at, line in enumerate(lines) if not reasons[at] and line.is_prose), default=None
    )
    if last is None or (headline is not None and last < headline):
        return
    reason = ""
    for at in range(last + 1, len(lines)):
        if reasons[at]:
            reason = reason if reasons[at] in PASSING - {"share box"} else reasons[at]
        elif reason and not lines[at].ends_sentence:
            reasons[at] = reason
