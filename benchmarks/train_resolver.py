"""Trains the resolver's weights: `python benchmarks/train_resolver.py CORPORA`.

CORPORA holds lgl-first70.xml and geovirus-first50.xml; our own marked news is in the project.
Writes geodata/places/weights.csv. A conditional logit: of a name's candidates the right ones should
have all the likelihood, or none of them where the gazetteer lacks the place. Deterministic. How
good the weights are tells `cross_validate.py`.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.marked_news import marked_news
from geodata.evaluation.gold import GoldArticle, GoldMention, read_gold
from geodata.evaluation.scores import NEAR_KM, error_km
from geodata.mentions.recognition import TrainedRecogniser
from geodata.mentions.roles import with_roles
from geodata.model import Span
from geodata.places.context import (
    CONTEXT_MEASURES,
    NONE_MEASURES,
    Field,
    Numbers,
    context,
    field_of,
    softmax,
)
from geodata.places.gazetteer import Gazetteer
from geodata.places.measures import MEASURES, Matrix, measures
from geodata.places.named_groups import NameGroup, name_groups
from geodata.places.ranking import Weights

GAZETTEER = Path(".dateline/gazetteer.bin")
WEIGHTS = Path("geodata/places/weights.csv")
PASSES = 3
"""How often the weights are learned anew with what they made of the other names."""
STIFFNESS = 1.5
"""How strongly weights are held near zero."""
RIGHT_KM = 30.0
"""Candidates this near to the gold point are all right answers, as is the nearest within 161 km."""

WEIGHT_OF_OURS = 0.25
"""What our own marked news counts beside the corpora: it is of the whole world, and easier."""

EXPECTED = {
    "country": 2.0, "continent or ocean": 3.0, "region of the world": 2.0, "capital": 1.0,
    "quarter": 0.5, "water": 2.0, "mountain or island": 1.5, "kind fits": 1.5,
    "kind does not fit": -1.5, "in its namesake country": -3.0, "said to lie in": 2.0,
    "listed with what it lies in": 2.0, "share of country, root": 2.5, "share of country": 2.5,
    "alternate name": -1.5, "none of them": -2.0, "none, by the other names": 0.7,
    "population": 0.1, "large town": 1.0, "capital that acts": 1.5,
    "near, 150 km": 1.0,
}  # fmt: skip
"""Weights that are held near these instead: the local papers of LGL name few places abroad."""

HELD_FAST = {
    "capital": 30.0, "share of country, root": 15.0, "share of country": 15.0,
    "said to lie in": 10.0, "listed with what it lies in": 10.0, "region of the world": 10.0,
    "water": 10.0, "mountain or island": 10.0, "alternate name": 10.0,
    "none, by the other names": 30.0, "population": 40.0, "large town": 40.0,
    "capital that acts": 30.0, "near, 150 km": 30.0,
}  # fmt: skip
"""Weights that are held more strongly: LGL's papers mean their own London, Dublin or Athens, hardly
name a country beside a town, seldom a place far off that nothing else supports, and have the small
place nearby in mind, not the large one that everybody knows."""

HEAD = """\
# What each measure of `measures.py` and `context.py` adds to the score of a candidate, or of none
# of them: alone, before anything is known of the other names, and together with them.
# Learned from the first 411 articles of LGL, the first 115 of GeoVirus and our own marked news by
# benchmarks/train_resolver.py, which writes this.
"""


@dataclass
class Case:
    """One article: what is measured of its names' candidates, which are right, how likely each."""

    alone: Matrix
    field: Field
    lessons: list["Lesson"]
    likelihood: Numbers


@dataclass(frozen=True)
class Lesson:
    """What one name should mean in its article.

    Attributes:
        name: Its number among the names with candidates.
        start, past: Where its candidates are among all of the article's.
        right: 1 for each of them that is right, else 0; all 0 where none is.
        weight: Root of the number of mentions that say so, times that of the article.
    """

    name: int
    start: int
    past: int
    right: Numbers
    weight: float


def main() -> None:
    corpora = Path(sys.argv[1])
    gazetteer = Gazetteer.open(GAZETTEER)
    news = [
        article
        for name in ("lgl-first70.xml", "geovirus-first50.xml")
        for article in read_gold(corpora / name)
    ]
    recogniser = TrainedRecogniser(gazetteer)
    ours = cases_of(marked_news(gazetteer), gazetteer, recogniser, weight=WEIGHT_OF_OURS)
    _write(learned(cases_of(news, gazetteer, recogniser) + ours))


def cases_of(
    articles: Iterable[GoldArticle],
    gazetteer: Gazetteer,
    recogniser: TrainedRecogniser,
    *,
    weight: float = 1.0,
) -> list[Case]:
    """What there is to learn from each article that has a candidate, and how much it counts."""
    return list(_cases(articles, gazetteer, recogniser, weight))


