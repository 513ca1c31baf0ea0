"""GeoNames dumps in the allCountries layout (.txt, or a .zip that holds one) -> listed places.

Streamed line by line: memory does not grow with the dump. Merging is in `compilation`.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerSourceError
from geodata.model import NameUse
from geodata.places.alternates import clean_alternates
from geodata.places.listed import ListedPlace
from geodata.places.progress import ROWS_BETWEEN_REPORTS, Progress, ignored

ALL_FEATURE_CLASSES = frozenset("AHLPRSTUV")
# https://download.geonames.org/export/dump/readme.txt, "The main 'geoname' table".
FIELD_COUNT = 19
LONGEST_NAME = 200
_REMEDY = "take it from https://download.geonames.org/export/dump/, unchanged"
_NO_LONGER = frozenset({"PPLH", "ADM1H", "PCLH"})


def read_geonames(
    path: Path,
    *,
    feature_classes: frozenset[str] = ALL_FEATURE_CLASSES,
    progress: Progress = ignored,
) -> Iterator[ListedPlace]:
    """Every place of one dump, in its order.

    Building from a million rows takes half a minute and 0.6 GB of memory.

    Args:
        path: `NL.txt`, `allCountries.zip`, ... A zip holds one dump; its readme is passed over.
        feature_classes: GeoNames' letters to keep; the rest is passed over. `{"A", "P"}` of
            allCountries is the towns and regions, less than half of its 12 million rows.
        progress: Told now and then how much of the file is read.

    Raises:
        GazetteerSourceError: Not a dump, or a line that is none; names file, line and remedy.
    """
    with _open_dump(path) as (lines, size):
        read = 0
        number = 0
        try:
            for number, line in enumerate(lines, start=1):
                read += len(line)
                if number % ROWS_BETWEEN_REPORTS == 0:
                    progress(min(1.0, read / size))
                place = _read_line(line, feature_classes, f"{path}, line {number}")
                if place:
                    yield place
        except UnicodeDecodeError as error:
            raise GazetteerSourceError(
                f"{path}, line {number + 1} or soon after: is not UTF-8 text; {_REMEDY}"
            ) from error
        except (zipfile.BadZipFile, EOFError, OSError) as error:
            raise GazetteerSourceError(
                f"{path}, line {number + 1}: ends in the middle ({error}); {_REMEDY}"
            ) from error


@contextmanager
def _open_dump(path: Path) -> Iterator[tuple[TextIO, int]]:
    """The dump's lines and its size in bytes."""
    try:
        if path.suffix.casefold() == ".zip":
            with zipfile.ZipFile(path) as archive:
                member = _dump_in(archive, path)
                with archive.open(member) as binary:
                    yield TextIOWrapper(binary, "utf-8", newline="\n"), member.file_size or 1
        else:
            with path.open(encoding="utf-8", newline="\n") as file:
                yield file, path.stat().st_size or 1
    except zipfile.BadZipFile as error:
        raise GazetteerSourceError(f"{path}: is not a zip archive; {_REMEDY}") from error
    except OSError as error:
        raise GazetteerSourceError(
            f"{path}: cannot be read ({error.strerror or error}); check the path"
        ) from error


def _dump_in(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    members = [
        member
        for member in archive.infolist()
        if member.filename.endswith(".txt") and "readme" not in member.filename.casefold()
    ]
    if len(members) != 1:
        raise GazetteerSourceError(
            f"{path}: holds {len(members)} .txt files instead of one dump; {_REMEDY}"
        )
    return members[0]


def _read_line(line: str, feature_classes: frozenset[str], where: str) -> ListedPlace | None:
    fields = line.rstrip("\r\n").split("\t")
    if len(fields) != FIELD_COUNT:
        raise GazetteerSourceError(
            f"{where}: has {len(fields)} fields instead of {FIELD_COUNT} between tabs; {_REMEDY}"
        )
    if fields[6] not in feature_classes:
        return None
    if not (fields[0].isascii() and fields[0].isdigit() and len(fields[0]) < 16):
        raise GazetteerSourceError(f"{where}: the id {fields[0][:40]!r} is no number; {_REMEDY}")
    try:
        coordinates = Coordinates(float(fields[4]), float(fields[5]))
        population = max(0, int(fields[14] or 0))
    except ValueError as error:
        raise GazetteerSourceError(f"{where}: {error}; {_REMEDY}") from error
    name, code = fields[1], fields[7]
    if not name or len(name) > LONGEST_NAME or len(fields[8]) not in {0, 2}:
        raise GazetteerSourceError(
            f"{where}: the name {name[:40]!r} in country {fields[8][:40]!r} cannot be; {_REMEDY}"
        )
    alternates = clean_alternates(name, [fields[2], *fields[3].split(",")])
    if code in _NO_LONGER:
        alternates = tuple((alternate, NameUse.HISTORIC) for alternate, _ in alternates)
    return ListedPlace(
        id=str(int(fields[0])),
        name=name,
        coordinates=coordinates,
        feature_class=fields[6],
        feature_code=code,
        country=fields[8],
        admin1_code=fields[10] if fields[10] != "00" else "",
        population=population or None,
        names=alternates,
        where=where,
    )
