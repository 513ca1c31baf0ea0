"""Articles that another program hands over as JSON Lines on standard input, one at a time.

Files of articles are read by `geodata.articles`, by the same rules for what is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from geodata.articles.columns import told_by
from geodata.articles.json_lines import read_object, read_texts
from geodata.articles.text import article_of
from geodata.articles.told import TOLD_COLUMNS, override, read_told
from geodata.errors import ArticleFormatError
from geodata.model import Article, Span

_KEYS = ("id", "text", *TOLD_COLUMNS, "toponyms")


@dataclass(frozen=True, slots=True)
class GivenArticle:
    """An article, the id it was given under, and perhaps its toponyms.

    Attributes:
        key: The id exactly as it was given.
        toponyms: Exactly these are to be resolved; None where they are to be found.
    """

    article: Article
    key: str | int | None = None
    toponyms: tuple[Span, ...] | None = None


def read_given_lines(
    lines: Iterable[bytes], *, path: str, clean: bool
) -> Iterator[GivenArticle | ArticleFormatError]:
    """One article or one error for each line that is not blank; a bad line stops no other.

    Args:
        lines: UTF-8, as a binary stream gives them.
        path: What errors call the stream.
        clean: Whether furniture is told from the article.
    """
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        try:
            yield _given_article(line, number, path=path, clean=clean)
        except ArticleFormatError as error:
            yield error
        except ValueError as error:
            yield ArticleFormatError(str(error), path=path, line=number)


def _given_article(line: bytes, number: int, *, path: str, clean: bool) -> GivenArticle:
    """The article of one line.

    Raises:
        ArticleFormatError: What is told of the article cannot be used.
        ValueError: Says what else is wrong, without the line's number.
    """
    given = read_object(_decoded(line), keys=_KEYS)
    key = given.get("id")
    if not isinstance(key, str | int) or isinstance(key, bool):
        raise ValueError('has no "id"; write a text or a whole number')
    columns = told_by(given, ("text", *TOLD_COLUMNS))
    fields = read_texts({columns[name]: given[name] for name in columns}, columns.values())
    if "text" not in fields:
        raise ValueError('has no "text"; write the article under this key')
    for name, value in fields.items():
        _check_characters(name, value)
    told = read_told(fields, path=path, line=number)
    text = fields["text"]
    article = override(
        article_of(text, title=told.title, language=told.language, clean=clean), told
    )
    return GivenArticle(replace(article, id=str(key)), key, _toponyms(given, len(text)))


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (byte {error.start + 1}); convert it to UTF-8") from None


def _check_characters(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            f"{name} holds half of a surrogate pair at character {error.start + 1}; "
            "write the whole character"
        ) from None


def _toponyms(given: Mapping[str, object], text_length: int) -> tuple[Span, ...] | None:
    listed = given.get("toponyms")
    if listed is None:
        return None
    if not isinstance(listed, list):
        raise ValueError('its "toponyms" are no list: write [[start, end], ...]')
    return tuple(_span(pair, text_length) for pair in listed)


def _span(pair: object, text_length: int) -> Span:
    match pair:
        case [int(start), int(end)] if 0 <= start < end <= text_length:
            if not isinstance(start, bool) and not isinstance(end, bool):
                return Span(start, end)
    raise ValueError(
        f'its "toponyms" hold {str(pair)[:40]}: write [start, end] in characters of a text of '
        f"{text_length}, end exclusive"
    )
