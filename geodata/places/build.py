"""Builds the gazetteer file from the packages, our own lists, and lists and dumps of the user's.

Reading, merging and laying out are each elsewhere; here is only their order and what is reported.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geodata.places.compilation import Compilation
from geodata.places.fingerprint import built_in_fingerprint, fingerprint
from geodata.places.gazetteer_file import FORMAT, write_gazetteer_file
from geodata.places.geonames import ALL_FEATURE_CLASSES, read_geonames
from geodata.places.layout import POSTING
from geodata.places.listed import ListedPlace
from geodata.places.packages import package_countries, package_states, package_towns
from geodata.places.place_lists import curated_lists, read_place_list
from geodata.places.progress import StageProgress, Stages
from geodata.places.regions import KnownRegions, with_spellings
from geodata.places.sections import lay_out

_TOWNS = "reading towns"
_OWN = "reading our own lists"
_REGIONS = "reading regions"
_SORTING = "sorting names"
_WRITING = "writing"
_SECONDS_PER_BYTE = 1e-6


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built.

    Attributes:
        warnings: Oddities of the lists that do no harm, each naming file and line.
    """

    path: Path
    version: str
    place_count: int
    name_count: int
    posting_count: int
    file_bytes: int
    seconds: float
    warnings: tuple[str, ...] = ()


def build_gazetteer(
    target: Path,
    *,
    places: Sequence[Path] = (),
    geonames: Sequence[Path] = (),
    feature_classes: frozenset[str] = ALL_FEATURE_CLASSES,
    packages: bool = True,
    progress: StageProgress | None = None,
) -> BuildReport:
    """Build the gazetteer file, replacing the one that is there in one stroke.

    Later lists override earlier ones: the packages' towns and countries, GeoNames dumps in the
    order given, our own lists by file name, the package's regions (which only add), the user's
    lists in the order given.

    Args:
        target: The file to write; its folder is made.
        places: A user's own lists (CSV, see `place_lists`).
        geonames: GeoNames dumps (see `geonames`).
        feature_classes: GeoNames' letters of the places to take from the dumps.
        packages: Whether the packages and our own lists belong to it; without them the gazetteer
            holds the given lists only.
        progress: Told a stage's name and the fraction done of the whole, 0 to 1.

    Raises:
        GazetteerSourceError: A list is wrong; the message names file, line and remedy.
        GazetteerError: The file cannot be written.
    """
    started = time.perf_counter()
    # Taken first: a list that changes while we read makes the gazetteer out of date, not wrong.
    built_in = built_in_fingerprint() if packages else ""
    version = f"{FORMAT}-{fingerprint(places, geonames, feature_classes, built_in)}"
    stages = Stages(_shares(places, geonames, packages), progress)
    compilation = Compilation()
    for listed in _listed_places(places, geonames, feature_classes, packages, stages):
        compilation.add(listed)
    stages.begin(_SORTING)
    sections = lay_out(compilation)
    written = stages.begin(_WRITING)
    size = write_gazetteer_file(target, sections, version=version, built_in=built_in)
    written(1.0)
    return BuildReport(
        path=target,
        version=version,
        place_count=len(compilation),
        name_count=len(compilation.names),
        posting_count=len(sections["postings"]) // POSTING.itemsize,
        file_bytes=size,
        seconds=time.perf_counter() - started,
        warnings=compilation.unknown_containers(),
    )


def _shares(places: Sequence[Path], geonames: Sequence[Path], packages: bool) -> dict[str, float]:
    """The stages in their order, with the seconds each takes, or so."""
    shares: dict[str, float] = {}
    if packages:
        shares[_TOWNS] = 13.0
    for path in geonames:
        shares[_reading(path)] = 1 + path.stat().st_size * _SECONDS_PER_BYTE
    if packages:
        shares[_OWN] = 0.5
        shares[_REGIONS] = 0.5
    for path in places:
        shares[_reading(path)] = 1 + path.stat().st_size * _SECONDS_PER_BYTE
    shares[_SORTING] = 0.2 * sum(shares.values())
    shares[_WRITING] = 0.1
    return shares


def _listed_places(
    places: Sequence[Path],
    geonames: Sequence[Path],
    feature_classes: frozenset[str],
    packages: bool,
    stages: Stages,
) -> Iterator[ListedPlace]:
    """Every row of every list, in the order in which later ones override."""
    known = KnownRegions()
    if packages:
        yield from package_towns(stages.begin(_TOWNS))
        yield from package_countries()
    for path in geonames:
        progress = stages.begin(_reading(path))
        rows = read_geonames(path, feature_classes=feature_classes, progress=progress)
        yield from _noting_regions(rows, known)
    if packages:
        stages.begin(_OWN)
        for path in curated_lists():
            yield from _noting_regions(read_place_list(path), known)
        stages.begin(_REGIONS)
        yield from known.merge(package_states())
    for path in places:
        stages.begin(_reading(path))
        yield from _noting_regions(read_place_list(path), known)


def _reading(path: Path) -> str:
    return f"reading {path.name}"


def _noting_regions(rows: Iterable[ListedPlace], known: KnownRegions) -> Iterator[ListedPlace]:
    for listed in rows:
        known.add(listed)
        yield with_spellings(listed)
