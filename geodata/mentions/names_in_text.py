"""Where the words of a sentence spell a name of the gazetteer.

Whether such a name is a mention is decided in `name_rules` and `recognition`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from geodata.mentions.cues import Cues
from geodata.mentions.runs import Phrase, Token
from geodata.model import NameSummary, NameUse, Role
from geodata.names import NormalisedName, join, normalise_word

LONGEST_NAME = 7
"""Words in the longest name looked for ("Democratic People's Republic of Korea" has five)."""

_PLACE_USES = frozenset({NameUse.NAME, NameUse.ALTERNATE, NameUse.HISTORIC})


class PlaceNames(Protocol):
    """All that recognition knows of places: their names."""

    def summary(self, name: NormalisedName) -> NameSummary | None:
        """What is known of a name; None for a name no place bears."""
        ...


@dataclass(frozen=True, slots=True)
class FoundName:
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


def first_role(summary: NameSummary) -> Role:
    """Demonym for a name that is foremost that of a people; location for any other, at first.

    "Canadian" is a town in Texas too: what counts is whether the people's country or region is
    what the name stands for most prominently.
    """
    if NameUse.DEMONYM not in summary.uses:
        return Role.LOCATION
    is_foremost = summary.feature_code.startswith("PCL") or summary.feature_code == "ADM1"
    return Role.DEMONYM if is_foremost or not _PLACE_USES & summary.uses else Role.LOCATION


def longest_names(sentence: Phrase, names: PlaceNames, cues: Cues) -> Iterator[FoundName]:
    """From left to right the longest name at each capitalised word, never overlapping."""
    position = 0
    while position < len(sentence.tokens):
        found = next(names_at(sentence.tokens, position, names, cues), None)
        if found is None:
            position += 1
        else:
            yield found
            position = found.past


def names_at(
    tokens: tuple[Token, ...], first: int, names: PlaceNames, cues: Cues
) -> Iterator[FoundName]:
    """Every name that starts at a capitalised token, the longest first."""
    if not tokens[first].capital:
        return
    keys = _keys_from(tokens, first)
    for length in range(len(keys), 0, -1):
        token = tokens[first + length - 1]
        if not (token.capital or token.key in cues.place_words_after):
            continue
        past = first + length
        summary = names.summary(join(keys[:length]))
        if summary is not None:
            yield FoundName(first, past, summary)
        elif token.possessive:
            summary = names.summary(join([*keys[: length - 1], token.key]))
            if summary is not None:
                yield FoundName(first, past, summary, is_owner=True)


def _keys_from(tokens: tuple[Token, ...], first: int) -> list[str]:
    """Normalised words that hang together from a token on, possessives kept."""
    keys = [normalise_word(tokens[first].word.written)]
    for token in tokens[first + 1 : first + LONGEST_NAME]:
        if not token.joined:
            break
        keys.append(normalise_word(token.word.written))
    return keys
