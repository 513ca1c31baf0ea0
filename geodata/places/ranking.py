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
    Field,
    Numbers,
    context,
    field_of,
    softmax,
)
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
        columns: `MEASURES` and `CONTEXT_MEASURES` of each, as of the last round.
        scores: The weighted sum of the columns.
        likelihood: 0 to 1; what a group's sum lacks to 1 is that it means none of them. How often
            such a choice is right is another matter: it must be calibrated first.
        distances_km: Every distance between every two of them.
    """

    columns: Matrix
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


def rank(groups: Sequence[NameGroup], weights: Weights) -> Ranking | None:
    """The candidates of all groups, scored; None where there is none."""
    alone = measures(groups)
    if not len(alone):
        return None
    field = field_of(groups)
    likelihood = softmax(field, alone @ weights.alone, field.none @ weights.none_alone)
    for _ in range(ROUNDS):
        columns, scores, likelihood = _round(field, alone, likelihood, weights)
    return Ranking(columns, scores, likelihood, field.distances_km)


def _round(
    field: Field, alone: Matrix, likelihood: Numbers, weights: Weights
) -> tuple[Matrix, Numbers, Numbers]:
    columns = np.hstack([alone, context(field, likelihood)])
    scores = columns @ weights.together
    return columns, scores, softmax(field, scores, field.none @ weights.none_together)
