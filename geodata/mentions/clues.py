"""What the trained recogniser sees: for each word that may be part of a name, its clues.

Clues are short strings; what each is worth was learned (`benchmarks/train_recogniser.py`). A model
belongs to the clues it was trained on: change them here, and it must be trained again. They come in
groups, each told as the function that makes it and what that is given: the same group comes again
and again, and `chain` works out once what it is worth.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from geodata.mentions.chain import Clues, Group, Word
from geodata.mentions.cues import english_cues
from geodata.mentions.document import Document
from geodata.mentions.name_rules import is_ordinary_word
from geodata.mentions.names_in_text import FoundName, SpelledNames, longest_names
from geodata.mentions.runs import Phrase, Run
from geodata.mentions.spelling_clues import clues_of_spelling, clues_of_tables, shape, tables
from geodata.mentions.tokens import Tokens, without_possessive
from geodata.model import NameSummary, NameUse

_BANDS = (1, 1_000, 5_000, 20_000, 100_000, 1_000_000)
_CONTAINERS = frozenset("AL")
_NEIGHBOURS = (-2, -1, 1, 2)
_NEXT = frozenset({-1, 1})


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
) -> list[Word]:
    """The groups of clues of the tokens at the given positions, in order.

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
    listed: list[Word] = []
    for position in positions:
        key, tag = tokens.keys[position], seen[position].tag
        listed.append(
            [
                (clues_of_spelling, key, without_possessive(tokens.written[position])),
                *seen[position].groups,
                (_of_the_form, tokens.joined[position], tokens.possessive[position]),
                *_of_its_run(sentence, position, runs),
                (_of_the_rules, rules[position], rules[position + 1], tag),
                _of_the_document(key, tag, sentence, around),
                *_of_the_neighbours(tokens, position, seen),
            ]
        )
    return listed


class _Seen(NamedTuple):
    """A token's place in a name of the gazetteer: `tag` in short, `groups` in full.

    The second group tells the words beside a name of several words.
    """

    tag: str
    groups: tuple[Group, ...]


def _no_name() -> Clues:
    return (_NO_TAG,)


_NO_TAG = "g0"
_NO_NAME = _Seen(_NO_TAG, ((_no_name,),))


def _seen(sentence: Phrase, spelled: SpelledNames) -> list[_Seen]:
    seen = [_NO_NAME] * len(sentence.tokens)
    for first, past, summary, _ in longest_names(spelled):
        told = _told(summary)
        length = "1" if past - first == 1 else "n"
        edges = (_edges(sentence.tokens, first, past, told[0]),) if past - first > 1 else ()
        for position in range(first, past):
            where = f"{'B' if position == first else 'I'}{length}"
            group = _in_name, where, position == past - 1, told
            seen[position] = _Seen(f"g={where}{told[0]}", (group, *edges))
    return seen


def _edges(tokens: Tokens, first: int, past: int, code: str) -> Group:
    """What stands before and after a name of several words."""
    before = tokens.keys[first - 1] if first > 0 else ""
    if past == len(tokens):
        return _of_edges, before, "", "", code
    return _of_edges, before, tokens.keys[past], tokens.joined[past], code


def _of_edges(before: str, after: str, joined: str, code: str) -> Clues:
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


def _in_name(where: str, is_last: bool, told: _Told) -> Clues:
    code, band, uses, count = told
    return (
        f"g={where}{code}",
        f"gb={code}{band}",
        f"gu={where}{uses}",
        f"gx={where}{code}{band}{uses}",
        f"gn={code}{count}",
        *(("gend",) if is_last else ()),
    )


def _of_the_form(joined: str, possessive: bool) -> Clues:
    return (f"j={joined}", "poss") if possessive else (f"j={joined}",)


class _RunClues(NamedTuple):
    """What the words of a run have in common.

    Attributes:
        groups: Clues of its last and its first word, and of the words before and after it.
        organisation: Position of its last word that names an organisation; -1 for none.
    """

    groups: tuple[Group, ...]
    organisation: int


def _of_a_run(sentence: Phrase, run: Run) -> _RunClues:
    first, past = run
    tokens = sentence.tokens
    before = (_before_run, tokens.keys[first - 1]) if first > 0 else (_at_start,)
    after = (
        (_after_run, tokens.keys[past], tokens.joined[past]) if past < len(tokens) else (_at_end,)
    )
    ends = _of_ends, tokens.keys[first], tokens.keys[past - 1]
    return _RunClues((ends, before, after), _last_organisation(tokens, run))


