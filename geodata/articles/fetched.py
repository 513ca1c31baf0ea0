"""What a web address held -> articles, through the readers of pages, feeds and plain text.

How it was asked for is in `geodata.articles.fetching`; nothing is fetched here.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import partial

from geodata.articles.encoding import check_text, decode_text
from geodata.articles.feeds import read_feed
from geodata.articles.fetching import Fetched
from geodata.articles.front_matter import read_document
from geodata.articles.identity import upload_id
from geodata.articles.labels import clean_label
from geodata.articles.told import Told, override
from geodata.articles.web import read_page
from geodata.articles.web_address import shown_address
from geodata.articles.word_counts import words_taken
from geodata.errors import ArticleError, ArticleFetchError, ArticleFormatError
from geodata.model import Article


class Kind(StrEnum):
    """What a web address may hold."""

    PAGE = "page"
    FEED = "feed"
    TEXT = "text"


_KINDS = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "": Kind.PAGE,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
    "application/xml": Kind.FEED,
    "text/xml": Kind.FEED,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.TEXT,
}
_START = 4096
# Many feeds are sent as pages or text: what stands first counts more than what it is called.
_ABOVE = rb"(?:\s|\xef\xbb\xbf|<\?[^>]{0,500}>|<!--[^>]{0,1000}-->|<!DOCTYPE[^>]{0,500}>)*+"
_FEED_START = re.compile(_ABOVE + rb"<(?:rss|(?:\w{1,20}:)?feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE_START = re.compile(_ABOVE + rb"<html[\s>]", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}\sencoding=")
_META_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s{0,9}=[\s\"']{0,9}([\w-]{1,40})", re.I)
# Encodings of the web (https://encoding.spec.whatwg.org/), not Python's others such as "idna".
_ENCODINGS = re.compile(
    r"utf-?8|(?:us-)?ascii|iso[-_]?8859-?\d{1,2}|latin-?\d|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]"
    r"|mac-?cyrillic|macintosh|gb2312|gbk|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[-_]jis"
    r"|iso-2022-(?:jp|kr)|ks_c_5601-1987|tis-620"
)
# The standard takes the narrower names for the wider encoding, and browsers follow it.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def read_fetched(fetched: Fetched) -> Iterator[Article | ArticleError]:
    """The article at the address, or those of the feed there; each carries its address.

    What cannot be read is an error in its place.
    """
    path = shown_address(fetched.url)
    try:
        kind = kind_of(fetched)
        content = in_utf_8(fetched, kind)
        if kind == Kind.FEED:
            identify = partial(upload_id, fetched.url, fetched.content)
            for entry in read_feed(content, path=path, identify=identify):
                yield entry if isinstance(entry, ArticleError) else replace(entry, path="")
        elif kind == Kind.PAGE:
            yield _at(fetched.url, read_page(content, path=path))
        else:
            yield _at(fetched.url, read_document(decode_text(content, path=path), path=path))
    except ArticleError as error:
        yield error


def read_behind(entry: Article, fetch: Callable[[str], Fetched]) -> Article | ArticleError:
    """The whole article that an entry of a feed is the summary of, or why the entry must do.

    What the page does not say of title, source and day is taken from the entry.

    Args:
        entry: Must have an address.
        fetch: Asks an address; may raise ArticleFetchError.
    """
    shown = shown_address(entry.url)
    try:
        fetched = fetch(entry.url)
        if kind_of(fetched) == Kind.FEED:
            return ArticleFetchError("this entry leads to a feed, not to an article", path=shown)
        (whole,) = read_fetched(fetched)
    except ArticleError as error:
        return error
    if isinstance(whole, ArticleError):
        return whole
    if words_taken(whole) <= words_taken(entry):
        return ArticleFetchError("its page holds no more words than the feed", path=shown)
    known = Told(entry.title, entry.source, entry.published, language=entry.language)
    page = Told(whole.title, whole.source, whole.published, language=whole.language)
    return override(override(whole, known), page)


def kind_of(fetched: Fetched) -> Kind:
    """How the content is to be read.

    Raises:
        ArticleFetchError: Pictures, PDF and all else that holds no text for us.
    """
    kind = _KINDS.get(fetched.content_type)
    if kind is None:
        named = clean_label(fetched.content_type)[:60]
        raise ArticleFetchError(
            f"it holds {named}; only web pages, plain text, and RSS or Atom feeds are read",
            path=shown_address(fetched.url),
        )
    start = fetched.content[:_START]
    if _FEED_START.match(start):
        return Kind.FEED
    return Kind.PAGE if kind == Kind.FEED and _PAGE_START.match(start) else kind


def in_utf_8(fetched: Fetched, kind: Kind) -> bytes:
    """The content in UTF-8: as it is, or by the encoding that its server or the page names.

    What is valid UTF-8 is that, whatever it is called. Nothing is guessed.

    Raises:
        ArticleFormatError: Binary, or in no encoding that it names.
    """
    content, path = fetched.content, shown_address(fetched.url)
    check_text(content, path=path)
    if kind == Kind.FEED and _XML_ENCODING.match(content):
        return content  # The reader of feeds goes by it.
    found = _META_CHARSET.search(content[:_START]) if kind == Kind.PAGE else None
    in_page = found[1].decode("ascii", "ignore").lower() if found else ""
    for name in ("utf-8", fetched.charset, in_page):
        if _ENCODINGS.fullmatch(name):
            try:
                encoding = codecs.lookup(name).name
                return content.decode(_WIDER.get(encoding, encoding)).encode()
            except (LookupError, UnicodeError):
                continue
    raise ArticleFormatError(
        "its text is in none of the encodings that it names; open it in a browser, copy the text,"
        " and paste it",
        path=path,
    )


def _at(url: str, article: Article) -> Article:
    return replace(article, id=upload_id("", b"", url=url), url=url, path="")
