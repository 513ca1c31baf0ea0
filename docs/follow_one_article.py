"""Runs the examples of docs/follow-one-article.md and puts what they print today into the page.

`python -m docs.follow_one_article` rewrites the page; a test holds the page to what this gives.
"""

import doctest
import re
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "follow-one-article.md"
EXAMPLES = re.compile(r"(?<=^```pycon\n)[^`]*(?=^```$)", re.MULTILINE)


def with_current_values(page: str) -> str:
    """The page with every printed value worked out anew, in order, in one namespace.

    Raises:
        Exception: Whatever an example raises: it shows no value then.
    """
    names: dict[str, object] = {"__name__": "__main__"}
    with chdir(ROOT):
        return EXAMPLES.sub(lambda block: "".join(_worked_out(block.group(), names)), page)


def _worked_out(block: str, names: dict[str, object]) -> Iterator[str]:
    for part in doctest.DocTestParser().parse(block):
        if isinstance(part, str):
            yield part
        else:
            yield from _as_typed(part.source)
            yield re.sub(r"^$(?=\n)", "<BLANKLINE>", _printed(part.source, names), flags=re.M)


def _as_typed(source: str) -> Iterator[str]:
    for number, line in enumerate(source.splitlines()):
        yield f"{'...' if number else '>>>'} {line}".rstrip() + "\n"


def _printed(source: str, names: dict[str, object]) -> str:
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(source, PAGE.name, "single"), names)
    return printed.getvalue()


def main() -> None:
    """Rewrites the page and tells whether that changed it."""
    page = PAGE.read_text(encoding="utf-8")
    current = with_current_values(page)
    PAGE.write_text(current, encoding="utf-8")
    sys.stderr.write("The page was right.\n" if page == current else "The page is rewritten.\n")


if __name__ == "__main__":
    main()
