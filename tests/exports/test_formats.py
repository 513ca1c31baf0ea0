"""Every format, read back by a reader that is not ours: GDAL, polars, a schema."""

import io
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from geodata.exports.format_names import Format
from geodata.exports.formats import WRITERS
from tests.corpus.builders import PYONGYANG, location, make_geoparsed
from tests.exports.contents import HOSTILE, PROVENANCE, make_content

pyogrio = pytest.importorskip("pyogrio", reason="pyogrio (GDAL) is not installed")
KML = {"k": "http://www.opengis.net/kml/2.2"}

# The parts of RFC 7946 and of the Web Annotation Data Model that say "must", as schemas.
GEOJSON_SCHEMA = {
    "type": "object",
    "required": ["type", "features"],
    "not": {"anyOf": [{"required": ["crs"]}, {"required": ["geometry"]}]},
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                        "minItems": 2,
                                        "maxItems": 2,
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
IRI = {"type": "string", "format": "uri"}
ANNOTATION_SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "total"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["identifying", "tagging"]},
                "generated": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                "target": {
                    "type": "object",
                    "required": ["source", "selector"],
                    "properties": {
                        "source": {
                            "type": "object",
                            "required": ["id", "type", "dcterms:identifier"],
                            "properties": {
                                "id": IRI,
                                "type": {"const": "Text"},
                                "label": {"type": "string", "minLength": 1},
                                "language": {"type": "string", "minLength": 2},
                                "dcterms:issued": {"type": "string", "format": "date"},
                                "dcterms:publisher": {"required": ["type", "name"]},
                            },
                            "additionalProperties": {"type": "string"},
                        },
                        "selector": {
                            "type": "array",
                            "prefixItems": [
                                {
                                    "required": ["type", "exact"],
                                    "properties": {
                                        "type": {"const": "TextQuoteSelector"},
                                        "exact": {"type": "string", "minLength": 1},
                                        "prefix": {"type": "string"},
                                        "suffix": {"type": "string"},
                                    },
                                },
                                {
                                    "required": ["type", "start", "end"],
                                    "properties": {
                                        "type": {"const": "TextPositionSelector"},
                                        "start": {"type": "integer", "minimum": 0},
                                        "end": {"type": "integer", "minimum": 0},
                                    },
                                },
                            ],
                        },
                    },
                },
            },
        },
    },
}


def written(name: Format, content=None) -> bytes:
    return WRITERS[name].write(content or make_content())


def checked(written_json: bytes, schema: dict) -> dict:
    found = json.loads(written_json)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(found)
    return found


def layer(path: Path, name: str | None = None) -> tuple[dict, list]:
    """The fields and geometries of a layer, as GDAL reads it."""
    meta, _, geometries, columns = pyogrio.raw.read(path, layer=name)
    points = [] if geometries is None else list(geometries)
    return dict(zip(meta["fields"], columns, strict=True)), points


def test_csv_has_a_row_per_mention_and_its_provenance() -> None:
    table = pl.read_csv(io.BytesIO(written(Format.CSV)), try_parse_dates=True)
    assert table.height == len(make_content().mentions) == 6
    assert table["toponym"].to_list() == [m.toponym for m in make_content().mentions]
    assert table["published"][0] == date(2025, 10, 24)
    assert table["published"][3] is None
    unplaced = table.filter(pl.col("toponym") == "Nowhere")
    assert unplaced["unresolved"].to_list() == ["no candidate"]
    assert unplaced["latitude"].to_list() == [None]
    assert set(table["corpus"]) == {"c-7"}
    assert set(table["filter"]) == {PROVENANCE.filter_words}


def test_csv_is_safe_in_a_spreadsheet() -> None:
    table = pl.read_csv(io.BytesIO(written(Format.CSV)), infer_schema=False)
    words = table.drop("latitude", "longitude")
    cells = [cell for column in words for cell in column if cell]
    assert table["source"][0] == "'=Yonhap"
    assert table["passage"][0].startswith("'=HYPERLINK")
    assert not [cell for cell in cells if cell[0] in "=+-@" or "\n" in cell]


def test_geojson_is_valid_and_read_by_gdal(tmp_path: Path) -> None:
    collection = checked(written(Format.GEOJSON), GEOJSON_SCHEMA)
    geometries = [feature["geometry"] for feature in collection["features"]]
    assert [geometry is None for geometry in geometries] == [False] * 4 + [True, False]
    assert geometries[0]["coordinates"] == [125.75432, 39.03385]
    assert collection["provenance"]["gazetteer"] == "g-1"
    path = tmp_path / "x.geojson"
    path.write_bytes(written(Format.GEOJSON))
    fields, read = layer(path)
    assert list(fields["toponym"])[4] == "Nowhere"
    assert [geometry is None for geometry in read] == [False] * 4 + [True, False]
    assert HOSTILE.split()[0] in fields["passage"][0]


