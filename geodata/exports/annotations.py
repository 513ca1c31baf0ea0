"""Mentions as W3C Web Annotations, for tools that lay them over the articles.

https://www.w3.org/TR/annotation-model/: each target has a quote and a position in the text. What
the model has no word for (publisher, day of publication) is said in Dublin Core's, whose prefix
the model's context knows.
"""

import re
from uuid import NAMESPACE_URL, uuid5

from geodata.exports.content import Content, ExportedArticle, ExportedMention
from geodata.exports.json_text import Json, json_bytes
from geodata.model import Place

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GENERATOR = {"type": "Software", "name": "Dateline"}
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.ASCII)


def annotations_of(content: Content) -> bytes:
    """An AnnotationCollection whose one page holds every annotation."""
    made_at = content.provenance.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    annotations: list[Json] = [_annotation(mention, made_at) for mention in content.mentions]
    told = "; ".join(f"{name}: {value}" for name, value in content.provenance.items() if value)
    collection: dict[str, Json] = {
        "@context": _CONTEXT,
        "id": _urn(f"collection {told}"),
        "type": "AnnotationCollection",
        "label": "Places named in news articles",
        "summary": told,
        "generator": dict(_GENERATOR),
        "generated": made_at,
        "total": len(annotations),
    }
    if annotations:
        page_id = _urn(f"page {told}")
        collection["first"] = {
            "id": page_id,
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": annotations,
        }
        collection["last"] = page_id
    return json_bytes(collection)


def _annotation(mention: ExportedMention, made_at: str) -> Json:
    return {
        "id": _urn(f"mention {mention.id}"),
        "type": "Annotation",
        "motivation": "identifying" if mention.place else "tagging",
        "generator": dict(_GENERATOR),
        "generated": made_at,
        "body": _bodies(mention),
        "target": _target(mention),
    }


def _bodies(mention: ExportedMention) -> Json:
    role: Json = {"type": "TextualBody", "purpose": "tagging", "value": mention.role.value}
    if mention.place is None:
        reason = f"not placed: {mention.unresolved}"
        return [role, {"type": "TextualBody", "purpose": "commenting", "value": reason}]
    place, at = mention.place, mention.place.coordinates
    where = f"{place.name} ({at.latitude}, {at.longitude})"
    return [
        {
            "type": "SpecificResource",
            "purpose": "identifying",
            "source": {"id": place_address(place), "type": "Dataset", "label": where},
        },
        role,
    ]


def _target(mention: ExportedMention) -> Json:
    return {
        "source": _source(mention.article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": mention.toponym,
                "prefix": mention.before,
                "suffix": mention.after,
            },
            {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
        ],
    }


def _source(article: ExportedArticle) -> Json:
    """The article so that it can be traced; what is not known of it is left out."""
    is_address = _ADDRESS.fullmatch(article.url)
    publisher: Json = {"type": "Organization", "name": article.source}
    told: dict[str, Json] = {
        "label": article.title,
        "language": article.language,
        "dcterms:publisher": publisher if article.source else "",
        "dcterms:issued": article.published.isoformat() if article.published else "",
        "dcterms:identifier": article.id,
    }
    return {
        "id": article.url if is_address else _urn(f"article {article.id}"),
        "type": "Text",
        **{name: value for name, value in told.items() if value},
    }


def place_address(place: Place) -> str:
    """The GeoNames resource of a place, or a name of ours for one that GeoNames lacks."""
    if place.id.isascii() and place.id.isdecimal():
        return f"https://sws.geonames.org/{place.id}/"
    return _urn(f"place {place.id}")


def _urn(name: str) -> str:
    """The same for the same name, whenever it is exported."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'dateline {name}')}"
