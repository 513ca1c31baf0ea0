"""The names of the formats, which the command line offers without loading any writer."""

from enum import StrEnum


class Format(StrEnum):
    """A format by its file ending."""

    CSV = "csv"
    GEOJSON = "geojson"
    KML = "kml"
    GEOPACKAGE = "gpkg"
    ANNOTATIONS = "jsonld"
