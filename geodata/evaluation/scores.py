"""Recognition, resolution and both end to end, counted as Gritta et al. 2019 count them.

Micro-averaged over the corpus; each gold and each of our mentions is used once. Reading a gold
corpus is in `gold`, what went wrong where in `breakdown`.
"""

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geodata.coordinates import Coordinates
from geodata.evaluation.gold import GoldArticle, GoldMention

NEAR_KM = 161.0
"""100 miles: the distance within which a place counts as right."""

_EARTH_KM = 6371.0088
_LARGEST_ERROR_KM = 20039.0
"""Half the circumference of the earth, as in Gritta et al."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One mention as we found it; coordinates are None where it was left unresolved."""

    start: int
    end: int
    coordinates: Coordinates | None = None


Pair = tuple[GoldMention, Answer]
Matching = Callable[[Sequence[GoldMention], Sequence[Answer]], list[Pair]]


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one run. Rates are 0 to 1; distances are kilometres, NaN where there are none.

    Attributes:
        auc: Area under the sorted ln(error + 1) curve over the resolved; 0 is perfect.
    """

    gold_count: int
    answer_count: int
    matched_count: int
    precision: float
    recall: float
    f1: float
    located_count: int
    resolved_count: int
    unresolved_count: int
    accuracy_161km: float
    mean_km: float
    median_km: float
    auc: float
    end_to_end_precision: float
    end_to_end_recall: float
    end_to_end_f1: float


def error_km(a: Coordinates, b: Coordinates) -> float:
    """Haversine distance on a sphere of 6371.0088 km, as the field's scorers compute it."""
    lat1, lat2 = math.radians(a.latitude), math.radians(b.latitude)
    dlon = math.radians(b.longitude - a.longitude)
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def match_exact(gold: Sequence[GoldMention], answers: Sequence[Answer]) -> list[Pair]:
    """Pairs of the same span."""
    waiting = {(mention.start, mention.end): mention for mention in gold}
    pairs = []
    for answer in answers:
        mention = waiting.pop((answer.start, answer.end), None)
        if mention is not None:
            pairs.append((mention, answer))
    return pairs


def match_overlap(gold: Sequence[GoldMention], answers: Sequence[Answer]) -> list[Pair]:
    """Pairs that share a code point, one to one, the longest shared stretch first."""
    shared = []
    for i, mention in enumerate(gold):
        for j, answer in enumerate(answers):
            length = min(mention.end, answer.end) - max(mention.start, answer.start)
            if length > 0:
                shared.append((-length, answer.end - answer.start, i, j))
    pairs, used_gold, used_answers = [], set(), set()
    for _, _, i, j in sorted(shared):
        if i not in used_gold and j not in used_answers:
            used_gold.add(i)
            used_answers.add(j)
            pairs.append((gold[i], answers[j]))
    return pairs


def score(
    articles: Iterable[tuple[GoldArticle, Sequence[Answer]]], match: Matching = match_exact
) -> Scores:
    """The figures of a run over a corpus.

    Args:
        articles: Each gold article with our answers for it.
        match: How a gold mention and an answer are paired.
    """
    gold_count = answer_count = matched_count = located_count = judgeable_count = unresolved = 0
    errors: list[float] = []
    for article, answers in articles:
        pairs = match(article.mentions, answers)
        gold_count += len(article.mentions)
        answer_count += len(answers)
        matched_count += len(pairs)
        located_count += sum(mention.coordinates is not None for mention in article.mentions)
        judgeable_count += sum(answer.coordinates is not None for answer in answers)
        for mention, answer in pairs:
            if mention.coordinates is None:
                judgeable_count -= answer.coordinates is not None
            elif answer.coordinates is None:
                unresolved += 1
            else:
                errors.append(error_km(mention.coordinates, answer.coordinates))
    hits = sum(error <= NEAR_KM for error in errors)
    precision, recall = _ratio(matched_count, answer_count), _ratio(matched_count, gold_count)
    both_precision, both_recall = _ratio(hits, judgeable_count), _ratio(hits, located_count)
    return Scores(
        gold_count,
        answer_count,
        matched_count,
        precision,
        recall,
        _f1(precision, recall),
        located_count,
        len(errors),
        unresolved,
        _ratio(hits, len(errors) + unresolved),
        statistics.fmean(errors) if errors else math.nan,
        statistics.median(errors) if errors else math.nan,
        _log_auc(errors),
        both_precision,
        both_recall,
        _f1(both_precision, both_recall),
    )


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return _ratio(2 * precision * recall, precision + recall)


def _log_auc(errors: Sequence[float]) -> float:
    heights = sorted(math.log(error + 1) / math.log(_LARGEST_ERROR_KM) for error in errors)
    if len(heights) < 2:
        return heights[0] if heights else 0.0
    return (sum(heights) - (heights[0] + heights[-1]) / 2) / (len(heights) - 1)
