"""The columns of a snapshot, and the rows that one geoparsed article fills in them.

Both the database and a visitor's own articles come to a snapshot through these rows.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from geodata.coordinates import Coordinates
from geodata.model import GeoparsedArticle, Mention, Passage, Place, Resolution

ARTICLES = pl.Schema(
    {
        "article_id": pl.String,
        "source": pl.String,
        "title": pl.String,
        "published": pl.Date,
        "url": pl.String,
        "language": pl.String,
        "path": pl.String,
        "text": pl.String,
    }
)
PASSAGES = pl.Schema(
    {
        "article_id": pl.String,
        "passage": pl.Int64,
        "start": pl.Int64,
        "end": pl.Int64,
        "text": pl.String,
        "in_body": pl.Boolean,
    }
)
MENTIONS = pl.Schema(
    {
        "article_id": pl.String,
        "passage": pl.Int64,
        "start": pl.Int64,
        "end": pl.Int64,
        "toponym": pl.String,
        "role": pl.String,
        "place_id": pl.String,
        "score": pl.Float64,
        "confidence": pl.Float64,
        "unresolved": pl.String,
        "in_furniture": pl.Boolean,
    }
)
PLACES = pl.Schema(
    {
        "place_id": pl.String,
        "name": pl.String,
        "latitude": pl.Float64,
        "longitude": pl.Float64,
        "feature_class": pl.String,
        "feature_code": pl.String,
        "country": pl.String,
        "admin1": pl.String,
        "population": pl.Int64,
        "name_count": pl.Int64,
        "within": pl.String,
        "uncertainty_km": pl.Float64,
    }
)

# One row of each frame, in the order of its columns.
ArticleRow: TypeAlias = tuple[str, str, str, date | None, str, str, str, str]
PassageRow: TypeAlias = tuple[str, int, int, int, str, bool]
MentionRow: TypeAlias = tuple[
    str, int, int, int, str, str, str | None, float | None, float | None, str | None, bool
]
PlaceRow: TypeAlias = tuple[str, str, float, float, str, str, str, str, int, int, str, float | None]


def article_row(geoparsed: GeoparsedArticle) -> ArticleRow:
    """The article's row of `ARTICLES`."""
    a = geoparsed.article
    return (a.id, a.source, a.title, a.published, a.url, a.language, a.path, a.text)


def passage_rows(geoparsed: GeoparsedArticle) -> list[PassageRow]:
    """The article's rows of `PASSAGES`, in order of the text."""
    article = geoparsed.article
    return [
        (article.id, number, cut.start, cut.end, article.text[cut.start : cut.end], cut.in_body)
        for number, cut in enumerate(geoparsed.passages)
    ]


def mention_rows(geoparsed: GeoparsedArticle) -> list[MentionRow]:
    """The article's rows of `MENTIONS`: those of the body first, then those of the furniture."""
    return [
        _mention_row(geoparsed, found, in_furniture=False) for found in geoparsed.resolutions
    ] + [
        _mention_row(geoparsed, Resolution(mention), in_furniture=True)
        for mention in geoparsed.furniture_mentions
    ]


def _mention_row(
    geoparsed: GeoparsedArticle, found: Resolution, *, in_furniture: bool
) -> MentionRow:
    mention = found.mention
    return (
        geoparsed.article.id,
        passage_holding(geoparsed.passages, mention),
        mention.start,
        mention.end,
        mention.text,
        mention.role.value,
        found.place.id if found.place else None,
        found.chosen.score if found.chosen else None,
        found.confidence,
        found.unresolved.value if found.unresolved else None,
        in_furniture,
    )


def passage_holding(passages: Sequence[Passage], mention: Mention) -> int:
    """The number of the passage in which a mention starts.

    Raises:
        ValueError: No passage holds it: the passages were cut from another text.
    """
    number = bisect_right(passages, mention.start, key=lambda passage: passage.start) - 1
    if number < 0 or mention.start >= passages[number].end:
        raise ValueError(
            f"{mention.text!r} at {mention.start} lies in no passage: "
            "were the passages cut from another text?"
        )
    return number


def place_row(place: Place) -> PlaceRow:
    """The place's row of `PLACES`."""
    return (
        place.id,
        place.name,
        place.coordinates.latitude,
        place.coordinates.longitude,
        place.feature_class,
        place.feature_code,
        place.country,
        place.admin1,
        place.population,
        place.name_count,
        place.within,
        place.uncertainty_km,
    )


def place_of(row: PlaceRow) -> Place:
    """The place of a row of `PLACES`."""
    place_id, name, latitude, longitude, letter, code, country, admin1, population, *_ = row
    name_count, within, uncertainty_km = row[-3:]
    return Place(
        id=place_id,
        name=name,
        coordinates=Coordinates(latitude, longitude),
        feature_class=letter,
        feature_code=code,
        country=country,
        admin1=admin1,
        population=population,
        name_count=name_count,
        within=within,
        uncertainty_km=uncertainty_km,
    )
