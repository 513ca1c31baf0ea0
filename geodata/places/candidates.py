"""The places a mention might mean: its name in the gazetteer, tried in its plainer spellings.

Which of them it does mean is decided in `resolution`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from geodata.model import Mention, NamedPlace, NameUse, Place, Role
from geodata.names import NormalisedName, normalise

MOST_CANDIDATES = 25
"""Candidates weighed for one name, the most prominent first; "San José" has over a thousand."""

COUNTRY_CODES = ("PCL", "TERR")
"""What the feature codes of countries, and of territories with a code of their own, begin with."""

_KINDS_BEFORE = ("the ", "city of ", "town of ", "village of ", "state of ", "province of ")
_KINDS_AFTER = (
    " region", " province", " district", " county", " city", " state", " oblast", " prefecture",
    " governorate", " municipality", " area", " island", " islands", " township", " parish",
)  # fmt: skip
_SHORT_FIRST = {
    "n": "north", "s": "south", "e": "east", "w": "west", "mt": "mount", "ft": "fort",
}  # fmt: skip
_SHORT_LAST = {"twp": "township", "co": "county", "is": "islands"}
_KINDS_LEFT_OUT = (
    "county", "parish", "province", "district", "region", "state", "governorate", "peninsula",
    "island", "islands",
)  # fmt: skip
_PARTS = frozenset(
    "north south east west northern southern eastern western central upper lower "
    "greater downtown northeast northwest southeast southwest".split()
)


class PlacesByName(Protocol):
    """All that resolution asks of a gazetteer."""

    def named(self, name: NormalisedName) -> tuple[NamedPlace, ...]:
        """The places that bear a name, most prominent first."""
        ...


def candidates(mention: Mention, gazetteer: PlacesByName) -> tuple[NamedPlace, ...]:
    """The places that bear the mention's name in the way it is used there.

    Empty where no spelling of the name is known. The order is the gazetteer's.
    """
    for name in _spellings(normalise(mention.text)):
        found = _used_so(gazetteer.named(name), mention.role)
        if found:
            return found[:MOST_CANDIDATES]
    return _whole(normalise(mention.text), gazetteer)


def counties(mention: Mention, gazetteer: PlacesByName) -> tuple[NamedPlace, ...]:
    """The counties a bare name may be short for, as in "Clarke and Oconee counties"."""
    name = NormalisedName(f"{normalise(mention.text)} county")
    found = gazetteer.named(name)
    return tuple(replace(named, use=NameUse.ALTERNATE) for named in found[:MOST_CANDIDATES])


def _used_so(found: tuple[NamedPlace, ...], role: Role) -> tuple[NamedPlace, ...]:
    """Demonyms for a demonym, other names for the rest; whatever there is, failing that."""
    wanted = tuple(
        named for named in found if (named.use is NameUse.DEMONYM) == (role is Role.DEMONYM)
    )
    return wanted or found


def _whole(name: NormalisedName, gazetteer: PlacesByName) -> tuple[NamedPlace, ...]:
    """For a part that nobody lists, what it may be a part of.

    Of "North Dallas" the towns of the name, of "Peruvian Andes" whatever else bears it.
    """
    part, _, whole = name.partition(" ")
    of_town = part in _PARTS
    if not whole or not (of_town or _is_demonym(NormalisedName(part), gazetteer)):
        return ()
    found = gazetteer.named(NormalisedName(whole))
    kept = [named for named in found if (named.place.feature_class == "P") is of_town]
    return tuple(kept[:MOST_CANDIDATES])


def _is_demonym(name: NormalisedName, gazetteer: PlacesByName) -> bool:
    return any(named.use is NameUse.DEMONYM for named in gazetteer.named(name))


def _spellings(name: NormalisedName) -> Iterator[NormalisedName]:
    yield name
    if (full := _written_out(name)) != name:
        yield full
    bare = name
    for prefix in _KINDS_BEFORE:
        bare = NormalisedName(bare.removeprefix(prefix))
    if bare != name:
        yield bare
    for suffix in _KINDS_AFTER:
        if bare.endswith(suffix):
            yield NormalisedName(bare.removesuffix(suffix))
            return
    for kind in _KINDS_LEFT_OUT:
        yield NormalisedName(f"{bare} {kind}")


def _written_out(name: NormalisedName) -> NormalisedName:
    """The name with its short forms spelt out: W Columbia, Madison Twp."""
    first, *rest = name.split(" ")
    if not rest:
        return name
    *middle, last = rest
    words = (_SHORT_FIRST.get(first, first), *middle, _SHORT_LAST.get(last, last))
    return NormalisedName(" ".join(words))


def contains(outer: Place, inner: Place) -> bool:
    """Whether the gazetteer's hierarchy puts one place inside another.

    Countries by code, first-level regions by name, districts by the place they are listed within.
    A place does not contain itself.
    """
    if outer.id == inner.id or (is_country(outer) and is_country(inner)):
        return False
    if inner.within == outer.id:
        return True
    if is_country(outer):
        return bool(outer.country) and inner.country == outer.country
    if outer.feature_code == "ADM1":
        return inner.country == outer.country and inner.admin1 == outer.name
    return False


def is_country(place: Place) -> bool:
    """Countries, and territories that have a code of their own."""
    return place.feature_code.startswith(COUNTRY_CODES)
