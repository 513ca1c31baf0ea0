"""Files in a folder and below it, and what cannot be opened there.

What is in the files is none of its business.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from geodata.articles.formats import PAGES, SUPPORTED
from geodata.articles.labels import clean_path
from geodata.articles.sidecar import SIDECAR_NAME
from geodata.errors import ArticleError, ArticleFetchError


def walk(given: Path) -> Iterator[Path | ArticleError]:
    """The file itself, or every file below the folder, sorted by name, a folder's own files first.

    Hidden files are passed over, links to folders are not followed, and neither is the folder that
    a browser saves beside a page ("page_files"). A folder that cannot be read, or holds no file, is
    an error in its place.
    """
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
            yield fetch_error(Path(problems[0].filename or folder), problems.pop(0))
    for problem in problems:
        is_empty = False
        yield fetch_error(Path(problem.filename or given), problem)
    if is_empty:
        yield ArticleFetchError(
            f"there are no articles in this folder; they end in {', '.join(SUPPORTED)}",
            path=clean_path(given),
        )


def _is_saved_with(name: str, files: list[str]) -> bool:
    page = name.removesuffix("_files")
    return page != name and any(f"{page}{ending}" in files for ending in PAGES)


def fetch_error(path: Path, error: Exception) -> ArticleFetchError:
    """What kept a file from being opened, in words."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ArticleFetchError(
        f"cannot be read ({reason}); check that it is there and readable", path=clean_path(path)
    )
