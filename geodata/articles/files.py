"""Files and folders, or bytes a visitor gave, -> articles, each by the reader for its extension.

What a format means is in its own reader; here is only what is opened, and what is said of the rest.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import TextIO

from geodata.articles.encoding import LONGEST_ARTICLE_BYTES, check_size, check_text, decode_text
from geodata.articles.feeds import read_feed
from geodata.articles.front_matter import REASON, find_front_matter, read_front_matter
from geodata.articles.identity import Identify, article_id, upload_id
from geodata.articles.labels import clean_label, clean_path
from geodata.articles.sidecar import SIDECAR_NAME, read_sidecar
from geodata.articles.tables import read_lines, read_table
from geodata.articles.text import article_of
from geodata.articles.told import Told, override
from geodata.articles.web import read_page
from geodata.errors import ArticleError, ArticleFetchError, ArticleFormatError
from geodata.model import Article, Furniture, Span

_TEXTS = frozenset({".txt", ".md"})
_PAGES = frozenset({".html", ".htm"})
_JSON_LINES = frozenset({".jsonl", ".ndjson"})
_TABLES = frozenset({".csv", ".tsv"})
_FEEDS = frozenset({".xml", ".rss", ".atom"})
_STREAMED = _JSON_LINES | _TABLES
SUPPORTED = tuple(".txt .md .html .htm .jsonl .ndjson .csv .tsv .xml .rss .atom".split())
_TABLE_START = 65_536
_TOLD_OF_MANY = (
    f"{SIDECAR_NAME} names this file, but it holds many articles; put these columns into it"
)


def read_articles(paths: Iterable[Path]) -> Iterator[Article | ArticleError]:
    """Every article in the files and folders, in the order given, folders sorted by name.

    Hidden files are passed over, links to folders are not followed, and the folder that a browser
    saves beside a page ("page_files") is left alone. What cannot be read is an error in its place,
    and the rest is still read. A file named twice is read once.
    """
    told: dict[Path, Told] = {}
    seen: set[str] = set()
    folders: set[Path] = set()
    for given in paths:
        for found in _walk(given):
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
                yield from _read_file(found, told.get(found.absolute(), Told()))


def read_upload(name: str, content: bytes) -> Iterator[Article | ArticleError]:
    """The articles in bytes that a visitor uploaded or pasted.

    Args:
        name: As the visitor's machine gave it; only its last part and extension are used.
        content: The bytes.
    """
    shown = clean_label(PurePosixPath(name.replace("\\", "/").replace("\0", "")).name[-120:])
    shown = shown or "upload"
    identify = partial(upload_id, shown, content)
    try:
        yield from _read_content(content, path=shown, identify=identify, told=Told())
    except ArticleError as error:
        yield error


def _walk(given: Path) -> Iterator[Path | ArticleError]:
    try:
        is_folder = given.is_dir()
    except (OSError, ValueError) as error:
        yield ArticleFetchError(f"cannot be opened ({error})", path=clean_path(given))
        return
    if not is_folder:
        yield given
        return
    problems: list[OSError] = []
    is_empty = True
    for folder, names, files in os.walk(given, onerror=problems.append):
        names[:] = sorted(
            name for name in names if not name.startswith(".") and not _is_saved_with(name, files)
        )
        for name in sorted(files):
            if not name.startswith("."):
                is_empty = is_empty and name.lower() == SIDECAR_NAME
                yield Path(folder, name)
        while problems:
            is_empty = False
            yield _fetch_error(Path(problems[0].filename or folder), problems.pop(0))
    for problem in problems:
        is_empty = False
        yield _fetch_error(Path(problem.filename or given), problem)
    if is_empty:
        yield ArticleFetchError(
            f"there are no articles in this folder; they end in {', '.join(SUPPORTED)}",
            path=clean_path(given),
        )


def _is_saved_with(name: str, files: list[str]) -> bool:
    page = name.removesuffix("_files")
    return page != name and any(f"{page}{ending}" in files for ending in _PAGES)


def _new_folders(file: Path, given: Path, known: set[Path]) -> Iterator[Path]:
    """Folders from the given one down to the file's whose sidecar has not been read yet."""
    inner = file.parent
    for folder in reversed([inner, *inner.parents]):
        if (folder == inner or folder.is_relative_to(given)) and folder not in known:
            known.add(folder)
            yield folder


