"""Mentions as GeoJSON (RFC 7946): one feature each, without geometry where there is no place."""

from geodata.exports.content import Content, ExportedMention
from geodata.exports.json_text import Json, json_bytes

# Digits of a degree: about 10 cm, finer than any gazetteer is.
DIGITS = 6


def geojson_of(content: Content) -> bytes:
    """A FeatureCollection, with the provenance as its foreign member `provenance`."""
    collection: Json = {
        "type": "FeatureCollection",
        "provenance": dict(content.provenance.items()),
        "features": [_feature(mention) for mention in content.mentions],
    }
    return json_bytes(collection)


def _feature(mention: ExportedMention) -> Json:
    return {
        "type": "Feature",
        "id": mention.id,
        "geometry": _point(mention),
        "properties": properties(mention),
    }


def _point(mention: ExportedMention) -> Json:
    if mention.place is None:
        return None
    at = mention.place.coordinates
    # RFC 7946, 3.1.1: longitude, then latitude.
    return {
        "type": "Point",
        "coordinates": [round(at.longitude, DIGITS), round(at.latitude, DIGITS)],
    }


def properties(mention: ExportedMention) -> dict[str, Json]:
    """What is told of a mention; null where it is not known."""
    article, place = mention.article, mention.place
    return {
        "toponym": mention.toponym,
        "role": mention.role.value,
        "start": mention.start,
        "end": mention.end,
        "confidence": mention.confidence,
        "unresolved": mention.unresolved or None,
        "copy": mention.is_copy,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "feature_class": place.feature_class if place else None,
        "feature_code": place.feature_code if place else None,
        "country": (place.country or None) if place else None,
        "admin1": (place.admin1 or None) if place else None,
        "uncertainty_km": place.uncertainty_km if place else None,
        "article": article.id,
        "title": article.title,
        "source": article.source or None,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url or None,
        "language": article.language or None,
        "passage": mention.passage,
    }
