"""Mentions as a GeoPackage (OGC 12-128r18, version 1.3), for geographic information systems.

Two layers, `places` and `mentions`, and a table `provenance`. Coordinates are WGS 84.
"""

import sqlite3
import struct
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from geodata.coordinates import Coordinates
from geodata.exports.content import Content, ExportedMention
from geodata.model import Place

_APPLICATION_ID, _USER_VERSION = 0x47504B47, 10300
_WGS84 = 4326
# The three rows that every GeoPackage holds; the text of EPSG:4326 is the standard's (table 3).
_REFERENCE_SYSTEMS = (
    (
        "WGS 84 geodetic", _WGS84, "EPSG", _WGS84,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
        'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
        'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
        'AUTHORITY["EPSG","4326"]]',
    ),
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
)  # fmt: skip
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
  identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL,
  m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name), UNIQUE (table_name));
CREATE TABLE places (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, place_id TEXT,
  name TEXT, feature_class TEXT, feature_code TEXT, country TEXT, admin1 TEXT,
  uncertainty_km DOUBLE, mentions INTEGER);
CREATE TABLE mentions (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, place_id TEXT,
  toponym TEXT, role TEXT, start INTEGER, "end" INTEGER, confidence DOUBLE, unresolved TEXT,
  "copy" BOOLEAN, article TEXT, title TEXT, source TEXT, published DATE, url TEXT, language TEXT,
  passage TEXT);
CREATE TABLE provenance (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, value TEXT);
"""


def geopackage_of(content: Content) -> bytes:
    """The whole file."""
    # SQLite writes to a file of its own; a database in memory keeps no application id.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dateline.gpkg")
        with closing(sqlite3.connect(path)) as database:
            _write(database, content)
        return path.read_bytes()


def _write(database: sqlite3.Connection, content: Content) -> None:
    database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {_USER_VERSION}")
    database.executescript(_TABLES)
    database.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)", _REFERENCE_SYSTEMS
    )
    located = [mention.place for mention in content.mentions if mention.place]
    counts = Counter(place.id for place in located)
    by_id = {place.id: place for place in located}
    made_at = content.provenance.made_at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    box = _box(place.coordinates for place in located)
    database.executemany(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            ("places", "features", "places", "Places named", made_at, *box, _WGS84),
            ("mentions", "features", "mentions", "Their mentions", made_at, *box, _WGS84),
            ("provenance", "attributes", "provenance", "", made_at, *[None] * 4, None),
        ],
    )
    database.executemany(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)",
        [("places", _WGS84), ("mentions", _WGS84)],
    )
    database.executemany(
        "INSERT INTO places VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_place_row(by_id[key], counts[key]) for key in sorted(by_id)],
    )
    database.executemany(
        "INSERT INTO mentions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_mention_row(mention) for mention in content.mentions],
    )
    database.executemany(
        "INSERT INTO provenance VALUES (NULL, ?, ?)",
        [(name, _storable(value)) for name, value in content.provenance.items()],
    )
    database.commit()


def _place_row(place: Place, mention_count: int) -> tuple[str | int | float | bytes | None, ...]:
    return (
        _geometry(place.coordinates),
        place.id,
        _storable(place.name),
        place.feature_class,
        place.feature_code,
        place.country or None,
        _storable(place.admin1) or None,
        place.uncertainty_km,
        mention_count,
    )


def _mention_row(mention: ExportedMention) -> tuple[str | int | float | bytes | None, ...]:
    article, place = mention.article, mention.place
    return (
        _geometry(place.coordinates) if place else None,
        place.id if place else None,
        _storable(mention.toponym),
        mention.role.value,
        mention.start,
        mention.end,
        mention.confidence,
        mention.unresolved or None,
        mention.is_copy,
        article.id,
        _storable(article.title),
        _storable(article.source) or None,
        article.published.isoformat() if article.published else None,
        _storable(article.url) or None,
        article.language or None,
        _storable(mention.passage),
    )


def _geometry(at: Coordinates) -> bytes:
    """The standard's header (little-endian, no envelope), then a point as well-known binary."""
    header = struct.pack("<2sBBi", b"GP", 0, 0b1, _WGS84)
    return header + struct.pack("<BIdd", 1, 1, at.longitude, at.latitude)


def _box(points: Iterable[Coordinates]) -> tuple[float | None, ...]:
    """Smallest longitude and latitude, then the largest; nothing for no points."""
    all_points = list(points)
    if not all_points:
        return (None,) * 4
    east = [point.longitude for point in all_points]
    north = [point.latitude for point in all_points]
    return (min(east), min(north), max(east), max(north))


def _storable(words: str) -> str:
    """Without halves of surrogate pairs and NULs, which no database keeps."""
    return words.encode("utf-8", "replace").decode().replace("\0", "")
