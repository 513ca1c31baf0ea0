"""The geoparsed articles as polars frames: what the questions are asked of. Values, no database.

`geodata.corpus.store` reads one from a corpus; a visitor's own articles become one here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import polars as pl

from geodata.corpus.folding import fold
from geodata.corpus.rows import (
    ARTICLES,
    MENTIONS,
    PASSAGES,
    PLACES,
    ArticleRow,
    MentionRow,
    PassageRow,
    PlaceRow,
    article_row,
    mention_rows,
    passage_rows,
    place_of,
    place_row,
)
from geodata.model import GeoparsedArticle, Place


# No slots: `cached_property` needs the instance's own dictionary.
@dataclass(frozen=True, eq=False)
class Snapshot:
    """The articles at one moment, by columns; every frame is in order of article id.

    Attributes:
        version: Differs whenever the content does; a key for caches.
        articles: One row per article; `published` is null where the day is not known.
        passages: One row per passage, numbered from 0 within its article; `folded` is the text
            as searches compare it.
        mentions: One row per mention, in the body or in the furniture; `place_id` and `score`
            are null where it has no place, `unresolved` is null where it has one. `voice` is
            the same number for the same place in copies of one sentence, or for the same name
            where it has none, and null until
            `geodata.independence` has compared the articles.
        places: One row per place that some mention was resolved to.
    """

    version: str
    articles: pl.DataFrame
    passages: pl.DataFrame
    mentions: pl.DataFrame
    places: pl.DataFrame

    @cached_property
    def place_by_id(self) -> Mapping[str, Place]:
        """Every place of the snapshot, made once however often it is asked for."""
        return {row[0]: place_of(row) for row in self.places.iter_rows()}


def snapshot_of_rows(
    version: str,
    *,
    articles: Sequence[ArticleRow],
    passages: Sequence[PassageRow],
    mentions: Sequence[MentionRow],
    places: Sequence[PlaceRow],
) -> Snapshot:
    """A snapshot of rows in any order of articles; the rows of one article keep their order."""
    passage_frame = pl.DataFrame(passages, schema=PASSAGES, orient="row")
    return Snapshot(
        version,
        pl.DataFrame(articles, schema=ARTICLES, orient="row").sort("article_id"),
        passage_frame.with_columns(fold(passage_frame["text"]).alias("folded")).sort(
            "article_id", "passage"
        ),
        pl.DataFrame(mentions, schema=MENTIONS, orient="row")
        .with_columns(pl.lit(None, dtype=pl.UInt64).alias("voice"))
        .sort("article_id", maintain_order=True),
        pl.DataFrame(places, schema=PLACES, orient="row").sort("place_id"),
    )


def snapshot_of(geoparsed: Iterable[GeoparsedArticle]) -> Snapshot:
    """A snapshot of articles that no database holds; the last of several with one id counts."""
    by_id = {one.article.id: one for one in geoparsed}
    version = sha256()
    articles: list[ArticleRow] = []
    passages: list[PassageRow] = []
    mentions: list[MentionRow] = []
    places: dict[str, Place] = {}
    for article_id in sorted(by_id):
        one = by_id[article_id]
        version.update(repr(one).encode("utf-8", "backslashreplace"))
        articles.append(article_row(one))
        passages.extend(passage_rows(one))
        mentions.extend(mention_rows(one))
        places.update({found.place.id: found.place for found in one.resolutions if found.place})
    return snapshot_of_rows(
        version.hexdigest()[:16],
        articles=articles,
        passages=passages,
        mentions=mentions,
        places=[place_row(place) for place in places.values()],
    )


def join_snapshots(base: Snapshot, more: Snapshot) -> Snapshot:
    """Both together; an article or a place of `more` replaces the one of `base` with its id."""
    if more.articles.is_empty():
        return base

    def joined(mine: pl.DataFrame, theirs: pl.DataFrame) -> pl.DataFrame:
        kept = mine.join(more.articles, on="article_id", how="anti")
        return pl.concat([kept, theirs]).sort("article_id", maintain_order=True)

    other_places = base.places.join(more.places, on="place_id", how="anti")
    return Snapshot(
        f"{base.version}+{more.version}",
        joined(base.articles, more.articles),
        joined(base.passages, more.passages),
        joined(base.mentions, more.mentions),
        pl.concat([other_places, more.places]).sort("place_id"),
    )
