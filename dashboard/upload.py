"""A visitor's files, archives and pasted text -> drafts, and a sentence for each that is none.

Reading a file is `geodata.articles`; web addresses are in `dashboard.from_web`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from dashboard.drafts import Draft, draft_of, without_doubles
from dashboard.plain_text import one_line
from geodata.articles.archives import ARCHIVES, read_archive
from geodata.articles.files import read_upload
from geodata.articles.formats import SUPPORTED
from geodata.errors import ArticleError, ArticleFormatError, UnreadColumnsError
from geodata.model import Article, GeoparsedArticle

FILE_ENDINGS = [*SUPPORTED, *sorted(ARCHIVES)]
FILES_AT_MOST = 50
MEGABYTES_AT_MOST = 10
"""Of one file."""

PROBLEMS_AT_MOST = 10
_ENTRY = re.compile(r"\.(?:xml|rss|atom)#\d+$", re.IGNORECASE)

Geoparse = Callable[[Article], GeoparsedArticle]
Progress = Callable[[str, float], None]
"""Told what is at hand, and the share done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as the browser sent it; its name is the visitor's and proves nothing."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case: ".txt"."""
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of what a visitor gave.

    Attributes:
        drafts: What was read.
        problems: Sentences on what could not be read.
        remarks: Sentences on what was passed over beside what was read.
    """

    drafts: tuple[Draft, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """What a visit has room for.

    Attributes:
        articles: How many.
        characters: Of the texts of all of them together.
    """

    articles: int
    characters: int

    def less(self, article: Article) -> "Room":
        """What is left with the article taken in; a number below zero says that it does not fit."""
        return Room(self.articles - 1, self.characters - len(article.text))

    @property
    def is_overfull(self) -> bool:
        """Whether more was taken in than there is room for."""
        return self.articles < 0 or self.characters < 0


@dataclass(frozen=True, slots=True)
class Found:
    """One article, or what is wrong, and where in the whole it was found.

    Attributes:
        at_hand: What is being read, as the visitor knows it.
        share: Of the whole that is done, 0 to 1.
        is_entry: Whether it is an entry of a feed.
    """

    at_hand: str
    share: float
    article: Article | ArticleError
    is_entry: bool = False


def read_uploads(
    uploads: Sequence[Upload], *, geoparse: Geoparse, progress: Progress, room: Room
) -> Batch:
    """Reads and geoparses; one that is unusable is reported and the rest goes on.

    Args:
        uploads: In the order in which they were chosen; only the first 50 are read.
        geoparse: Finds an article's places.
        progress: Told the name of each file.
        room: What may come of it.
    """
    batch = batch_of(
        _found(uploads[:FILES_AT_MOST]), geoparse=geoparse, progress=progress, room=room
    )
    left = len(uploads) - FILES_AT_MOST
    if left <= 0:
        return batch
    more = f"Only {FILES_AT_MOST} files are read at once; {left} more were left."
    return replace(batch, problems=(*batch.problems, more))


def batch_of(
    found: Iterable[Found], *, geoparse: Geoparse, progress: Progress, room: Room
) -> Batch:
    """Geoparses what was found, as it is found; of several with one id the last counts."""
    drafts: list[Draft] = []
    problems: list[str] = []
    remarks: list[str] = []
    for one in found:
        progress(one.at_hand, one.share)
        if isinstance(one.article, UnreadColumnsError):
            remarks.append(f"{one.article}.")
        elif isinstance(one.article, ArticleError):
            problems.append(str(one.article))
        elif (left := room.less(one.article)).is_overfull:
            problems.append(
                "No more than this fits in one visit: the rest, from "
                f"“{one_line(one.at_hand, longest=80)}” on, was left."
            )
            break
        else:
            room = left
            drafts.append(draft_of(geoparse(one.article), is_entry=one.is_entry))
    return Batch(tuple(without_doubles(drafts)), tuple(problems), tuple(remarks))


def shortened(problems: Sequence[str]) -> tuple[str, ...]:
    """As many problems as anybody reads, and how many there are besides."""
    left = len(problems) - PROBLEMS_AT_MOST
    more = (f"And {left} more that could not be read.",) if left > 0 else ()
    return (*problems[:PROBLEMS_AT_MOST], *more)


def _found(uploads: Sequence[Upload]) -> Iterator[Found]:
    for position, upload in enumerate(uploads):
        for article in _read(upload):
            share = position / len(uploads)
            is_entry = isinstance(article, Article) and bool(_ENTRY.search(article.path))
            yield Found(upload.name, share, article, is_entry)


def _read(upload: Upload) -> Iterator[Article | ArticleError]:
    if len(upload.content) > MEGABYTES_AT_MOST * 1_000_000:
        name = one_line(upload.name, longest=80)
        return iter(
            [ArticleFormatError(f"larger than {MEGABYTES_AT_MOST} MB; split it", path=name)]
        )
    if upload.suffix in ARCHIVES:
        return read_archive(upload.name, upload.content)
    return read_upload(upload.name, upload.content)
