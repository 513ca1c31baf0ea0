"""What readers of text marked by hand share: the lines of a file, the complaint about one."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from geodata.errors import ArticleFetchError, ArticleFormatError

Read = TypeVar("Read")


class BadLineError(ValueError):
    """A line that says nothing the reader knows; the file is named by `read_marked`."""

    def __init__(self, message: str, line: int) -> None:
        """What is wrong and how to mend it, and the number of the line, from 1."""
        super().__init__(message)
        self.line = line


def read_marked(path: Path, read: Callable[[list[str]], Read]) -> Read:
    """What `read` makes of the lines of a UTF-8 file.

    Raises:
        ArticleFetchError: The file cannot be opened.
        ArticleFormatError: It is not UTF-8, or `read` raised a `BadLineError`; names the line.
    """
    try:
        lines = path.read_bytes().decode("utf-8").splitlines()
    except OSError as error:
        raise ArticleFetchError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise ArticleFormatError("is not UTF-8: convert it", path=str(path)) from error
    try:
        return read(lines)
    except BadLineError as error:
        raise ArticleFormatError(str(error), path=str(path), line=error.line) from None
