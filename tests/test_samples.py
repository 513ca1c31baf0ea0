"""The sample corpus: our own briefs, in our own words, saying what they are."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from geodata.articles.files import read_articles
from geodata.articles.sidecar import read_sidecar
from geodata.errors import ArticleError
from geodata.geoparse import make_geoparser
from geodata.model import GeoparsedArticle, Role
from geodata.places.gazetteer import Gazetteer

ROOT = Path(__file__).parents[1]
BRIEFS = sorted((ROOT / "geodata" / "samples").glob("*.md"))
LONGEST_SHARED_RUN = 6


def front_matter(brief: str) -> dict[str, str]:
    lines = brief.split("---\n")[1].splitlines()
    return {key: value.strip().strip('"') for key, value in (line.split(":", 1) for line in lines)}


def text_of(brief: str) -> str:
    return brief.split("---\n", 2)[2]


def prose_of(brief: str) -> str:
    """The brief without the headline that its last line quotes."""
    return text_of(brief).replace(front_matter(brief)["title"], "")


def word_runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub("['’]", "", text.casefold()))
    return zip(*(words[start:] for start in range(length)), strict=False)


@pytest.fixture(scope="module")
def geoparsed(gazetteer: Gazetteer) -> list[GeoparsedArticle]:
    geoparser = make_geoparser(gazetteer)
    articles = list(read_articles([ROOT / "geodata" / "samples"]))
    return [geoparser.geoparse(each) for each in articles if not isinstance(each, ArticleError)]


def test_there_are_five_briefs_and_nothing_else() -> None:
    assert [path.suffix for path in BRIEFS] == [".md"] * 5


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_says_what_it_summarises(path: Path) -> None:
    brief = path.read_text(encoding="utf-8")
    head = front_matter(brief)
    assert {"title", "source"} <= head.keys() <= {"title", "source", "published"}
    last_line = brief.strip().splitlines()[-1]
    assert last_line.startswith("This is Dateline's own brief of a")
    assert f"“{head['title']}”" in last_line
    if "published" in head:
        day = date.fromisoformat(head["published"])
        assert f"{day.day} {day:%B %Y}" in last_line
    else:
        assert "undated" in last_line
    if head["source"].startswith("Unnamed"):
        assert "names no outlet" in last_line
    else:
        assert head["source"] in last_line


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_has_120_to_250_words(path: Path) -> None:
    words = text_of(path.read_text(encoding="utf-8")).split()
    assert 120 <= len(words) <= 250


def test_the_source_filter_can_tell_the_briefs_apart() -> None:
    heads = [front_matter(path.read_text(encoding="utf-8")) for path in BRIEFS]
    assert len({head["source"] for head in heads}) == len({head["title"] for head in heads}) == 5
    assert sorted(head["published"] for head in heads if "published" in head) == [
        "2025-10-23",
        "2025-10-24",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "in Pyongyang's Hwasong district",
        "in Pyongyang's Taesong district",
        "Sappyol Street",
        "in Russia's Kursk",
        "in Kursk Region",
        "In Moscow",
        "Pyongyang, he promised, stands with Moscow",
        "Putin thanked Pyongyang",
        "North Korean troops",
        "the Russians",
    ],
)
def test_the_briefs_name_places_in_the_roles_of_the_reports(words: str) -> None:
    text = " ".join(prose_of(path.read_text(encoding="utf-8")) for path in BRIEFS)
    assert words.casefold() in " ".join(text.split()).casefold()


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_a_brief_copies_no_sentence_of_a_report(path: Path, shared: Path) -> None:
    reports = sorted((shared / "articles").glob("*.txt"))
    assert len(reports) == 5
    length = LONGEST_SHARED_RUN + 1
    copied = {
        run for report in reports for run in word_runs(report.read_text("utf-8"), length)
    } & set(word_runs(prose_of(path.read_text(encoding="utf-8")), length))
    assert copied == set()


def test_every_brief_is_read_with_its_title_source_and_date(
    geoparsed: list[GeoparsedArticle],
) -> None:
    told = {(a.title, a.source, str(a.published or "")) for a in (g.article for g in geoparsed)}
    heads = [front_matter(path.read_text(encoding="utf-8")) for path in BRIEFS]
    assert told == {(head["title"], head["source"], head.get("published", "")) for head in heads}


def test_every_brief_is_taken_whole(geoparsed: list[GeoparsedArticle]) -> None:
    reasons = {stretch.reason for each in geoparsed for stretch in each.article.furniture}
    assert reasons == {"front matter"}


@pytest.mark.parametrize(
    ("name", "place_id", "role"),
    [
        ("Hwasong", "dateline:kp-hwasong", Role.LOCATION),
        ("Taesong", "dateline:kp-taesong", Role.LOCATION),
        ("Pyongyang", "1871859", Role.LOCATION),
        ("Pyongyang", "1871859", Role.ACTOR),
        ("Moscow", "524901", Role.LOCATION),
        ("Moscow", "524901", Role.ACTOR),
        ("Kursk", "538560", Role.LOCATION),
        ("North Korean", "1873107", Role.DEMONYM),
        ("Russians", "2017370", Role.DEMONYM),
    ],
)
def test_the_samples_show_each_place_in_its_role(
    geoparsed: list[GeoparsedArticle], name: str, place_id: str, role: Role
) -> None:
    found = {
        (resolution.mention.text, resolution.place.id, resolution.mention.role)
        for each in geoparsed
        for resolution in each.resolutions
        if resolution.place
    }
    assert (name, place_id, role) in found


def test_sappyol_street_is_approximate_in_taesong(geoparsed: list[GeoparsedArticle]) -> None:
    streets = {
        resolution.place
        for each in geoparsed
        for resolution in each.resolutions
        if resolution.place and resolution.mention.text == "Sappyol Street"
    }
    assert {street.within for street in streets} == {"dateline:kp-taesong"}
    assert all(street.uncertainty_km for street in streets)


def test_no_person_of_the_briefs_is_taken_for_a_place(geoparsed: list[GeoparsedArticle]) -> None:
    countries = {r.place.country for each in geoparsed for r in each.resolutions if r.place}
    assert countries == {"KP", "KR", "RU", "UA"}


def test_every_brief_is_told_its_language_so_that_none_is_looked_for() -> None:
    told, errors = read_sidecar(BRIEFS[0].parent)
    assert errors == []
    assert {Path(path).name: one.language for path, one in told.items()} == {
        brief.name: "en" for brief in BRIEFS
    }
