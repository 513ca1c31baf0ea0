"""Lines that say who wrote, edited or can be written to.

Which outlet a byline's mail address points to is decided in `outlets`.
"""

import re

from geodata.articles.lines import Line

_ADDRESS = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
_MAIL = re.compile(_ADDRESS)
_MAIL_LINE = re.compile(
    rf"\W{{0,2}}(?:e-?mail|contact|write to)?\W{{0,3}}{_ADDRESS}\W{{0,2}}", re.IGNORECASE
)
_OPENING = re.compile(
    r"\W?(?:by|written by|words by|story by|text by|reported by|posted by|author|von|par|por)"
    r"\W{1,3}(?=\w)",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\W?(?:(?:additional )?(?:reporting|writing|editing|compiled|edited|reported|translated)"
    r"(?: and (?:writing|editing|reporting))? by|with (?:inputs?|reporting) from)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:.{0,60}\b)?(?:staff|senior|chief|special|political|foreign|diplomatic|defen[cs]e|business"
    r"|sports?|contributing|associated press|north korea|\w{1,15}) (?:writer|reporter|correspondent"
    r"|editor|columnist|contributor)s?",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:reached|contacted|contact|e-?mail|write to|follow)\b", re.IGNORECASE)
_HANDLE = re.compile(r"@\w{2,30}")
_JOINING = frozenset(
    "and & in for with of the at on de del della di da van von der den al bin ibn la le y e und et "
    "staff writer reporter correspondent editor special to".split()
)
_NOT_A_NAME = frozenset("the a an this that these those all any".split())
_VIEWS = frozenset({"views", "view"})


def mail_address(line: Line) -> str:
    """The first mail address in a line; empty where there is none."""
    if "@" not in line.text:
        return ""
    found = _MAIL.search(line.text[:300])
    return found[0] if found else ""


def is_mail_line(line: Line) -> bool:
    """Whether the line is a mail address and nothing else."""
    return "@" in line.text and _MAIL_LINE.fullmatch(line.text) is not None


def is_person_name(line: Line) -> bool:
    """Whether the line could be a person's name and nothing else."""
    words = line.text.split()
    return (
        2 <= len(words) <= 5
        and len(line.text) <= 60
        and all(word[0].isupper() and not word.isupper() for word in words if word not in _JOINING)
        and all(character.isalpha() or character in " .'’-" for character in line.text)
    )


def is_byline(line: Line) -> bool:
    """Whether the line only says who wrote the article, edited it, or can be written to."""
    if line.word_count > 45:
        return False
    if _REPORTING.match(line.text) and line.word_count <= 40:
        return True
    if line.word_count > 25:
        return False
    if mail_address(line):
        return (
            is_mail_line(line)
            or not line.is_prose
            or (". " not in line.text and _REACHED.search(line.text) is not None)
        )
    if line.word_count > 14:
        return False
    if _HANDLE.fullmatch(line.text):
        return True
    words = line.text.split()
    if words[-1].lower().strip("0123456789:, ") in _VIEWS:
        return 2 <= len(words) <= 6 and all(_is_name_word(word) for word in words)
    return _names_its_author(line) or _names_an_office(line)


def _names_its_author(line: Line) -> bool:
    opening = _OPENING.match(line.text)
    if opening is None or (line.ends_sentence and line.word_count > 3):
        return False
    names = line.text[opening.end() :].split()
    if not names or names[0].lower() in _NOT_A_NAME - {"the"}:
        return False
    if names[0].lower() == "the" and len(names) < 2:
        return False
    return all(_is_name_word(word) for word in names)


def _names_an_office(line: Line) -> bool:
    return (
        line.word_count <= 7
        and not line.ends_sentence
        and _OFFICE.fullmatch(line.text) is not None
        and all(_is_name_word(word) for word in line.text.split())
    )


def _is_name_word(word: str) -> bool:
    bare = word.strip(".,;:|/()–—-•·@")
    return not bare or not bare[0].islower() or bare.lower() in _JOINING
