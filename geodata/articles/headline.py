"""Which line of a page is the article's headline. None where no line is clearly it.

The site's own name behind a headline ("Headline | The Outlet") is cut off here as well.
"""

from collections import Counter
from collections.abc import Sequence

from geodata.articles.bylines import is_person_name
from geodata.articles.lines import BYTE_ORDER_MARK, Line, key_of, make_line
from geodata.articles.outlets import is_masthead
from geodata.articles.vocabulary import content_words, known_words
from geodata.articles.wordings import Cue, Scope

_FARTHEST = 80
_LEAST_SCORE = 3
_SITE_SEPARATORS = (" | ", " - ", " – ", " — ", " » ", " :: ", " • ")


def cut_site_suffix(page: str, lines: list[Line]) -> tuple[list[Line], int | None]:
    """Cuts "Headline | Outlet" in two where the headline stands alone on another line as well.

    Returns the lines, and the position of the outlet's name among them where there is one.
    """
    head = lines[:_FARTHEST]
    keys = {line.key for line in head if 3 <= line.word_count <= 40} - {""}
    for position, line in enumerate(head[:12]):
        if len(line.text) > 300:
            continue
        for separator in _SITE_SEPARATORS:
            at = line.text.rfind(separator)
            if (
                at > 0
                and line.text.count(" ", 0, at) >= 2
                and key_of(line.text[:at]) in keys - {line.key}
                and line.text[at + len(separator) :].strip()
            ):
                cut = line.start + at
                halves = [make_line(page, line.start, cut), make_line(page, cut, line.end)]
                return lines[:position] + halves + lines[position + 1 :], position + 1
    return lines, None


def find_headline(lines: Sequence[Line], cues: Sequence[Cue | None], given: str = "") -> int | None:
    """Position of the headline among the lines.

    Args:
        lines: The page.
        cues: What each line gives itself away as.
        given: The title as told from elsewhere; its own line is the headline then.
    """
    if given:
        wanted = key_of(given)
        return next(
            (at for at, line in enumerate(lines[:_FARTHEST]) if wanted and line.key == wanted),
            None,
        )
    prose = [at for at, line in enumerate(lines) if cues[at] is None and line.is_prose][:3]
    if not prose:
        return None
    candidates = [
        at
        for at in range(min(prose[0], _FARTHEST))
        if cues[at] is None and lines[at].word_count > 1
    ]
    if not candidates:
        return None
    above = [at for at in range(prose[0]) if cues[at] is None and lines[at].text != BYTE_ORDER_MARK]
    keys = Counter(line.key for line in lines)
    opening = known_words(lines[at] for at in prose)

    def score(at: int) -> int:
        line = lines[at]
        return (
            (2 if keys[line.key] > 1 and line.key else 0)
            + _score_of_length(line.word_count)
            + min(2, len(content_words(line).keys() & opening))
            + (1 if at == candidates[0] else 0)
            + (2 if above == [at] and not line.text.endswith(".") else 0)
            + (1 if _leads_to_byline(at, cues) else 0)
            - (1 if line.ends_sentence and line.text[-1] not in "?!" else 0)
            - (3 if is_masthead(line) else 0)
            - (2 if is_person_name(line) and line.word_count <= 3 else 0)
        )

    scores = {at: score(at) for at in candidates}
    best = max(scores.values())
    if best < _LEAST_SCORE:
        return None
    # A standfirst tells more of the article than its headline does, but stands below it.
    return next(at for at in candidates if scores[at] >= max(_LEAST_SCORE, best - 1))


def _score_of_length(word_count: int) -> int:
    if word_count < 3:
        return 0
    if word_count == 3:
        return 1
    return 2 if word_count <= 25 else -1


def _leads_to_byline(at: int, cues: Sequence[Cue | None]) -> bool:
    following = cues[at + 1] if at + 1 < len(cues) else None
    return (
        following is not None
        and following.scope is Scope.LINE
        and following.reason in {"byline", "publication date", "time", "share box"}
    )
