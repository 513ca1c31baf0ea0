"""Which of the alternate names in GeoNames are names that somebody writes; pure.

How a name is normalised is in `geodata.names`; names of regions are spelt out in `region_names`.
"""

from collections.abc import Iterable

import regex

from geodata.model import NameUse

MOST_WORDS = 6
MOST_LETTERS = 100

_LETTER = regex.compile(r"\p{L}")
_LATIN = regex.compile(r"\p{Latin}")
_AIRPORT = regex.compile(r"[A-Z]{3}")
_INITIALS = regex.compile(r"[A-Z]{2}|[A-Z]{4}")
_NOT_A_NAME = regex.compile(r"https?:|www\.|^[/\[]|[@<>{}|=]")
_RUNS_OF_SPACE = regex.compile(r"\s{2,}")
_GENERIC_WORDS = ("City",)


def clean_alternates(name: str, alternates: Iterable[str]) -> tuple[tuple[str, NameUse], ...]:
    """The alternates worth looking up, each with its use, in the order given.

    Dropped: airport codes (three capitals), links, pronunciations, postal codes, single Latin
    letters, descriptions of more than six words, and names in lower-case ASCII throughout
    ("mo si ke", "moseukeuba"): those are machine transliterations of native spellings, which are
    kept themselves. A list of names in one cell ("Ardabin  Artabin") is taken apart. "Rim
    (Traunkrajs)" loses its parentheses. Two or four capitals ("KL") are an abbreviation; the
    name less the word City ("New York" for New York City) is as good as the name.

    Args:
        name: The place's own name.
        alternates: As GeoNames lists them.
    """
    kept: dict[str, NameUse] = {}
    for cell in alternates:
        for alternate in _RUNS_OF_SPACE.split(cell.strip()):
            bare = without_parentheses(alternate)
            if bare != name and is_a_name(bare):
                kept.setdefault(bare, _use(name, bare))
    return tuple(kept.items())


def is_a_name(alternate: str) -> bool:
    """Whether an alternate is a name that an article may use."""
    if len(alternate) > MOST_LETTERS or alternate.count(" ") >= MOST_WORDS:
        return False
    if alternate.isascii() and (alternate.islower() or _AIRPORT.fullmatch(alternate)):
        return False
    if len(alternate) == 1 and _LATIN.fullmatch(alternate):
        return False
    return bool(_LETTER.search(alternate)) and not _NOT_A_NAME.search(alternate)


def is_native_script(name: str) -> bool:
    """Whether it is written without a single Latin letter."""
    return bool(_LETTER.search(name)) and not _LATIN.search(name)


def without_parentheses(name: str) -> str:
    """The name less what stands in parentheses at its end."""
    before, opening, _ = name.rpartition("(")
    return before.rstrip() if opening and name.endswith(")") and before.strip() else name


def _use(name: str, alternate: str) -> NameUse:
    if _INITIALS.fullmatch(alternate):
        return NameUse.ABBREVIATION
    if any(name == f"{alternate} {word}" for word in _GENERIC_WORDS):
        return NameUse.NAME
    return NameUse.ALTERNATE
