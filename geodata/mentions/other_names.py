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

from geodata.mentions.cues import english_cues
from geodata.mentions.names_in_text import FoundName
from geodata.mentions.tokens import Tokens

KnownNames = Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]
"""Names of several words, by each of their words, with where in the name that is."""

_FIRST_YEAR_WITHOUT_ERA = 1700


@dataclass(frozen=True, slots=True)
class OtherNames:
    """The words of `other_names.toml`, each set named as its table there."""

    known: KnownNames
    everyday: KnownNames
    before_storms: frozenset[str]
    after_storms: frozenset[str]
    storm_places: frozenset[str]
    after_papers: frozenset[str]
    not_papers: frozenset[str]
    roads: frozenset[str]
    before_roads: frozenset[str]
    eras: frozenset[str]
    languages: frozenset[str]
    before_languages: frozenset[str]
    after_languages: frozenset[str]
    between_languages: frozenset[str]
    dishes: frozenset[str]
    before_american: frozenset[str]
    before_indian: frozenset[str]
    followers: frozenset[str]


@cache
def other_names() -> OtherNames:
    """The names of other things, read once."""
    file = files("geodata.mentions").joinpath("other_names.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))

    def listed(table: str, key: str) -> frozenset[str]:
        return frozenset(str(tables[table][key]).split())

    return OtherNames(
        known=_by_word(str(tables["known"]["names"])),
        everyday=_by_word(str(tables["everyday"]["names"])),
        before_storms=listed("storms", "before"),
        after_storms=listed("storms", "after"),
        storm_places=listed("storms", "places") | english_cues().place_words_after,
        after_papers=listed("papers", "after"),
        not_papers=listed("papers", "not_before"),
        roads=listed("roads", "words"),
        before_roads=listed("roads", "before"),
        eras=listed("eras", "after_years"),
        languages=listed("languages", "words"),
        before_languages=listed("languages", "before"),
        after_languages=listed("languages", "after"),
        between_languages=listed("languages", "between"),
        dishes=listed("dishes", "after"),
        before_american=listed("descent", "before_american"),
        before_indian=listed("descent", "before_indian"),
        followers=listed("followers", "words"),
    )


def _by_word(names: str) -> KnownNames:
    by_word: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for name in names.split("|"):
        words = tuple(name.split())
        for at, word in enumerate(words):
            by_word[word].append((at, words))
    return by_word


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
    key = tokens.keys[name.first]
    before, after = _key_before(name.first, tokens), _key_after(name.past, tokens)
    if key.startswith("american") and before in others.before_american:
        return True
    if key.startswith("indian") and before in others.before_indian:
        return True
    if after in others.dishes and _ends(name.past + 1, tokens, others):
        return True
    return key in others.languages and _is_language(name.first, name.past, tokens, others)


def _is_language(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    """As in "the French language"; or "spoke French", "in French or German", if that ends there."""
    if _key_after(past, tokens) in others.after_languages:
        return True
    while (
        first > 1
        and _key_before(first, tokens) in others.between_languages
        and _key_before(first - 1, tokens) in others.languages
    ):
        first -= 2
    while (
        _key_after(past, tokens) in others.between_languages
        and _key_after(past + 1, tokens) in others.languages
    ):
        past += 2
    return _key_before(first, tokens) in others.before_languages and _ends(past, tokens, others)


def _ends(past: int, tokens: Tokens, others: OtherNames) -> bool:
    """Whether the phrase ends there: no word follows, or one that begins another phrase."""
    if past < len(tokens) and tokens.joined[past] and tokens.capital[past]:
        return False
    after = _key_after(past, tokens)
    return not after or after in others.followers


def _key_before(first: int, tokens: Tokens) -> str:
    return tokens.keys[first - 1] if first > 0 and tokens.joined[first] else ""


def _key_after(past: int, tokens: Tokens) -> str:
    return tokens.keys[past] if past < len(tokens) and tokens.joined[past] else ""


def _is_known(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    for names, every_capital in ((others.known, True), (others.everyday, False)):
        for at, words in names.get(tokens.keys[first], ()):
            start, end = first - at, first - at + len(words)
            if start < 0 or past > end or tuple(tokens.keys[start:end]) != words:
                continue
            if not all(tokens.joined[start + 1 : end]) or not tokens.capital[start]:
                return False
            if (first, past) == (start, end) and _is_in_a_state(past, tokens):
                return False
            return not every_capital or all(
                tokens.capital[one] or tokens.keys[one] == "of" for one in range(start, end)
            )
    return False


def _is_in_a_state(past: int, tokens: Tokens) -> bool:
    """Whether a town's state follows: "White House, Tenn."."""
    if past >= len(tokens) or tokens.marks[past] != "," or not tokens.capital[past]:
        return False
    after = past + 1
    has_dot = after == len(tokens) or tokens.marks[after].startswith(".")
    return "." in tokens.written[past] or has_dot


def _is_storm(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    if tokens.keys[first] in others.before_storms:
        if past - first == 1:
            return _key_after(past, tokens) in others.after_storms
        return tokens.keys[past - 1] not in others.storm_places
    before = _key_before(first, tokens)
    return before in others.before_storms and tokens.capital[first - 1]


def _is_paper(past: int, tokens: Tokens, others: OtherNames) -> bool:
    if past >= len(tokens) or tokens.possessive[past - 1] or not tokens.capital[past]:
        return False
    named_so = tokens.joined[past] == " " and tokens.keys[past] in others.after_papers
    return named_so and _key_after(past + 1, tokens) not in others.not_papers


def _is_road(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    *before, last = tokens.keys[first:past]
    if last in others.roads:
        return others.before_roads.union(others.roads).issuperset(before)
    return last == "us" and _key_after(past, tokens) in others.roads and tokens.capital[past]


def _is_letter_or_era(first: int, past: int, tokens: Tokens, others: OtherNames) -> bool:
    """One letter names no place: a party's, a grade, a vitamin; nor does "B.C." after a year."""
    if past - first > 1:
        return False
    key, before = tokens.keys[first], _key_before(first, tokens)
    if len(key) == 1:
        return key.isascii()
    is_year = before.isascii() and before.isdigit() and int(before) < _FIRST_YEAR_WITHOUT_ERA
    return key in others.eras and is_year
