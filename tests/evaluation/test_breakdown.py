from geodata.coordinates import Coordinates
from geodata.evaluation.answers import AnsweredArticle, without_demonyms
from geodata.evaluation.breakdown import Verdict, by_feature_class, costliest, judgements
from geodata.evaluation.gold import GoldArticle, GoldMention
from geodata.model import Candidate, Mention, Resolution, Role, Unresolved
from tests.small_gazetteer import KURSK, MOSCOW, MOSCOW_IDAHO

TEXT = "Kursk, Moscow, Minsk, Paris, Rome and the Russians"


def gold(name: str, at: tuple[float, float] | None = (0.0, 0.0), **fields) -> GoldMention:
    start = TEXT.index(name)
    return GoldMention(start, start + len(name), name, at and Coordinates(*at), **fields)


def ours(name: str, place=None, role: Role = Role.LOCATION, unresolved=None) -> Resolution:
    start = TEXT.index(name)
    mention = Mention(start, start + len(name), name, role)
    return Resolution(mention, place and Candidate(place, 5.0), unresolved=unresolved)


ARTICLE = AnsweredArticle(
    GoldArticle(
        "a",
        TEXT,
        (
            gold("Kursk", (51.7, 36.2), feature_class="P"),
            gold("Moscow", (55.7, 37.6), feature_class="P"),
            gold("Minsk"),
            gold("Paris"),
        ),
    ),
    (
        ours("Kursk", KURSK),
        ours("Moscow", MOSCOW_IDAHO),
        ours("Paris", unresolved=Unresolved.NO_CANDIDATE),
        ours("Rome", MOSCOW),
        ours("Russians", KURSK, Role.DEMONYM),
    ),
)


def test_every_mention_gets_one_verdict() -> None:
    verdicts = {judged.toponym: judged.verdict for judged in judgements([ARTICLE])}
    assert verdicts == {
        "Kursk": Verdict.RIGHT,
        "Moscow": Verdict.WRONG_CANDIDATE,
        "Minsk": Verdict.MISSED,
        "Paris": Verdict.NO_CANDIDATE,
        "Rome": Verdict.SPURIOUS,
        "Russians": Verdict.SPURIOUS,
    }


def test_errors_are_counted_by_the_feature_class_of_the_corpus() -> None:
    counts = by_feature_class(judgements([ARTICLE]))
    assert counts["P"][Verdict.RIGHT] == 1
    assert counts["P"][Verdict.WRONG_CANDIDATE] == 1


def test_the_same_error_twice_costs_twice() -> None:
    [first, *_] = costliest(judgements([ARTICLE, ARTICLE]))
    assert first.count == 2
    assert first.example.verdict is not Verdict.RIGHT


def test_an_error_shows_its_passage() -> None:
    [wrong] = [j for j in judgements([ARTICLE]) if j.verdict is Verdict.WRONG_CANDIDATE]
    assert "Kursk, [Moscow], Minsk" in wrong.passage
    assert wrong.taken_for == "Moscow, Idaho, US"


def test_demonyms_can_be_left_out_of_the_count() -> None:
    [plain] = without_demonyms([ARTICLE])
    assert "Russians" not in {r.mention.text for r in plain.resolutions}
