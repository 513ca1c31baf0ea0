"""A visitor's files -> articles added to the visit, and a sentence for each that was not.

Reading a file is `geodata.articles`; the screen around it is `dashboard.views.add_articles`.
"""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.plain_text import one_line
from geodata.articles.files import read_upload
from geodata.articles.formats import SUPPORTED
from geodata.errors import ArticleError
from geodata.model import Article, GeoparsedArticle

FILE_ENDINGS = list(SUPPORTED)
PROBLEMS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as the browser sent it; its name is the visitor's and proves nothing.

    Attributes:
        title: The headline as the visitor told it; empty to take it from the content.
        source: Likewise.
        published: Likewise; None to take it from the content.
    """

    name: str
    content: bytes
    title: str = ""
    source: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of some uploads; `problems` are sentences for the reader."""

    added_count: int
    problems: tuple[str, ...]


def add_uploads(
    uploads: Sequence[Upload],
    own: MutableMapping[str, GeoparsedArticle],
    *,
    geoparse: Callable[[Article], GeoparsedArticle],
    progress: Callable[[str, float], None],
    articles_at_most: int,
) -> Added:
    """Reads, geoparses and adds; one that is unusable is reported and the rest goes on.

    Args:
        uploads: In the order in which they were chosen.
        own: Receives the articles by id; one added before is replaced.
        geoparse: Finds an article's places.
        progress: Told the name of the file at hand and the share done, 0 to 1.
        articles_at_most: How many `own` may hold in the end.
    """
    added_count, problems = 0, []
    for name, share, article in _articles(uploads):
        progress(name, share)
        if isinstance(article, ArticleError):
            problems.append(str(article))
        elif article.id not in own and len(own) >= articles_at_most:
            problems.append(
                f"Only {articles_at_most} articles fit in one visit; the rest was left."
            )
            break
        else:
            own[article.id] = geoparse(article)
            added_count += 1
    return Added(added_count, _at_most(problems))


def _articles(uploads: Sequence[Upload]) -> Iterator[tuple[str, float, Article | ArticleError]]:
    for position, upload in enumerate(uploads):
        for article in read_upload(upload.name, upload.content):
            told = article if isinstance(article, ArticleError) else _as_told(article, upload)
            yield upload.name, position / len(uploads), told


def _as_told(article: Article, upload: Upload) -> Article:
    return replace(
        article,
        title=one_line(upload.title) or article.title,
        source=one_line(upload.source) or article.source,
        published=upload.published or article.published,
    )


def _at_most(problems: list[str]) -> tuple[str, ...]:
    left = len(problems) - PROBLEMS_AT_MOST
    more = [f"And {left} more that could not be read."] if left > 0 else []
    return tuple(problems[:PROBLEMS_AT_MOST] + more)
