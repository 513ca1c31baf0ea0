"""Mentions as KML 2.2: a folder per place, a placemark per mention, a TimeSpan of its day.

Written for earth viewers; what has no place stands in a folder of its own, without a point.
"""

import unicodedata
from html import escape
from itertools import groupby

from lxml import etree

from geodata.exports.content import Content, ExportedMention

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_UNLOCATED = "Not placed"


def kml_of(content: Content) -> bytes:
    """A document with the provenance as its extended data."""
    kml = etree.Element(_tag("kml"), nsmap={None: _NAMESPACE})
    document = _child(kml, "Document")
    _child(document, "name", "Dateline")
    _description(document, content.provenance.filter_words)
    _data(document, dict(content.provenance.items()))
    ordered = sorted(content.mentions, key=_by_place)
    for _, mentions in groupby(ordered, key=_by_place):
        _folder(document, list(mentions))
    written: bytes = etree.tostring(kml, xml_declaration=True, encoding="UTF-8")
    return written


def _by_place(mention: ExportedMention) -> tuple[bool, str, str]:
    place = mention.place
    return (place is None, place.name if place else "", place.id if place else "")


def _folder(document: etree._Element, mentions: list[ExportedMention]) -> None:
    place = mentions[0].place
    folder = _child(document, "Folder")
    _child(folder, "name", place.name if place else _UNLOCATED)
    for mention in mentions:
        _placemark(folder, mention)


def _placemark(folder: etree._Element, mention: ExportedMention) -> None:
    article, place = mention.article, mention.place
    placemark = _child(folder, "Placemark")
    _child(placemark, "name", mention.toponym)
    _description(placemark, f"{article.title or 'Untitled'}: {mention.passage}")
    if article.published:
        # The whole day: dates without a time are days to KML.
        span = _child(placemark, "TimeSpan")
        _child(span, "begin", article.published.isoformat())
        _child(span, "end", article.published.isoformat())
    told = {
        "mention": mention.id,
        "role": mention.role.value,
        "confidence": "" if mention.confidence is None else f"{mention.confidence:.3f}",
        "unresolved": mention.unresolved,
        "copy": "yes" if mention.is_copy else "no",
        "place_id": place.id if place else "",
        "country": place.country if place else "",
        "uncertainty_km": str(place.uncertainty_km) if place and place.uncertainty_km else "",
        "source": article.source,
        "url": article.url,
    }
    _data(placemark, {name: value for name, value in told.items() if value})
    if place:
        at = place.coordinates
        point = _child(placemark, "Point")
        _child(point, "coordinates", f"{at.longitude},{at.latitude}")


def _description(parent: etree._Element, words: str) -> None:
    # Earth viewers take it for HTML, and would load what an article's text asks them to.
    _child(parent, "description", escape(words, quote=False))


def _data(parent: etree._Element, told: dict[str, str]) -> None:
    extended = _child(parent, "ExtendedData")
    for name, value in told.items():
        data = etree.SubElement(extended, _tag("Data"), {"name": name})
        _child(data, "value", value)


def _child(parent: etree._Element, name: str, words: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, _tag(name))
    if words is not None:
        made.text = _for_xml(words)
    return made


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _for_xml(words: str) -> str:
    """Without what XML 1.0 cannot hold: controls, halves of surrogate pairs, non-characters."""
    return "".join(
        char
        for char in words
        if char in "\t\n"
        or (unicodedata.category(char) not in {"Cc", "Cs"} and char not in "\ufffe\uffff")
    )
