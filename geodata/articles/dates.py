"""The day of publication, where a page says it: labelled, alone on a line, or in a dateline.

A date inside a sentence is what the article tells of, and today's date is never an answer.
"""

import csv
import re
from datetime import date
from enum import IntEnum
from functools import cache
from importlib.resources import files

_ENGLISH_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
    "|september sep sept|october oct|november nov|december dec"
)
_LONGEST_LINE = 160
_MONTH = r"[^\W\d_]{3,12}"
_SOME_YEAR = r"(?:1[6-9]|2[01])\d{2}"
_YEAR = re.compile(rf"(?<!\d){_SOME_YEAR}(?!\d)")
_CLOCK = r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DATE = re.compile(
    rf"(?<!\d)(?P<y1>{_SOME_YEAR})(?P<sep>[-/.]\s?|\s?[年년]\s?)(?P<m1>\d{{1,2}})"
    rf"(?:(?P=sep)|\s?[月월]\s?)(?P<d1>\d{{1,2}})(?:\s?[日일]|\.)?(?!\d){_CLOCK}"
    rf"|(?<!\d)(?P<a>\d{{1,2}})(?P<sep2>[/.-])(?P<b>\d{{1,2}})(?P=sep2)(?P<y2>{_SOME_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.|º)?[\s-](?:of\s|de\s)?(?P<m3>{_MONTH})\.?,?[\s-]"
    rf"(?:de\s|del\s)?(?P<y3>{_SOME_YEAR})(?!\d)"
    rf"|(?P<m4>\b{_MONTH})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>{_SOME_YEAR})(?!\d)"
)
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_PUBLISHED = frozenset(
    "published posted date publication released issued dated erschienen veröffentlicht publié "
    "publicado pubblicato опубликовано gepubliceerd 입력 등록 発行".split()
)
_UPDATED = frozenset(
    "updated stand modified update edited corrected aktualisiert обновлено 수정 更新".split()
)
_COMPANY = frozenset(
    "on at in am pm a p m first last originally online time the le el am um der den z uhr ago "
    "hour hours minute minutes day days gmt utc est edt et cst cdt ct mst mdt pst pdt pt bst "
    "cet cest eet eest msk kst jst ist sgt hkt aest aedt monday tuesday wednesday thursday "
    "friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag dienstag "
    "mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда "
    "четверг пятница суббота воскресенье".split()
)
_DATELINE = re.compile(
    r"(?:[^\W\d_][^\d:;!?()]{1,60}[,/]\s{1,2})?(?P<said>[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4}"
    r"|\d{1,2}\s[^\W\d_]{3,9}\.?\s\d{4})\s{0,2},?\s{0,2}(?:\([^()]{1,60}\)|[–—-]{1,2}\s|/[^/]{2,40}/)"
)


class Said(IntEnum):
    """How plainly a line says the day of publication, plainest first."""

    PUBLISHED = 0
    ALONE = 1
    BESIDE_NAMES = 2
    UPDATED = 3


def written_date(text: str) -> date | None:
    """The one full date in a short text; None for none, for two, or for 03/04/2025.

    Day, month and year must all be there; which of two numbers is the month must be certain.
    """
    found = {_read(match) for match in _DATE.finditer(text[:_LONGEST_LINE])}
    return found.pop() if len(found) == 1 else None


def date_line(text: str) -> Said | None:
    """How a line says a date that says nothing else; None for any other line.

    A label, a weekday, a time of day, and with one of these a name ("by admin"), may stand with it.
    """
    said = _how_said(text)
    if said is Said.BESIDE_NAMES:
        opening = _WORD.search(text)
        is_labelled = opening is not None and opening[0].lower() in _PUBLISHED
        return said if is_labelled or _TIME_OF_DAY.search(text) else None
    return said


def said_date(text: str) -> tuple[Said, date | None] | None:
    """The date that a line of a page's head gives, and how plainly; None for prose.

    Of a day of publication and one of update on the same line, the first is taken. The date is
    None where it is ambiguous: no other line's, less plain, can stand for it.
    """
    said = _how_said(text)
    if said is None:
        return None
    ends = 0
    found: list[tuple[Said, date | None]] = []
    for match in _DATE.finditer(text):
        label = _label(_WORD.findall(text[ends : match.start()].lower()))
        found.append((said if said is Said.BESIDE_NAMES else label, _read(match)))
        ends = match.end()
    return min(found, key=lambda one: one[0])


def dateline_date(text: str) -> date | None:
    """The date in a dateline with a year: "PYONGYANG, Oct. 24, 2025 (Reuters) - ..."."""
    if not _YEAR.search(text[:100]):
        return None
    opening = _DATELINE.match(text[:_LONGEST_LINE])
    return written_date(opening["said"]) if opening else None


def _how_said(text: str) -> Said | None:
    if len(text) > _LONGEST_LINE or not _YEAR.search(text):
        return None
    if not any(_could_be_date(match) for match in _DATE.finditer(text)):
        return None
    rest = _TIME_OF_DAY.sub(" ", _DATE.sub(" ", text))
    words = _WORD.findall(rest)
    labels = [word.lower() for word in words]
    others = [word for word in words if not _goes_with_date(word.lower())]
    if not others:
        return _label(labels)
    if len(others) > 8 or text.endswith((".", "?", "!", "”", '"')):
        return None
    if labels[0] in _PUBLISHED and len(others) <= 4:
        return Said.BESIDE_NAMES
    has_time = _TIME_OF_DAY.search(text) is not None and len(others) <= 4
    stands_beside = has_time or labels[0] == "by" or re.search(r"[|·•–—,-]", rest)
    if stands_beside and all(_is_small_or_capital(word) for word in others):
        return Said.BESIDE_NAMES
    return None


def _goes_with_date(word: str) -> bool:
    if word.isdecimal():
        return len(word) <= 2
    return word in _PUBLISHED or word in _UPDATED or word in _COMPANY


def _label(labels: list[str]) -> Said:
    if any(label in _PUBLISHED for label in labels):
        return Said.PUBLISHED
    return Said.UPDATED if any(label in _UPDATED for label in labels) else Said.ALONE


def _is_small_or_capital(word: str) -> bool:
    return not word[0].islower() or word in {
        "by",
        "and",
        "min",
        "read",
        "mins",
        "minute",
        "minutes",
    }


def _could_be_date(match: re.Match[str]) -> bool:
    return match["a"] is not None or _read(match) is not None


def _read(match: re.Match[str]) -> date | None:
    if match["y1"]:
        return _day(match["y1"], match["m1"], match["d1"])
    if match["y2"]:
        first, second = int(match["a"]), int(match["b"])
        if first == second or second > 12:
            return _day(match["y2"], first, second)
        return _day(match["y2"], second, first) if first > 12 else None
    if match["y3"]:
        return _worded(match["d3"], match["m3"], match["y3"])
    return _worded(match["d4"], match["m4"], match["y4"])


def _worded(day: str, month: str, year: str) -> date | None:
    number = _months().get(month.lower())
    return _day(year, number, day) if number else None


@cache
def _months() -> dict[str, int]:
    """Number of the month by its name in lower case, English and others."""
    numbers = {
        name: number
        for number, names in enumerate(_ENGLISH_MONTHS.split("|"), start=1)
        for name in names.split()
    }
    listing = files("geodata.articles").joinpath("month_names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(row for row in listing.splitlines() if not row.startswith("#"))
    others = {name: int(row["month"]) for row in rows for name in row["names"].split()}
    return others | numbers


def _day(year: str, month: int | str, day: int | str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
