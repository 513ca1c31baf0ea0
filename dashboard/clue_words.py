"""What speaks for and against a candidate beside its rival, as sentences to a reader. Words only.

A weight means nothing by itself: every clue is told by how it sets the two candidates apart.
"""

from collections.abc import Iterator

import regex

from dashboard.country_names import country_name
from geodata.model import Candidate, Evidence

TELLING = 0.1
"""Difference of weight below which a clue does not tell two candidates apart."""

FAR_KM = 500
"""Distance above which the nearest place of the article is no near place to a reader."""

_ITS_OWN = "prominence"
_USE = "use of the name"
_USE_WORDS = {
    "short for ": "of which that is a short form",
    "an earlier name of ": "which had that name earlier",
    "its usual name is ": "which is also known by that name",
}
_KM = regex.compile(r"([\d,]{1,9}) km from ")
_NAME_COUNT = regex.compile(r"([\d,]{1,9}) names in the gazetteer")


def speaks_for(candidate: Candidate, rival: Candidate | None) -> tuple[str, ...]:
    """The clues that raise a candidate above its rival, the strongest first.

    Args:
        candidate: What is explained.
        rival: What it is compared with; None where no other place bears the name, so that what
            the place is by itself speaks for it whatever its weight.
    """
    told = [
        (difference, _sentence(clue))
        for clue, difference in _differences(candidate, rival)
        if difference > TELLING or (rival is None and clue.clue == _ITS_OWN)
    ]
    return tuple(words for _, words in sorted(told, key=lambda one: -one[0]))


def speaks_against(candidate: Candidate, rival: Candidate | None) -> tuple[str, ...]:
    """The clues that put a candidate below its rival, the strongest first."""
    told = [
        (difference, _sentence(clue, is_against=True))
        for clue, difference in _differences(candidate, rival)
        if difference < -TELLING and not (rival is None and clue.clue == _ITS_OWN)
    ]
    if rival is not None:
        own = {clue.clue for clue in candidate.evidence}
        told.extend(
            (-clue.weight, words)
            for clue in rival.evidence
            if clue.clue not in own and clue.weight > TELLING
            if (words := _lacking(clue, candidate))
        )
    return tuple(words for _, words in sorted(told, key=lambda one: one[0]))


def known_by_it(candidate: Candidate) -> str:
    """How a place of another name comes to bear the name in the text; empty where none is told."""
    told = next((one.words for one in candidate.evidence if one.clue == _USE), "")
    return next((words for start, words in _USE_WORDS.items() if told.startswith(start)), "")


def _differences(candidate: Candidate, rival: Candidate | None) -> Iterator[tuple[Evidence, float]]:
    theirs = {clue.clue: clue.weight for clue in rival.evidence} if rival else {}
    for clue in candidate.evidence:
        difference = clue.weight - theirs.get(clue.clue, 0.0)
        if difference * clue.weight < 0 and clue.clue != _ITS_OWN:
            continue  # It helps less than the rival's: a clue for neither.
        yield clue, difference


def _sentence(clue: Evidence, *, is_against: bool = False) -> str:
    words = clue.words
    if clue.clue == _ITS_OWN:
        return _of_itself(words, is_against=is_against)
    if clue.clue == "country":
        same, comma, code = words.rpartition(", ")
        return f"{same}, {country_name(code)}" if comma else words
    if clue.clue == "near":
        return _nearness(words)
    if clue.clue == "kind" and is_against:
        return f"{words}, which it is not"
    return words


def _of_itself(words: str, *, is_against: bool) -> str:
    names = _NAME_COUNT.fullmatch(words)
    if names and is_against:
        return "no number of inhabitants is listed for it"
    if names:
        known = "one name" if names.group(1) == "1" else f"{names.group(1)} names"
        return f"the gazetteer has {known} for it"
    if words.startswith("a "):
        return f"it is {words}"
    return f"it has only {words}" if is_against else f"it has {words}"


def _nearness(words: str) -> str:
    told = _KM.match(words)
    if told is None or int(told.group(1).replace(",", "")) > FAR_KM:
        return "it lies near other places that the article may mean"
    return f"it lies {words}"


def _lacking(clue: Evidence, candidate: Candidate) -> str:
    country = country_name(candidate.place.country)
    return {
        "country": f"no other name of the article lies in its country, {country}"
        if country
        else "",
        "near": "nothing else that the article names is near it",
        "outlet": "other articles of this source name no other place in its region or near it",
        "said to lie in": "the text puts the name elsewhere",
        "said to hold": "the text puts other places in it that lie elsewhere",
    }.get(clue.clue, "")
