"""What speaks for an article going on below a furniture heading such as "Related Stories".

Only the lines around are weighed here; what is done about it is decided in `sections`.
"""

import re
from collections.abc import Sequence, Set

from geodata.articles.lines import Line
from geodata.articles.vocabulary import shared_part
from geodata.articles.wordings import Cue

# Measured on 296 local news articles: where one goes on, prose is tied to what stands above by 0.16
# or more in nine of ten cases (0.24 below three paragraphs); teasers of articles on other matters
# stay below 0.18 in 19 of 20. Teasers on the same story lie between: hence the other evidence.
NEEDED = 0.24
NEEDED_MORE_AFTER_CLOSING = 0.2
NEEDED_MORE_IN_PLURAL = 0.04
NEEDED_LESS_EARLY = 0.1
CHANGE_OF_SHAPE = 0.15
LONG_RUN = 0.08
_SPEECH = 0.1
_NARRATION = 0.1

_LEAST_TIE = 0.07
_WINDOW = 3
_FARTHEST = 12
_LONGEST_SUBHEADING = 4
_LONGEST_TEASERS = 6
_SPEAKING = (" said", " told ", ",” ", ",’ ", '," ')
_TELLING_STARTS = tuple("he |she |they |it |his |her |their |but |and |at the ".split("|"))
_TO_READER = re.compile(r"\b(?:you|your|our)\b", re.IGNORECASE)


def tie(lines: Sequence[Line], cues: Sequence[Cue | None], at: int, known: Set[str]) -> float:
    """How closely the prose from this line on is tied to an article: about 0 to 1.

    The mean over up to three lines of prose, as far as the next heading of the kind; 0 where the
    first of them has next to nothing to do with the article.

    Args:
        lines: The page.
        cues: What each line gives itself away as.
        at: Position of the first line of prose.
        known: The article's telling words so far.
    """
    ties = [shared_part(line, known) + _narration(line) for line in _window(lines, cues, at)]
    # A teaser right above the place where the article goes on must not borrow the tie of that.
    return sum(ties) / len(ties) if ties[0] >= _LEAST_TIE else 0.0


def change_of_shape(lines: Sequence[Line], cues: Sequence[Cue | None], at: int) -> float:
    """What speaks for prose that ends a list of headlines, unless it is a teaser between two."""
    below = at + 1
    is_card = (
        below < len(lines)
        and cues[below] is None
        and not lines[below].is_prose
        and lines[below].word_count > _LONGEST_SUBHEADING
    )
    return 0.0 if is_card else CHANGE_OF_SHAPE


def length_of_run(lines: Sequence[Line], cues: Sequence[Cue | None], at: int) -> float:
    """What speaks for prose that goes on for longer than a list of teasers does."""
    prose_count = 0
    for i in range(at, min(at + 4 * _LONGEST_TEASERS, len(lines))):
        cue = cues[i]
        if cue is not None and cue.opens:
            break
        prose_count += cue is None and lines[i].is_prose
    return LONG_RUN if prose_count > _LONGEST_TEASERS else 0.0


def speaks_to_reader(line: Line) -> bool:
    """Whether a line addresses whoever reads the page, as offers do."""
    return not line.is_quoted and _TO_READER.search(line.text[:300]) is not None


def _window(lines: Sequence[Line], cues: Sequence[Cue | None], at: int) -> list[Line]:
    window = [lines[at]]
    for i in range(at + 1, min(at + _FARTHEST, len(lines))):
        cue = cues[i]
        if len(window) == _WINDOW or (cue is not None and cue.opens):
            break
        if cue is None and lines[i].is_prose:
            window.append(lines[i])
    return window


def _narration(line: Line) -> float:
    """What speaks for a line in the middle of an article: speech, or "he" without a name."""
    opening = line.text[:300]
    speech = _SPEECH if any(words in opening for words in _SPEAKING) else 0.0
    leans_back = opening.casefold().startswith(_TELLING_STARTS) or line.is_quoted
    return speech + (_NARRATION if leans_back else 0.0)
