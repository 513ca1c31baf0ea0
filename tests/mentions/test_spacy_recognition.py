"""spaCy's recogniser, on a real pipeline of its own: an entity ruler, saved and opened by path."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import RecogniserError
from geodata.geoparse import make_geoparser
from geodata.mentions.spacy_recognition import LONGEST_PIECE, SpacyRecogniser, spacy_model
from geodata.model import Article, Mention, Role, Span
from geodata.places.gazetteer import Gazetteer
from tests.small_gazetteer import small_gazetteer

PATTERNS = {
    "GPE": ["Moscow", "Pyongyang", "Pyongyang's", "Kursk’s", "the Ukraine", "The Hague", "평양"],
    "LOC": ["the Baltic Sea", "The Volga"],
    "FAC": ["the Winter Palace"],
    "NORP": ["Polish", "Republicans"],
    "ORG": ["the Bank of Moscow", "The Moscow Times"],
    "PERSON": ["Paris Hilton"],
}


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, list[str]]], Path]:
    """Saves a pipeline that finds the given names, and tells where."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")

    def save(patterns: dict[str, list[str]]) -> Path:
        pipeline = spacy.blank("en")
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns(
            [
                {"label": label, "pattern": name}
                for label, names in patterns.items()
                for name in names
            ]
        )
        pipeline.meta["name"], pipeline.meta["version"] = "news_rules", "1.2.3"
        folder = tmp_path_factory.mktemp("spacy") / "model"
        pipeline.to_disk(folder)
        return folder

    return save


@pytest.fixture(scope="session")
def recogniser(saved: Callable[[dict[str, list[str]]], Path]) -> SpacyRecogniser:
    return SpacyRecogniser(str(saved(PATTERNS)), small_gazetteer())


def mentions(recogniser: SpacyRecogniser, text: str) -> list[Mention]:
    return recogniser.find(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trains left Moscow for Pyongyang.", ["Moscow", "Pyongyang"]),
        ("They met in Pyongyang's centre and in Kursk’s.", ["Pyongyang", "Kursk"]),
        ("Ships on the Baltic Sea and The Volga passed.", ["Baltic Sea", "Volga"]),
        ("A fire broke out in the Winter Palace in the Ukraine.", ["Winter Palace", "Ukraine"]),
        ("Near the Bank of Moscow The Moscow Times moved.", []),
        ("A loan by the Bank of Moscow helped Moscow.", ["Moscow"]),
        ("Paris Hilton left.", []),
        ("Polish voters are no Republicans.", ["Polish"]),
        ("어제 평양 시민들이 모였다.", ["평양"]),
        ("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀 in Moscow.\r\n\nThen Moscow\ud800 again.", ["Moscow", "Moscow"]),
        ("", []),
    ],
)
def test_names_of_places_are_found_without_what_hangs_on_them(
    recogniser: SpacyRecogniser, text: str, expected: list[str]
) -> None:
    found = mentions(recogniser, text)
    assert [mention.text for mention in found] == expected
    assert [text[mention.start : mention.end] for mention in found] == expected


def test_a_people_has_its_role_and_a_place_its_own(recogniser: SpacyRecogniser) -> None:
    found = mentions(recogniser, "Polish trains left Moscow.")
    assert [mention.role for mention in found] == [Role.DEMONYM, Role.LOCATION]


def test_an_article_stays_where_it_is_part_of_a_town_s_name(
    saved: Callable[[dict[str, list[str]]], Path], gazetteer: Gazetteer
) -> None:
    recogniser = SpacyRecogniser(str(saved(PATTERNS)), gazetteer)
    [hague] = mentions(recogniser, "The court in The Hague sat.")
    assert hague.text == "The Hague"


def test_only_the_given_stretches_are_read(recogniser: SpacyRecogniser) -> None:
    text = "Moscow. Pyongyang. Moscow."
    found = recogniser.find(text, [Span(0, 7), Span(19, 26)])
    assert [mention.start for mention in found] == [0, 19]


def test_given_stretches_are_taken_as_they_are(recogniser: SpacyRecogniser) -> None:
    text = "the Polish left the Winter Palace."
    given_spans = [Span(16, 33), Span(4, 10), Span(4, 10)]
    assert recogniser.given(text, given_spans) == [
        Mention(4, 10, "Polish", Role.DEMONYM),
        Mention(16, 33, "the Winter Palace", Role.LOCATION),
    ]


@pytest.mark.parametrize("filler", ["word ", "x"])
def test_a_text_longer_than_spacy_takes_is_cut(recogniser: SpacyRecogniser, filler: str) -> None:
    long = filler * (1_100_000 // len(filler))
    assert len(long) > 1_000_000 > LONGEST_PIECE
    text = f"{long} in Moscow. {long} Pyongyang"
    assert [mention.text for mention in mentions(recogniser, text)] == ["Moscow", "Pyongyang"]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["Moscow", "the", " ", "\n", "'s", "Polish", "😀", "\ud800", "."])))
def test_every_mention_is_its_stretch_of_the_text(
    recogniser: SpacyRecogniser, pieces: list[str]
) -> None:
    text = "".join(pieces)
    end = 0
    for mention in mentions(recogniser, text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def test_the_geoparser_s_version_tells_the_model(
    saved: Callable[[dict[str, list[str]]], Path], gazetteer: Gazetteer
) -> None:
    ours = make_geoparser(gazetteer)
    theirs = make_geoparser(gazetteer, recogniser=f"spacy:{saved(PATTERNS)}")
    assert ours.version == make_geoparser(gazetteer, recogniser="trained").version
    assert theirs.version == f"{ours.version}-spacy:en_news_rules-1.2.3"
    text = "Trains left Moscow for Pyongyang."
    placed = theirs.geoparse(Article("a", text, body=(Span(0, len(text)),))).resolutions
    assert [r.place and r.place.country for r in placed] == ["RU", "KP"]


def test_a_model_that_finds_no_places_is_refused(
    saved: Callable[[dict[str, list[str]]], Path],
) -> None:
    with pytest.raises(RecogniserError, match="finds no places"):
        SpacyRecogniser(str(saved({"ORG": ["The Moscow Times"]})), small_gazetteer())


def test_a_missing_model_is_told_with_the_remedy(tmp_path: Path) -> None:
    """Whether or not spaCy is installed, the remedy is one command."""
    with pytest.raises(RecogniserError, match="python -m spacy download"):
        SpacyRecogniser(str(tmp_path / "absent"), small_gazetteer())


@pytest.mark.parametrize("named", ["", "trained"])
def test_the_recogniser_of_ours_needs_no_model(named: str) -> None:
    assert spacy_model(named) == ""


def test_a_model_of_spacy_is_named_by_name_or_path() -> None:
    assert spacy_model("spacy:en_core_web_sm") == "en_core_web_sm"
    assert spacy_model("spacy:/models/news:2") == "/models/news:2"


@pytest.mark.parametrize("named", ["spacy", "spacy:", "stanza:en", "Spacy:en"])
def test_another_recogniser_is_refused(named: str) -> None:
    with pytest.raises(RecogniserError, match="spacy:en_core_web_sm"):
        spacy_model(named)