def _cases(
    articles: Iterable[GoldArticle],
    gazetteer: Gazetteer,
    recogniser: TrainedRecogniser,
    weight: float,
) -> Iterator[Case]:
    for article in articles:
        toponyms = [Span(mention.start, mention.end) for mention in article.mentions]
        mentions = with_roles(article.text, recogniser.given(article.text, toponyms))
        groups = name_groups(article.text, mentions, gazetteer)
        alone = measures(groups)
        if not len(alone):
            continue
        gold = {(mention.start, mention.end): mention for mention in article.mentions}
        lessons, start = [], 0
        for name, group in enumerate(group for group in groups if group.candidates):
            marks = [gold[mentions[at].start, mentions[at].end] for at in group.mentions]
            past = start + len(group.candidates)
            lessons += [
                Lesson(name, start, past, right, weight * math.sqrt(count))
                for right, count in _rights(group, marks)
            ]
            start = past
        yield Case(alone, field_of(groups), lessons, np.ones(len(alone)))


def _rights(group: NameGroup, marks: Sequence[GoldMention]) -> Iterator[tuple[Numbers, int]]:
    """Which of a name's candidates are right, for each place that it means, and how often.

    A place that lies near none of them teaches that it may be none, but only where all of them are
    towns: the middle of a country is elsewhere for everybody.
    """
    none = np.zeros(len(group.candidates))
    points = Counter(mark.coordinates for mark in marks if mark.coordinates is not None)
    for point, count in points.items():
        off = np.array([error_km(named.place.coordinates, point) for named in group.candidates])
        if off.min() <= NEAR_KM:
            yield (off <= max(RIGHT_KM, off.min() + 1)).astype(np.float64), count
        elif all(named.place.feature_class == "P" for named in group.candidates):
            yield none, count
    if unlisted := sum(mark.is_unlisted for mark in marks):
        yield none, unlisted


def learned(cases: Sequence[Case]) -> Weights:
    """The weights under which the right candidates of all cases are likeliest."""
    alone, none_alone = _fitted(cases, [case.alone for case in cases])
    for case in cases:
        case.likelihood = softmax(case.field, case.alone @ alone, case.field.none @ none_alone)
    together, none_together = alone, none_alone
    for _ in range(PASSES):
        columns = [np.hstack([case.alone, context(case.field, case.likelihood)]) for case in cases]
        together, none_together = _fitted(cases, columns)
        for case, column in zip(cases, columns, strict=True):
            none = case.field.none @ none_together
            case.likelihood = softmax(case.field, column @ together, none)
    return Weights(alone, together, none_alone, none_together)


def _fitted(cases: Sequence[Case], columns: Sequence[Matrix]) -> tuple[Numbers, Numbers]:
    """The weights, of candidates and of none, under which what is right is likeliest."""
    learned_from = [
        (lesson, case.field.none[lesson.name], column[lesson.start : lesson.past])
        for case, column in zip(cases, columns, strict=True)
        for lesson in case.lessons
    ]
    rows = np.concatenate([block for _, _, block in learned_from])
    none_rows = np.array([none for _, none, _ in learned_from])
    right = np.concatenate([lesson.right for lesson, _, _ in learned_from])
    weight = np.array([lesson.weight for lesson, _, _ in learned_from])
    sizes = [len(block) for _, _, block in learned_from]
    starts = np.cumsum([0, *sizes[:-1]])
    name_of = np.repeat(np.arange(len(sizes)), sizes)
    none_right = 1.0 - np.maximum.reduceat(right, starts)
    width = rows.shape[1]

    def loss(candidate: Numbers) -> tuple[float, Numbers]:
        scores, none_scores = rows @ candidate[:width], none_rows @ candidate[width:]
        highest = np.maximum(np.maximum.reduceat(scores, starts), none_scores)
        raised, none_raised = np.exp(scores - highest[name_of]), np.exp(none_scores - highest)
        whole = np.add.reduceat(raised, starts) + none_raised
        likelihood, none = raised / whole[name_of], none_raised / whole
        of_right = np.add.reduceat(likelihood * right, starts) + none * none_right + 1e-12
        pull = (likelihood * right / of_right[name_of] - likelihood) * weight[name_of]
        none_pull = (none * none_right / of_right - none) * weight
        off = candidate - expected
        value = off @ (stiffness * off) / 2 - weight @ np.log(of_right)
        slope = stiffness * off - np.concatenate([rows.T @ pull, none_rows.T @ none_pull])
        return float(value), slope

    names = (*(*MEASURES, *CONTEXT_MEASURES)[:width], *NONE_MEASURES)
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    stiffness = np.array([HELD_FAST.get(name, STIFFNESS) for name in names])
    found = minimize(loss, expected, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return found[:width], found[width:]


def _write(weights: Weights) -> None:
    lines = [HEAD, "measure,alone,together\n"]
    alone = (*weights.alone, *[None] * len(CONTEXT_MEASURES), *weights.none_alone)
    together = (*weights.together, *weights.none_together)
    names = (*MEASURES, *CONTEXT_MEASURES, *NONE_MEASURES)
    for name, before, after in zip(names, alone, together, strict=True):
        written = f'"{name}"' if "," in name else name
        lines.append(f"{written},{'' if before is None else f'{before:.3f}'},{after:.3f}\n")
    WEIGHTS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
