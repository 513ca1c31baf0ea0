"""Tables of articles, one per row, read as a stream: JSON Lines, CSV, TSV.

A wrong row is an error of its own, and the rows after it are still read.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from geodata.articles.columns import UnreadNames, columns_in, told_by
from geodata.articles.encoding import LONGEST_ARTICLE_BYTES
from geodata.articles.header import read_header
from geodata.articles.identity import Identify, article_id
from geodata.articles.json_lines import read_object, read_texts
from geodata.articles.text import article_of
from geodata.articles.told import TOLD_COLUMNS, override, read_told
from geodata.errors import ArticleError, ArticleFormatError
from geodata.model import Article

KNOWN_COLUMNS = ("text", *TOLD_COLUMNS, "id")
# Half of a surrogate pair, or a byte that was not UTF-8 (read with "surrogateescape").
_BROKEN = re.compile("[\ud800-\udfff\0]")


def read_lines(
    lines: Iterable[str], *, path: str, identify: Identify | None = None, clean: bool = True
) -> Iterator[Article | ArticleError]:
    """The article of each line that holds a JSON object; blank lines are passed over.

    `text` is required; title, source, published, url, language and id may be there, or other words
    for them (`columns`); other keys are not looked at, and told at the end. Nothing but these keys
    is kept between lines.

    Args:
        lines: May hold what was not UTF-8, if read with the "surrogateescape" error handler.
        path: The file as a reader of messages knows it.
        identify: Gives the articles their ids; from the path and the row where left out.
        clean: Whether furniture is told from the article's own words.
    """
    make = _Maker(path, identify or partial(article_id, path=path), clean)
    unread = UnreadNames()
    for number, written in enumerate(lines, start=1):
        if not written.strip("\ufeff \t\r\n"):
            continue
        try:
            yield _article_of_line(written, number, make, unread)
        except ArticleError as error:
            yield error
    yield from unread.told(known=KNOWN_COLUMNS, path=path)


def read_table(
    lines: Iterable[str], *, path: str, identify: Identify | None = None, clean: bool = True
) -> Iterator[Article | ArticleError]:
    """The article of each row of a CSV or TSV table; what parts the columns is seen in its header.

    Blank lines above the header are passed over. A column `text` is required; columns beside the
    known ones are not looked at, and told at the end. Lines must come with their line ends, as from
    a file opened with `newline=""`.
    """
    make = _Maker(path, identify or partial(article_id, path=path), clean)
    # The limit is the process's, and only ever raised: other readers rely on theirs.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ARTICLE_BYTES))
    stream = iter(lines)
    try:
        header = read_header(stream, required="text", known=KNOWN_COLUMNS, path=path)
    except ArticleError as error:
        yield error
        return
    # Strict, for a quote that nobody closes would silently take in the rows below it.
    columns = columns_in(header.names, KNOWN_COLUMNS)
    is_empty = True
    rows = csv.reader(chain(header.lines_below, stream), delimiter=header.delimiter, strict=True)
    while True:
        number = header.last_line + rows.line_num + 1
        try:
            cells = next(rows, None)
            if cells is None:
                break
            if any(cell.strip() for cell in cells):
                is_empty = False
                told = _cells(header.names, cells, path=path, line=number)
                yield make.article(
                    {columns[name]: told[name] for name in told if name in columns}, number
                )
        except ArticleError as error:
            yield error
        except csv.Error as error:
            yield ArticleFormatError(
                f"no valid table row ({error}); close every quote, and write a quote within a cell"
                ' as ""',
                path=path,
                line=number,
            )
    if not is_empty:
        unread = UnreadNames()
        unread.note(header.names, columns)
        yield from unread.told(known=KNOWN_COLUMNS, path=path)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the articles of one table."""

    path: str
    identify: Identify
    clean: bool

    def article(self, fields: Mapping[str, str], line: int) -> Article:
        text = fields.get("text", "")
        if not text.strip():
            raise ArticleFormatError(
                "text is empty; there is no article in this row", path=self.path, line=line
            )
        if any(_BROKEN.search(value) for value in fields.values()):
            raise ArticleFormatError(
                "this row is not UTF-8, or holds a NUL; save the table again as UTF-8",
                path=self.path,
                line=line,
            )
        told = read_told(fields, path=self.path, line=line)
        article = article_of(
            text,
            path=f"{self.path}#{line}",
            title=told.title,
            language=told.language,
            clean=self.clean,
        )
        id = self.identify(url=told.url, row=fields.get("id", "").strip() or str(line))
        return replace(override(article, told), id=id)


def _cells(header: Sequence[str], cells: list[str], *, path: str, line: int) -> dict[str, str]:
    if len(cells) > len(header):
        raise ArticleFormatError(
            f"{len(cells)} cells under {len(header)} columns; put text with separators in quotes",
            path=path,
            line=line,
        )
    return dict(zip(header, cells, strict=False))


def _article_of_line(written: str, line: int, make: _Maker, unread: UnreadNames) -> Article:
    if len(written) > LONGEST_ARTICLE_BYTES:
        raise ArticleFormatError(
            f"longer than {LONGEST_ARTICLE_BYTES / 1e6:.0f} million characters;"
            " one line is one article",
            path=make.path,
            line=line,
        )
    try:
        found = read_object(written, keys=KNOWN_COLUMNS)
        columns = told_by(found, KNOWN_COLUMNS)
        given = {column: found[name] for name, column in columns.items()}
        if isinstance(given.get("id"), int) and not isinstance(given["id"], bool):
            given["id"] = str(given["id"])
        fields = read_texts(given, KNOWN_COLUMNS)
    except ValueError as error:
        raise ArticleFormatError(str(error), path=make.path, line=line) from None
    unread.note((name for name in found if found[name] is not None), columns)
    if "text" not in fields:
        raise ArticleFormatError(
            f"there is no text; the keys are {', '.join(KNOWN_COLUMNS)}", path=make.path, line=line
        )
    return make.article(fields, line)
