from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from pytest import fixture, mark, raises

from benchmarks.marked_news import FOLDER, marked_files
from geodata.errors import ArticleFetchError, ArticleFormatError
from geodata.evaluation.answers import answered, as_scored
from geodata.evaluation.gold import GoldArticle
from geodata.evaluation.marked_news import read_marked_news
from geodata.evaluation.scores import score
from geodata.geoparse import make_geoparser
from geodata.model import Role
from geodata.places.gazetteer import Gazetteer
from tests.small_gazetteer import MOSCOW, RUSSIA

# The least recognition F1, end-to-end F1, accuracy with toponyms given, and roles right, of models
# that learned from the very passages. Lowering one is a change of its own, with its reason.
FLOORS = (0.93, 0.93, 0.96, 0.93)


class TwoPlaces:
    def place(self, place_id: str) -> object:
        return {place.id: place for place in (MOSCOW, RUSSIA)}.get(place_id)


@fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "news.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_marks_become_mentions_of_the_plain_text(written) -> None:
    path = written(
        "A comment.\n=== one\nMüller flew to [[Moscow|524901]].\n\n"
        "[[@Russia|2017370]] and the [[~Russians|2017370]] saw [[Nowhere|?]].\n=== two\nNothing.\n"
    )
    one, two = read_marked_news(path, TwoPlaces())
    assert one.text == "Müller flew to Moscow.\n\nRussia and the Russians saw Nowhere."
    assert [one.text[m.start : m.end] for m in one.mentions] == [
        "Moscow", "Russia", "Russians", "Nowhere",
    ]  # fmt: skip
    assert [m.role for m in one.mentions] == [
        Role.LOCATION, Role.ACTOR, Role.DEMONYM, Role.LOCATION,
    ]  # fmt: skip
    assert one.mentions[0].coordinates == MOSCOW.coordinates
    assert (one.mentions[3].coordinates, one.mentions[3].is_unlisted) == (None, True)
    assert [m.is_demonym for m in one.mentions] == [False, False, True, False]
    assert (two.id, two.text, two.mentions) == ("two", "Nothing.", ())


@mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "holds no passage"),
        ("=== \nText.", 1, "names no passage"),
        ("=== a\nIn [[Moscow]].", 2, "holds a mark that is none"),
        ("=== a\nFine.\nIn [[Moscow|524901]] and [[Kursk|538560]].", 3, "Kursk at 538560"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(written, text: str, line: int, words: str) -> None:
    with raises(ArticleFormatError, match=words) as told:
        read_marked_news(written(text), TwoPlaces())
    assert told.value.line == line


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with raises(ArticleFetchError, match="cannot be read"):
        read_marked_news(tmp_path / "none.txt", TwoPlaces())


def test_our_marked_news_is_found_and_placed_as_well_as_ever(gazetteer: Gazetteer) -> None:
    geoparser = make_geoparser(gazetteer)
    passages = [one for listed in marked_files(gazetteer).values() for one in listed]
    found = score(as_scored(answered(passages, geoparser)))
    given = list(answered(passages, geoparser, toponyms_given=True))
    roles = [
        mention.role is resolution.mention.role
        for article in given
        for mention, resolution in zip(article.gold.mentions, article.resolutions, strict=True)
    ]
    reached = (
        found.f1,
        found.end_to_end_f1,
        score(as_scored(given)).accuracy_161km,
        sum(roles) / len(roles),
    )
    assert all(figure >= floor for figure, floor in zip(reached, FLOORS, strict=True)), reached


def test_the_readme_counts_the_passages_and_names(gazetteer: Gazetteer) -> None:
    files = marked_files(gazetteer)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    of_kind: defaultdict[str, list[GoldArticle]] = defaultdict(list)
    for name, passages in files.items():
        kind, _, more = name.partition("_")
        of_kind[kind if more else "of the world"] += passages
    assert len(of_kind) == 3
    for listed in of_kind.values():
        names = sum(len(passage.mentions) for passage in listed)
        assert f"| {len(listed)} | {names:,} |" in readme
