import json
import subprocess
import sys
from pathlib import Path

from pytest import mark, raises

from geodata.coordinates import Coordinates
from geodata.errors import ArticleFetchError, ArticleFormatError
from geodata.evaluation.gold import read_gold

LGL = """<articles><article docid="7"><domain>example.com</domain><text>In Kursk today.</text>
<toponyms><toponym><start>3</start><end>8</end><phrase>Kursk</phrase><gaztag geonameid="1">
<fclass>P</fclass><lat>51.7</lat><lon>36.2</lon></gaztag></toponym></toponyms></article></articles>"""
GEOVIRUS = """<articles><article><text>In Kursk today.</text><locations><location>
<name>Kursk</name><start>4</start><end>9</end><lat>51.7</lat><lon>36.2</lon></location></locations>
</article></articles>"""
TR_NEWS = """<articles><article docid="9"><text>In Kursk today.</text><toponyms><toponym>
<start>1</start><end>6</end><phrase>Kursk</phrase><gaztag/></toponym></toponyms></article></articles>"""
GEOWEBNEWS = """<articles><article file="a.txt"><text>In Kursk the Russian one.</text><toponyms>
<toponym><start>3</start><end>8</end><type>Literal</type><extractedName>Kursk</extractedName>
<latitude>51.7</latitude><longitude>36.2</longitude></toponym>
<toponym><start>13</start><end>20</end><type>Demonym</type><extractedName>Russian</extractedName>
</toponym><toponym><start>21</start><end>24</end><type>Non_Toponym</type>
<extractedName>one</extractedName></toponym></toponyms></article></articles>"""


DRIFTED = """<articles><article docid="3"><title>No text</title><text>Kursk is far from Kursk in
Maine &amp; from Minsk. 😀 Oslo.</text><toponyms>
<toponym><start>10</start><end>15</end><phrase>Kursk</phrase><gaztag geonameid="1"><name>K</name>
<fclass>P</fclass><lat>51.7</lat><lon>36.2</lon></gaztag></toponym>
<toponym><start>2</start><end>7</end><phrase>Kursk</phrase><gaztag><lat>1</lat><lon/></gaztag></toponym>
<toponym><start>20</start><end>25</end><phrase> Maine </phrase><gaztag/></toponym>
<toponym><start>60</start><end>64</end><phrase>Oslo</phrase><gaztag/></toponym>
<toponym><start>90</start><end>95</end><phrase>Minsk</phrase><gaztag/></toponym>
</toponyms></article><article><text/></article></articles>"""
"""As TR-News has it: offsets drift, and names stand twice or lack a place."""


@mark.parametrize("xml", [LGL, GEOVIRUS, TR_NEWS, GEOWEBNEWS, DRIFTED])
def test_each_layout_is_read_as_the_reference_scorer_reads_it(
    tmp_path: Path, shared: Path, xml: str
) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(xml, encoding="utf-8")
    command = [sys.executable, shared / "tools" / "geoscore.py", path, "--gold"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert [
        {
            "doc": article.id,
            "mentions": [
                {
                    "start": mention.start,
                    "end": mention.end,
                    "text": mention.text,
                    "lat": mention.coordinates and mention.coordinates.latitude,
                    "lon": mention.coordinates and mention.coordinates.longitude,
                }
                for mention in article.mentions
            ],
        }
        for article in read_gold(path)
    ] == [json.loads(line) for line in told.splitlines()]


def test_names_that_drifted_apart_from_their_offsets_are_found_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(DRIFTED, encoding="utf-8")
    article, _ = read_gold(path)
    assert [(m.text, m.start, m.coordinates is not None) for m in article.mentions] == [
        ("Kursk", 0, False),
        ("Kursk", 18, True),
        ("Maine", 27, False),
        ("Oslo", 49, False),
    ]
    assert article.left_out == 1


@mark.parametrize(
    ("xml", "article_id", "located"),
    [
        (LGL, "7", Coordinates(51.7, 36.2)),
        (GEOVIRUS, "0", Coordinates(51.7, 36.2)),
        (TR_NEWS, "9", None),
        (GEOWEBNEWS, "a.txt", Coordinates(51.7, 36.2)),
    ],
)
def test_each_layout_is_read_and_its_offsets_put_right(
    tmp_path: Path, xml: str, article_id: str, located: Coordinates | None
) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(xml, encoding="utf-8")
    [article] = read_gold(path)
    kursk = article.mentions[0]
    assert article.id == article_id
    assert (kursk.start, kursk.end, kursk.text) == (3, 8, "Kursk")
    assert kursk.coordinates == located


def test_demonyms_are_marked_and_what_is_no_toponym_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(GEOWEBNEWS, encoding="utf-8")
    [article] = read_gold(path)
    assert [(m.text, m.is_demonym) for m in article.mentions] == [
        ("Kursk", False),
        ("Russian", True),
    ]


def test_a_mark_the_text_does_not_hold_is_counted_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(LGL.replace("<phrase>Kursk", "<phrase>Minsk"), encoding="utf-8")
    [article] = read_gold(path)
    assert (article.mentions, article.left_out) == ((), 1)


def test_what_is_no_gold_corpus_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.xml"
    with raises(ArticleFetchError, match=r"gold\.xml"):
        read_gold(path)
    path.write_text("<articles>\n<article>", encoding="utf-8")
    with raises(ArticleFormatError, match=r"gold\.xml, line 2"):
        read_gold(path)
    path.write_text("<html/>", encoding="utf-8")
    with raises(ArticleFormatError, match="no <article>"):
        read_gold(path)


@mark.parametrize(("right", "wrong"), [("<lat>51.7", "<lat>151.7"), ("<start>3", "<start>x")])
def test_a_mark_with_impossible_numbers_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(LGL.replace(right, wrong), encoding="utf-8")
    with raises(ArticleFormatError, match=r"gold\.xml: article 7 holds a mark"):
        read_gold(path)
