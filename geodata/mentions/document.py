"""What the whole article tells of a word: whether it is a person's, where it stands, how often.

The recogniser takes it as clues (`clues`), and the rules to tell persons from places.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.mentions.cues import english_cues
from geodata.mentions.runs import Phrase, person_words

_ENGLISH_SHARE = 0.27
"""Share of small words in `cues.toml`'s common ones: 0.37 or more in English news, under 0.19 in
German, French and Spanish."""

_NEAR_WORDS = frozenset({"in", "at", "near", "from"})


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
