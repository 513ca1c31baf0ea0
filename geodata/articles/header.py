"""The header of a table: the names of its columns, what parts them, and where it ends.

The rows below it are read by `tables`.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geodata.articles.columns import columns_in
from geodata.errors import ArticleFormatError

_DELIMITERS = (",", ";", "\t")
_BLANK = "\ufeff \t\r\n,;"
# Names of columns may hold line breaks; a quote that nobody closes must not take in the table.
_MOST_LINES = 20
_MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Header:
    """The first row of a table that names anything.

    Attributes:
        names: In lower case, white space collapsed.
        last_line: The 1-based line in which it ends.
        lines_below: What had to be read of the rows below it to see where it ends.
    """

    names: tuple[str, ...]
    delimiter: str
    last_line: int
    lines_below: tuple[str, ...] = ()


def read_header(stream: Iterator[str], *, required: str, known: Sequence[str], path: str) -> Header:
    """Takes the header from the stream; lines above it that name nothing are passed over.

    Args:
        stream: The lines of the table with their line ends.
        required: The column that must be there; what parts the columns is told by finding it.
        known: The columns there may be, for the message.
        path: The file as a reader of messages knows it.

    Raises:
        ArticleFormatError: The required column is not there, or a quote is not closed.
    """
    blank_count, lines = _opening_lines(stream)
    problem = ""
    for delimiter in sorted(_DELIMITERS, key="".join(lines).count, reverse=True):
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            names = tuple(" ".join(name.split()).lower() for name in next(rows, []))
        except csv.Error as error:
            problem = problem or (
                f"the names of the columns are no valid table row ({error}); close every quote,"
                ' and write a quote within a name as ""'
            )
            continue
        if required in columns_in(names, known).values():
            used = rows.line_num
            return Header(names, delimiter, blank_count + used, tuple(lines[used:]))
        problem = problem or _missing(required, names, known)
    raise ArticleFormatError(problem, path=path, line=blank_count + 1)


def _opening_lines(stream: Iterator[str]) -> tuple[int, list[str]]:
    """How many lines name nothing, and the lines from there on until every quote is closed."""
    blank_count = 0
    for line in stream:
        if line.strip(_BLANK):
            lines = [line.removeprefix("\ufeff")]
            break
        blank_count += 1
    else:
        return 0, []
    quote_count = lines[0].count('"')
    while quote_count % 2 and len(lines) < _MOST_LINES:
        following = next(stream, None)
        if following is None:
            break
        lines.append(following)
        quote_count += following.count('"')
    return blank_count, lines


def _missing(required: str, names: Sequence[str], known: Sequence[str]) -> str:
    found = ", ".join(repr(name[:40]) for name in names[:_MOST_SHOWN]) or "nothing"
    return f"there is no column {required!r}; found {found}; the columns are {', '.join(known)}"
