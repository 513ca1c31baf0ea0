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
    with raises(ArticleFormatError, match=r"gold\.xml: holds a mark"):
        read_gold(path)
