"""The whole pipeline on the five real articles, with the real gazetteer."""

from dataclasses import replace
from pathlib import Path

from pytest import fixture, mark, raises

from geodata.articles.text import read_text
from geodata.geoparse import Geoparser, make_geoparser
from geodata.model import Article, GeoparsedArticle, Role, Span
from geodata.places.gazetteer import Gazetteer

PYONGYANG, MOSCOW, KURSK = "1871859", "524901", "538560"
NORTH_KOREA, SOUTH_KOREA, RUSSIA, UKRAINE = "1873107", "1835841", "2017370", "690791"


@fixture(scope="session")
def geoparser(gazetteer: Gazetteer) -> Geoparser:
    return make_geoparser(gazetteer)


@fixture(scope="session")
def five(shared: Path, geoparser: Geoparser) -> dict[str, GeoparsedArticle]:
    return {
        path.name[:3]: geoparser.geoparse(
            read_text(path.read_bytes().decode("utf-8"), path=str(path))
        )
        for path in sorted((shared / "articles").glob("*.txt"))
    }


def placed(geoparsed: GeoparsedArticle) -> set[tuple[str, str]]:
    return {(r.mention.text, r.place.id) for r in geoparsed.resolutions if r.place}


def names(geoparsed: GeoparsedArticle) -> set[str]:
    return {resolution.mention.text for resolution in geoparsed.resolutions}


def role_of(geoparsed: GeoparsedArticle, words: str, name: str) -> Role:
    """The role of the first mention of a name at or after some words of the text."""
    start = geoparsed.article.text.index(words)
    return next(
        r.mention.role
        for r in geoparsed.resolutions
        if r.mention.start >= start and r.mention.text == name
    )


EXPECTED = {
    "000": {("N. Korea", NORTH_KOREA), ("North Korea", NORTH_KOREA), ("Russia", RUSSIA),
            ("Ukraine", UKRAINE), ("Pyongyang", PYONGYANG), ("Moscow", MOSCOW),
            ("South Korea", SOUTH_KOREA), ("North Korean", NORTH_KOREA), ("Russian", RUSSIA),
            ("Hwasong", "dateline:kp-hwasong"),
            ("Taesong", "dateline:kp-taesong")},
    "001": {("North Korea", NORTH_KOREA), ("Russia", RUSSIA), ("Ukraine", UKRAINE),
            ("Pyongyang", PYONGYANG), ("Moscow", MOSCOW), ("South Korea", SOUTH_KOREA),
            ("North Korean", NORTH_KOREA), ("Russian", RUSSIA),
            ("Taesong", "dateline:kp-taesong")},
    "002": {("North Korea", NORTH_KOREA), ("Russia", RUSSIA), ("Ukraine", UKRAINE),
            ("Pyongyang", PYONGYANG), ("Moscow", MOSCOW), ("DPRK", NORTH_KOREA),
            ("North Korean", NORTH_KOREA)},
    "003": {("North Korea", NORTH_KOREA), ("Russia", RUSSIA), ("Ukraine", UKRAINE),
            ("Pyongyang", PYONGYANG), ("Moscow", MOSCOW), ("DPRK", NORTH_KOREA),
            ("North Korean", NORTH_KOREA), ("Russian", RUSSIA), ("Ukrainian", UKRAINE),
            ("South Korean", SOUTH_KOREA)},
    "004": {("Russia", RUSSIA), ("Ukraine", UKRAINE), ("Pyongyang", PYONGYANG),
            ("Moscow", MOSCOW), ("North Korea", NORTH_KOREA), ("North Korean", NORTH_KOREA),
            ("North Koreans", NORTH_KOREA), ("Russian", RUSSIA), ("Ukrainian", UKRAINE),
            ("Kursk", KURSK)},
}  # fmt: skip


@mark.parametrize("number", sorted(EXPECTED))
def test_every_place_an_article_names_is_found_and_placed(
    five: dict[str, GeoparsedArticle], number: str
) -> None:
    found = placed(five[number])
    assert EXPECTED[number] <= found
    extra = {text for text, _ in found - EXPECTED[number]}
    assert extra <= {"Kursk", "Kursk Region", "Sappyol Street"}


@mark.parametrize(("number", "name"), [("001", "Kursk"), ("003", "Kursk"),
                                       ("004", "Kursk Region")])  # fmt: skip
def test_the_kursk_region_is_the_region_at_kursk(
    five: dict[str, GeoparsedArticle], number: str, name: str
) -> None:
    [region] = {r.place for r in five[number].resolutions if r.mention.text == name}
    assert (region.feature_code, region.country) == ("ADM1", "RU")
    assert abs(region.coordinates.latitude - 51.7) < 1
    assert abs(region.coordinates.longitude - 36.2) < 1


