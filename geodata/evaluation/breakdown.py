"""What goes wrong, how often, and where: the errors of a run by kind and by feature class.

The figures are in `scores`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from geodata.evaluation.answers import AnsweredArticle
from geodata.evaluation.gold import GoldMention
from geodata.evaluation.scores import NEAR_KM, error_km
from geodata.model import Resolution, Unresolved

_PASSAGE_AROUND = 60
"""Code points shown on either side of an error."""


class Verdict(StrEnum):
    """What became of one mention, theirs or ours."""

    RIGHT = "right"
    MISSED = "missed"
    SPURIOUS = "spurious"
    NO_CANDIDATE = "no candidate"
    ABSTAINED = "abstained"
    WRONG_CANDIDATE = "wrong candidate"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one mention.

    Attributes:
        feature_class: GeoNames' letter as the corpus tells it, else of the place we chose; empty
            where neither is known.
        off_km: Distance between our place and theirs; None where there is not both.
        passage: The words around it, the mention in square brackets.
        taken_for: Name and country of the place we chose; empty for none.
    """

    verdict: Verdict
    toponym: str
    feature_class: str
    off_km: float | None
    passage: str
    taken_for: str


def judgements(articles: Iterable[AnsweredArticle]) -> Iterator[Judgement]:
    """A verdict on every gold mention, and on every one of ours that matches none exactly."""
    for article in articles:
        text = article.gold.text
        ours = {(r.mention.start, r.mention.end): r for r in article.resolutions}
        for gold in article.gold.mentions:
            yield _judged(text, gold, ours.pop((gold.start, gold.end), None))
        for resolution in ours.values():
            mention = resolution.mention
            place = resolution.place
            yield Judgement(
                Verdict.SPURIOUS,
                mention.text,
                place.feature_class if place else "",
                None,
                _passage(text, mention.start, mention.end),
                _told(resolution),
            )


def _judged(text: str, gold: GoldMention, resolution: Resolution | None) -> Judgement:
    place = resolution.place if resolution else None
    off_km = None
    if place is not None and gold.coordinates is not None:
        off_km = error_km(gold.coordinates, place.coordinates)
    return Judgement(
        _verdict(gold, resolution, off_km),
        gold.text,
        gold.feature_class or (place.feature_class if place else ""),
        off_km,
        _passage(text, gold.start, gold.end),
        _told(resolution) if resolution else "",
    )


def _verdict(gold: GoldMention, resolution: Resolution | None, off_km: float | None) -> Verdict:
    if resolution is None:
        return Verdict.MISSED
    if gold.coordinates is None:
        return Verdict.NOT_JUDGED
    if resolution.unresolved is Unresolved.NO_CANDIDATE:
        return Verdict.NO_CANDIDATE
    if off_km is None:
        return Verdict.ABSTAINED
    return Verdict.RIGHT if off_km <= NEAR_KM else Verdict.WRONG_CANDIDATE


def _told(resolution: Resolution) -> str:
    place = resolution.place
    if place is None:
        return ""
    return ", ".join(part for part in (place.name, place.admin1, place.country) if part)


def _passage(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _PASSAGE_AROUND) : start]
    after = text[end : end + _PASSAGE_AROUND]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


@dataclass(frozen=True, slots=True)
class CostlyError:
    """An error that comes again: how many mentions it costs, with its first example."""

    count: int
    example: Judgement


def costliest(judged: Iterable[Judgement], most: int = 20) -> list[CostlyError]:
    """The errors that cost most mentions, the same toponym with the same verdict taken together."""
    groups: dict[tuple[Verdict, str, str], list[Judgement]] = defaultdict(list)
    for judgement in judged:
        if judgement.verdict not in {Verdict.RIGHT, Verdict.NOT_JUDGED}:
            key = (judgement.verdict, judgement.toponym, judgement.taken_for)
            groups[key].append(judgement)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [CostlyError(len(group), group[0]) for _, group in ordered[:most]]


def by_feature_class(judged: Iterable[Judgement]) -> dict[str, Counter[Verdict]]:
    """Verdicts counted for each feature class, the most frequent class first; "" is unknown."""
    counts: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for judgement in judged:
        counts[judgement.feature_class][judgement.verdict] += 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])))
