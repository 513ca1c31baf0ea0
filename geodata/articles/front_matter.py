"""YAML front matter: what stands between two lines of dashes at the top of a text.

It stays in the article's text, as furniture; what it tells overrides what the text says.
"""

import re
from dataclasses import replace

import yaml

from geodata.articles.columns import columns_in
from geodata.articles.text import article_of
from geodata.articles.told import TOLD_COLUMNS, Told, override, read_told
from geodata.errors import ArticleFormatError
from geodata.model import Article, Furniture, Span

_REASON = "front matter"
_LONGEST = 20_000
_FENCE = re.compile(r"\ufeff?---[ \t]{0,9}\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]{0,9}(?:\r?$|\Z)", re.MULTILINE)
_KEYED = re.compile(r"[A-Za-z_][\w -]{0,40}:(?:\s|$)")
_NOTHING = frozenset({"~", "null"})


def read_document(text: str, *, path: str, told: Told | None = None, clean: bool = True) -> Article:
    """The article in a text with or without front matter.

    Args:
        text: The whole file.
        path: The file, as messages name it.
        told: What is known from elsewhere, and goes before the front matter.
        clean: Whether furniture is told from the article's own words.

    Raises:
        ArticleFormatError: Front matter is no YAML, tells something impossible, or stands alone.
    """
    told = told or Told()
    end = find_front_matter(text)
    if not end:
        return article_of(text, path=path, title=told.title, language=told.language, clean=clean)
    stated = read_front_matter(text, end, path=path)
    if not text[end:].strip():
        raise ArticleFormatError("there is no text below the front matter", path=path)
    below = article_of(
        text[end:],
        path=path,
        title=told.title or stated.title,
        language=told.language or stated.language,
        clean=clean,
    )
    article = replace(
        below,
        text=text,
        body=tuple(Span(span.start + end, span.end + end) for span in below.body),
        furniture=(
            Furniture(0, end, _REASON),
            *(Furniture(f.start + end, f.end + end, f.reason) for f in below.furniture),
        ),
    )
    return override(article, stated)


def find_front_matter(text: str) -> int:
    """Where the front matter ends, its closing dashes included; 0 where there is none.

    Dashes above ordinary text are a line drawn, not front matter.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return 0
    closing = _CLOSING.search(text, opening.end(), _LONGEST)
    if closing is None or not _KEYED.match(text, opening.end()):
        return 0
    return closing.start() + 3


def read_front_matter(text: str, end: int, *, path: str) -> Told:
    """What the front matter that ends at `end` tells.

    Raises:
        ArticleFormatError: It is no valid YAML, or tells something impossible.
    """
    opening = _FENCE.match(text)
    block = text[opening.end() if opening else 0 : end - 3]
    try:
        # The base loader takes every value as it is written: it makes no dates and numbers, and
        # no tag of a stranger's can make it fail.
        loaded: object = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        raise ArticleFormatError(
            "the front matter is no valid YAML; put values with a colon or quote in quotes,"
            " or remove the dashes around it",
            path=path,
            line=mark.line + 2 if mark else 1,
        ) from error
    fields: dict[str, str] = {}
    if isinstance(loaded, dict):
        texts = {
            key: "" if value.lower() in _NOTHING else value
            for key, value in loaded.items()
            if isinstance(key, str) and isinstance(value, str)
        }
        columns = columns_in(texts, TOLD_COLUMNS)
        fields = {column: texts[key] for key, column in columns.items()}
    return read_told(fields, path=path, line=1)
