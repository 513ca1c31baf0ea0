"""Runs of capitalised words: the shape by which a name of a person or an organisation shows.

Whether a run holds a place's name is decided in `recognition`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.mentions.cues import Cues
from geodata.mentions.sentences import Sentence
from geodata.mentions.tokens import Tokens

_CONNECTORS = frozenset("of de la del al el bin ibn van von der di da du des".split())
_INTRODUCING = frozenset({("name", "is"), ("name", "was")})
# A day or month after a name is no part of it: "landed in Berlin Monday".
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february july september "
    "october november december jan feb sept oct nov dec".split()
)

# What headlines leave small; "did" and "not" they do not.
_SMALL_IN_HEADLINES = frozenset(
    "a an the and or but nor for of in on at to by as is if vs v via per up off out de la".split()
)
_MANY_LONGER_WORDS = 6

Run = tuple[int, int]
"""`[first, past)` positions of the tokens of a capitalised run."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence as tokens, with the run each token is in.

    Attributes:
        runs: The capitalised runs, in order; every capitalised token is in one.
        run_of: For each token in a run that run, by position.
        title_case: Whether every longer word is capitalised, as headlines are: then capitals
            tell nothing.
    """

    tokens: Tokens
    runs: tuple[Run, ...]
    run_of: Mapping[int, Run]
    title_case: bool


def phrase(sentence: Sentence) -> Phrase:
    """The sentence with its runs."""
    runs = _runs(sentence.tokens)
    run_of = {position: run for run in runs for position in range(*run)}
    return Phrase(sentence.tokens, runs, run_of, _is_title_case(sentence.tokens))


def _runs(tokens: Tokens) -> tuple[Run, ...]:
    runs: list[Run] = []
    past = 0
    for position, capital in enumerate(tokens.capital):
        if capital and position >= past:
            past = _run_end(tokens, position)
            runs.append((position, past))
    return tuple(runs)


def _run_end(tokens: Tokens, first: int) -> int:
    joined, written, count = tokens.joined, tokens.written, len(tokens)
    past = first + 1
    if not _is_cased(written[first]):
        return past
    while past < count and joined[past] and not tokens.possessive[past - 1]:
        if tokens.keys[past] in _DAYS:
            break
        if _is_cased(written[past]) or (joined[past] == "-" and past - 1 > first):
            past += 1
        elif (
            tokens.keys[past] in _CONNECTORS
            and past + 1 < count
            and tokens.capital[past + 1]
            and joined[past + 1]
        ):
            past += 2
        else:
            break
    return past


def _is_cased(written: str) -> bool:
    """Written with an upper-case letter; where a script has none, no run of words shows a name."""
    return written[0].isupper()


def _is_title_case(tokens: Tokens) -> bool:
    """Whether longer words are capitalised, but for one in five of many, and small ones may be."""
    longer = [
        capital for key, capital in zip(tokens.keys, tokens.capital, strict=True) if len(key) > 3
    ]
    wanted = 1.0 if len(longer) < _MANY_LONGER_WORDS else 0.8
    if len(longer) < 4 or sum(longer) < wanted * len(longer):
        return False
    small = [
        key
        for key, capital, joined in zip(tokens.keys, tokens.capital, tokens.joined, strict=True)
        if not capital and len(key) <= 3 and joined != "-" and key.isalpha()
    ]
    return _SMALL_IN_HEADLINES.issuperset(small)


def person_words(phrases: Iterable[Phrase], cues: Cues) -> frozenset[str]:
    """Words of the names of persons the text introduces: after a title or with a given name.

    A later "Kim" on its own is then known to be the person.
    """
    found: set[str] = set()
    for sentence in phrases:
        if sentence.title_case:
            continue
        for first, past in sentence.runs:
            found.update(_person_in_run(sentence.tokens, first, past, cues))
    return frozenset(found - cues.titles)


def _person_in_run(tokens: Tokens, first: int, past: int, cues: Cues) -> list[str]:
    while first < past and tokens.keys[first] in cues.titles:
        first += 1
    keys = list(tokens.keys[first:past])
    if not 1 <= len(keys) <= 4 or cues.organisations.intersection(keys):
        return []
    titled = first > 0 and tokens.keys[first - 1] in cues.titles and bool(tokens.joined[first])
    if titled or (len(keys) >= 2 and _is_full_name(tokens, first, past, cues)):
        return keys
    family_first = len(keys) in {2, 3} and keys[0] in cues.family_names_first
    return keys[:1] if family_first and tokens.keys[first + 1] not in cues.place_words_after else []


def _is_full_name(tokens: Tokens, first: int, past: int, cues: Cues) -> bool:
    """Whether a run of several words is a person: introduced, by a given name, an initial, an age.

    As in "whose name was Kim Su", "Meera Houston, 34, said" and "Mary K. London".
    """
    keys = tokens.keys
    if keys[first] in cues.given_names or tuple(keys[max(0, first - 2) : first]) in _INTRODUCING:
        return True
    if keys[past - 1] in cues.place_words_after or keys[past - 1] in cues.streets:
        return False
    has_initial = any(len(key) == 1 and key.isalpha() for key in keys[first + 1 : past - 1])
    return has_initial or keys[first] in cues.rarer_given_names or _has_age(tokens, past)


def _has_age(tokens: Tokens, past: int) -> bool:
    """Whether a number of one or two digits follows between commas, as in ", 34, "."""
    return (
        past + 1 < len(tokens)
        and tokens.marks[past] == ","
        and tokens.keys[past].isdigit()
        and len(tokens.keys[past]) <= 2
        and tokens.marks[past + 1][:1] in {",", "."}
    )
