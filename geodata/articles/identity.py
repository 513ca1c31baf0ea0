"""What makes an article the same article, and what makes it unchanged.

Near-copies in other outlets are other articles; they are compared elsewhere.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Protocol

from geodata.model import Article


class Identify(Protocol):
    """Gives the key of an article from its address, or from its row where the file holds many."""

    def __call__(self, *, url: str = "", row: str = "") -> str:
        """16 hexadecimal digits; see `article_id` and `upload_id`."""


def article_id(*, url: str = "", path: str | Path = "", row: str = "") -> str:
    """16 hexadecimal digits that stay the same when the article is read again.

    Args:
        url: Where it was published; decides alone where it is known.
        path: The file it was read from; made absolute, symbolic links not followed.
        row: Which row or entry of that file it is.
    """
    if url:
        return _digest(url)
    # Not Path.resolve(): the same file through a link to its folder is where the reader put it.
    place = os.path.abspath(path)  # noqa: PTH100
    return _digest(f"{place}#{row}" if row else place)


def upload_id(name: str, content: bytes, *, url: str = "", row: str = "") -> str:
    """The same for bytes that have no path: the same name with other content is another article."""
    if url:
        return _digest(url)
    return _digest(f"upload:{name}:{hashlib.sha256(content).hexdigest()}#{row}")


def text_id(text: str) -> str:
    """The same for a text of which nothing else is known."""
    return _digest(f"text:{text}")


def fingerprint(article: Article) -> str:
    """64 hexadecimal digits that change whenever anything changes that geoparsing or the map shows.

    Covers source, title, published, url, text and body.
    """
    published = article.published.isoformat() if article.published else None
    body = [[span.start, span.end] for span in article.body]
    parts = [article.source, article.title, published, article.url, article.text, body]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
