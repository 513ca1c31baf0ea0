"""Builds the gazetteer file from the packages, our own lists, and lists and dumps of the user's.

Reading, merging and laying out are each elsewhere; here is only their order and what is reported.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from geodata.places.compilation import Compilation
from geodata.places.fingerprint import built_in_fingerprint, fingerprint
from geodata.places.gazetteer_file import FORMAT, write_gazetteer_file
from geodata.places.geonames import read_geonames
from geodata.places.listed import ListedPlace
from geodata.places.packages import package_countries, package_states, package_towns
from geodata.places.place_lists import curated_lists, read_place_list
from geodata.places.regions import KnownRegions, with_spellings
from geodata.places.sections import lay_out

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built.

    Attributes:
        warnings: Oddities of the lists that did no harm, each naming file and line.
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
    packages: bool = True,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the gazetteer file, replacing the one that is there in one stroke.

    Later lists override earlier ones: the packages' towns and countries, GeoNames dumps in the
    order given, our own lists by file name, the package's regions (which only add), the user's
    lists in the order given.

    Args:
        target: The file to write; its folder is made.
        places: A user's own lists (CSV, see `place_lists`).
        geonames: GeoNames dumps (see `geonames`).
        packages: Whether the packages and our own lists belong to it; without them the gazetteer
            holds the given lists only.
        progress: Called with a stage's name and the fraction done of all, 0 to 1.

    Raises:
        GazetteerSourceError: A list is wrong; the message names file, line and remedy.
        GazetteerError: The file cannot be written.
    """
    started = time.perf_counter()
    report = progress or _unheard
    compilation = Compilation()
    for listed in _listed_places(places, geonames, packages, report):
        compilation.add(listed)
    report("sorting names", 0.65)
    sections = lay_out(compilation)
    report("writing", 0.95)
    version = f"{FORMAT}-{fingerprint(places, geonames, packages)}"
    size = write_gazetteer_file(
        target, sections, version=version, built_in=built_in_fingerprint() if packages else ""
    )
    report("done", 1.0)
    return BuildReport(
        path=target,
        version=version,
        place_count=len(compilation),
        name_count=len(compilation.names.numbers),
        posting_count=len(sections["postings"]) // 4,
        file_bytes=size,
        seconds=time.perf_counter() - started,
        warnings=tuple(compilation.warnings),
    )


def _listed_places(
    places: Sequence[Path], geonames: Sequence[Path], packages: bool, report: Progress
) -> Iterator[ListedPlace]:
    """Every row of every list, in the order in which later ones override."""
    known = KnownRegions()
    if packages:
        report("reading towns", 0.0)
        yield from package_towns()
        report("reading countries", 0.5)
        yield from package_countries()
    for path in geonames:
        report(f"reading {path.name}", 0.5)
        yield from _regions_noted(read_geonames(path), known)
    if packages:
        report("reading our own lists", 0.55)
        yield from _regions_noted(_rows(curated_lists()), known)
        report("reading regions", 0.6)
        yield from known.merge(package_states())
    report("reading your lists", 0.63)
    yield from _regions_noted(_rows(places), known)


def _rows(paths: Iterable[Path]) -> Iterator[ListedPlace]:
    return chain.from_iterable(read_place_list(path) for path in paths)


def _regions_noted(rows: Iterable[ListedPlace], known: KnownRegions) -> Iterator[ListedPlace]:
    for listed in rows:
        known.add(listed)
        yield with_spellings(listed)


def _unheard(_stage: str, _fraction: float) -> None:
    """Progress that nobody asked for."""
