"""Where an outlet is at home: what the places of its other articles lend a candidate.

A local paper that writes "Paris" means the one around the corner, and seldom says so. Its other
articles do. Only the second look over an outlet's articles knows a home (`geodata.second_look`);
by itself an article is resolved without.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geodata.model import Place, Resolution, Role
from geodata.names import NormalisedName, normalise
from geodata.places.context import (
    Indices,
    Numbers,
    Radians,
    distances_between,
    is_spot,
    radians_of,
    region_label,
)
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
        number_of: A number for each name and each region in it.
        names: Number of what each spot is called there.
        regions: Number of the region each lies in; 0 for none.
        where: Where each is.
        confidence: Of each, 0 to 1.
    """

    article_count: int
    starts: Indices
    number_of: Mapping[str, int]
    names: Indices
    regions: Indices
    where: Radians
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
    number_of = {"": 0}
    for name, place, _ in entries:
        number_of.setdefault(name, len(number_of))
        number_of.setdefault(region_label(place), len(number_of))
    return Home(
        len(articles),
        np.cumsum([0, *sizes[:-1]]),
        number_of,
        np.array([number_of[name] for name, _, _ in entries]),
        np.array([number_of[region_label(place)] for _, place, _ in entries]),
        radians_of([place.coordinates for _, place, _ in entries]),
        np.array([confidence for _, _, confidence in entries]),
    )


def home_measures(groups: Sequence[NameGroup], home: Home | None) -> Matrix:
    """One row for each candidate of each group in turn, one column for each of `HOME_MEASURES`."""
    rows = np.zeros((sum(len(group.candidates) for group in groups), len(HOME_MEASURES)))
    if home is None:
        return rows
    listed = [(group.name, named.place) for group in groups for named in group.candidates]
    spots = [at for at, (_, place) in enumerate(listed) if is_spot(place)]
    if not spots:
        return rows
    unknown = len(home.number_of)
    names = np.array([home.number_of.get(listed[at][0], unknown) for at in spots])
    regions = np.array([home.number_of.get(region_label(listed[at][1]), unknown) for at in spots])
    where = radians_of([listed[at][1].coordinates for at in spots])
    counts = np.where(names[:, None] == home.names, 0.0, home.confidence)
    in_region = (regions[:, None] == home.regions) & (home.regions > 0)
    near = np.exp(-distances_between(where, home.where) / _NEAR_KM)
    for column, closeness in enumerate((in_region * counts, near * counts)):
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