def _of_ends(first: str, last: str) -> Clues:
    return (
        f"rlast={last}",
        *clues_of_tables("rlast in", last),
        *clues_of_tables("rfirst in", first),
    )


def _at_start() -> Clues:
    return ()


def _before_run(key: str) -> Clues:
    return f"rb={key}", *clues_of_tables("rb in", key)


def _at_end() -> Clues:
    return ("raend",)


def _after_run(key: str, joined: str) -> Clues:
    return f"ra={key}", f"raj={joined}", *clues_of_tables("ra in", key)


def _last_organisation(tokens: Tokens, run: Run) -> int:
    organisations = english_cues().organisations
    for position in range(run[1] - 1, run[0], -1):
        if tokens.keys[position] in organisations:
            return position
    return -1


def _no_run() -> Clues:
    return ("norun",)


def _of_its_run(sentence: Phrase, position: int, runs: dict[Run, _RunClues]) -> Word:
    run = sentence.run_of.get(position)
    if run is None:
        return ((_no_run,),)
    first, past = run
    groups, organisation = runs[run]
    length, before, after = min(past - first, 5), min(position - first, 3), past - position - 1
    return ((_in_run, length, before, min(after, 3), organisation > position), *groups)


def _in_run(length: int, before: int, after: int, before_organisation: bool) -> Clues:
    clues = f"rl={length}", f"rp={before}", f"rr={after}"
    return (*clues, "rorg") if before_organisation else clues


def _by_rule(sentence: Phrase, judged: Sequence[FoundName]) -> list[str]:
    """What the rules say of each token; the last entry, beyond the last token, is empty."""
    tags = ["-"] * len(sentence.tokens)
    for name in judged:
        kind = "d" if name.is_demonym else "p"
        tags[name.first] = f"B{kind}"
        for position in range(name.first + 1, name.past):
            tags[position] = f"I{kind}"
    return [*tags, ""]


def _of_the_rules(rule: str, rule_after: str, tag: str) -> Clues:
    listed = (f"rule={rule}", f"rule={rule}|{tag}")
    return (*listed, f"rule+1={rule_after}") if rule_after else listed


def _of_the_document(key: str, tag: str, sentence: Phrase, around: Document) -> Group:
    return (
        _of_counts,
        tag,
        sentence.title_case,
        key in around.persons,
        min(around.located.get(key, 0), 2),
        min(around.lower.get(key, 0), 2),
        min(around.surnames.get(key, 0), 2),
    )


def _of_counts(
    tag: str, title_case: bool, is_person: bool, located: int, lower: int, surname: int
) -> Clues:
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


def _of_the_neighbours(tokens: Tokens, position: int, seen: Sequence[_Seen]) -> list[Group]:
    keys, written, tag = tokens.keys, tokens.written, seen[position].tag
    groups: list[Group] = []
    for offset in _NEIGHBOURS:
        beside = position + offset
        if not 0 <= beside < len(keys):
            groups.append((_of_the_end, offset))
        elif offset not in _NEXT:
            groups.append((_of_a_neighbour, offset, keys[beside], written[beside]))
        else:
            key, tag_beside, between = keys[beside], seen[beside].tag, max(position, beside)
            mark, joined = tokens.marks[between], tokens.joined[between]
            groups += (
                (_of_the_next, offset, key, written[beside], tag),
                (_of_tags, offset, tag_beside, joined, mark, tag),
            )
    if position > 1 and keys[position - 1] == "of" and keys[position - 2].isdigit():
        groups.append((_after_age,))
    return groups


def _after_age() -> Clues:
    """As in "Jane Doe, 39, of Tyler"."""
    return ("after age",)


def _of_the_end(offset: int) -> Clues:
    return (f"{offset}end",)


def _of_a_neighbour(offset: int, key: str, written: str) -> Clues:
    return f"{offset}w={key}", f"{offset}sh={shape(written)}"


def _of_the_next(offset: int, key: str, written: str, tag: str) -> Clues:
    return (
        *_of_a_neighbour(offset, key, written),
        f"{offset}w={key}|{tag}",
        *[
            clue
            for table in tables(key)
            for clue in (f"{offset}in={table}", f"{offset}in={table}|{tag}")
        ],
    )


def _of_tags(offset: int, tag_beside: str, joined: str, mark: str, tag: str) -> Clues:
    return (
        f"{offset}{tag_beside}",
        f"{offset}j={joined}",
        f"{offset}{tag_beside}|{tag}",
        f"{offset}m={mark}|{tag}",
        f"{offset}m={mark}|{tag_beside}",
    )
