"""What the trained recogniser sees: for each word that may be part of a name, its clues.

Clues are short strings; what each is worth was learned (`benchmarks/train_recogniser.py`). A model
belongs to the clues it was trained on: change them here, and it must be trained again. Where clues
are made of few possible values, they are made once and kept.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from geodata.mentions.cues import english_cues
from geodata.mentions.name_rules import is_ordinary_word
from geodata.mentions.names_in_text import FoundName, SpelledNames, longest_names
from geodata.mentions.runs import Phrase, Run, person_words
from geodata.mentions.spelling_clues import clues_of_spelling, clues_of_tables, shape, tables
from geodata.mentions.tokens import Tokens, without_possessive
from geodata.model import NameSummary, NameUse

_ENGLISH_SHARE = 0.27
"""Share of small words in `cues.toml`'s common ones: 0.37 or more in English news, under 0.19 in
German, French and Spanish."""

_BANDS = (1, 1_000, 5_000, 20_000, 100_000, 1_000_000)
_CONTAINERS = frozenset("AL")
_NEAR_WORDS = frozenset({"in", "at", "near", "from"})
_NEIGHBOURS = (-2, -1, 1, 2)
_NEXT = frozenset({-1, 1})

Clues = list[str]


@dataclass(frozen=True, slots=True)
class Document:
    """What the whole article tells of a word.

    Attributes:
        persons: Words of the names of persons it introduces.
        located: How often a capitalised word follows "in", "at", "near" or "from".
        lower: How often a word is written without a capital.
        surnames: How often a word ends a run of two to four capitalised ones, as surnames do.
        is_english: Whether enough of its small words are English ones.
    """

    persons: frozenset[str]
    located: Counter[str]
    lower: Counter[str]
    surnames: Counter[str]
    is_english: bool


def document(phrases: Sequence[Phrase]) -> Document:
    """What the sentences of an article together tell of its words."""
    located: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    for sentence in phrases:
        tokens = sentence.tokens
        if not sentence.title_case:
            surnames.update(
                [tokens.keys[past - 1] for first, past in sentence.runs if 2 <= past - first <= 4]
            )
        lower.update(
            [key for key, capital in zip(tokens.keys, tokens.capital, strict=True) if not capital]
        )
        located.update(
            [
                tokens.keys[position]
                for position in sentence.run_of
                if position > 0
                and tokens.capital[position]
                and tokens.keys[position - 1] in _NEAR_WORDS
            ]
        )
    persons = person_words(phrases, english_cues())
    return Document(persons, located, lower, surnames, _is_english(lower))


def _is_english(lower: Counter[str]) -> bool:
    common = english_cues().common
    known = sum(count for word, count in lower.items() if word in common)
    return known >= _ENGLISH_SHARE * lower.total()


def words_in_question(sentence: Phrase) -> list[int]:
    """Positions of the tokens that may be part of a name; the others never are.

    Those in a capitalised run, and a word of kind right after one ("Kursk region"); not an ordinary
    word by itself, such as the first of most sentences.
    """
    cues = english_cues()
    kinds = cues.place_words_after
    tokens = sentence.tokens
    positions: list[int] = []
    for first, past in sentence.runs:
        if past - first == 1 and is_ordinary_word(first, sentence, cues):
            continue
        positions += range(first, past)
        if (
            past < len(tokens)
            and past not in sentence.run_of
            and tokens.joined[past]
            and tokens.keys[past] in kinds
        ):
            positions.append(past)
    return positions


def clues(
    sentence: Phrase,
    positions: Sequence[int],
    spelled: SpelledNames,
    judged: Sequence[FoundName],
    around: Document,
) -> list[Clues]:
    """The clues of the tokens at the given positions, in order.

    Args:
        sentence: Where the tokens stand.
        positions: Of the tokens in question.
        spelled: The gazetteer's names in the sentence.
        judged: Those that the rules take for mentions.
        around: What the whole article tells of its words.
    """
    tokens = sentence.tokens
    seen = _seen(sentence, spelled)
    rules = _by_rule(sentence, judged)
    runs = {run: _of_a_run(sentence, run) for run in sentence.runs}
    listed = []
    for position in positions:
        key, tag = tokens.keys[position], seen[position].tag
        listed.append(
            [
                *clues_of_spelling(key, without_possessive(tokens.written[position])),
                *seen[position].clues,
                *seen[position].edges,
                *_of_the_form(tokens.joined[position], tokens.possessive[position]),
                *_of_its_run(sentence, position, runs),
                *_of_the_rules(rules[position], rules[position + 1], tag),
                *_of_the_document(key, tag, sentence, around),
                *_of_the_neighbours(tokens, position, seen),
            ]
        )
    return listed


class _Seen(NamedTuple):
    """A token's place in a name of the gazetteer: `tag` in short, `clues` in full.

    `edges` are the clues of the words beside a name of several words.
    """

    tag: str
    clues: tuple[str, ...]
    edges: tuple[str, ...] = ()


_NO_NAME = _Seen("g0", ("g0",))


def _seen(sentence: Phrase, spelled: SpelledNames) -> list[_Seen]:
    seen = [_NO_NAME] * len(sentence.tokens)
    for first, past, summary, _ in longest_names(spelled):
        told = _told(summary)
        length = "1" if past - first == 1 else "n"
        edges = _edges(sentence.tokens, first, past, told[0]) if past - first > 1 else ()
        for position in range(first, past):
            where = f"{'B' if position == first else 'I'}{length}"
            named = _in_name(where, position == past - 1, told)
            seen[position] = named._replace(edges=edges) if edges else named
    return seen


def _edges(tokens: Tokens, first: int, past: int, code: str) -> tuple[str, ...]:
    """What stands before and after a name of several words."""
    before = tokens.keys[first - 1] if first > 0 else ""
    if past == len(tokens):
        return _of_edges(before, "", "", code)
    return _of_edges(before, tokens.keys[past], tokens.joined[past], code)


def _of_edges(before: str, after: str, joined: str, code: str) -> tuple[str, ...]:
    return (
        f"nb={before}",
        f"nb={before}|{code}",
        f"na={after}",
        f"na={joined}{after}|{code}",
        *clues_of_tables(f"nb{code}", before),
        *clues_of_tables(f"na{joined}{code}", after),
    )


_Told = tuple[str, int, str, int]
"""Of a name: feature code (a former region's as if it were one) or class, band of population,
initials of its uses, count up to 3."""


def _told(summary: NameSummary) -> _Told:
    is_finer = summary.feature_class in _CONTAINERS or summary.feature_code == "PPLC"
    return (
        summary.feature_code.removesuffix("H") if is_finer else summary.feature_class,
        bisect_right(_BANDS, summary.population),
        _initials(summary.uses),
        min(summary.place_count, 3),
    )


@lru_cache(64)
def _initials(uses: frozenset[NameUse]) -> str:
    return "".join(sorted([use.value[0] for use in uses]))


@lru_cache(1 << 12)
def _in_name(where: str, is_last: bool, told: _Told) -> _Seen:
    code, band, uses, count = told
    tag = f"g={where}{code}"
    listed = (
        tag,
        f"gb={code}{band}",
        f"gu={where}{uses}",
        f"gx={where}{code}{band}{uses}",
        f"gn={code}{count}",
    )
    return _Seen(tag, (*listed, "gend") if is_last else listed)


@lru_cache(16)
def _of_the_form(joined: str, possessive: bool) -> tuple[str, ...]:
    return (f"j={joined}", "poss") if possessive else (f"j={joined}",)


class _RunClues(NamedTuple):
    """What the words of a run have in common.

    Attributes:
        ends: Clues of its last and its first word.
        beside: Clues of the words before and after it.
        organisation: Position of its last word that names an organisation; -1 for none.
    """

    ends: tuple[str, ...]
    beside: tuple[str, ...]
    organisation: int


def _of_a_run(sentence: Phrase, run: Run) -> _RunClues:
    first, past = run
    tokens = sentence.tokens
    last = tokens.keys[past - 1]
    beside: list[str] = []
    if first > 0:
        before = tokens.keys[first - 1]
        beside += (f"rb={before}", *clues_of_tables("rb in", before))
    if past < len(tokens):
        after = tokens.keys[past]
        beside += (f"ra={after}", f"raj={tokens.joined[past]}", *clues_of_tables("ra in", after))
    else:
        beside.append("raend")
    return _RunClues(
        (
            f"rlast={last}",
            *clues_of_tables("rlast in", last),
            *clues_of_tables("rfirst in", tokens.keys[first]),
        ),
        tuple(beside),
        _last_organisation(tokens, run),
    )


def _last_organisation(tokens: Tokens, run: Run) -> int:
    organisations = english_cues().organisations
    for position in range(run[1] - 1, run[0], -1):
        if tokens.keys[position] in organisations:
            return position
    return -1


_NO_RUN = ("norun",)


def _of_its_run(sentence: Phrase, position: int, runs: dict[Run, _RunClues]) -> tuple[str, ...]:
    run = sentence.run_of.get(position)
    if run is None:
        return _NO_RUN
    first, past = run
    ends, beside, organisation = runs[run]
    where = _in_run(min(past - first, 5), min(position - first, 3), min(past - position - 1, 3))
    if organisation > position:
        return (*where, *ends, "rorg", *beside)
    return where + ends + beside


@lru_cache(128)
def _in_run(length: int, before: int, after: int) -> tuple[str, ...]:
    return f"rl={length}", f"rp={before}", f"rr={after}"


def _by_rule(sentence: Phrase, judged: Sequence[FoundName]) -> list[str]:
    """What the rules say of each token; the last entry, beyond the last token, is empty."""
    tags = ["-"] * len(sentence.tokens)
    for name in judged:
        kind = "d" if name.is_demonym else "p"
        tags[name.first] = f"B{kind}"
        for position in range(name.first + 1, name.past):
            tags[position] = f"I{kind}"
    return [*tags, ""]


@lru_cache(1 << 12)
def _of_the_rules(rule: str, rule_after: str, tag: str) -> tuple[str, ...]:
    listed = (f"rule={rule}", f"rule={rule}|{tag}")
    return (*listed, f"rule+1={rule_after}") if rule_after else listed


def _of_the_document(key: str, tag: str, sentence: Phrase, around: Document) -> tuple[str, ...]:
    return _of_counts(
        tag,
        sentence.title_case,
        key in around.persons,
        min(around.located.get(key, 0), 2),
        min(around.lower.get(key, 0), 2),
        min(around.surnames.get(key, 0), 2),
    )


@lru_cache(1 << 12)
def _of_counts(
    tag: str, title_case: bool, is_person: bool, located: int, lower: int, surname: int
) -> tuple[str, ...]:
    listed = []
    if title_case:
        listed += ["tc", f"tc|{tag}"]
    if is_person:
        listed += ["person", f"person|{tag}"]
    listed += [f"loc={located}", f"low={lower}", f"sur={surname}"]
    if located:
        listed.append(f"loc|{tag}")
    if lower:
        listed.append(f"low|{tag}")
    if surname:
        listed.append(f"sur|{tag}")
    return tuple(listed)


def _of_the_neighbours(tokens: Tokens, position: int, seen: Sequence[_Seen]) -> list[str]:
    keys, written, tag = tokens.keys, tokens.written, seen[position].tag
    listed: list[str] = []
    for offset in _NEIGHBOURS:
        beside = position + offset
        if not 0 <= beside < len(keys):
            listed.append(f"{offset}end")
            continue
        listed += (f"{offset}w={keys[beside]}", f"{offset}sh={shape(written[beside])}")
        if offset in _NEXT:
            tag_beside, between = seen[beside].tag, max(position, beside)
            listed += _of_tags(offset, tag_beside, tokens.joined[between])
            listed += _of_the_mark(offset, tokens.marks[between], tag, tag_beside)
            listed += (f"{offset}w={keys[beside]}|{tag}", f"{offset}{tag_beside}|{tag}")
            listed += _of_tables_beside(offset, tables(keys[beside]), tag)
    if position > 1 and keys[position - 1] == "of" and keys[position - 2].isdigit():
        listed.append("after age")  # "Jane Doe, 39, of Tyler said"
    return listed


@lru_cache(1 << 10)
def _of_tags(offset: int, tag_beside: str, joined: str) -> tuple[str, ...]:
    return f"{offset}{tag_beside}", f"{offset}j={joined}"


@lru_cache(1 << 12)
def _of_the_mark(offset: int, mark: str, tag: str, tag_beside: str) -> tuple[str, ...]:
    return f"{offset}m={mark}|{tag}", f"{offset}m={mark}|{tag_beside}"


@lru_cache(1 << 12)
def _of_tables_beside(offset: int, listing: tuple[str, ...], tag: str) -> tuple[str, ...]:
    return tuple(
        clue for table in listing for clue in (f"{offset}in={table}", f"{offset}in={table}|{tag}")
    )
