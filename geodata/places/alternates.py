"""Which of the alternate names in GeoNames are names that somebody writes; pure.

How a name is normalised is in `geodata.names`; names of regions are spelt out in `region_names`.
"""

from collections.abc import Iterable

import regex

from geodata.model import NameUse

MOST_WORDS = 6
MOST_LETTERS = 100

_LETTER = regex.compile(r"\p{L}")
_AIRPORT = regex.compile(r"[A-Z]{3}")
_INITIALS = regex.compile(r"[A-Z]{2}|[A-Z]{4}")
_NOT_A_NAME = regex.compile(r"https?:|www\.|^[/\[]|[@<>{}|=]")
_LAST_PARENTHESES = regex.compile(r"\s*\([^()]*\)\s*$")
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
            bare = _LAST_PARENTHESES.sub("", alternate)
            if bare != name and is_a_name(bare):
                kept.setdefault(bare, _use(name, bare))
    return tuple(kept.items())


def is_a_name(alternate: str) -> bool:
    """Whether an alternate is a name that an article may use."""
    if len(alternate) > MOST_LETTERS or alternate.count(" ") >= MOST_WORDS:
        return False
    if alternate.isascii():
        if len(alternate) < 2 or alternate.islower() or _AIRPORT.fullmatch(alternate):
            return False
    elif len(alternate) < 2 and alternate.casefold() != alternate.upper():
        return not _is_cased(alternate)
    return bool(_LETTER.search(alternate)) and not _NOT_A_NAME.search(alternate)


def _is_cased(letter: str) -> bool:
    """Whether it is a letter of an alphabet with capitals; 京 alone is a name, Å alone is too."""
    return letter.lower() != letter.upper() and len(letter) == 1 and letter.islower()


def _use(name: str, alternate: str) -> NameUse:
    if _INITIALS.fullmatch(alternate):
        return NameUse.ABBREVIATION
    if any(name == f"{alternate} {word}" for word in _GENERIC_WORDS):
        return NameUse.NAME
    return NameUse.ALTERNATE
