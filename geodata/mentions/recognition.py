"""Text -> mentions by the longest match of its words with the names of a gazetteer.

Rules of shape and context leave names of persons and organisations alone. Roles are given in
`roles`; which place a name means is decided in `geodata.places`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import regex

from geodata.mentions.cues import Cues, english_cues
from geodata.mentions.runs import Phrase, Token, person_words, phrase, without_possessive
from geodata.mentions.sentences import sentences
from geodata.mentions.streets import with_streets
from geodata.model import Mention, NameSummary, NameUse, Role, Span
from geodata.names import APOSTROPHES, NormalisedName, join, normalise, normalise_word

LONGEST_NAME = 7
"""Words in the longest name looked for ("Democratic People's Republic of Korea" has five)."""

LARGE = 100_000
"""Inhabitants from which a town's name is trusted where an ordinary word could stand."""

HUGE = 1_000_000
"""Inhabitants from which a town's name is trusted although a person of that name is in the text."""

SMALL = 5_000
"""Inhabitants below which a one-word name needs a word of place beside it."""

_CONTRACTION = regex.compile(rf"[{APOSTROPHES}](?:ve|ll|re|d|m|t)$")
_SHORT_FORM_MARKS = frozenset(".ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PLAIN_USES = frozenset({NameUse.NAME, NameUse.ALTERNATE, NameUse.HISTORIC})


class PlaceNames(Protocol):
    """All that recognition knows of places: their names."""

    def summary(self, name: NormalisedName) -> NameSummary | None:
        """What is known of a name; None for a name no place bears."""
        ...


class GazetteerRecogniser:
    """Finds the names of a gazetteer in English news."""

    def __init__(self, names: PlaceNames, cues: Cues | None = None) -> None:
        """Look names up in `names`, judged by `cues` (the English ones where none are given)."""
        self._names = names
        self._cues = cues or english_cues()

    def find(self, text: str, spans: Iterable[Span]) -> list[Mention]:
        """The mentions in the given stretches of a text, in order, never overlapping.

        A mention has the role demonym where its name is only that of a people; every other has
        the role location until `roles` has looked at the words around it.
        """
        phrases = [phrase(text, sentence) for sentence in sentences(text, spans)]
        persons = person_words(phrases, self._cues)
        return [
            mention for tokens in phrases for mention in self._mentions_in(text, tokens, persons)
        ]

    def given(self, text: str, toponyms: Iterable[Span]) -> list[Mention]:
        """Exactly the given stretches as mentions, in order; roles as `find` gives them."""
        mentions = []
        for span in sorted(set(toponyms)):
            written = text[span.start : span.end]
            summary = self._names.summary(normalise(written))
            role = _first_role(summary) if summary else Role.LOCATION
            mentions.append(Mention(span.start, span.end, written, role))
        return mentions

    def _mentions_in(self, text: str, sentence: Phrase, persons: frozenset[str]) -> list[Mention]:
        mentions = []
        for name in self._names_in(sentence, persons):
            start = sentence.tokens[name.first].word.start
            end = sentence.tokens[name.past - 1].word.end - name.cut
            mentions.append(Mention(start, end, text[start:end], _first_role(name.summary)))
        return with_streets(text, sentence, mentions, self._cues)

    def _names_in(self, sentence: Phrase, persons: frozenset[str]) -> Iterator["_Name"]:
        position = 0
        while position < len(sentence.tokens):
            name = self._longest(sentence, position, persons)
            if name is None:
                position += 1
            else:
                yield name
                position = name.past

    def _longest(self, sentence: Phrase, first: int, persons: frozenset[str]) -> "_Name | None":
        if not sentence.tokens[first].capital:
            return None
        for name in reversed(list(self._matches(sentence.tokens, first))):
            if _is_name(name, sentence, self._cues, persons):
                return name
        return None

    def _matches(self, tokens: tuple[Token, ...], first: int) -> Iterator["_Name"]:
        keys: list[str] = []
        for past in range(first + 1, min(first + LONGEST_NAME, len(tokens)) + 1):
            token = tokens[past - 1]
            if past - 1 > first and not token.joined:
                return
            if token.capital or token.key in self._cues.place_words_after:
                yield from self._match(tokens, first, past, keys)
            keys.append(normalise_word(token.word.written))

    def _match(
        self, tokens: tuple[Token, ...], first: int, past: int, keys: list[str]
    ) -> Iterator["_Name"]:
        written = tokens[past - 1].word.written
        whole = self._names.summary(join([*keys, normalise_word(written)]))
        if whole is not None:
            yield _Name(first, past, whole, cut=0)
            return
        bare = without_possessive(written)
        if bare != written:
            summary = self._names.summary(join([*keys, normalise_word(bare)]))
            if summary is not None:
                yield _Name(first, past, summary, cut=len(written) - len(bare))


@dataclass(frozen=True, slots=True)
class _Name:
    """Tokens `[first, past)` that are a name of the gazetteer, before the rules have judged them.

    `cut` counts the code points of a possessive "'s" that is not part of the name.
    """

    first: int
    past: int
    summary: NameSummary
    cut: int

    @property
    def is_demonym(self) -> bool:
        return _first_role(self.summary) is Role.DEMONYM

    @property
    def is_one_word(self) -> bool:
        return self.past - self.first == 1


def _first_role(summary: NameSummary) -> Role:
    """Demonym for a name that is nothing else."""
    only_demonym = NameUse.DEMONYM in summary.uses and not _PLAIN_USES & summary.uses
    return Role.DEMONYM if only_demonym else Role.LOCATION


def _is_name(name: _Name, sentence: Phrase, cues: Cues, persons: frozenset[str]) -> bool:
    return not (
        _is_designator(name, sentence.tokens)
        or _is_left_over_article(name, sentence.tokens)
        or _is_other_abbreviation(name, sentence)
        or _is_ordinary_word(name, sentence, cues)
        or _is_in_longer_name(name, sentence, cues)
        or _is_person(name, sentence, cues, persons)
        or _is_too_obscure(name, sentence, cues)
    )


def _is_designator(name: _Name, tokens: tuple[Token, ...]) -> bool:
    """Hwasong-17 is a missile: a name with a number hung on it is a thing."""
    if name.past >= len(tokens):
        return False
    following = tokens[name.past]
    return following.joined == "-" and following.word.written[0].isdigit()


def _is_left_over_article(name: _Name, tokens: tuple[Token, ...]) -> bool:
    """A capital "The" at the start of a sentence belongs to the sentence, not to the name."""
    return name.first == 0 and not name.is_one_word and tokens[0].key == "the"


def _is_other_abbreviation(name: _Name, sentence: Phrase) -> bool:
    """Whether the letters are no abbreviation of a place as it would be written here."""
    if not name.is_one_word:
        return False
    token = sentence.tokens[name.first]
    written = without_possessive(token.word.written)
    if "." in written:
        return False
    upper = written.isupper() and len(written) > 1
    after_comma = name.first > 0 and not token.joined
    is_short_form = NameUse.ABBREVIATION in name.summary.uses
    if is_short_form and written.isascii() and len(written) <= 3:
        if name.summary.feature_code == "ADM1":
            return not (after_comma and len(written) > 1)
        return not upper
    mixed = not all(other.word.written.isupper() for other in sentence.tokens)
    dateline = name.first == 0 and not sentence.run_of[0][1] > name.past
    return (
        upper
        and written.isascii()
        and len(written) <= 5
        and mixed
        and not dateline
        and not is_short_form
    )


def _is_ordinary_word(name: _Name, sentence: Phrase, cues: Cues) -> bool:
    if not name.is_one_word:
        return False
    token = sentence.tokens[name.first]
    key = token.key
    if NameUse.ABBREVIATION in name.summary.uses and token.word.written[1:2] in _SHORT_FORM_MARKS:
        return False
    if key in cues.never_places or key.isdigit() or _CONTRACTION.search(token.word.written):
        return True
    if name.is_demonym:
        return sentence.title_case and key in cues.common
    if key not in cues.common:
        return False
    capital_by_rule = name.first == 0 or sentence.title_case
    return capital_by_rule or (
        name.summary.population < LARGE and not _has_place_word(name, sentence.tokens, cues)
    )


def _is_in_longer_name(name: _Name, sentence: Phrase, cues: Cues) -> bool:
    """Whether capitalised words beside it make it part of another name."""
    if sentence.tokens[name.first].key in cues.titles and name.is_one_word:
        return True
    before, after = _around(name, sentence, cues)
    if any(token.key in cues.organisations for token in after):
        public = name.is_demonym and after[0].key in cues.public_bodies
        return not public or any(t.key in cues.organisations - cues.public_bodies for t in after)
    if sentence.title_case or name.is_demonym:
        return bool(before) and before[-1].key in cues.titles | cues.given_names
    if after and after[0].key in cues.public_bodies | cues.titles:
        after = ()
    return bool(after) or bool(before)


def _around(
    name: _Name, sentence: Phrase, cues: Cues
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The words of its run before and after it that are not words of place."""
    tokens = sentence.tokens
    run_first, run_past = sentence.run_of[name.first]
    run_past = max(run_past, sentence.run_of[name.past - 1][1])
    before = tokens[run_first : name.first]
    if run_first == 0 and before and before[0].key in cues.common:
        before = before[1:]
    if before and before[-1].key in cues.place_words_before:
        before = ()
    if before and tokens[name.first].joined == "-":
        before = ()
    after = () if name.cut else tokens[name.past : run_past]
    if after and (after[0].key in cues.place_words_after or after[0].joined == "-"):
        after = tuple(token for token in after if token.key in cues.organisations)
    return before, after


def _is_person(name: _Name, sentence: Phrase, cues: Cues, persons: frozenset[str]) -> bool:
    if name.is_demonym or not name.is_one_word:
        return False
    token = sentence.tokens[name.first]
    if token.joined and sentence.tokens[name.first - 1].key in cues.titles:
        return name.summary.feature_class != "A"
    if token.key not in persons:
        return token.key in cues.given_names and not _has_place_word(name, sentence.tokens, cues)
    return name.summary.population < HUGE and not _has_place_word(name, sentence.tokens, cues)


def _is_too_obscure(name: _Name, sentence: Phrase, cues: Cues) -> bool:
    if not name.is_one_word or name.is_demonym or name.summary.population >= SMALL:
        return False
    if name.summary.feature_class != "P":
        return False
    return not _has_place_word(name, sentence.tokens, cues)


def _has_place_word(name: _Name, tokens: tuple[Token, ...], cues: Cues) -> bool:
    """Whether the words right beside it say that it is a place."""
    if name.first > 0:
        previous = tokens[name.first - 1]
        if tokens[name.first].joined == " " and previous.key in cues.locating:
            return True
    return name.past < len(tokens) and (
        bool(tokens[name.past].joined) and tokens[name.past].key in cues.place_words_after
    )
