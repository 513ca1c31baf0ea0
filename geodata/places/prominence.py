"""How prominent a place is among those that bear the same name: one formula, on whole columns.

What a mention means in its article is decided in resolution; this is only the order without it.

In orders of magnitude of inhabitants, so that 1 stands for ten times as many people:

    prominence = log10(1 + population) + bonus of the feature code

A place without inhabitants that somebody listed by hand (our own lists, a user's) counts as if it
had 100,000: the Volga and Harlem are better known than villages of that name. A first-level
region without a count has those of its towns. A name that is not a place's own counts for less
(`USE_MALUS`). Equal ones follow the number of their names, then the order of the lists.
Continents and countries so come before everything, a capital counts tenfold, a region a tenth:
of two places called Kursk the town comes first.
"""

import numpy as np
from numpy.typing import NDArray

from geodata.model import NameUse

CODE_BONUS: dict[str, float] = {
    "CONT": 7.0,
    "OCN": 4.0,
    "SEA": 3.0,
    "GULF": 2.0,
    "PCLI": 4.0,
    "PCL": 4.0,
    "PCLS": 3.0,
    "PCLF": 3.0,
    "PCLD": 2.0,
    "PCLIX": 2.0,
    "TERR": 2.0,
    "RGN": 1.0,
    "PPLC": 1.0,
    "PPLA": 0.2,
    "PPLX": -0.5,
    "PPLH": -1.0,
    "PCLH": -1.0,
    "ADM1": -1.0,
    "ADM2": -1.5,
}
CLASS_BONUS: dict[str, float] = {"A": -1.5, "L": -1.0, "S": -0.5, "R": -0.5}
HAND_LISTED_INHABITANTS = 100_000
USE_MALUS: dict[NameUse, float] = {
    NameUse.NAME: 0.0,
    NameUse.ABBREVIATION: 0.0,
    NameUse.DEMONYM: 0.0,
    NameUse.ALTERNATE: 0.5,
    NameUse.HISTORIC: 1.0,
}


def code_bonus(feature_class: str, feature_code: str) -> float:
    """What a feature adds to a place's prominence: by its code, else by its class."""
    return CODE_BONUS.get(feature_code, CLASS_BONUS.get(feature_class, 0.0))


def prominence(inhabitants: NDArray[np.int64], bonus: NDArray[np.float64]) -> NDArray[np.float64]:
    """The formula above, one value a place.

    Args:
        inhabitants: As many as each counts as having.
        bonus: `code_bonus` of each.
    """
    magnitude: NDArray[np.float64] = np.log10(1.0 + inhabitants)
    return magnitude + bonus
