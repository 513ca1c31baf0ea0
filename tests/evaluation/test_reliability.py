from pytest import approx, mark

from geodata.coordinates import Coordinates
from geodata.evaluation.answers import AnsweredArticle
from geodata.evaluation.gold import GoldArticle, GoldMention
from geodata.evaluation.reliability import Band, bands, calibration_error, judged_confidences
from geodata.model import Candidate, Mention, Resolution, Unresolved
from geodata.places.confidence import HIGHEST, confidence
from tests.small_gazetteer import KURSK, MOSCOW


def test_choices_are_judged_by_the_gold_mention_they_match() -> None:
    gold = (
        GoldMention(0, 5, "Kursk", Coordinates(51.7, 36.2)),
        GoldMention(6, 12, "Moscow", Coordinates(46.7, -117.0)),
        GoldMention(13, 18, "Minsk", Coordinates(53.9, 27.6)),
    )
    ours = (
        Resolution(Mention(0, 5, "Kursk"), Candidate(KURSK, 1.0), confidence=0.9),
        Resolution(Mention(6, 12, "Moscow"), Candidate(MOSCOW, 1.0), confidence=0.6),
        Resolution(Mention(13, 18, "Minsk"), unresolved=Unresolved.TIE),
        Resolution(Mention(19, 23, "Rome"), Candidate(KURSK, 1.0), confidence=0.8),
    )
    article = AnsweredArticle(GoldArticle("a", "Kursk Moscow Minsk Rome", gold), ours)
    assert judged_confidences([article]) == [(0.9, True), (0.6, False)]


def test_bands_tell_how_often_a_confidence_is_right() -> None:
    judged = [(0.91, True), (0.93, True), (0.95, False), (0.3, False)]
    low, high = bands(judged)
    assert low == Band(1, 0.3, 0.0)
    assert (high.choice_count, high.mean_confidence) == (3, approx(0.93))
    assert high.right_share == approx(2 / 3)


def test_the_calibration_error_is_the_mean_gap() -> None:
    assert calibration_error([Band(3, 0.9, 1.0), Band(1, 0.5, 0.1)]) == approx(0.175)
    assert calibration_error([]) == 0.0


@mark.parametrize("likelihood", [0.0, 0.2, 0.5, 0.9, 0.999, 1.0])
def test_confidence_stays_between_nothing_and_the_best_that_was_measured(
    likelihood: float,
) -> None:
    assert 0.0 < confidence(likelihood) < HIGHEST


def test_the_likelier_the_more_confident() -> None:
    rising = [confidence(step / 20) for step in range(21)]
    assert rising == sorted(rising)
