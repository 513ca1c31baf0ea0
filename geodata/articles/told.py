"""What is told of an article beside its text: by a table, a sidecar, front matter or a feed.

What is told overrides what is read from the text; what is not told leaves it alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from geodata.articles.dates import written_date
from geodata.articles.labels import clean_label, clean_language, clean_url
from geodata.errors import ArticleFormatError
from geodata.model import Article

TOLD_COLUMNS = ("title", "source", "published", "url", "language")
# Front matter and feeds part the offset from the time: "2025-10-24 09:31:00 +0900".
_SPACE_BEFORE_OFFSET = re.compile(r" (?=(?:[+-]\d{2}:?\d{2}|Z)$)")
_LONGEST_TIME = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an article from elsewhere; empty or None where nothing is told."""

    title: str = ""
    source: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""


def override(article: Article, told: Told) -> Article:
    """The article with everything that is told in place of what was read. Its id stays."""
    return replace(
        article,
        title=told.title or article.title,
        source=told.source or article.source,
        published=told.published or article.published,
        url=told.url or article.url,
        language=told.language or article.language,
    )


def read_told(fields: Mapping[str, str], *, path: str, line: int | None = None) -> Told:
    """What the fields tell; other fields are not looked at.

    Raises:
        ArticleFormatError: `published` holds no date whose day, month and year are certain, or
            `url` no web address.
    """
    url = fields.get("url", "").strip()
    if url and not clean_url(url):
        raise ArticleFormatError(
            "url is not a web address; it begins with http:// or https://, or is left empty",
            path=path,
            line=line,
        )
    return Told(
        title=clean_label(fields.get("title", "")),
        source=clean_label(fields.get("source", "")),
        published=_published(fields.get("published", "").strip(), path=path, line=line),
        url=url,
        language=clean_language(fields.get("language", "")),
    )


def iso_day(written: str) -> date | None:
    """The day of an ISO date or time as it is written there; None for anything else.

    With an offset ("2025-10-24T00:30+09:00") it is the publisher's own day, the 24th, though it was
    still the 23rd in Greenwich: what the page prints above the article.
    """
    joined = _SPACE_BEFORE_OFFSET.sub("", written[:_LONGEST_TIME])
    try:
        return datetime.fromisoformat(joined).date() if written[:4].isdecimal() else None
    except ValueError:
        return None


def _published(written: str, *, path: str, line: int | None) -> date | None:
    if not written:
        return None
    day = iso_day(written) or written_date(written)
    if day is None:
        raise ArticleFormatError(
            f"the day of publication is {clean_label(written)[:40]!r};"
            " write an ISO date such as 2025-10-24, or leave it empty",
            path=path,
            line=line,
        )
    return day
