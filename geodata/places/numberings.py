"""Values and ids of places numbered in the order in which they come, each once.

What is kept of the places under these numbers is in `compilation`.
"""

from array import array
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

# GeoNames' ids reach 13 million. Up to here an id costs four bytes instead of some two hundred,
# which is what makes a dump of 12 million places possible.
_DIRECT = 32_000_000
_NONE = -1


class Numbering(Generic[T]):
    """Values numbered in the order in which they came."""

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[T]:
        """Every value in the order of its number."""
        return iter(self._numbers)

    def number(self, value: T) -> int:
        """The value's number; a new one for a new value."""
        return self._numbers.setdefault(value, len(self._numbers))


class PlaceNumbering:
    """Ids of places numbered in the order in which they came."""

    def __init__(self) -> None:
        # The number of each GeoNames id, at the place of the id itself.
        self._direct = array("i")
        self._others: dict[str, int] = {}
        # By number: the GeoNames id, or below 0 the others' position counted from -1.
        self._ids = array("q")

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        """Every id in the order of its number."""
        others = list(self._others)
        for number in self._ids:
            yield str(number) if number >= 0 else others[_NONE - number]

    def find(self, place_id: str) -> int | None:
        """The number of an id; None for a new one."""
        direct = _direct(place_id)
        if direct is None:
            return self._others.get(place_id)
        number = self._direct[direct] if direct < len(self._direct) else _NONE
        return None if number == _NONE else number

    def add(self, place_id: str) -> int:
        """Number an id that is new."""
        number = len(self._ids)
        direct = _direct(place_id)
        if direct is None:
            self._ids.append(_NONE - len(self._others))
            self._others[place_id] = number
        else:
            missing = direct + 1 - len(self._direct)
            if missing > 0:
                self._direct.extend(array("i", [_NONE]) * missing)
            self._ids.append(direct)
            self._direct[direct] = number
        return number


def _direct(place_id: str) -> int | None:
    """The id as a number if it is written as GeoNames writes it, and not too large."""
    if not (place_id.isascii() and place_id.isdigit() and len(place_id) <= len(str(_DIRECT))):
        return None
    number = int(place_id)
    return number if number < _DIRECT and str(number) == place_id else None
