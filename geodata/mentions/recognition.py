"""Text -> mentions: a linear-chain model judges each word by its clues, rules do the rest.

The model was trained on annotated news (`recogniser.md` tells on what, and how well it does); its
clues are in `clues`. Which place a name means is decided in `geodata.places`.
"""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from geodata.mentions.chain import INSIDE, OUTSIDE, Chain
from geodata.mentions.clues import clues, words_in_question
from geodata.mentions.cues import english_cues
from geodata.mentions.document import Document, document
from geodata.mentions.name_rules import (
    LARGE,
    LAST_LATIN_LETTER,
    is_designator,
    is_of_organisation,
    is_ordinary_word,
    judged_names,
)
from geodata.mentions.names_in_text import FoundName, PlaceNames, first_role, spelled_names
from geodata.mentions.other_names import is_other_name
from geodata.mentions.runs import Phrase, phrase
from geodata.mentions.sentences import sentences
from geodata.mentions.streets import with_streets
from geodata.mentions.tokens import Tokens
from geodata.model import Mention, NameUse, Role, Span
from geodata.names import NormalisedName, normalise

MODEL = Path(str(files("geodata.mentions").joinpath("recogniser.tsv")))
"""The model that is kept with the project."""

LARGE_TOWN = 400_000
"""Inhabitants from which the rules take a town's name without the model's word.

Held out, GeoVirus gained 0.002 end to end and LGL lost 0.002; with 100,000, LGL lost 0.003.
"""

_SHORT_LAST_WORDS = frozenset("st ave blvd rd dr ln ct pl hwy pkwy twp co mt ft".split())


class TrainedRecogniser:
    """Finds names of places in English news; may be asked by several threads at once."""

    def __init__(self, names: PlaceNames, model: Path = MODEL) -> None:
        """Look names up in `names`, judge words by `model`."""
        self._names = names
        self._cues = english_cues()
        self._chain = Chain.read(model)

    def find(self, text: str, spans: Iterable[Span]) -> list[Mention]:
        """The mentions in the given stretches of a text, in order, never overlapping.

        A mention has the role demonym where its name is only that of a people; every other has
        the role location until `roles` has looked at the words around it.
        """
        phrases = [phrase(sentence) for sentence in sentences(text, spans)]
        around = document(phrases)
        return [
            mention
            for sentence in phrases
            for mention in with_streets(
                text, sentence, self._mentions_in(text, sentence, around), self._cues
            )
        ]

    def given(self, text: str, toponyms: Iterable[Span]) -> list[Mention]:
        """Exactly the given stretches as mentions, in order; roles as `find` gives them."""
        return [self._mention(text, span.start, span.end) for span in sorted(set(toponyms))]

    def _mention(self, text: str, start: int, end: int) -> Mention:
        written = text[start:end]
        summary = self._names.summary(normalise(written))
        return Mention(start, end, written, first_role(summary) if summary else Role.LOCATION)

    def _end_with_dot(self, text: str, start: int, end: int) -> int:
        """Where a mention ends: the dot of "Ill.", "W. Va." and "Main St." is part of it."""
        written = text[start:end]
        if text[end : end + 1] != "." or written.isupper():
            return end
        *before, last = written.split(" ")
        if before and last.lower() in _SHORT_LAST_WORDS:
            return end + 1
        summary = self._names.summary(normalise(written))
        is_short = summary is not None and NameUse.ABBREVIATION in summary.uses
        return end + 1 if is_short else end

    def _mentions_in(self, text: str, sentence: Phrase, around: Document) -> list[Mention]:
        positions = words_in_question(sentence)
        if not positions:
            return []
        spelled = spelled_names(sentence, self._names, self._cues)
        judged = list(judged_names(sentence, spelled, around.persons, self._cues))
        labels = self._chain.label(clues(sentence, positions, spelled, judged, around))
        labelled = [
            part
            for stretch in labelled_stretches(sentence, positions, labels)
            for part in _parted(stretch, sentence, judged)
        ]
        labelled = _made_whole(labelled, sentence, judged)
        found = [
            self._mention(text, start, self._end_with_dot(text, start, end))
            for start, end in (
                _bounds(sentence.tokens, *stretch)
                for stretch in labelled
                if not self._is_ruled_out(sentence, stretch)
            )
        ]
        certain = [
            self._mention(text, *_bounds(sentence.tokens, name.first, name.past))
            for name in judged
            if _is_certain(name, sentence, around)
        ]
        found = [mention for mention in found if mention.role is not Role.DEMONYM]
        found += [mention for mention in certain if not any(_overlap(mention, m) for m in found)]
        return sorted(found, key=lambda mention: mention.start)

    def _is_ruled_out(self, sentence: Phrase, stretch: tuple[int, int]) -> bool:
        first, past = stretch
        return (
            is_designator(past, sentence.tokens)
            or is_other_name(first, past, sentence.tokens)
            or is_of_organisation(first, sentence, self._cues)
            or (past - first == 1 and self._is_no_name(sentence, first))
        )

    def _is_no_name(self, sentence: Phrase, position: int) -> bool:
        """One word that is an ordinary one, a word of kind, or in a headline and in no list."""
        key = sentence.tokens.keys[position]
        return (
            is_ordinary_word(position, sentence, self._cues)
            or self._wants_its_dot(sentence, position)
            or key in self._cues.place_words_after
            or (sentence.title_case and self._names.summary(NormalisedName(key)) is None)
        )

    def _wants_its_dot(self, sentence: Phrase, position: int) -> bool:
        """Whether it is "La" or "Miss", which name a state only as "La." or after a comma."""
        tokens = sentence.tokens
        summary = self._names.summary(NormalisedName(tokens.keys[position]))
        if summary is None or summary.uses != {NameUse.ABBREVIATION}:
            return False
        written, after = tokens.written[position], position + 1
        has_dot = "." in written or after == len(tokens) or tokens.marks[after].startswith(".")
        after_comma = position > 0 and not tokens.joined[position]
        return not (written.isupper() or has_dot or after_comma)


