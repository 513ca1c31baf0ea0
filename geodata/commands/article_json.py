"""A geoparsed article as the JSON object that `geoparse` prints, and other programs read.

Offsets count Unicode code points of `text`, end exclusive; what is not known is null.
"""

import json
from typing import TypeAlias

from geodata.model import GeoparsedArticle, Place, Resolution

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def article_line(geoparsed: GeoparsedArticle, *, key: str | int | None = None) -> bytes:
    """One line of UTF-8, with its line end.

    Args:
        geoparsed: The article and what it names.
        key: What stands as its "id"; the article's own where None.
    """
    described = article_json(geoparsed)
    if key is not None:
        described["id"] = key
    try:
        return json.dumps(described, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        # Half of a surrogate pair, from a file's name: only an escape can say it.
        return json.dumps(described).encode() + b"\n"


def article_json(geoparsed: GeoparsedArticle) -> dict[str, Json]:
    """The article, its body, and every mention in it with its place or the reason for none."""
    article = geoparsed.article
    return {
        "id": article.id,
        "path": article.path or None,
        "title": article.title or None,
        "source": article.source or None,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url or None,
        "language": article.language or None,
        "text": article.text,
        "body": [[span.start, span.end] for span in article.body],
        "mentions": [_mention_json(resolution) for resolution in geoparsed.resolutions],
    }


def _mention_json(resolution: Resolution) -> dict[str, Json]:
    mention, chosen = resolution.mention, resolution.chosen
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "role": mention.role.value,
        "place": _place_json(chosen.place) if chosen else None,
        "score": chosen.score if chosen else None,
        "confidence": resolution.confidence,
        "unresolved": resolution.unresolved.value if resolution.unresolved else None,
    }


def _place_json(place: Place) -> dict[str, Json]:
    described: dict[str, Json] = {
        "id": place.id,
        "name": place.name,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "country": place.country or None,
        "admin1": place.admin1 or None,
        "lat": place.coordinates.latitude,
        "lon": place.coordinates.longitude,
    }
    if place.uncertainty_km is not None:
        described["uncertainty_km"] = place.uncertainty_km
    return described
