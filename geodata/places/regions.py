"""Which region of one list is which of another: by country and name, however it is spelt.

The spellings themselves are in `region_names`.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from geodata.coordinates import distance_km
from geodata.model import NameUse
from geodata.names import NormalisedName, normalise
from geodata.places.listed import ListedPlace, named_as
from geodata.places.region_names import region_spellings, region_stem

Key = TypeVar("Key", bound=Hashable)

# How far two lists may put the middle of one region apart.
_FARTHEST_KM = 150.0
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class State:
    """A region of a list that knows no ids, and what it is ("province"), in lower case."""

    listed: ListedPlace
    kind: str


def with_spellings(listed: ListedPlace, kind: str = "") -> ListedPlace:
    """The row, with every spelling of a region's name among its names.

    Args:
        listed: Any row; one that is no first-level region and has no kind comes back unchanged.
        kind: What the region is, where its name does not say so.
    """
    if not listed.name or (listed.feature_code != "ADM1" and not kind):
        return listed
    spellings = named_as(region_spellings(listed.name, kind), NameUse.ALTERNATE)
    return replace(listed, names=listed.names + spellings)


class KnownRegions:
    """First-level regions known so far, to be found by country and any of their names."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, NormalisedName], str] = {}
        self._known: dict[str, ListedPlace] = {}

    def add(self, listed: ListedPlace) -> None:
        """Remember a first-level region. Its own name outdoes alternates of others."""
        if listed.feature_code != "ADM1" or not listed.name or not listed.coordinates:
            return
        self._known[listed.id] = listed
        self._ids[(listed.country, normalise(listed.name))] = listed.id
        others = (name for name, use in listed.names if use is not NameUse.DEMONYM)
        for name in (*others, *region_spellings(listed.name)):
            self._ids.setdefault((listed.country, normalise(name)), listed.id)

    def find(self, state: State) -> str | None:
        """The id of the region of that country and name, or None."""
        name, country = state.listed.name, state.listed.country
        stem = region_stem(name)[0]
        # Those with the kind first: they tell Moscow the city from Moscow the region.
        with_kind = [other for other in region_spellings(name, state.kind) if other != stem]
        for spelling in (*with_kind, name, stem):
            found = self._ids.get((country, normalise(spelling)))
            if found:
                return found
        return None

    def merge(self, states: Iterable[State]) -> Iterator[ListedPlace]:
        """Rows of a list that knows no ids: names for regions known already, or new places.

        Regions are matched by name. What is left of a kind that is evidently the first level is
        matched by place and sound: two that are the nearest to each other, 150 km apart at most,
        and spelt somewhat alike ("Dohuk", "Duhok") are one. In a country whose first-level
        regions are known, what matches none of them is a division of another level (ADMD).
        """
        by_country: defaultdict[str, list[State]] = defaultdict(list)
        for state in states:
            by_country[state.listed.country].append(state)
        for country, listed in by_country.items():
            known = [region for region in self._known.values() if region.country == country]
            matches = _matched_by_place(listed, [self.find(state) for state in listed], known)
            for state, match in zip(listed, matches, strict=True):
                yield _merged(state, match, is_first_level=not known)


def _merged(state: State, match: str | None, *, is_first_level: bool) -> ListedPlace:
    if match:
        named = with_spellings(state.listed, state.kind)
        names = ((named.name, NameUse.ALTERNATE), *named.names)
        return ListedPlace(id=match, name="", names=names)
    if is_first_level:
        return with_spellings(state.listed, state.kind)
    return with_spellings(replace(state.listed, feature_code="ADMD", admin1=""), state.kind)


def _matched_by_place(
    states: Sequence[State], matches: Sequence[str | None], known: Sequence[ListedPlace]
) -> Sequence[str | None]:
    """The matches, with those added that place and sound tell."""
    taken = set(matches)
    free = {region.id: region for region in known if region.id not in taken}
    first_level = _first_level_kinds(states, matches, len(known))
    unmatched = {
        number: state.listed
        for number, (state, match) in enumerate(zip(states, matches, strict=True))
        if match is None and state.kind in first_level
    }
    completed = list(matches)
    for number, here in unmatched.items():
        there = _nearest(here, free)
        if there and _nearest(free[there], unmatched) == number and _alike(here, free[there]):
            completed[number] = there
    return completed


def _first_level_kinds(
    states: Sequence[State], matches: Sequence[str | None], known_count: int
) -> frozenset[str]:
    """Kinds of which more than half were matched, or that are about as many as the known ones."""
    total = Counter(state.kind for state in states)
    matched = Counter(
        state.kind for state, match in zip(states, matches, strict=True) if match is not None
    )
    return frozenset(
        kind
        for kind, count in total.items()
        if 2 * matched[kind] > count or known_count / 2 < count < known_count * 1.2
    )


def _nearest(here: ListedPlace, places: Mapping[Key, ListedPlace]) -> Key | None:
    """Which of some places is the nearest, if it is near enough."""
    distances = {
        key: distance_km(here.coordinates, there.coordinates)
        for key, there in places.items()
        if here.coordinates and there.coordinates
    }
    key = min(distances, key=distances.__getitem__, default=None)
    return key if key is not None and distances[key] <= _FARTHEST_KM else None


def _alike(a: ListedPlace, b: ListedPlace) -> bool:
    """Whether two names may be spellings of one: the same first letter, half of all letters."""
    one, other = normalise(a.name), normalise(b.name)
    return one[:1] == other[:1] and SequenceMatcher(None, one, other).ratio() >= _ALIKE