def labelled_stretches(
    sentence: Phrase, positions: Sequence[int], labels: Sequence[str]
) -> list[tuple[int, int]]:
    """The mentions that labels stand for, as `[first, past)` positions of tokens."""
    stretches: list[tuple[int, int]] = []
    for position, label in zip(positions, labels, strict=True):
        if label == OUTSIDE:
            continue
        goes_on = (
            label == INSIDE
            and stretches
            and stretches[-1][1] == position
            and sentence.tokens.joined[position]
        )
        if goes_on:
            stretches[-1] = (stretches[-1][0], position + 1)
        else:
            stretches.append((position, position + 1))
    return stretches


def _parted(
    stretch: tuple[int, int], sentence: Phrase, judged: Sequence[FoundName]
) -> list[tuple[int, int]]:
    """Parts "Russia's Kursk", which is two names, not "Queen Anne's County", which is one.

    So too before and after the name of a people: "In Kashmir Indian soldiers".
    """
    first, past = stretch
    peoples = {end for name in judged if name.is_demonym for end in (name.first, name.past)}
    cuts = [
        position
        for position in range(first + 1, past)
        if (sentence.tokens.possessive[position - 1] or position in peoples)
        and not any(name.first < position < name.past for name in judged)
    ]
    return list(pairwise([first, *cuts, past]))


def _made_whole(
    stretches: Sequence[tuple[int, int]], sentence: Phrase, judged: Sequence[FoundName]
) -> list[tuple[int, int]]:
    """The same with "Mexico" grown to "Gulf of Mexico" where the rules take that for the name.

    A word of kind in small letters stays outside: "New York state" is New York.
    """
    written = sentence.tokens.written
    names = [
        (name.first, name.past)
        for name in judged
        if written[name.first][0].isupper() and written[name.past - 1][0].isupper()
    ]
    whole: dict[tuple[int, int], None] = {}
    for first, past in stretches:
        around = next((name for name in names if name[0] <= first and past <= name[1]), None)
        whole[around or (first, past)] = None
    return list(whole)


def _is_dateline(name: FoundName, sentence: Phrase) -> bool:
    """Whether it is where the report was written: "BEIJING (Reuters) - ..."."""
    tokens = sentence.tokens
    if name.first > 0 or name.past >= len(tokens) or sentence.title_case:
        return False
    is_capital = all(tokens.written[at].isupper() for at in range(name.first, name.past))
    return (
        is_capital and tokens.marks[name.past][:1] in {"(", "-"} and tokens.joined[name.past] == ""
    )


def _is_certain(name: FoundName, sentence: Phrase, around: Document) -> bool:
    """Names the rules may add: of peoples, countries and large towns, and of other scripts.

    Of other scripts and languages the model, trained on English, knows nothing. A country or town
    that the article has as a surname is left to the model. The name of a people is only ever added
    by the rules, which know it from the name of an organisation.
    """
    first = sentence.tokens.written[name.first][0]
    if name.is_demonym or first > LAST_LATIN_LETTER or _is_dateline(name, sentence):
        return True
    if name.is_one_word and around.surnames[sentence.tokens.keys[name.first]]:
        return False
    large = LARGE_TOWN if around.is_english else LARGE
    return name.summary.feature_code.startswith("PCL") or (
        name.summary.feature_class == "P" and name.summary.population >= large
    )


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


def _bounds(tokens: Tokens, first: int, past: int) -> tuple[int, int]:
    owned = 2 if tokens.possessive[past - 1] else 0
    return tokens.starts[first], tokens.ends[past - 1] - owned
