"""Which region of one list is which of another: by country and name, however it is spelt.

The spellings themselves are in `region_names`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geodata.model import NameUse
from geodata.names import NormalisedName, normalise
from geodata.places.listed import ListedPlace, named_as
from geodata.places.region_names import region_spellings, region_stem


def with_spellings(listed: ListedPlace, kind: str = "") -> ListedPlace:
    """The row, with every spelling of a first-level region's name among its names.

    Args:
        listed: Any row; one of another feature code comes back unchanged.
        kind: What the region is ("province"), where its name does not say so.
    """
    if listed.feature_code != "ADM1" or not listed.name:
        return listed
    spellings = named_as(region_spellings(listed.name, kind), NameUse.ALTERNATE)
    return replace(listed, names=listed.names + spellings)


class KnownRegions:
    """First-level regions known so far, to be found by country and any of their names."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, NormalisedName], str] = {}
        self._countries: set[str] = set()

    def add(self, listed: ListedPlace) -> None:
        """Remember a row if it is a first-level region; its own name outdoes others' alternates."""
        if listed.feature_code != "ADM1" or not listed.name:
            return
        self._countries.add(listed.country)
        self._ids[(listed.country, normalise(listed.name))] = listed.id
        others = (name for name, use in listed.names if use is not NameUse.DEMONYM)
        for name in (*others, *region_spellings(listed.name)):
            self._ids.setdefault((listed.country, normalise(name)), listed.id)

    def find(self, country: str, name: str, kind: str) -> str | None:
        """The id of the region of that country and name, or None."""
        for spelling in (*_most_telling(name, kind), name, region_stem(name)[0]):
            found = self._ids.get((country, normalise(spelling)))
            if found:
                return found
        return None

    def merge(self, states: Iterable[tuple[ListedPlace, str]]) -> Iterator[ListedPlace]:
        """Rows of a list that knows no ids: names for regions known already, or new places.

        In a country whose first-level regions are known, what matches none of them is a division
        of another level (ADMD).
        """
        for listed, kind in states:
            known = self.find(listed.country, listed.name, kind)
            if known:
                names = ((listed.name, NameUse.ALTERNATE), *listed.names)
                spellings = named_as(region_spellings(listed.name, kind), NameUse.ALTERNATE)
                yield ListedPlace(id=known, name="", names=names + spellings)
            elif listed.country in self._countries:
                yield replace(listed, feature_code="ADMD", admin1="")
            else:
                yield with_spellings(listed, kind)


def _most_telling(name: str, kind: str) -> tuple[str, ...]:
    """Spellings that hold the region's kind: they tell Moscow (city) from Moscow (oblast)."""
    stem, _ = region_stem(name)
    return tuple(spelling for spelling in region_spellings(name, kind) if spelling != stem)
