"""Which names of the gazetteer in a sentence are mentions, judged by rules of shape and context.

Names of persons and organisations are left alone. The recogniser that was trained takes these
judgements as clues among others (`recognition`).
"""

from collections.abc import Iterator, Sequence

import regex

from geodata.mentions.cues import Cues
from geodata.mentions.names_in_text import FoundName, SpelledNames
from geodata.mentions.other_names import is_other_name, is_other_than_people
from geodata.mentions.runs import Phrase
from geodata.mentions.tokens import Tokens, without_possessive
from geodata.model import NameUse
from geodata.names import APOSTROPHES

LARGE = 100_000
"""Inhabitants from which a town's name is trusted where an ordinary word could stand."""

SMALL = 5_000
"""Inhabitants below which a one-word name needs a word of place beside it."""

LAST_LATIN_LETTER = "\u024f"
"""Letters after it are of other scripts: there the gazetteer's spelling is all there is."""

_CONTRACTION = regex.compile(rf"[{APOSTROPHES}](?:ve|ll|re|d|m|t)$")
_SHORT_FORM_MARKS = frozenset(".ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def judged_names(
    sentence: Phrase, spelled: SpelledNames, persons: frozenset[str], cues: Cues
) -> Iterator[FoundName]:
    """From left to right the longest name at each word that the rules take for a mention.

    Args:
        sentence: Where to look.
        spelled: The gazetteer's names in it.
        persons: Words of the names of persons the text introduces.
        cues: The words that tell what stands beside them.
    """
    past = 0
    for first, listed in spelled.items():
        if first < past:
            continue
        found = next((name for name in listed if _is_name(name, sentence, cues, persons)), None)
        if found is not None:
            yield found
            past = found.past


def _is_name(name: FoundName, sentence: Phrase, cues: Cues, persons: frozenset[str]) -> bool:
    return not (
        is_designator(name.past, sentence.tokens)
        or is_other_name(name.first, name.past, sentence.tokens)
        or _is_left_over_article(name, sentence.tokens)
        or _is_other_abbreviation(name, sentence)
        or _is_common_name(name, sentence, cues)
        or _is_in_longer_name(name, sentence, cues)
        or _is_person(name, sentence, cues, persons)
        or _is_too_obscure(name, sentence, cues)
        or (name.is_demonym and _is_no_people(name, sentence.tokens, persons))
    )


def is_designator(past: int, tokens: Tokens) -> bool:
    """Hwasong-17 is a missile, US$5 a price: a name with a number hung on it is a thing."""
    if past >= len(tokens):
        return False
    if tokens.marks[past] == "$" and tokens.starts[past] == tokens.ends[past - 1] + 1:
        return True
    return tokens.joined[past] == "-" and tokens.written[past][0].isdigit()


def _is_left_over_article(name: FoundName, tokens: Tokens) -> bool:
    """A capital "The" at the start of a sentence belongs to the sentence, not to the name."""
    return name.first == 0 and not name.is_one_word and tokens.keys[0] == "the"


def _is_other_abbreviation(name: FoundName, sentence: Phrase) -> bool:
    """Whether the letters are no abbreviation of a place as it would be written here."""
    if not name.is_one_word:
        return False
    tokens = sentence.tokens
    written = without_possessive(tokens.written[name.first])
    if "." in written:
        return False
    upper = written.isupper() and len(written) > 1
    after_comma = name.first > 0 and not tokens.joined[name.first]
    is_short_form = NameUse.ABBREVIATION in name.summary.uses
    if is_short_form and written.isascii() and len(written) <= 3:
        if name.summary.feature_code == "ADM1" and not (upper and len(written) == 3):
            return not (after_comma and len(written) > 1)
        return not upper
    mixed = not all(map(str.isupper, tokens.written))
    dateline = name.first == 0 and not sentence.run_of[0][1] > name.past
    return (
        upper
        and written.isascii()
        and len(written) <= 5
        and mixed
        and not dateline
        and not is_short_form
    )


def is_of_organisation(first: int, sentence: Phrase, cues: Cues) -> bool:
    """Whether a name is what an organisation is "of": the Bank of England, the University of X."""
    tokens = sentence.tokens
    return (
        first >= 2
        and tokens.keys[first - 1] == "of"
        and bool(tokens.joined[first] and tokens.joined[first - 1])
        and tokens.capital[first - 2]
        and tokens.keys[first - 2] in cues.organisations
        and not sentence.title_case
    )


def is_ordinary_word(position: int, sentence: Phrase, cues: Cues) -> bool:
    """A word that is capitalised only because it starts a sentence or stands in a headline."""
    key = sentence.tokens.keys[position]
    if key in cues.never_places or key.isdigit():
        return True
    written = sentence.tokens.written[position]
    if not written.isalpha() and _CONTRACTION.search(written):
        return True
    return key in cues.common and (position == 0 or sentence.title_case)


