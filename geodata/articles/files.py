"""Files and folders, or bytes a visitor gave, -> articles, each by the reader for its extension.

What a format means is in its own reader; here is only what is opened, and what is said of the rest.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import TextIO

from geodata.articles.encoding import (
    LONGEST_ARTICLE_BYTES,
    check_size,
    check_text,
    decode_text,
    encoding_of,
)
from geodata.articles.folders import fetch_error, walk
from geodata.articles.formats import FEEDS, JSON_LINES, PAGES, STREAMED, SUPPORTED, TEXTS
from geodata.articles.front_matter import read_document
from geodata.articles.identity import Identify, article_id, upload_id
from geodata.articles.labels import clean_label, clean_path
from geodata.articles.sidecar import SIDECAR_NAME, read_sidecar
from geodata.articles.tables import read_lines, read_table
from geodata.articles.told import Told, override
from geodata.errors import ArticleError, ArticleFetchError, ArticleFormatError
from geodata.model import Article

_TABLE_START = 65_536
_NOTHING = Told()


@dataclass(frozen=True, slots=True)
class _Item:
    """One file or upload: how it is called, what is told of it, and how it is to be read."""

    path: str
    identify: Identify
    told: Told = _NOTHING
    clean: bool = True

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.path.replace("\\", "/")).suffix.lower()


def read_articles(paths: Iterable[Path], *, clean: bool = True) -> Iterator[Article | ArticleError]:
    """Every article in the files and folders, in the order given, folders sorted by name.

    What cannot be read is an error in its place, and the rest is still read. A file named twice is
    read once. `metadata.csv` in a folder overrides what its files say.

    Args:
        paths: Files and folders; see `folders.walk` for what is passed over.
        clean: Whether furniture is told from the articles' own words.
    """
    told: dict[str, Told] = {}
    seen: set[str] = set()
    folders: set[Path] = set()
    for given in paths:
        for found in walk(given):
            if isinstance(found, ArticleError):
                yield found
                continue
            place = os.path.abspath(found)  # noqa: PTH100  links are not followed
            if place in seen:
                continue
            seen.add(place)
            for folder in _new_folders(found, given, folders):
                more, errors = read_sidecar(folder)
                told.update(more)
                yield from errors
            if found.name.lower() != SIDECAR_NAME:
                identify = partial(article_id, path=found)
                item = _Item(clean_path(found), identify, told.get(place, _NOTHING), clean)
                yield from _read_file(found, item)


def read_upload(
    name: str, content: bytes, *, told: Told | None = None, clean: bool = True
) -> Iterator[Article | ArticleError]:
    """The articles in bytes that a visitor uploaded or pasted.

    Args:
        name: As the visitor's machine gave it; only its last part and extension are used.
        content: The bytes.
        told: What a sidecar tells of it, which goes before what it says of itself.
        clean: Whether furniture is told from the articles' own words.
    """
    last = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name
    shown = clean_label(last[-120:]) or "upload"
    try:
        item = _Item(shown, partial(upload_id, shown, content), told or _NOTHING, clean)
        yield from _read_content(content, item)
    except ArticleError as error:
        yield error


def _new_folders(file: Path, given: Path, known: set[Path]) -> Iterator[Path]:
    """Folders from the given one down to the file's whose sidecar has not been read yet."""
    inner = file.parent
    for folder in reversed([inner, *inner.parents]):
        if (folder == inner or folder.is_relative_to(given)) and folder not in known:
            known.add(folder)
            yield folder


def _read_file(path: Path, item: _Item) -> Iterator[Article | ArticleError]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ArticleFetchError("this is no file; give files or folders", path=item.path)
        _check_supported(item)
        if item.suffix not in STREAMED:
            with path.open("rb") as stream:
                content = stream.read(LONGEST_ARTICLE_BYTES + 1)
            check_size(max(len(content), status.st_size), path=item.path)
            yield from _read_content(content, item)
            return
        with path.open("rb") as stream:
            start = stream.read(_TABLE_START)
        _check_table(start, item)
        with path.open(encoding=encoding_of(start), errors=_carried(start), newline="") as rows:
            yield from _read_rows(rows, item)
    except ArticleError as error:
        yield error
    except (OSError, ValueError) as error:
        yield fetch_error(path, error)


def _read_content(content: bytes, item: _Item) -> Iterator[Article | ArticleError]:
    _check_supported(item)
    if item.suffix in TEXTS:
        text = decode_text(content, path=item.path)
        yield _settle(read_document(text, path=item.path, told=item.told, clean=item.clean), item)
    elif item.suffix in PAGES:
        from geodata.articles.web import read_page  # Slow to import, and not for text files.

        yield _settle(read_page(content, path=item.path, clean=item.clean), item)
    elif item.suffix in FEEDS:
        from geodata.articles.feeds import read_feed  # Likewise.

        _check_one_article(item)
        yield from read_feed(content, path=item.path, identify=item.identify, clean=item.clean)
    else:
        _check_table(content[:_TABLE_START], item)
        text = content.decode(encoding_of(content), errors=_carried(content))
        yield from _read_rows(StringIO(text, newline=""), item)


def _carried(start: bytes) -> str:
    """How bytes that are no text are carried along, so that only their own row is refused."""
    return "surrogateescape" if encoding_of(start) == "utf-8" else "replace"


def _read_rows(stream: TextIO, item: _Item) -> Iterator[Article | ArticleError]:
    read = read_lines if item.suffix in JSON_LINES else read_table
    is_empty = True
    for article in read(
        _bounded_lines(stream), path=item.path, identify=item.identify, clean=item.clean
    ):
        is_empty = False
        yield article
    if is_empty:
        yield ArticleFormatError("there is no row with an article in this table", path=item.path)


def _bounded_lines(stream: TextIO) -> Iterator[str]:
    """The lines of a stream; of an endless one only as much as shows that it is too long."""
    while line := stream.readline(LONGEST_ARTICLE_BYTES + 1):
        yield line
        while len(line) > LONGEST_ARTICLE_BYTES and not line.endswith(("\n", "\r")):
            line = stream.readline(LONGEST_ARTICLE_BYTES + 1)


def _settle(article: Article, item: _Item) -> Article:
    """The article with what is told of it; its id goes by the address it ends up with."""
    settled = override(article, item.told)
    return replace(settled, id=item.identify(url=settled.url))


def _check_supported(item: _Item) -> None:
    if item.suffix not in SUPPORTED:
        raise ArticleFormatError(
            f"files of this kind are not read; articles end in {', '.join(SUPPORTED)}",
            path=item.path,
        )


def _check_one_article(item: _Item) -> None:
    if item.told != _NOTHING:
        raise ArticleFormatError(
            f"{SIDECAR_NAME} names this file, but it holds many articles; put the columns into it",
            path=item.path,
        )


def _check_table(start: bytes, item: _Item) -> None:
    _check_one_article(item)
    if not start:
        check_size(0, path=item.path)
    check_text(start, path=item.path)