@mark.parametrize("number", ["000", "001"])
def test_sappyol_street_lies_somewhere_in_taesong(
    five: dict[str, GeoparsedArticle], number: str
) -> None:
    [street] = [r.place for r in five[number].resolutions if r.mention.text == "Sappyol Street"]
    assert street.within == "dateline:kp-taesong"
    assert street.uncertainty_km is not None


@mark.parametrize("number", sorted(EXPECTED))
def test_no_furniture_person_or_agency_reaches_the_map(
    five: dict[str, GeoparsedArticle], number: str
) -> None:
    unwanted = {"Seoul", "Paris", "Louvre", "Balochistan", "Beijing", "Pakistan", "China", "Japan",
                "Kim", "Korea", "Korean", "Yonhap", "KCNA", "West", "North"}  # fmt: skip
    assert not unwanted & names(five[number])


@mark.parametrize(
    ("number", "words", "name", "role"),
    [
        ("000", "located in Pyongyang", "Pyongyang", Role.LOCATION),
        ("000", "Pyongyang will always", "Pyongyang", Role.ACTOR),
        ("000", "Pyongyang will always", "Moscow", Role.ACTOR),
        ("000", "600 North Korean", "North Korean", Role.DEMONYM),
        ("000", "left for Russia", "Russia", Role.LOCATION),
        ("001", "Russia's Kursk", "Kursk", Role.LOCATION),
        ("003", "In Moscow", "Moscow", Role.LOCATION),
        ("004", "Putin thanked", "Pyongyang", Role.ACTOR),
        ("004", "monument in Moscow", "Moscow", Role.LOCATION),
    ],
)
def test_roles_are_those_the_reports_use(
    five: dict[str, GeoparsedArticle], number: str, words: str, name: str, role: Role
) -> None:
    assert role_of(five[number], words, name) is role


def _whole(text: str) -> Article:
    return Article("a", text, body=(Span(0, len(text)),))


def test_the_same_article_gives_the_same_answer_twice(geoparser: Geoparser) -> None:
    article = _whole("Snow fell in Moscow, Idaho, and in Kursk.")
    assert geoparser.geoparse(article) == geoparser.geoparse(article)


def test_given_toponyms_are_resolved_and_no_others(geoparser: Geoparser) -> None:
    article = _whole("From Paris to nowhere in Texas.")
    resolved = geoparser.resolve(article, [Span(5, 10), Span(14, 21)])
    assert [r.mention.text for r in resolved.resolutions] == ["Paris", "nowhere"]


def test_every_mention_lies_in_one_passage(five: dict[str, GeoparsedArticle]) -> None:
    for geoparsed in five.values():
        mentions = [r.mention for r in geoparsed.resolutions] + list(geoparsed.furniture_mentions)
        for mention in mentions:
            holding = [
                p for p in geoparsed.passages if p.start <= mention.start and mention.end <= p.end
            ]
            assert len(holding) == 1


def test_the_places_considered_for_a_mention_lead_to_the_place_it_has(geoparser: Geoparser) -> None:
    article = _whole(
        "The hall stands in Pyongyang’s Hwasong district, on Sappyol Street in Taesong district."
    )
    geoparsed = geoparser.geoparse(article)
    for resolution in geoparsed.resolutions:
        considered = geoparser.considered(geoparsed, resolution.mention)
        assert considered.resolution == resolution
    hwasong = next(r for r in geoparsed.resolutions if r.mention.text == "Hwasong")
    ids = {c.place.id for c in geoparser.considered(geoparsed, hwasong.mention).candidates}
    assert {"dateline:kp-hwasong", "2042709"} <= ids
    with raises(ValueError):
        geoparser.considered(geoparsed, replace(hwasong.mention, start=0))


@mark.parametrize(
    ("text", "name", "country"),
    [
        ("Israeli jets bombed Gaza on Monday.", "Gaza", "PS"),
        ("Thousands fled Gaza.", "Gaza", "PS"),
        ("Protests broke out in Cairo on Monday.", "Cairo", "EG"),
        ("A conference in Seville heard of it.", "Seville", "ES"),
        ("Talks in Vienna and Geneva failed.", "Geneva", "CH"),
        ("Kursk was shelled on Sunday, officials said.", "Kursk", "RU"),
        ("In Kashmir Indian soldiers shot two men.", "Indian", "IN"),
    ],
)
def test_what_everybody_knows_by_its_name_is_meant(
    geoparser: Geoparser, text: str, name: str, country: str
) -> None:
    geoparsed = geoparser.geoparse(Article("a", text, body=(Span(0, len(text)),)))
    [place] = [found.place for found in geoparsed.resolutions if found.mention.text == name]
    assert place is not None
    assert place.country == country
