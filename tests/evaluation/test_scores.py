import json
import math
import subprocess
import sys
from pathlib import Path

from pytest import approx, mark

from geodata.coordinates import Coordinates
from geodata.evaluation.answers import answered, as_scored
from geodata.evaluation.gold import GoldArticle, GoldMention, read_gold
from geodata.evaluation.scores import Answer, Scores, match_exact, match_overlap, score
from geodata.geoparse import make_geoparser
from geodata.places.gazetteer import Gazetteer

KURSK, MOSCOW = Coordinates(51.73, 36.19), Coordinates(55.75, 37.62)


def gold(*mentions: GoldMention) -> GoldArticle:
    return GoldArticle("a", "x" * 100, mentions)


def test_a_right_span_within_161_km_is_a_hit() -> None:
    article = gold(GoldMention(0, 5, "Kursk", KURSK), GoldMention(10, 16, "Moscow", MOSCOW))
    scores = score([(article, [Answer(0, 5, KURSK), Answer(10, 16, KURSK)])])
    assert (scores.f1, scores.accuracy_161km) == (1.0, 0.5)
    assert scores.end_to_end_f1 == 0.5


def test_an_unresolved_answer_counts_against_accuracy_but_not_against_precision() -> None:
    article = gold(GoldMention(0, 5, "Kursk", KURSK), GoldMention(10, 16, "Moscow", MOSCOW))
    scores = score([(article, [Answer(0, 5, KURSK), Answer(10, 16)])])
    assert scores.accuracy_161km == 0.5
    assert (scores.end_to_end_precision, scores.end_to_end_recall) == (1.0, 0.5)


def test_an_answer_to_a_mention_nobody_placed_is_not_judged() -> None:
    scores = score([(gold(GoldMention(0, 5, "Kursk")), [Answer(0, 5, KURSK)])])
    assert (scores.end_to_end_precision, scores.located_count) == (0.0, 0)
    assert scores.recall == 1.0


@mark.parametrize(("match", "matched"), [(match_exact, 0), (match_overlap, 1)])
def test_a_span_that_only_overlaps_counts_only_as_overlapping(match, matched: int) -> None:
    article = gold(GoldMention(0, 5, "Kursk", KURSK))
    assert score([(article, [Answer(0, 12, KURSK), Answer(4, 6)])], match).matched_count == matched


def test_nothing_found_scores_nothing() -> None:
    scores = score([(gold(GoldMention(0, 5, "Kursk", KURSK)), [])])
    assert (scores.precision, scores.recall, scores.f1, scores.auc) == (0.0, 0.0, 0.0, 0.0)
    assert math.isnan(scores.median_km)


def test_the_area_under_the_error_curve_is_that_of_the_logarithms() -> None:
    article = gold(GoldMention(0, 5, "Kursk", KURSK), GoldMention(10, 16, "Moscow", MOSCOW))
    scores = score([(article, [Answer(0, 5, KURSK), Answer(10, 16, KURSK)])])
    assert scores.auc == approx(math.log(scores.mean_km * 2 + 1) / math.log(20039) / 2)


NAMES = {
    "gold": "gold_count", "predicted": "answer_count", "matched": "matched_count",
    "P": "precision", "R": "recall", "F1": "f1", "gold_located": "located_count",
    "resolved": "resolved_count", "unresolved": "unresolved_count", "acc161": "accuracy_161km",
    "mean_km": "mean_km", "median_km": "median_km", "auc": "auc",
    "e2e_P": "end_to_end_precision", "e2e_R": "end_to_end_recall", "e2e_F1": "end_to_end_f1",
}  # fmt: skip


@mark.parametrize("corpus", ["geovirus-first50.xml", "lgl-first70.xml"])
def test_the_figures_are_those_of_the_reference_scorer_to_the_last_digit(
    shared: Path, gazetteer: Gazetteer, tmp_path: Path, corpus: str
) -> None:
    path = shared / "corpora" / corpus
    articles = list(as_scored(answered(read_gold(path), make_geoparser(gazetteer))))
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as lines:
        for article, answers in articles:
            mentions = [_as_row(answer) for answer in answers]
            lines.write(json.dumps({"doc": article.id, "mentions": mentions}) + "\n")
    reference = json.loads(
        subprocess.run(
            [sys.executable, shared / "tools" / "geoscore.py", path, predictions, "--json"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    )
    for name, match in (("exact", match_exact), ("overlap", match_overlap)):
        assert _as_reference(score(articles, match)) == reference[name]


def _as_row(answer: Answer) -> dict[str, float | None]:
    point = answer.coordinates
    return {
        "start": answer.start,
        "end": answer.end,
        "lat": point.latitude if point else None,
        "lon": point.longitude if point else None,
    }


def _as_reference(scores: Scores) -> dict[str, float]:
    return {theirs: getattr(scores, ours) for theirs, ours in NAMES.items()}
