"""The candidates of an article's names scored together, in rounds, by weights that were learned.

A round scores every candidate with what the other names lend as the round before left them. How
the scores become decisions is in `resolution`; the weights are trained by
`benchmarks/train_resolver.py`.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from geodata.places.context import (
    CONTEXT_MEASURES,
    NONE_MEASURES,
    Numbers,
    context,
    field_of,
    softmax,
)
from geodata.places.home import HOME_WEIGHTS, Home, home_measures
from geodata.places.measures import MEASURES, Matrix, measures
from geodata.places.named_groups import NameGroup

ROUNDS = 3
"""How often the names are weighed with what they lend each other."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each measure adds to a score.

    Attributes:
        alone: For `MEASURES`, before anything is known of the other names.
        together: For `MEASURES` and then `CONTEXT_MEASURES`, in every round.
        none_alone, none_together: For `NONE_MEASURES`, likewise.
    """

    alone: Numbers
    together: Numbers
    none_alone: Numbers
    none_together: Numbers


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every candidate of an article's names, group after group.

    Attributes:
        contributions: What `MEASURES`, `CONTEXT_MEASURES` and `HOME_MEASURES` add to the score of
            each, as of the last round.
        scores: Their sums.
        likelihood: 0 to 1; what a group's sum lacks to 1 is that it means none of them. How often
            such a choice is right is another matter: it must be calibrated first.
        distances_km: Every distance between every two of them.
    """

    contributions: Matrix
    scores: Numbers
    likelihood: Numbers
    distances_km: Matrix


@cache
def learned_weights() -> Weights:
    """The weights kept with the project."""
    listing = files("geodata.places").joinpath("weights.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(row for row in listing.splitlines() if not row.startswith("#")))
    alone = {row["measure"]: float(row["alone"]) for row in rows if row["alone"]}
    together = {row["measure"]: float(row["together"]) for row in rows}
    return Weights(
        np.array([alone[name] for name in MEASURES]),
        np.array([together[name] for name in (*MEASURES, *CONTEXT_MEASURES)]),
        np.array([alone[name] for name in NONE_MEASURES]),
        np.array([together[name] for name in NONE_MEASURES]),
    )


def rank(groups: Sequence[NameGroup], weights: Weights, home: Home | None = None) -> Ranking | None:
    """The candidates of all groups, scored; None where there is none.

    Args:
        groups: Of one article.
        weights: What each measure adds.
        home: Where its outlet is at home, if that is known.
    """
    alone = measures(groups)
    if not len(alone):
        return None
    field = field_of(groups)
    at_home = home_measures(groups, home) * HOME_WEIGHTS
    for_home = at_home.sum(axis=1)
    scores = alone @ weights.alone + for_home
    likelihood = softmax(field, scores, field.none @ weights.none_alone)
    for _ in range(ROUNDS):
        together = np.hstack([alone, context(field, likelihood)]) * weights.together
        scores = together.sum(axis=1) + for_home
        likelihood = softmax(field, scores, field.none @ weights.none_together)
    return Ranking(np.hstack([together, at_home]), scores, likelihood, field.distances_km)
