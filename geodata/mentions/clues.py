"""What the trained recogniser sees: for each word that may be part of a name, its clues.

Clues are short strings; what each is worth was learned (`benchmarks/train_recogniser.py`). A model
belongs to the clues it was trained on: change them here, and it must be trained again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from geodata.mentions.cues import english_cues
from geodata.mentions.names_in_text import FoundName, PlaceNames, longest_names
from geodata.mentions.runs import Phrase, Token, person_words
from geodata.model import NameSummary
from geodata.names import APOSTROPHES

_BANDS = (1, 1_000, 5_000, 20_000, 100_000, 1_000_000)
_CONTAINERS = frozenset("AL")
_NEAR_WORDS = frozenset({"in", "at", "near", "from"})

Clues = list[str]


@dataclass(frozen=True, slots=True)
class Document:
    """What the whole article tells of a word.

    Attributes:
        persons: Words of the names of persons it introduces.
        located: How often a capitalised word follows "in", "at", "near" or "from".
        lower: How often a word is written without a capital.
    """

    persons: frozenset[str]
    located: Counter[str]
    lower: Counter[str]


def document(phrases: Sequence[Phrase]) -> Document:
    """What the sentences of an article together tell of its words."""
    located: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in phrases:
        before = ""
        for token in sentence.tokens:
            if not token.capital:
                lower[token.key] += 1
            elif before in _NEAR_WORDS:
                located[token.key] += 1
            before = token.key
    return Document(person_words(phrases, english_cues()), located, lower)


def words_in_question(sentence: Phrase) -> list[int]:
    """Positions of the tokens that may be part of a name; the others never are.

    Those in a capitalised run, and a word of kind right after one ("Kursk region").
    """
    kinds = english_cues().place_words_after
    positions = []
    in_run = False
    for position, token in enumerate(sentence.tokens):
        first, past = sentence.run_of[position]
        was_in_run, in_run = in_run, past > first
        if in_run or (was_in_run and token.joined and token.key in kinds):
            positions.append(position)
    return positions


def clues(
    sentence: Phrase,
    positions: Sequence[int],
    names: PlaceNames,
    judged: Sequence[FoundName],
    around: Document,
) -> list[Clues]:
    """The clues of the tokens at the given positions, in order.

    Args:
        sentence: Where the tokens stand.
        positions: Of the tokens in question.
        names: The gazetteer's.
        judged: The names in the sentence that the rules take for mentions.
        around: What the whole article tells of its words.
    """
    seen = _seen(sentence, names)
    by_rule = _by_rule(sentence, judged)
    return [
        [
            *_of_the_word(sentence.tokens[position], seen[position]),
            *_of_its_run(sentence, position),
            *_of_the_rules(by_rule, position, seen[position].tag),
            *_of_the_document(sentence, position, seen[position].tag, around),
            *_of_the_neighbours(sentence, position, seen),
        ]
        for position in positions
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A token's place in a name of the gazetteer: `tag` in short, `clues` in full."""

    tag: str
    clues: tuple[str, ...]


_NO_NAME = _Seen("g0", ("g0",))


def _seen(sentence: Phrase, names: PlaceNames) -> list[_Seen]:
    seen = [_NO_NAME] * len(sentence.tokens)
    for found in longest_names(sentence, names, english_cues()):
        for position in range(found.first, found.past):
            seen[position] = _in_name(found, position)
    return seen


def _in_name(found: FoundName, position: int) -> _Seen:
    where = "B" if position == found.first else "I"
    where += "1" if found.past - found.first == 1 else "n"
    code, band, uses, count = _told(found.summary)
    tag = f"g={where}{code}"
    listed = [
        tag,
        f"gb={code}{band}",
        f"gu={where}{uses}",
        f"gx={where}{code}{band}{uses}",
        f"gn={code}{count}",
    ]
    if position == found.past - 1:
        listed.append("gend")
    return _Seen(tag, tuple(listed))


@lru_cache(1 << 14)
def _told(summary: NameSummary) -> tuple[str, int, str, int]:
    is_finer = summary.feature_class in _CONTAINERS or summary.feature_code == "PPLC"
    return (
        summary.feature_code if is_finer else summary.feature_class,
        sum(summary.population >= least for least in _BANDS),
        "".join(sorted(use.value[0] for use in summary.uses)),
        min(summary.place_count, 3),
    )


def _of_the_word(token: Token, seen: _Seen) -> Iterator[str]:
    yield from _of_the_spelling(token.key, _bare(token))
    yield from seen.clues
    yield f"j={token.joined}"
    if token.possessive:
        yield "poss"


