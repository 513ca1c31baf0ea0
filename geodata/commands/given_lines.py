"""Articles that another program hands over as JSON Lines on standard input, one at a time.

Files of articles are read by `geodata.articles`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from geodata.articles.text import read_text
from geodata.errors import ArticleFormatError
from geodata.model import Article, Span


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
            yield _given_article(line, clean=clean)
        except ValueError as error:
            yield ArticleFormatError(str(error), path=path, line=number)


def _given_article(line: bytes, *, clean: bool) -> GivenArticle:
    """The article of one line.

    Raises:
        ValueError: Says what is wrong, without the line's number.
    """
    given = _object(line)
    key = given.get("id")
    if not isinstance(key, str | int) or isinstance(key, bool):
        raise ValueError('has no "id": write a text or a whole number')
    text = _text(given, "text")
    if text is None:
        raise ValueError('has no "text"')
    article = read_text(text, clean=clean)
    published = _text(given, "published")
    told = replace(
        article,
        id=str(key),
        title=_text(given, "title") or article.title,
        source=_text(given, "source") or article.source,
        published=_day(published) if published else article.published,
        url=_text(given, "url") or article.url,
        language=_text(given, "language") or article.language,
    )
    return GivenArticle(told, key, _toponyms(given, len(text)))


def _object(line: bytes) -> Mapping[str, object]:
    try:
        found: object = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start}): convert it to UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"is no JSON ({error.msg} at character {error.pos})") from None
    except RecursionError:
        raise ValueError("is JSON nested too deeply") from None
    if not isinstance(found, dict):
        raise ValueError('is no JSON object: write {"id": ..., "text": ...}')
    return found


def _text(given: Mapping[str, object], name: str) -> str | None:
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f'its "{name}" is no text')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            f'its "{name}" holds half of a surrogate pair at character {error.start}: '
            "write the whole character"
        ) from None
    return value


def _day(written: str) -> date:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        raise ValueError(
            f'its "published" is {written[:40]!r}: write an ISO date like "2025-10-24"'
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
