"""Runs of capitalised words: the shape by which a name of a person or an organisation shows.

Whether a run holds a place's name is decided in `recognition`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from geodata.mentions.cues import Cues
from geodata.mentions.sentences import Sentence
from geodata.names import APOSTROPHES, Word, normalise_word

_CONNECTORS = frozenset("of de la del al el bin ibn van von der di da du des".split())
_POSSESSIVES = tuple(f"{apostrophe}{s}" for apostrophe in APOSTROPHES for s in "sS")
_SHORT = frozenset({"st", "ste", "mt", "ft", "dr", "mr", "mrs", "ms"})


class Token(NamedTuple):
    """A word of a sentence with what recognition asks of it again and again.

    Attributes:
        key: Its normalised form, possessive "'s" left off.
        capital: Whether it is written like a name: an upper-case letter first, or a script
            without case.
        possessive: Whether it ends in "'s".
        joined: How it hangs on the word before: " ", "-" or "" (something else is between).
    """

    word: Word
    key: str
    capital: bool
    possessive: bool
    joined: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence as tokens, with the run each token is in.

    Attributes:
        run_of: For each token the `[first, past)` token positions of its capitalised run, or an
            empty range at its own position.
        title_case: Whether every longer word is capitalised, as headlines are: then capitals
            tell nothing.
    """

    tokens: tuple[Token, ...]
    run_of: tuple[tuple[int, int], ...]
    title_case: bool


def without_possessive(written: str) -> str:
    """The word less a trailing "'s"."""
    return written[:-2] if written.endswith(_POSSESSIVES) else written


def phrase(text: str, sentence: Sentence) -> Phrase:
    """The sentence as tokens and runs."""
    tokens = _tokens(text, sentence)
    return Phrase(tokens, _runs(tokens), _is_title_case(tokens))


def _tokens(text: str, sentence: Sentence) -> tuple[Token, ...]:
    tokens: list[Token] = []
    end_before: int | None = None
    for word in sentence.words:
        bare = without_possessive(word.written)
        gap = "" if end_before is None else text[end_before : word.start]
        short = bool(tokens) and tokens[-1].key in _SHORT
        tokens.append(
            Token(
                word,
                normalise_word(bare),
                _is_capital(word.written),
                len(bare) < len(word.written),
                _joined(gap, short),
            )
        )
        end_before = word.end
    return tuple(tokens)


def _is_capital(written: str) -> bool:
    first = written[0]
    return first.isupper() or (first.isalpha() and not first.islower())


def _joined(gap: str, after_short_form: bool) -> str:
    if gap in {" ", "\u00a0"} or (after_short_form and gap in {". ", ".\u00a0"}):
        return " "
    return "-" if gap in {"-", "‐", "‑"} else ""


def _runs(tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    runs = [(position, position) for position in range(len(tokens))]
    first = 0
    while first < len(tokens):
        if not tokens[first].capital:
            first += 1
            continue
        past = _run_end(tokens, first)
        runs[first:past] = [(first, past)] * (past - first)
        first = past
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
    return token.word.written[0].isupper()


def _is_title_case(tokens: tuple[Token, ...]) -> bool:
    longer = [token for token in tokens if len(token.key) > 3]
    return len(longer) >= 4 and sum(token.capital for token in longer) >= 0.8 * len(longer)


def person_words(phrases: Iterable[Phrase], cues: Cues) -> frozenset[str]:
    """Words of the names of persons the text introduces: after a title or with a given name.

    A later "Kim" on its own is then known to be the person.
    """
    found: set[str] = set()
    for sentence in phrases:
        if sentence.title_case:
            continue
        for first, past in set(sentence.run_of):
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
