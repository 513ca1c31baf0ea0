"""How closely a line is tied to the article: the words, above all the names, that they share.

It only compares words as they are written; what a name means is none of its business.
"""

import re
from collections.abc import Iterable, Set

from geodata.articles.lines import LONGEST_CUE, Line

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and for that with was were are has have had been will would could should may might "
    "must can not but from into over after before about their there they them this these "
    "those which who whom what when where while his her its our your you him she he all any "
    "also more most than then just only some such other its said says say according year "
    "years new news first last one two three out off per via how why amid among between "
    "during under against since until because however january february march april june july "
    "august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
# A shared name ties more than a shared word.
_NAME_WEIGHT = 2.0


def content_words(line: Line) -> dict[str, float]:
    """The telling words of a line in lower case, with their weights: names count twice."""
    weights: dict[str, float] = {}
    for written in _WORD.findall(line.text[: 2 * LONGEST_CUE]):
        word = written.casefold()
        if word in _COMMON:
            continue
        weights[word] = _NAME_WEIGHT if written[0].isupper() else 1.0
    return weights


def shared_part(line: Line, known: Set[str]) -> float:
    """Which part of a line's telling words is known, by weight: 0 for none, 1 for all."""
    weights = content_words(line)
    whole = sum(weights.values())
    return (
        sum(weight for word, weight in weights.items() if word in known) / whole if whole else 0.0
    )


def known_words(lines: Iterable[Line]) -> set[str]:
    """The telling words of several lines together."""
    return {word for line in lines for word in content_words(line)}