def _is_common_name(name: FoundName, sentence: Phrase, cues: Cues) -> bool:
    if not name.is_one_word:
        return False
    key, written = sentence.tokens.keys[name.first], sentence.tokens.written[name.first]
    if NameUse.ABBREVIATION in name.summary.uses and written[1:2] in _SHORT_FORM_MARKS:
        return False
    if name.is_demonym:
        return sentence.title_case and key in cues.common
    if is_ordinary_word(name.first, sentence, cues):
        return True
    return (
        key in cues.common
        and name.summary.population < LARGE
        and not _has_place_word(name, sentence.tokens, cues)
    )


def _is_in_longer_name(name: FoundName, sentence: Phrase, cues: Cues) -> bool:
    """Whether capitalised words beside it make it part of another name."""
    if sentence.tokens.keys[name.first] in cues.titles and name.is_one_word:
        return True
    before, after = _around(name, sentence, cues)
    if not cues.organisations.isdisjoint(after):
        public = name.is_demonym and after[0] in cues.public_bodies
        return not public or any(
            key in cues.organisations and key not in cues.public_bodies for key in after
        )
    if sentence.title_case or name.is_demonym:
        return bool(before) and (before[-1] in cues.titles or before[-1] in cues.given_names)
    if after and (after[0] in cues.public_bodies or after[0] in cues.titles):
        after = ()
    return bool(after) or bool(before)


def _around(name: FoundName, sentence: Phrase, cues: Cues) -> tuple[Sequence[str], Sequence[str]]:
    """The keys of the words of its run before and after it that are not words of place."""
    tokens = sentence.tokens
    run_first, run_past = sentence.run_of[name.first]
    _, run_past = sentence.run_of.get(name.past - 1, (run_first, run_past))
    before = tokens.keys[run_first : name.first]
    if run_first == 0 and before and _starts_any_sentence(before[0], cues):
        before = before[1:]
    if before and before[-1] in cues.place_words_before:
        before = ()
    if before and tokens.joined[name.first] == "-":
        before = ()
    after = () if name.is_owner else tokens.keys[name.past : run_past]
    if after and (after[0] in cues.place_words_after or tokens.joined[name.past] == "-"):
        after = [key for key in after if key in cues.organisations]
    return before, after


def _starts_any_sentence(key: str, cues: Cues) -> bool:
    """Whether a first word's capital tells nothing; of other scripts no word is known."""
    return key in cues.common or key > LAST_LATIN_LETTER


def _is_person(name: FoundName, sentence: Phrase, cues: Cues, persons: frozenset[str]) -> bool:
    if name.is_demonym or not name.is_one_word:
        return False
    key = sentence.tokens.keys[name.first]
    if sentence.tokens.joined[name.first] and sentence.tokens.keys[name.first - 1] in cues.titles:
        return name.summary.feature_class != "A"
    if key not in persons:
        return key in cues.given_names and not _has_place_word(name, sentence.tokens, cues)
    return not _has_place_word(name, sentence.tokens, cues)


def _is_no_people(name: FoundName, tokens: Tokens, persons: frozenset[str]) -> bool:
    """Whether it is a surname, or a word for a language, a dish, a continent's people.

    A continent's middle tells nothing of where "Asian" or "European" things are.
    """
    if name.summary.feature_code == "CONT" or is_other_than_people(name, tokens):
        return True
    if not name.is_one_word or tokens.keys[name.first] not in persons:
        return False
    after_name = name.first > 0 and tokens.keys[name.first - 1] in persons
    before_verb = name.past < len(tokens) and tokens.keys[name.past] == "said"
    article_before = name.first > 0 and tokens.keys[name.first - 1] == "the"
    return after_name or (before_verb and not article_before)


def _is_too_obscure(name: FoundName, sentence: Phrase, cues: Cues) -> bool:
    if not name.is_one_word or name.is_demonym or name.summary.population >= SMALL:
        return False
    if name.summary.feature_class != "P":
        return False
    return not _has_place_word(name, sentence.tokens, cues)


def _has_place_word(name: FoundName, tokens: Tokens, cues: Cues) -> bool:
    """Whether the words right beside it say that it is a place."""
    if name.first > 0:
        previous = tokens.keys[name.first - 1]
        if tokens.joined[name.first] == " " and previous in cues.locating:
            return True
    return name.past < len(tokens) and (
        bool(tokens.joined[name.past]) and tokens.keys[name.past] in cues.place_words_after
    )