def test_kml_has_days_and_is_read_by_gdal(tmp_path: Path) -> None:
    path = tmp_path / "x.kml"
    path.write_bytes(written(Format.KML))
    names = [name for name, _ in pyogrio.list_layers(path)]
    assert names == ["Kursk", "Pyongyang", "Russia", "Street", "Not placed"]
    fields, geometries = layer(path, "Pyongyang")
    assert list(fields["Name"]) == ["Pyongyang", "Pyongyang"]
    assert all(geometry is not None for geometry in geometries)
    assert layer(path, "Not placed")[1] == [None]
    tree = etree.fromstring(path.read_bytes())
    begins = tree.xpath("//k:Folder[k:name='Pyongyang']//k:TimeSpan/k:begin/text()", namespaces=KML)
    assert begins == ["2025-10-24", "2025-10-24"]
    assert not tree.xpath("//k:Folder[k:name='Kursk']//k:TimeSpan", namespaces=KML)
    assert tree.xpath("//k:Document/k:ExtendedData/k:Data[@name='corpus']", namespaces=KML)


def test_no_description_of_kml_is_markup() -> None:
    described = etree.fromstring(written(Format.KML)).xpath(
        "//k:description/text()", namespaces=KML
    )
    assert any("&lt;b&gt;&amp;amp; " in one for one in described)
    assert not any("<" in one for one in described)


def test_geopackage_is_read_by_gdal(tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    path.write_bytes(written(Format.GEOPACKAGE))
    fields, geometries = layer(path, "mentions")
    assert list(fields["toponym"]) == [m.toponym for m in make_content().mentions]
    assert [geometry is None for geometry in geometries] == [False] * 4 + [True, False]
    assert str(fields["published"][0]) == "2025-10-24"
    assert pyogrio.read_info(path, layer="mentions")["crs"] == "EPSG:4326"
    places, points = layer(path, "places")
    assert dict(zip(places["name"], places["mentions"], strict=True))["Pyongyang"] == 2
    assert all(point is not None for point in points)
    assert dict(zip(*layer(path, "provenance")[0].values(), strict=True))["corpus"] == "c-7"
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_annotations_follow_the_model() -> None:
    collection = checked(written(Format.ANNOTATIONS), ANNOTATION_SCHEMA)
    assert collection["total"] == 6
    first, *_, unplaced, _ = collection["first"]["items"]
    assert first["body"][0]["source"]["id"] == "https://sws.geonames.org/1871859/"
    assert unplaced["motivation"] == "tagging"
    quote, position = first["target"]["selector"]
    text = "".join([quote["prefix"], quote["exact"], quote["suffix"]])
    assert quote["exact"] == "Pyongyang"
    assert position["end"] - position["start"] == len("Pyongyang")
    assert HOSTILE[-8:] in text
    again = checked(written(Format.ANNOTATIONS), ANNOTATION_SCHEMA)
    assert again == collection


def test_the_target_of_an_annotation_can_be_traced() -> None:
    items = checked(written(Format.ANNOTATIONS), ANNOTATION_SCHEMA)["first"]["items"]
    known, unknown = (one["target"]["source"] for one in (items[0], items[-1]))
    assert known["dcterms:publisher"] == {"type": "Organization", "name": "=Yonhap"}
    assert known["dcterms:issued"] == "2025-10-24"
    assert known["dcterms:identifier"] == "a"
    assert known["label"]
    assert unknown["dcterms:publisher"]["name"] == "KCNA"
    assert "dcterms:issued" not in unknown


@pytest.mark.parametrize(
    ("url", "is_kept"),
    [("https://x.example/a?b=1", True), ("javascript:alert(1)", False), ("", False)],
)
def test_the_target_has_the_address_of_its_article_where_there_is_one(url, is_kept) -> None:
    named = make_geoparsed("a", ("In Pyongyang.", [location("Pyongyang", PYONGYANG)]))
    article = replace(named, article=replace(named.article, url=url))
    content = make_content(articles=[article])
    (only,) = checked(written(Format.ANNOTATIONS, content), ANNOTATION_SCHEMA)["first"]["items"]
    assert (only["target"]["source"]["id"] == url) is is_kept


@pytest.mark.parametrize("name", Format)
def test_nothing_to_export_is_still_a_file(name: Format, tmp_path: Path) -> None:
    nothing = make_content(articles=[])
    path = tmp_path / f"x.{name.value}"
    path.write_bytes(written(name, nothing))
    if name == Format.ANNOTATIONS:
        assert checked(path.read_bytes(), ANNOTATION_SCHEMA)["total"] == 0
    elif name == Format.CSV:
        assert pl.read_csv(path).is_empty()
    elif name == Format.KML:
        assert not etree.fromstring(path.read_bytes()).xpath("//k:Placemark", namespaces=KML)
    elif name == Format.GEOPACKAGE:
        assert layer(path, "mentions")[1] == []
    else:
        assert checked(path.read_bytes(), GEOJSON_SCHEMA)["features"] == []


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30))
def test_no_text_breaks_a_format(words: str) -> None:
    named = [location("Pyongyang", PYONGYANG)]
    article = make_geoparsed("a", (f"{words} Pyongyang", named), source=words)
    content = make_content(articles=[article])
    assert checked(written(Format.GEOJSON, content), GEOJSON_SCHEMA)["features"]
    assert checked(written(Format.ANNOTATIONS, content), ANNOTATION_SCHEMA)["total"] == 1
    assert etree.fromstring(written(Format.KML, content)) is not None
    assert pl.read_csv(io.BytesIO(written(Format.CSV, content)), infer_schema=False).height == 1
    assert written(Format.GEOPACKAGE, content).startswith(b"SQLite format 3")
