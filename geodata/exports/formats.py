"""The formats in which a view can be taken away, each with its writer."""

from collections.abc import Callable
from dataclasses import dataclass

from geodata.exports.annotations import annotations_of
from geodata.exports.content import Content
from geodata.exports.csv_table import csv_of
from geodata.exports.format_names import Format
from geodata.exports.geojson import geojson_of
from geodata.exports.geopackage import geopackage_of
from geodata.exports.kml import kml_of


@dataclass(frozen=True, slots=True)
class Writer:
    """How one format is written and told.

    Attributes:
        words: What it is and what for, as a reader would say it.
        mime: Its registered media type.
    """

    words: str
    mime: str
    write: Callable[[Content], bytes]


WRITERS = {
    Format.CSV: Writer("CSV: a row per mention, for a spreadsheet", "text/csv", csv_of),
    Format.GEOJSON: Writer(
        "GeoJSON: for web maps and notebooks", "application/geo+json", geojson_of
    ),
    Format.KML: Writer(
        "KML: for earth viewers, with dates", "application/vnd.google-earth.kml+xml", kml_of
    ),
    Format.GEOPACKAGE: Writer(
        "GeoPackage: for QGIS and other GIS", "application/geopackage+sqlite3", geopackage_of
    ),
    Format.ANNOTATIONS: Writer(
        "Web Annotation: for annotation tools", "application/ld+json", annotations_of
    ),
}
