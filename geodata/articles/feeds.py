"""RSS and Atom files -> one Article for each entry, through feedparser.

Entries that hold a summary only are read as they are: nothing is fetched.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime

import feedparser

from geodata.articles.encoding import check_size, check_text
from geodata.articles.identity import Identify
from geodata.articles.labels import clean_label, clean_language, clean_url
from geodata.articles.lines import key_of
from geodata.articles.markup import markup_text
from geodata.articles.text import article_of
from geodata.articles.told import Told, iso_day, override
from geodata.errors import ArticleError, ArticleFormatError
from geodata.model import Article


def read_feed(
    content: bytes, *, path: str, identify: Identify, clean: bool = True
) -> Iterator[Article | ArticleError]:
    """The entries of a feed in their order; its title is their source.

    An entry without any text is an error of its own; the others are still read.

    Raises:
        ArticleFormatError: Binary, too long, or no feed.
    """
    check_size(len(content), path=path)
    check_text(content, path=path)
    # A stream, because feedparser takes a string for an address to fetch or a file to open.
    feed = feedparser.parse(io.BytesIO(content))
    if not feed.entries:
        raise ArticleFormatError(
            "there are no entries of an RSS or Atom feed in this file; only feeds are read as XML",
            path=path,
        )
    source = clean_label(_text(feed.feed.get("title")))
    language = _text(feed.feed.get("language"))
    for number, entry in enumerate(feed.entries, start=1):
        title = clean_label(markup_text(_text(entry.get("title"))))
        body = markup_text(_content(entry))
        if not body:
            yield ArticleFormatError(f"entry {number} of the feed holds no text", path=path)
            continue
        url = clean_url(_text(entry.get("link")))
        told = Told(
            title=title,
            source=source,
            published=_published(entry),
            url=url,
            language=clean_language(_text(entry.get("language")) or language),
        )
        text = f"{title}\n\n{body}" if title and not _opens_with(body, title) else body
        article = article_of(text, path=f"{path}#{number}", title=title, clean=clean)
        row = _text(entry.get("id")) or str(number)
        yield replace(override(article, told), id=identify(url=url, row=row))


def _content(entry: feedparser.FeedParserDict) -> str:
    pieces = [_text(piece.get("value")) for piece in entry.get("content", [])]
    return max([*pieces, _text(entry.get("summary"))], key=len)


def _published(entry: feedparser.FeedParserDict) -> date | None:
    """The day as the feed writes it, in the publisher's own time zone; else of the last update."""
    for name in ("published", "created", "updated"):
        # Past feedparser's own get(), which hands out one date under another's name.
        written = _text(dict.get(entry, name)).strip()
        if not written:
            continue
        day = iso_day(written)
        if day is not None:
            return day
        try:
            return parsedate_to_datetime(written).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _opens_with(body: str, title: str) -> bool:
    return key_of(body.split("\n", 1)[0]) == key_of(title)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
