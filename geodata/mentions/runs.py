"""Runs of capitalised words: the shape by which a name of a person or an organisation shows.

Whether a run holds a place's name is decided in `recognition`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from geodata.mentions.cues import Cues
from geodata.mentions.sentences import Sentence
from geodata.names import APOSTROPHES, normalise_word

_CONNECTORS = frozenset("of de la del al el bin ibn van von der di da du des".split())
_POSSESSIVES = tuple(f"{apostrophe}{s}" for apostrophe in APOSTROPHES for s in "sS")
_SHORT = frozenset({"st", "ste", "mt", "ft", "dr", "mr", "mrs", "ms"})
_JOINTS = {" ": " ", "\u00a0": " ", "-": "-", "‐": "-", "‑": "-"}
_JOINTS_AFTER_SHORT = {". ", ".\u00a0"}

Run = tuple[int, int]
"""`[first, past)` positions of the tokens of a capitalised run."""


class Token(NamedTuple):
    """A word of a sentence with what recognition asks of it again and again.

    Attributes:
        start: Where it begins, in code points of the whole text.
        end: Where it ends.
        written: As it stands in the text.
        joined: How it hangs on the word before: " ", "-" or "" (something else is between).
        key: Its normalised form, possessive "'s" left off.
        key_of_all: The same with a possessive "'s" left on, which may be part of a name.
        capital: Whether it is written like a name: an upper-case letter first, or a script
            without case.
        possessive: Whether it ends in "'s".
    """

    start: int
    end: int
    written: str
    joined: str
    key: str
    key_of_all: str
    capital: bool
    possessive: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence as tokens, with the run each token is in.

    Attributes:
        runs: The capitalised runs, in order; every capitalised token is in one.
        run_of: For each token in a run that run, by position.
        title_case: Whether every longer word is capitalised, as headlines are: then capitals
            tell nothing.
    """

    tokens: tuple[Token, ...]
    runs: tuple[Run, ...]
    run_of: Mapping[int, Run]
    title_case: bool


def without_possessive(written: str) -> str:
    """The word less a trailing "'s"."""
    return written[:-2] if written.endswith(_POSSESSIVES) else written


def phrase(sentence: Sentence) -> Phrase:
    """The sentence as tokens and runs."""
    tokens = _tokens(sentence)
    runs = _runs(tokens)
    run_of = {position: run for run in runs for position in range(*run)}
    return Phrase(tokens, runs, run_of, _is_title_case(tokens))


def _tokens(sentence: Sentence) -> tuple[Token, ...]:
    words = sentence.words
    keys, keys_of_all, capital, possessive = zip(*map(_spelling, words.written), strict=True)
    columns = (
        *(words.starts, words.ends, words.written, _joined(words.gaps, keys)),
        *(keys, keys_of_all, capital, possessive),
    )
    return tuple(map(Token._make, zip(*columns, strict=True)))


@lru_cache(1 << 15)
def _spelling(written: str) -> tuple[str, str, bool, bool]:
    """Of a word, wherever it stands: its key, that with its "'s", capital or not, "'s" or not."""
    bare = without_possessive(written)
    first = written[0]
    capital = first.isupper() or (first.isalpha() and not first.islower())
    return normalise_word(bare), normalise_word(written), capital, len(bare) < len(written)


def _joined(gaps: Sequence[str], keys: Sequence[str]) -> list[str]:
    joined = [_JOINTS.get(gap, "") for gap in gaps]
    joined[0] = ""
    if not _SHORT.isdisjoint(keys):
        for position in range(1, len(keys)):
            if keys[position - 1] in _SHORT and gaps[position] in _JOINTS_AFTER_SHORT:
                joined[position] = " "
    return joined


def _runs(tokens: tuple[Token, ...]) -> tuple[Run, ...]:
    runs: list[Run] = []
    past = 0
    for position, token in enumerate(tokens):
        if token.capital and position >= past:
            past = _run_end(tokens, position)
            runs.append((position, past))
    return tuple(runs)


def _run_end(tokens: tuple[Token, ...], first: int) -> int:
    past = first + 1
    if not _is_cased(tokens[first]):
        return past
    while past < len(tokens) and tokens[past].joined and not tokens[past - 1].possessive:
        if _is_cased(tokens[past]) or (tokens[past].joined == "-" and past - 1 > first):
            past += 1
        elif (
            tokens[past].key in _CONNECTORS
            and past + 1 < len(tokens)
            and tokens[past + 1].capital
            and tokens[past + 1].joined
        ):
            past += 2
        else:
            break
    return past


def _is_cased(token: Token) -> bool:
    """Written with an upper-case letter; where a script has none, no run of words shows a name."""
    return token.written[0].isupper()


def _is_title_case(tokens: tuple[Token, ...]) -> bool:
    longer = [token.capital for token in tokens if len(token.key) > 3]
    return len(longer) >= 4 and sum(longer) >= 0.8 * len(longer)


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


def _person_in_run(tokens: tuple[Token, ...], first: int, past: int, cues: Cues) -> list[str]:
    while first < past and tokens[first].key in cues.titles:
        first += 1
    keys = [token.key for token in tokens[first:past]]
    if not 1 <= len(keys) <= 4 or cues.organisations.intersection(keys):
        return []
    titled = first > 0 and tokens[first - 1].key in cues.titles and bool(tokens[first].joined)
    if titled or (len(keys) >= 2 and keys[0] in cues.given_names):
        return keys
    family_first = len(keys) in {2, 3} and keys[0] in cues.family_names_first
    return keys[:1] if family_first and tokens[first + 1].key not in cues.place_words_after else []
