"""Where an outlet is at home: what the places of its other articles lend a candidate.

A local paper that writes "Paris" means the one around the corner, and seldom says so. Its other
articles do. Only the second look over an outlet's articles knows a home (`geodata.second_look`);
by itself an article is resolved without.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.model import Place, Resolution, Role
from geodata.names import NormalisedName, normalise
from geodata.places.context import Indices, Numbers, distances_between, is_spot
from geodata.places.measures import Matrix
from geodata.places.named_groups import NameGroup

HOME_MEASURES = ("outlet's region, root", "near the outlet's places, root")
"""Of a town or other spot, 0 to 1: the root of the share of the outlet's other articles that name
a place in its region, and of how near they come to it on average, fading to a third over 50 km.
Places under the candidate's own name do not count: a wrong answer would speak for itself. Each
counts as much as its confidence."""

HOME_WEIGHTS = np.array([3.0, 3.0])
"""What `HOME_MEASURES` add to a score. Held out on LGL, everything from 2 to 5 gains as much to one
percentage point; they are not learned with the others, which must do without a home."""

FEWEST_ARTICLES = 3
"""Other articles without which an outlet's home is not known."""

MOST_ARTICLES = 60
"""Articles of an outlet that its home is told from: more tell nothing new and cost time."""

MOST_SPOTS = 50
"""Spots of an article that tell its outlet's home, the surest first: a list of places has more."""

_NEAR_KM = 50.0


@dataclass(frozen=True, slots=True)
class Home:
    """The spots that an outlet's articles name, one entry for each name and spot of an article.

    Attributes:
        article_count: Articles it was told from.
        starts: Where the entries of each article that names any begin.
        names: What each spot is called there.
        places: The spots.
        confidence: Of each, 0 to 1.
    """

    article_count: int
    starts: Indices
    names: tuple[NormalisedName, ...]
    places: tuple[Place, ...]
    confidence: Numbers


def home_of(articles: Sequence[Sequence[Resolution]]) -> Home | None:
    """The home that the first answers of some of an outlet's articles tell; None for too few.

    Args:
        articles: What the mentions of each were taken to mean without a home.
    """
    if len(articles) < FEWEST_ARTICLES:
        return None
    told = [_spots(resolutions) for resolutions in articles]
    sizes = [len(spots) for spots in told if spots]
    entries = [(name, *spot) for spots in told for (name, _), spot in spots.items()]
    if not entries:
        return None
    return Home(
        len(articles),
        np.cumsum([0, *sizes[:-1]]),
        tuple(name for name, _, _ in entries),
        tuple(place for _, place, _ in entries),
        np.array([confidence for _, _, confidence in entries]),
    )


def home_measures(groups: Sequence[NameGroup], home: Home | None) -> Matrix:
    """One row for each candidate of each group in turn, one column for each of `HOME_MEASURES`."""
    listed = [(group.name, named.place) for group in groups for named in group.candidates]
    rows = np.zeros((len(listed), len(HOME_MEASURES)))
    spots = [at for at, (_, place) in enumerate(listed) if is_spot(place)]
    if home is None or not spots:
        return rows
    names, places = [listed[at][0] for at in spots], [listed[at][1] for at in spots]
    counts = np.where(_equal(names, home.names), 0.0, home.confidence)
    regions = _equal([_region(place) for place in places], [_region(one) for one in home.places])
    near = np.exp(
        -distances_between(
            [place.coordinates for place in places], [one.coordinates for one in home.places]
        )
        / _NEAR_KM
    )
    for column, closeness in enumerate((regions * counts, near * counts)):
        of_articles = np.maximum.reduceat(closeness, home.starts, axis=1)
        rows[spots, column] = np.sqrt(of_articles.sum(axis=1) / home.article_count)
    return rows


def _spots(
    resolutions: Sequence[Resolution],
) -> dict[tuple[NormalisedName, str], tuple[Place, float]]:
    """Every spot an article names, once under each name; of very many the surest."""
    spots = {
        (normalise(found.mention.text), found.place.id): (found.place, found.confidence)
        for found in resolutions
        if found.place is not None
        and found.confidence is not None
        and found.mention.role is not Role.DEMONYM
        and is_spot(found.place)
    }
    return dict(sorted(spots.items(), key=lambda spot: -spot[1][1])[:MOST_SPOTS])


def _region(place: Place) -> str:
    return f"{place.country}|{place.admin1}" if place.admin1 else ""


def _equal(left: Sequence[str], right: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each on the left, which must not be empty, equals each on the right."""
    first, second = np.array(left)[:, None], np.array(right)
    return np.asarray((first == second) & (first != ""))
