"""What single lines give themselves away as page furniture, and the reason shown for them.

Phrases are in `page_words.csv`, patterns in `wordings`; what a line means in company: `sections`.
"""

import csv
import re
from functools import cache
from importlib.resources import files

from geodata.articles.bylines import is_byline
from geodata.articles.dates import Said, date_line
from geodata.articles.lines import BYTE_ORDER_MARK, LONGEST_CUE, Line, key_of
from geodata.articles.wordings import WORDINGS, Cue, Scope

_LONGEST_PHRASE = 60
_MOST_WORDS_IN_A_ROW = 12
_A_ROW = 3
_WORDLESS = re.compile(r"[\W_]*")
_COUNT = re.compile(r"\W{0,3}\d[\d.,]{0,12}\s?[KkMm]?\W{0,3}|\(?\d{1,3}\s?(?:/|of)\s?\d{1,3}\)?")
_TIME = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})?"
    r"|(?:posted|updated|published|modified)\s(?:at\s)?\d{1,2}[:.]\d{2}(?:\s\w{1,5}){0,2}"
    r"|(?:posted|updated|published|modified|last updated)?:?\s?(?:about\s)?"
    r"(?:\d{1,3}|an?|one|two|three)\s(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\sago",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s[>»›|·•/→]\s|[»›]")


def find_cue(line: Line) -> Cue | None:
    """What the line gives itself away as; None for anything that may be the article's own."""
    if len(line.text) > LONGEST_CUE:
        return None
    if line.text == BYTE_ORDER_MARK:
        return Cue("byte order mark")
    if _WORDLESS.fullmatch(line.text):
        return None if line.text.startswith("|") else Cue("rule")
    return _wordy_cue(line)


def _wordy_cue(line: Line) -> Cue | None:
    if line.word_count <= _MOST_WORDS_IN_A_ROW and not line.is_quoted:
        if _COUNT.fullmatch(line.text):
            return Cue("counter")
        if _TIME.fullmatch(line.text):
            return Cue("time")
        found = _phrase_cue(line.key)
        if found is not None:
            return found
        said = date_line(line.text)
        if said is not None:
            # A date alone may also be a heading of a diary or a timeline.
            return Cue("publication date", Scope.LABEL if said is Said.ALONE else Scope.LINE)
        if len(line.text) == 1 and line.text.isascii():
            return Cue("stray character")
        if _is_menu(line):
            return Cue("menu")
    if line.is_quoted:
        return None
    return _worded_cue(line) or (Cue("byline") if is_byline(line) else None)


def _worded_cue(line: Line) -> Cue | None:
    flat = " ".join(line.text.split())
    lowered = flat.casefold()
    for wording in WORDINGS:
        if line.word_count > wording.most_words or not any(
            map(lowered.__contains__, wording.needs)
        ):
            continue
        if wording.pattern.fullmatch(flat):
            # What opens a list is a heading, and a heading is no sentence.
            if wording.cue.scope is Scope.BOX and line.ends_sentence:
                return Cue(wording.cue.reason)
            return None if wording.cue.opens and line.ends_sentence else wording.cue
    return None


def _phrase_cue(key: str) -> Cue | None:
    """A fixed phrase, or several in a row ("Facebook Twitter Email")."""
    phrases = _page_words()
    if len(key) <= _LONGEST_PHRASE and key in phrases:
        return phrases[key]
    cues = [phrases.get(word) for word in key.split()]
    if len(cues) < 2:
        return None
    found = [cue for cue in cues if cue is not None]
    if len(found) < len(cues):
        return None
    if len(found) >= _A_ROW:
        return Cue(found[0].reason)
    plain = next((cue for cue in found if cue.scope is Scope.LINE), None)
    return plain or Cue(found[0].reason, Scope.LABEL)


def _is_menu(line: Line) -> bool:
    """Three short items or more between separators, or a path such as "Home > National"."""
    if line.ends_sentence or line.text[0] == "|" or not _SEPARATOR.search(line.text):
        return False
    items = [item for item in _SEPARATOR.split(line.text) if item.strip()]
    if any(len(item.split()) > 4 for item in items):
        return False
    return len(items) >= 3 or (len(items) == 2 and key_of(items[0]) in {"home", "news", "menu"})


@cache
def _page_words() -> dict[str, Cue]:
    listing = files("geodata.articles").joinpath("page_words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(row for row in listing.splitlines() if not row.startswith("#"))
    return {key_of(row["phrase"]): Cue(row["reason"], Scope(row["scope"])) for row in rows}


def is_known_phrase(key: str) -> bool:
    """Whether the key is one of the fixed phrases of page furniture."""
    return key in _page_words()


@cache
def agencies() -> frozenset[str]:
    """Keys of the news agencies whose name alone on a line is a credit, not a masthead."""
    return frozenset(key for key, cue in _page_words().items() if cue.reason == "agency credit")
