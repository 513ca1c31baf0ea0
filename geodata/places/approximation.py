"""Streets and squares not in the gazetteer, placed in the place their own sentence puts them in.

Such a place is approximate: it carries the radius of what contains it and never looks exact.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from geodata.mentions.sentences import Sentence, sentences
from geodata.model import Article, Candidate, Evidence, Mention, Place, Resolution, Role, Unresolved
from geodata.names import normalise

_LARGEST_KM = 25.0
"""Radius above which "somewhere in it" is no help on a map: such containers place nothing."""


def with_approximations(
    article: Article, resolutions: Sequence[Resolution], streets: frozenset[str]
) -> list[Resolution]:
    """The same resolutions, with unlisted streets placed where their sentence says.

    Args:
        article: Whose mentions were resolved.
        resolutions: In order of the text.
        streets: Words that name a kind of street ("street", "square"), normalised.
    """
    placed = list(resolutions)
    sought = [
        position
        for position, resolution in enumerate(resolutions)
        if resolution.unresolved is Unresolved.NO_CANDIDATE
        and _is_street(resolution.mention, streets)
    ]
    listed = list(sentences(article.text, article.body)) if sought else []
    for position in sought:
        mention = resolutions[position].mention
        number = bisect_right(listed, mention.start, key=lambda sentence: sentence.start) - 1
        if number >= 0 and mention.start < listed[number].end:
            container = _container(mention, listed[number], resolutions)
            if container:
                placed[position] = _approximate(resolutions[position], container)
    return placed


def _is_street(mention: Mention, streets: frozenset[str]) -> bool:
    last = normalise(mention.text).rpartition(" ")[2]
    return mention.role is Role.LOCATION and last in streets


def _container(
    mention: Mention, sentence: Sentence, resolutions: Sequence[Resolution]
) -> Place | None:
    """The smallest place named in its sentence, the nearest of equals; None for none."""
    first, past = (
        bisect_left(resolutions, bound, key=lambda resolution: resolution.mention.start)
        for bound in (sentence.start, sentence.end)
    )
    named = [
        (_radius_km(r.place), abs(r.mention.start - mention.start), r.place.id, r.place)
        for r in resolutions[first:past]
        if r.place is not None
        and r.mention.role is Role.LOCATION
        and _radius_km(r.place) <= _LARGEST_KM
    ]
    return min(named)[-1] if named else None


def _radius_km(place: Place) -> float:
    """How far from its point a place may reach: districts 5 km, a town by its inhabitants.

    A town of a million at 5,000 inhabitants per square kilometre has a radius of 8 km.
    """
    if place.uncertainty_km is not None:
        return max(5.0, place.uncertainty_km)
    if place.feature_code == "PPLX":
        return 5.0
    if place.feature_class == "P":
        return max(2.0, sqrt(place.population / 5_000 / 3.14))
    return float("inf")


def _approximate(resolution: Resolution, container: Place) -> Resolution:
    mention = resolution.mention
    place = replace(
        container,
        id=f"in:{container.id}:{normalise(mention.text).replace(' ', '-')}",
        name=mention.text,
        feature_class="R",
        feature_code="ST",
        population=0,
        name_count=1,
        within=container.id,
        uncertainty_km=round(_radius_km(container), 1),
    )
    clue = Evidence(
        "same sentence",
        1.0,
        f"our gazetteer does not have it; its sentence puts it in {container.name}",
    )
    return Resolution(mention, Candidate(place, clue.weight, (clue,)))
