"""How often a choice as likely as this one is right, as measured on held-out news.

What the ranking calls likely it is too sure of; the curve here takes that back. It was fitted to
the held-out answers of `benchmarks/cross_validate.py`, which prints how well it holds.
"""

from math import exp, log

HIGHEST = 0.98
"""What even the surest choices reach: some of the news cannot be told from the news alone."""

_STEEPNESS = 0.749
_SHIFT = 0.725
_LEAST = 1e-4


def confidence(likelihood: float) -> float:
    """The share of choices of this likelihood that lie within 161 km of the truth, 0 to 1.

    Args:
        likelihood: Of the spot that was chosen, among those its name may mean, 0 to 1.
    """
    bounded = min(max(likelihood, _LEAST), 1 - _LEAST)
    return HIGHEST / (1 + exp(-(_STEEPNESS * log(bounded / (1 - bounded)) + _SHIFT)))
