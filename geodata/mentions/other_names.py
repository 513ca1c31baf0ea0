"""Names of other things that hold the name of a place or a people: roads, storms, papers, tongues.

The words are in `other_names.toml`; names of persons and of most organisations are judged in
`name_rules` and by the trained model.
"""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geodata.mentions.names_in_text import FoundName
from geodata.mentions.tokens import Tokens


@dataclass(frozen=True, slots=True)
class OtherNames:
    """The words of `other_names.toml`, each set named as its table there.

    Attributes:
        known: Names of several words, by each of their words, with where in the name that is.
    """

    known: Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]
    before_storms: frozenset[str]
    after_papers: frozenset[str]
    roads: frozenset[str]
    before_roads: frozenset[str]
    eras: frozenset[str]
    languages: frozenset[str]
    before_languages: frozenset[str]
    after_languages: frozenset[str]
    between_languages: frozenset[str]
    dishes: frozenset[str]
    descent: frozenset[str]
    tribes: frozenset[str]


@cache
def other_names() -> OtherNames:
    """The names of other things, read once."""
    file = files("geodata.mentions").joinpath("other_names.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))

    def listed(table: str, key: str) -> frozenset[str]:
        return frozenset(str(tables[table][key]).split())

    known: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for name in str(tables["known"]["names"]).split("|"):
        words = tuple(name.split())
        for at, word in enumerate(words):
            known[word].append((at, words))
    return OtherNames(
        known=known,
        before_storms=listed("storms", "before"),
        after_papers=listed("papers", "after"),
        roads=listed("roads", "words"),
        before_roads=listed("roads", "before"),
        eras=listed("eras", "after_years"),
        languages=listed("languages", "words"),
        before_languages=listed("languages", "before"),
        after_languages=listed("languages", "after"),
        between_languages=listed("languages", "between"),
        dishes=listed("dishes", "after"),
        descent=listed("descent", "before"),
        tribes=listed("descent", "tribes"),
    )


def is_other_name(first: int, past: int, tokens: Tokens) -> bool:
    """Whether the words `[first, past)` are, or are part of, the name of something else."""
    others = other_names()
    return (
        _is_known(first, past, tokens, others)
        or _is_storm(first, past, tokens, others)
        or _is_paper(past, tokens, others)
        or _is_road(first, past, tokens, others)
        or _is_letter_or_era(first, past, tokens, others)
    )


def is_other_than_people(name: FoundName, tokens: Tokens) -> bool:
    """Whether the name of a people stands for a language, a dish or a line of descent here."""
    others = other_names()
    first, past = name.first, name.past
    before = tokens.keys[first - 1] if first > 0 and tokens.joined[first] else ""
    after = tokens.keys[past] if past < len(tokens) and tokens.joined[past] else ""
    if after in others.dishes or before in others.descent:
        return True
    if tokens.keys[past - 1] in others.tribes and first > 1 and tokens.capital[first - 1]:
        return bool(before)
    if tokens.keys[first] not in others.languages:
        return False
    if after in others.after_languages or before in others.before_languages:
        return True
    return before in others.between_languages and (not after or after in others.between_languages)


def _is_known(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    for at, words in others.known.get(tokens.keys[first], ()):
        start = first - at
        end = start + len(words)
        if start >= 0 and past <= end and tuple(tokens.keys[start:end]) == words:
            return all(tokens.joined[start + 1 : end]) and tokens.capital[start]
    return False


def _is_storm(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    if past - first > 1 and tokens.keys[first] in others.before_storms:
        return True
    if first == 0 or not tokens.joined[first]:
        return False
    return tokens.keys[first - 1] in others.before_storms and tokens.capital[first - 1]


def _is_paper(past: int, tokens: Tokens, others: OtherNames) -> bool:
    if past >= len(tokens) or tokens.possessive[past - 1]:
        return False
    named_so = tokens.joined[past] == " " and tokens.capital[past]
    return named_so and tokens.keys[past] in others.after_papers


def _is_road(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    *before, last = tokens.keys[first:past]
    return last in others.roads and others.before_roads.union(others.roads).issuperset(before)


def _is_letter_or_era(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    """One letter names no place: a party's, a grade, a vitamin; nor does "B.C." after a year."""
    if past - first > 1:
        return False
    key = tokens.keys[first]
    if len(key) == 1:
        return key.isascii()
    return key in others.eras and first > 0 and tokens.keys[first - 1].isdigit()