def _bare(token: Token) -> str:
    return token.word.written[:-2] if token.possessive else token.word.written


@lru_cache(1 << 16)
def _of_the_spelling(key: str, written: str) -> tuple[str, ...]:
    return (
        f"w={key}",
        f"sh={_shape(written)}",
        f"s3={key[-3:]}",
        f"s2={key[-2:]}",
        f"p3={key[:3]}",
        f"len={min(len(key), 9)}",
        *(f"in={table}" for table in _tables(key)),
    )


@lru_cache(1 << 16)
def _shape(written: str) -> str:
    if written.isdigit():
        return f"d{min(len(written), 5)}"
    if "." in written:
        return "dots"
    if written.isupper():
        return "AA" if len(written) > 1 else "A"
    if written[0].isupper():
        return "Aa" if written[1:].islower() else "AaA"
    plain = written.translate(_NO_APOSTROPHES)
    return "a" if plain.isalpha() else "mixed"


_NO_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, None))


@lru_cache(1 << 16)
def _tables(key: str) -> tuple[str, ...]:
    """The tables of `cues.toml` that hold a word."""
    cues = english_cues()
    return tuple(field.name for field in fields(cues) if key in getattr(cues, field.name))


def _of_its_run(sentence: Phrase, position: int) -> Iterator[str]:
    first, past = sentence.run_of[position]
    if past <= first:
        yield "norun"
        return
    tokens = sentence.tokens
    yield f"rl={min(past - first, 5)}"
    yield f"rp={min(position - first, 3)}"
    yield f"rr={min(past - position - 1, 3)}"
    last = tokens[past - 1].key
    yield f"rlast={last}"
    yield from (f"rlast in={table}" for table in _tables(last))
    yield from (f"rfirst in={table}" for table in _tables(tokens[first].key))
    organisations = english_cues().organisations
    if any(token.key in organisations for token in tokens[position + 1 : past]):
        yield "rorg"
    if first > 0:
        yield f"rb={tokens[first - 1].key}"
        yield from (f"rb in={table}" for table in _tables(tokens[first - 1].key))
    if past < len(tokens):
        yield f"ra={tokens[past].key}"
        yield f"raj={tokens[past].joined}"
        yield from (f"ra in={table}" for table in _tables(tokens[past].key))
    else:
        yield "raend"


def _by_rule(sentence: Phrase, judged: Sequence[FoundName]) -> list[str]:
    tags = ["-"] * len(sentence.tokens)
    for name in judged:
        kind = "d" if name.is_demonym else "p"
        tags[name.first] = f"B{kind}"
        for position in range(name.first + 1, name.past):
            tags[position] = f"I{kind}"
    return tags


def _of_the_rules(by_rule: Sequence[str], position: int, tag: str) -> Iterator[str]:
    yield f"rule={by_rule[position]}"
    yield f"rule={by_rule[position]}|{tag}"
    if position + 1 < len(by_rule):
        yield f"rule+1={by_rule[position + 1]}"


def _of_the_document(sentence: Phrase, position: int, tag: str, around: Document) -> Iterator[str]:
    key = sentence.tokens[position].key
    if sentence.title_case:
        yield "tc"
        yield f"tc|{tag}"
    if key in around.persons:
        yield "person"
        yield f"person|{tag}"
    located, lower = around.located[key], around.lower[key]
    yield f"loc={min(located, 2)}"
    yield f"low={min(lower, 2)}"
    if located:
        yield f"loc|{tag}"
    if lower:
        yield f"low|{tag}"


def _of_the_neighbours(sentence: Phrase, position: int, seen: Sequence[_Seen]) -> Iterator[str]:
    tokens = sentence.tokens
    tag = seen[position].tag
    for offset in (-2, -1, 1, 2):
        beside = position + offset
        if not 0 <= beside < len(tokens):
            yield f"{offset}end"
            continue
        key = tokens[beside].key
        yield f"{offset}w={key}"
        yield f"{offset}sh={_shape(tokens[beside].word.written)}"
        if abs(offset) == 1:
            yield f"{offset}{seen[beside].tag}"
            yield f"{offset}j={tokens[max(position, beside)].joined}"
            yield f"{offset}w={key}|{tag}"
            yield f"{offset}{seen[beside].tag}|{tag}"
            for table in _tables(key):
                yield f"{offset}in={table}"
                yield f"{offset}in={table}|{tag}"
