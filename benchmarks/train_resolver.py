"""Trains the resolver's weights: `python benchmarks/train_resolver.py CORPORA`.

CORPORA holds lgl-first70.xml and geovirus-first50.xml. Writes geodata/places/weights.csv. A
conditional logit: of a name's candidates the right ones should have all the likelihood.
Deterministic. How good the weights are tells `cross_validate.py`.
"""

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from geodata.evaluation.gold import GoldArticle, read_gold
from geodata.evaluation.scores import NEAR_KM, error_km
from geodata.mentions.recognition import TrainedRecogniser
from geodata.model import Span
from geodata.places.context import CONTEXT_MEASURES, Field, Numbers, context, field_of, softmax
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

EXPECTED = {
    "country": 2.0, "continent or ocean": 3.0, "region of the world": 1.0, "capital": 1.0,
    "quarter": 0.5, "kind fits": 1.5, "kind does not fit": -1.5, "in its namesake country": -3.0,
}  # fmt: skip
"""Weights that are held near these instead: the local papers of LGL name few places abroad."""

HELD_FAST = {"capital": 30.0}
"""Weights that are held more strongly: LGL's papers mean their own London, Dublin or Athens."""

HEAD = """\
# What each measure of `measures.py` and `context.py` adds to a candidate's score: alone, before
# anything is known of the article's other names, and together with them. Learned from the first 411
# articles of LGL and the first 115 of GeoVirus by benchmarks/train_resolver.py, which writes this.
"""


@dataclass
class Case:
    """One article: its names, what is measured of their candidates, and which are right."""

    groups: list[NameGroup]
    alone: Matrix
    field: Field
    right: list[tuple[int, int, Numbers, float]]
    likelihood: Numbers


def main() -> None:
    corpora = Path(sys.argv[1])
    gazetteer = Gazetteer.open(GAZETTEER)
    news = [
        article
        for name in ("lgl-first70.xml", "geovirus-first50.xml")
        for article in read_gold(corpora / name)
    ]
    _write(learned(cases_of(news, gazetteer, TrainedRecogniser(gazetteer))))


def cases_of(
    articles: Iterable[GoldArticle], gazetteer: Gazetteer, recogniser: TrainedRecogniser
) -> list[Case]:
    """What there is to learn from each article that has a candidate."""
    return list(_cases(articles, gazetteer, recogniser))


def _cases(
    articles: Iterable[GoldArticle], gazetteer: Gazetteer, recogniser: TrainedRecogniser
) -> Iterator[Case]:
    for article in articles:
        toponyms = [Span(mention.start, mention.end) for mention in article.mentions]
        mentions = recogniser.given(article.text, toponyms)
        groups = name_groups(article.text, mentions, gazetteer)
        alone = measures(groups)
        if not len(alone):
            continue
        gold = {(m.start, m.end): m.coordinates for m in article.mentions}
        right, start = [], 0
        for group in groups:
            past = start + len(group.candidates)
            points = [gold[mentions[at].start, mentions[at].end] for at in group.mentions]
            for point in sorted({point for point in points if point is not None}):
                off = np.array([error_km(n.place.coordinates, point) for n in group.candidates])
                if len(off) > 1 and off.min() <= NEAR_KM:
                    marks = off <= max(RIGHT_KM, off.min() + 1)
                    if not marks.all():
                        weight = math.sqrt(points.count(point))
                        right.append((start, past, marks.astype(np.float64), weight))
            start = past
        field = field_of(groups)
        yield Case(groups, alone, field, right, np.ones(len(alone)))


def learned(cases: Sequence[Case]) -> Weights:
    """The weights under which the right candidates of all cases are likeliest."""
    alone = _fitted(cases, lambda case: case.alone)
    for case in cases:
        case.likelihood = softmax(case.field, case.alone @ alone)
    together = np.zeros(0)
    for _ in range(PASSES):
        columns = [np.hstack([case.alone, context(case.field, case.likelihood)]) for case in cases]
        listed = iter(columns)
        together = _fitted(cases, lambda _, listed=listed: next(listed))
        for case, column in zip(cases, columns, strict=True):
            case.likelihood = softmax(case.field, column @ together)
    return Weights(alone, together)


def _fitted(cases: Sequence[Case], columns_of: Callable[[Case], Matrix]) -> Numbers:
    """The weights under which the right candidates are likeliest."""
    blocks, marks, weights = [], [], []
    for case in cases:
        columns = columns_of(case)
        for start, past, right, weight in case.right:
            blocks.append(columns[start:past])
            marks.append(right)
            weights.append(weight)
    rows, right = np.concatenate(blocks), np.concatenate(marks)
    sizes = [len(block) for block in blocks]
    starts = np.cumsum([0, *sizes[:-1]])
    name_of = np.repeat(np.arange(len(blocks)), sizes)
    weight = np.array(weights)

    def loss(candidate: Numbers) -> tuple[float, Numbers]:
        scores = rows @ candidate
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[name_of])
        likelihood = raised / np.add.reduceat(raised, starts)[name_of]
        of_right = np.add.reduceat(likelihood * right, starts) + 1e-12
        pull = (likelihood * right / of_right[name_of] - likelihood) * weight[name_of]
        off = candidate - expected
        value = off @ (stiffness * off) / 2 - weight @ np.log(of_right)
        return float(value), stiffness * off - rows.T @ pull

    names = (*MEASURES, *CONTEXT_MEASURES)[: rows.shape[1]]
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    stiffness = np.array([HELD_FAST.get(name, STIFFNESS) for name in names])
    return minimize(loss, expected, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def _write(weights: Weights) -> None:
    lines = [HEAD, "measure,alone,together\n"]
    for at, name in enumerate((*MEASURES, *CONTEXT_MEASURES)):
        alone = f"{weights.alone[at]:.3f}" if at < len(MEASURES) else ""
        written = f'"{name}"' if "," in name else name
        lines.append(f"{written},{alone},{weights.together[at]:.3f}\n")
    WEIGHTS.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
