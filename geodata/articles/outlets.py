"""The outlet that published a page, where the page says it: masthead, copyright line, mail domain.

A news agency credited under a picture or behind a report is not its publisher.
"""

import re
from collections.abc import Sequence

from geodata.articles.bylines import mail_address
from geodata.articles.cues import agencies, is_known_phrase
from geodata.articles.lines import Line, key_of

_NEAR_TOP = 12
_MOST_WORDS = 6
_SEPARATORS = " |-–—»:•"
_OUTLET_WORDS = frozenset(
    "daily times post herald tribune gazette journal guardian telegraph chronicle observer "
    "independent star sun mirror mail express standard examiner inquirer globe courier record "
    "register sentinel bulletin dispatch wire news weekly magazine press broadcasting broadcaster "
    "radio television tv online insider monitor review reporter report ledger argus advertiser "
    "democrat republican enterprise leader echo evening morning today network media zeitung "
    "nachrichten monde figaro país wikinews newspaper channel".split()
)
# Outlet words that are as often something else: such a name must stand elsewhere on the page too.
_DOUBTFUL_WORDS = frozenset(
    "news star sun mirror express standard record register wire online insider monitor review "
    "reporter report leader echo evening morning today network media press channel republican "
    "democrat enterprise radio mail magazine".split()
)
# Words that make a section of a site, not the name of an outlet.
_SECTION_WORDS = frozenset(
    "news city town county state district village university world local national "
    "international breaking latest top us u s uk europe asia africa americas america politics "
    "business sports sport economy opinion press media daily weekly report reports review "
    "online radio tv video live today evening morning more the in of and room release "
    "releases magazine channel network standard record mail post market markets money tech "
    "science health crime court home good from editor's letter letters star sun leader "
    "entertainment".split()
)
# Furniture in which a site speaks of itself: "Follow ... on", "with the ...", "© ...".
_NAMES_PUBLISHER = frozenset(
    {"share box", "subscription", "log-in", "copyright", "photo credit", "cookie notice"}
)
_FREE_MAIL = frozenset(
    "gmail googlemail yahoo hotmail outlook live aol icloud me proton protonmail gmx web mail "
    "yandex qq naver daum hanmail 163 126 msn comcast verizon att".split()
)
_LABEL = re.compile(
    r"(?:publisher|publication|newspaper|published (?:by|in))\s{0,2}:\s{0,2}(.{2,60})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s(?:©|\(c\)|by)){0,2}\s{0,2}(?:(?:19|20)\d{2})?(?:\s?[-–]\s?(?:19|20)\d{2})?"
    r",?\s{0,2}(?:by\s)?(?P<name>[^.|,;•©]{2,60}?)\s{0,2}"
    r"(?:[.|,;•]|\ball rights\b|\b(?:19|20)\d{2}\b|$)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\s(?:inc|ltd|llc|plc|gmbh|corp|co|limited|s\.?a|pty|media group)\.?$", re.IGNORECASE
)
_FROM_WIKI = re.compile(r"From (Wiki[a-z]{4,8}), the free .{1,60}")


def is_masthead(line: Line) -> bool:
    """Whether a line looks like the name of an outlet and nothing else."""
    names = set(line.key.split())
    return _is_name(line) and bool(names & _OUTLET_WORDS) and bool(names - _SECTION_WORDS)


def ends_as_outlet(name: str) -> bool:
    """Whether a name ends in a word such as "News" or "Times"."""
    words = key_of(name).split()
    return len(words) >= 2 and words[-1] in _OUTLET_WORDS


def find_outlet(
    lines: Sequence[Line], reasons: Sequence[str], *, masthead: int | None = None
) -> str:
    """The publisher's name, or its mail domain; empty where the page does not say.

    Args:
        lines: The page.
        reasons: Why each line is furniture; empty for the article's own lines.
        masthead: Position of the line that holds the outlet's name, where one does.
    """
    if masthead is not None:
        return lines[masthead].text.strip(_SEPARATORS)
    return _from_label(lines) or _from_copyright(lines, reasons) or _from_mail(lines, reasons)


def _from_label(lines: Sequence[Line]) -> str:
    for line in lines[:_NEAR_TOP]:
        wiki = _FROM_WIKI.fullmatch(line.text[:120])
        if wiki:
            return wiki[1]
        labelled = _LABEL.fullmatch(line.text[:100])
        if labelled and not line.ends_sentence and key_of(labelled[1]) not in agencies():
            return labelled[1].strip()
    return ""


def find_masthead(
    lines: Sequence[Line], reasons: Sequence[str], headline: int | None
) -> int | None:
    """Position of the line near the top that holds the outlet's name and nothing else.

    A name without a word such as "Daily" or "Herald" must stand in other furniture as well ("with
    the ...", "Follow ... on"). The headline is never a masthead, nor is a news agency's name.
    """
    offers = [
        f" {line.key} "
        for line, reason in zip(lines, reasons, strict=True)
        if reason in _NAMES_PUBLISHER
    ]
    for at, line in enumerate(lines[:_NEAR_TOP]):
        if (
            at == headline
            or reasons[at] not in {"", "menu"}
            or not _is_name(line)
            or line.key in agencies()
        ):
            continue
        if is_masthead(line) and set(line.key.split()) & (_OUTLET_WORDS - _DOUBTFUL_WORDS):
            return at
        words = line.key.removeprefix("the ").split()
        if is_known_phrase(line.key) or sum(map(is_known_phrase, words)) >= 2:
            continue
        own = f" {' '.join(words)} "
        named_elsewhere = any(own in offer and own != offer for offer in offers)
        if named_elsewhere and set(line.key.split()) - _SECTION_WORDS:
            return at
    return None


def _is_name(line: Line) -> bool:
    words = line.text.split()
    return (
        1 <= len(words) <= _MOST_WORDS
        and not line.ends_sentence
        and len(line.text) <= 60
        and all(word[0].isupper() or word in {"of", "and", "the", "&"} for word in words)
        and bool(line.key)
    )


def _from_copyright(lines: Sequence[Line], reasons: Sequence[str]) -> str:
    for line, reason in zip(lines, reasons, strict=True):
        if reason != "copyright":
            continue
        found = _COPYRIGHT.search(line.text)
        if found is None:
            continue
        name = _ORGANISATION.sub("", found["name"].strip(" -–—"))
        key = key_of(name).removeprefix("the ")
        if key and key not in agencies() | {"all rights reserved", "rights reserved", "copyright"}:
            return name
    return ""


def _from_mail(lines: Sequence[Line], reasons: Sequence[str]) -> str:
    domains = {
        address.rpartition("@")[2].lower().removeprefix("mail.").removeprefix("www.")
        for line, reason in zip(lines, reasons, strict=True)
        if reason == "byline" and (address := mail_address(line))
    }
    domains = {domain for domain in domains if domain.split(".")[0] not in _FREE_MAIL}
    return domains.pop() if len(domains) == 1 else ""
