"""A geocoder's query ("Moscow, Idaho", "Hwasong district, Pyongyang") -> the places it may mean.

Where names come from is the gazetteer's; how an article's mention is resolved is elsewhere.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from geodata.model import NamedPlace, Place
from geodata.names import normalise

Find = Callable[[str], Sequence[NamedPlace]]

# A query without commas is cut in two at each of its last words: "Moscow Idaho".
_MOST_WORDS = 8
_MOST_PARTS = 6
_MOST_LETTERS = 500


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name, and the names of what it lies in, the nearest first."""

    name: str
    containers: tuple[str, ...]


def answer(query: str, find: Find, place: Callable[[str], Place | None]) -> Iterator[Place]:
    """The places a query may mean, each once, the most prominent first.

    "Town, Region, Country" asks for places of the first name that lie in all of the others; a
    name of a region or country may be any of its names or abbreviations. Where nothing lies
    there, there is no answer: "Moscow, Brazil" is not Moscow.

    Args:
        query: As people write it.
        find: A name's places, the most prominent first.
        place: A place by its id.
    """
    for parts in _readings(query):
        found = [
            named.place
            for named in find(parts.name)
            if all(_lies_in(named.place, name, find, place) for name in parts.containers)
        ]
        if found:
            yield from {candidate.id: candidate for candidate in found}.values()
            return


def _readings(query: str) -> Iterator[_Parts]:
    """Ways to read a query, the likeliest first."""
    query = query[:_MOST_LETTERS]
    parts = [part.strip() for part in query.split(",") if normalise(part)][:_MOST_PARTS]
    if len(parts) > 1:
        yield _Parts(parts[0], tuple(parts[1:]))
    yield _Parts(query, ())
    if len(parts) == 1:
        written = parts[0].split()
        for cut in range(min(len(written), _MOST_WORDS) - 1, 0, -1):
            yield _Parts(" ".join(written[:cut]), (" ".join(written[cut:]),))


def _lies_in(candidate: Place, name: str, find: Find, place: Callable[[str], Place | None]) -> bool:
    """Whether a place lies in a place of that name: its country, region or container."""
    if candidate.country and name.strip().upper() == candidate.country:
        return True
    if candidate.admin1 and normalise(name) == normalise(candidate.admin1):
        return candidate.feature_code != "ADM1" or normalise(candidate.name) != normalise(name)
    containers = {container.id for container in containers_of(candidate, place)}
    return any(
        named.place.id in containers or _is_its_area(named.place, candidate)
        for named in find(name)
        if named.place.id != candidate.id
    )


def _is_its_area(area: Place, candidate: Place) -> bool:
    """Whether an area is the country or the first-level region that a place lies in."""
    if not candidate.country or area.country != candidate.country:
        return False
    if area.feature_code.startswith("PCL") or area.feature_code == "TERR":
        return True
    return area.feature_code == "ADM1" and area.admin1 == candidate.admin1 != ""


def containers_of(candidate: Place, place: Callable[[str], Place | None]) -> Iterable[Place]:
    """The places that contain one, the nearest first, as far as the gazetteer says so."""
    return islice(_chain(candidate, place), _MOST_PARTS)


def _chain(candidate: Place, place: Callable[[str], Place | None]) -> Iterator[Place]:
    while candidate.within and (container := place(candidate.within)):
        yield container
        candidate = container