def _read_file(path: Path, told: Told) -> Iterator[Article | ArticleError]:
    identify = partial(article_id, path=path)
    shown = clean_path(path)
    suffix = path.suffix.lower()
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ArticleFetchError("this is no file; give files or folders", path=shown)
        with path.open("rb") as stream:
            content = stream.read(
                _TABLE_START if suffix in _STREAMED else LONGEST_ARTICLE_BYTES + 1
            )
        if suffix not in _STREAMED:
            check_size(max(len(content), status.st_size), path=shown)
            yield from _read_content(content, path=shown, identify=identify, told=told)
            return
        _check_table(content, told, path=shown)
        # Bytes that are not UTF-8 are carried along, so that only their own row is refused.
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as rows:
            yield from _read_rows(rows, path=shown, identify=identify)
    except ArticleError as error:
        yield error
    except (OSError, ValueError) as error:
        yield _fetch_error(path, error)


def _read_rows(
    stream: TextIO, *, path: str, identify: Identify
) -> Iterator[Article | ArticleError]:
    suffix = PurePosixPath(path).suffix.lower()
    read = read_lines if suffix in _JSON_LINES else read_table
    return read(_bounded_lines(stream), path=path, identify=identify)


def _bounded_lines(stream: TextIO) -> Iterator[str]:
    """The lines of a stream; of an endless one only as much as shows that it is too long."""
    while line := stream.readline(LONGEST_ARTICLE_BYTES + 1):
        yield line
        while len(line) > LONGEST_ARTICLE_BYTES and not line.endswith(("\n", "\r")):
            line = stream.readline(LONGEST_ARTICLE_BYTES + 1)


def _check_table(start: bytes, told: Told, *, path: str) -> None:
    if told != Told():
        raise ArticleFormatError(_TOLD_OF_MANY, path=path)
    if not start:
        check_size(0, path=path)
    check_text(start, path=path)


def _read_content(
    content: bytes, *, path: str, identify: Identify, told: Told
) -> Iterator[Article | ArticleError]:
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    if suffix in _TEXTS:
        yield _read_document(
            decode_text(content, path=path), path=path, identify=identify, told=told
        )
    elif suffix in _PAGES:
        yield _settle(read_page(content, path=path), told, identify)
    elif suffix in _FEEDS:
        if told != Told():
            raise ArticleFormatError(_TOLD_OF_MANY, path=path)
        yield from read_feed(content, path=path, identify=identify)
    elif suffix in _STREAMED:
        _check_table(content[:_TABLE_START], told, path=path)
        text = content.decode("utf-8", errors="surrogateescape")
        yield from _read_rows(StringIO(text, newline=""), path=path, identify=identify)
    else:
        raise ArticleFormatError(
            f"files of this kind are not read; articles end in {', '.join(SUPPORTED)}", path=path
        )


def _read_document(text: str, *, path: str, identify: Identify, told: Told) -> Article:
    """A text with or without front matter, which stays in it as furniture."""
    end = find_front_matter(text)
    if not end:
        return _settle(article_of(text, path=path, title=told.title), told, identify)
    stated = read_front_matter(text, end, path=path)
    if not text[end:].strip():
        raise ArticleFormatError("there is no text below the front matter", path=path)
    below = article_of(text[end:], path=path, title=told.title or stated.title)
    above = Furniture(0, end, REASON)
    article = replace(
        below,
        text=text,
        body=tuple(Span(span.start + end, span.end + end) for span in below.body),
        furniture=(
            above,
            *(Furniture(f.start + end, f.end + end, f.reason) for f in below.furniture),
        ),
    )
    return _settle(override(article, stated), told, identify)


def _settle(article: Article, told: Told, identify: Identify) -> Article:
    """The article with what is told of it; its id goes by the address it ends up with."""
    settled = override(article, told)
    return replace(settled, id=identify(url=settled.url))


def _fetch_error(path: Path, error: Exception) -> ArticleFetchError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ArticleFetchError(
        f"cannot be read ({reason}); check that it is there and readable", path=str(path)
    )
