"""What a text itself says of where a place lies: "Pyongyang's Hwasong district", "Moscow, Idaho".

Whether a candidate fits what is said is decided in `evidence`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from geodata.model import Mention, Role

_LONGEST_GAP = 40
"""Code points between two names that one pattern may span."""

_KIND = r"(?:city|town|village|capital|port|region|province|state|district|county|area|suburb)"
_INNER_FIRST = regex.compile(
    r",\s|\s\(|,?\s(?:in|of|near)\s(?:the\s)?(?:\w+\s){0,2}"
    rf"|,\s(?:a|an|the)\s(?:\w+\s){{0,2}}{_KIND}\s(?:in|of)\s(?:the\s)?(?:\w+\s)?"
    rf"|\s{_KIND}\s(?:in|of)\s(?:the\s)?|\s{_KIND},\s"
)
_OUTER_FIRST = regex.compile(
    rf"['’]s?\s(?:[\w-]+\s){{0,3}}|\s(?:[\w-]+\s){{0,2}}{_KIND}\s(?:of\s)?|\s"
)


@dataclass(frozen=True, slots=True)
class Containment:
    """The text says that mention `inner` lies in mention `outer` (positions in the sequence).

    `is_listed` tells "Moscow, Idaho", the form of a full name, from the other ways to say it.
    """

    inner: int
    outer: int
    is_listed: bool = False


def containments(text: str, mentions: Sequence[Mention]) -> list[Containment]:
    """Every pair of neighbouring mentions whose words between say that one lies in the other.

    A list ("Paris, London") reads the same as a containment ("Paris, Texas"); only a candidate
    that really lies in the other tells them apart.
    """
    said: list[Containment] = []
    for position, (left, right) in enumerate(pairwise(mentions)):
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_GAP:
            continue
        if left.role is not Role.DEMONYM and _INNER_FIRST.fullmatch(gap):
            said.append(Containment(position, position + 1, gap.startswith(",")))
        elif _OUTER_FIRST.fullmatch(gap) and (left.role is Role.DEMONYM or gap != " "):
            said.append(Containment(position + 1, position))
    return said
