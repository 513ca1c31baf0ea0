"""`metadata.csv` beside the articles of a folder: title, source, day and address for each file.

A path is never followed out of the folder.
"""

import csv
import os
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from geodata.articles.columns import columns_in
from geodata.articles.encoding import decode_text
from geodata.articles.labels import clean_path
from geodata.articles.told import TOLD_COLUMNS, Told, read_told
from geodata.errors import ArticleError, ArticleFetchError, ArticleFormatError

SIDECAR_NAME = "metadata.csv"
_COLUMNS = ("file", *TOLD_COLUMNS)
Key = TypeVar("Key", covariant=True)


class Locate(Protocol[Key]):
    """Finds the file that a row names."""

    def __call__(self, name: str, *, path: str, line: int) -> Key:
        """The file's key; ArticleFormatError, with this path and line, where there is none."""


def read_sidecar(folder: Path) -> tuple[dict[str, Told], list[ArticleError]]:
    """What the folder's metadata.csv tells of files, by absolute path, and what is wrong in it.

    A wrong row leaves the others alone. No metadata.csv tells nothing.
    """
    path = folder / SIDECAR_NAME
    shown = clean_path(path)
    if not path.is_file():
        return {}, []
    try:
        text = decode_text(path.read_bytes(), path=shown)
    except OSError as error:
        return {}, [ArticleFetchError(f"cannot be read ({error.strerror})", path=shown)]
    except ArticleFormatError as error:
        return {}, [error]
    locate = partial(_file_inside, folder)
    return read_told_files(text.removeprefix("\ufeff"), path=shown, locate=locate)


def read_told_files(
    text: str, *, path: str, locate: Locate[Key]
) -> tuple[dict[Key, Told], list[ArticleError]]:
    """What the text of a metadata.csv tells of files, and what is wrong in it.

    Args:
        text: The table, without a byte order mark.
        path: The table, as messages name it.
        locate: Finds the file that a row names.
    """
    rows = csv.reader(text.splitlines(keepends=True))
    told: dict[Key, Told] = {}
    errors: list[ArticleError] = []
    header: list[str] = []
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
            if row is None:
                return told, errors
            if not any(cell.strip() for cell in row):
                continue
            if not header:
                header = _header(row, path=path)
                continue
            if len(row) > len(header):
                raise ArticleFormatError(
                    f"{len(row)} cells under {len(header)} columns; put text with commas in quotes",
                    path=path,
                    line=line,
                )
            fields = dict(zip(header, row, strict=False))
            file = locate(fields.get("file", ""), path=path, line=line)
            told[file] = read_told(fields, path=path, line=line)
        except ArticleError as error:
            errors.append(error)
            if not header:
                return told, errors
        except csv.Error as error:
            errors.append(ArticleFormatError(f"no valid CSV ({error})", path=path, line=line))


def _header(row: list[str], *, path: str) -> list[str]:
    names = [name.strip() for name in row]
    columns = columns_in(names, _COLUMNS)
    header = [columns.get(name, "") for name in names]
    unknown = [name for name in names if name not in columns]
    if unknown or "file" not in header:
        problem = f"unknown column {unknown[0][:40]!r}" if unknown else "there is no column 'file'"
        raise ArticleFormatError(
            f"{problem}; the columns are {', '.join(_COLUMNS)}", path=path, line=1
        )
    return header


def _file_inside(folder: Path, name: str, *, path: str, line: int) -> str:
    file = folder / name.strip()
    try:
        is_inside = file.resolve().is_relative_to(folder.resolve())
        exists = is_inside and bool(name.strip()) and file.is_file()
    except (OSError, ValueError, RuntimeError):
        is_inside, exists = True, False
    if not is_inside:
        raise ArticleFormatError(
            f"{name.strip()[:80]!r} lies outside this folder; name files in it only",
            path=path,
            line=line,
        )
    if not exists:
        raise ArticleFormatError(
            f"there is no file {name.strip()[:80]!r} in this folder; correct or remove the row",
            path=path,
            line=line,
        )
    return os.path.abspath(file)  # noqa: PTH100  links are not followed
