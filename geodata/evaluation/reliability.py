"""Whether confidence means what it says: of the choices with confidence 0.9, are nine in ten right?

The curve that gives a choice its confidence is in `geodata.places.confidence`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from geodata.evaluation.answers import AnsweredArticle
from geodata.evaluation.scores import NEAR_KM, error_km

BAND_COUNT = 10


@dataclass(frozen=True, slots=True)
class Band:
    """Choices of about the same confidence: how many, how sure, and how often right."""

    choice_count: int
    mean_confidence: float
    right_share: float


def judged_confidences(articles: Iterable[AnsweredArticle]) -> list[tuple[float, bool]]:
    """For every choice that can be judged, its confidence and whether it is within 161 km."""
    judged = []
    for article in articles:
        gold = {(mention.start, mention.end): mention for mention in article.gold.mentions}
        for resolution in article.resolutions:
            mention = gold.get((resolution.mention.start, resolution.mention.end))
            if resolution.place is None or resolution.confidence is None:
                continue
            if mention is not None and mention.coordinates is not None:
                off_km = error_km(mention.coordinates, resolution.place.coordinates)
                judged.append((resolution.confidence, off_km <= NEAR_KM))
    return judged


def bands(judged: Sequence[tuple[float, bool]]) -> list[Band]:
    """The choices in bands of a tenth each, from least to most confident; empty ones left out."""
    listed: list[list[tuple[float, bool]]] = [[] for _ in range(BAND_COUNT)]
    for confidence, is_right in judged:
        listed[min(int(confidence * BAND_COUNT), BAND_COUNT - 1)].append((confidence, is_right))
    return [
        Band(len(band), fmean(c for c, _ in band), fmean(right for _, right in band))
        for band in listed
        if band
    ]


def calibration_error(listed: Sequence[Band]) -> float:
    """Expected calibration error: the mean gap between confidence and truth; 0 is perfect."""
    total = sum(band.choice_count for band in listed)
    if not total:
        return 0.0
    return (
        sum(band.choice_count * abs(band.mean_confidence - band.right_share) for band in listed)
        / total
    )
