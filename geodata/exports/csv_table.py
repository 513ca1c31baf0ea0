"""Mentions as CSV: one row per mention, UTF-8 with a mark for spreadsheets, safe to open in one."""

import csv
import io

from geodata.exports.content import Content, ExportedMention, Provenance

_MENTION = (
    "article", "title", "source", "published", "url", "language",
    "start", "end", "toponym", "role", "confidence", "unresolved", "copy",
    "place", "place_id", "feature_class", "feature_code", "country", "admin1",
    "latitude", "longitude", "uncertainty_km", "passage",
)  # fmt: skip
# A cell that begins so is a formula to a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_of(content: Content) -> bytes:
    """The table, with its provenance in the last columns of every row."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow([*_MENTION, *(name for name, _ in content.provenance.items())])
    for mention in content.mentions:
        writer.writerow([*_cells(mention), *_provenance(content.provenance)])
    # The mark tells a spreadsheet that this is UTF-8; other readers skip it.
    return ("\ufeff" + table.getvalue()).encode("utf-8", "replace")


def _cells(mention: ExportedMention) -> list[str | int | float]:
    article, place = mention.article, mention.place
    words = [article.id, article.title, article.source]
    cells: list[str | int | float] = [_safe(word) for word in words]
    cells += [
        article.published.isoformat() if article.published else "",
        _safe(article.url),
        _safe(article.language),
        mention.start,
        mention.end,
        _safe(mention.toponym),
        mention.role.value,
        "" if mention.confidence is None else round(mention.confidence, 3),
        mention.unresolved,
        "yes" if mention.is_copy else "no",
    ]
    if place is None:
        cells += [""] * 9
    else:
        cells += [
            _safe(place.name),
            _safe(place.id),
            place.feature_class,
            place.feature_code,
            place.country,
            _safe(place.admin1),
            place.coordinates.latitude,
            place.coordinates.longitude,
            "" if place.uncertainty_km is None else place.uncertainty_km,
        ]
    return [*cells, _safe(mention.passage)]


def _provenance(provenance: Provenance) -> list[str]:
    return [_safe(value) for _, value in provenance.items()]


def _safe(words: str) -> str:
    """On one line, and with an apostrophe before what a spreadsheet would take for a formula."""
    line = " ".join(words.split())
    return f"'{line}" if line.startswith(_FORMULA) else line
