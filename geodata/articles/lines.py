"""A page as the lines it is made of, with what can be told of a line by itself.

What a line is for (article, menu, comment box, ...) is decided in `cues`, `headline`, `sections`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Longer lines are prose whatever they hold; nothing below looks further than this.
LONGEST_CUE = 300
BYTE_ORDER_MARK = "\ufeff"

# What stands behind the full stop: closing quotes and brackets, or a short credit in brackets.
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]*]{0,3}(?:\s{0,2}[\[(][^\[\]()]{1,40}[\])])?$")
_LONGEST_END = 50
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_QUOTES = "\"'“”„‘«»「『"
# A stamp in front of a headline on the same line: "date 2025-10-24  North Korea breaks ...".
_STAMP = re.compile(
    r"(?:(?:date|published|posted|updated)\s{0,3}:?\s{0,3})?\d{4}-\d{2}-\d{2}"
    r"(?:(?=\s{2,9}\w)|\s[|–—·](?=\s\w))"
    r"|(?:date|published|posted|updated)\s{0,3}:?\s{0,3}\d{4}-\d{2}-\d{2}(?=\s{1,9}[^\W\d])",
    re.IGNORECASE,
)
# Scripts written without spaces: a character there carries about half a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page without the white space around it: `page[start:end] == text`.

    Attributes:
        word_count: Words in its first 300 characters.
        ends_sentence: Whether it ends as sentences do.
        key: Its letters in lower case, as `key_of` makes them; empty for a line longer than that.
    """

    start: int
    end: int
    text: str
    word_count: int
    ends_sentence: bool
    key: str

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a headline, label or menu item."""
        if self.word_count >= 30:
            return True
        if not self.ends_sentence:
            return False
        is_question = self.text[-1] in "?!" and self.word_count <= 18
        if is_question and ". " not in self.text:
            return False
        return self.word_count >= 6

    @property
    def is_quoted(self) -> bool:
        """Whether it opens with a quotation mark: somebody's words, not the page's."""
        return self.text[0] in _QUOTES


def key_of(text: str) -> str:
    """The letters of a line in lower case, words parted by one space: "12 Comments" is "comments".

    Only the first 300 characters count.
    """
    return " ".join(_LETTERS.findall(text[:LONGEST_CUE].casefold().replace("’", "'")))


def make_line(page: str, start: int, end: int) -> Line:
    """The line at `[start, end)`, which holds at least one character that is not white space."""
    text = page[start:end].strip()
    start = page.index(text[0], start)
    opening = text[:LONGEST_CUE]
    word_count = len(opening.split())
    if not opening.isascii():
        word_count += len(_UNSPACED.findall(opening)) // 2
    return Line(
        start=start,
        end=start + len(text),
        text=text,
        word_count=word_count,
        ends_sentence=_SENTENCE_END.search(text, max(0, len(text) - _LONGEST_END)) is not None,
        key=key_of(text) if len(text) <= LONGEST_CUE else "",
    )


def page_lines(page: str) -> list[Line]:
    """Every line that holds more than white space, in order.

    A byte order mark, and a date stamp in front of a headline, count as lines of their own.
    """
    return list(_lines(page))


def _lines(page: str) -> Iterator[Line]:
    at = 0
    if page.startswith(BYTE_ORDER_MARK):
        yield make_line(page, 0, 1)
        at = 1
    for raw in page[at:].splitlines(keepends=True):
        start, at = at, at + len(raw)
        if raw.isspace():
            continue
        line = make_line(page, start, at)
        stamp = _STAMP.match(line.text) if line.text[0] in "0123456789dDpPuU" else None
        if stamp is None:
            yield line
            continue
        cut = line.start + stamp.end()
        yield make_line(page, line.start, cut)
        yield make_line(page, cut, line.end)
