"""Where the words of a sentence spell a name of the gazetteer.

Whether such a name is a mention is decided in `name_rules` and `recognition`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from geodata.mentions.cues import Cues
from geodata.mentions.runs import Phrase
from geodata.mentions.tokens import Tokens
from geodata.model import NameSummary, NameUse, Role
from geodata.names import NormalisedName, join

LONGEST_NAME = 7
"""Words in the longest name looked for ("Democratic People's Republic of Korea" has five)."""

_PLACE_USES = frozenset({NameUse.NAME, NameUse.ALTERNATE, NameUse.HISTORIC})


class PlaceNames(Protocol):
    """All that recognition knows of places: their names."""

    def summary(self, name: NormalisedName) -> NameSummary | None:
        """What is known of a name; None for a name no place bears."""
        ...


class FoundName(NamedTuple):
    """Tokens `[first, past)` of a sentence that spell a name of the gazetteer.

    Attributes:
        is_owner: Whether a possessive "'s" follows that is no part of the name.
    """

    first: int
    past: int
    summary: NameSummary
    is_owner: bool = False

    @property
    def is_one_word(self) -> bool:
        """Whether the name is one token."""
        return self.past - self.first == 1

    @property
    def is_demonym(self) -> bool:
        """Whether the name is that of a people and nothing else."""
        return first_role(self.summary) is Role.DEMONYM


SpelledNames = Mapping[int, Sequence[FoundName]]
"""Names by the position of their first token, ascending; those of one position longest first."""


def first_role(summary: NameSummary) -> Role:
    """Demonym for a name that is foremost that of a people; location for any other, at first.

    "Canadian" is a town in Texas too: what counts is whether the people's country or region is
    what the name stands for most prominently.
    """
    if NameUse.DEMONYM not in summary.uses:
        return Role.LOCATION
    is_foremost = summary.feature_code.startswith("PCL") or summary.feature_code == "ADM1"
    return Role.DEMONYM if is_foremost or not _PLACE_USES & summary.uses else Role.LOCATION


def spelled_names(sentence: Phrase, names: PlaceNames, cues: Cues) -> SpelledNames:
    """Every name that starts at a capitalised token, by position; the longest of each first."""
    found = {}
    for first in sentence.run_of:
        if sentence.tokens.capital[first]:
            from_here = _names_from(sentence.tokens, first, names, cues)
            if from_here:
                found[first] = from_here
    return found


def longest_names(spelled: SpelledNames) -> Iterator[FoundName]:
    """From left to right the longest name at each word, never overlapping."""
    past = 0
    for first, found in spelled.items():
        if first >= past:
            yield found[0]
            past = found[0].past


def _names_from(tokens: Tokens, first: int, names: PlaceNames, cues: Cues) -> list[FoundName]:
    found: list[FoundName] = []
    keys = tokens.keys_of_all
    for at in range(first, min(first + LONGEST_NAME, len(keys))):
        if at > first and not tokens.joined[at]:
            break
        if tokens.capital[at] or tokens.keys[at] in cues.place_words_after:
            summary = names.summary(join(keys[first : at + 1]))
            if summary is not None:
                found.append(FoundName(first, at + 1, summary))
            elif tokens.possessive[at]:
                summary = names.summary(join([*keys[first:at], tokens.keys[at]]))
                if summary is not None:
                    found.append(FoundName(first, at + 1, summary, is_owner=True))
    found.reverse()
    return found
