"""Lists of places in our CSV layout, curated or a user's own -> listed places.

Which list wins where two name the same place is decided in `compilation`.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerSourceError
from geodata.model import NameUse
from geodata.names import normalise
from geodata.places.listed import ListedPlace

CURATED = Path(__file__).parent / "curated"

COMPULSORY = ("name", "lat", "lon")
COLUMNS = (
    "id",
    "name",
    "lat",
    "lon",
    "feature_class",
    "feature_code",
    "country",
    "admin1",
    "code",
    "population",
    "within",
    "uncertainty_km",
    "aliases",
    "abbreviations",
    "demonyms",
    "historic",
    "source",
)
NAME_COLUMNS = {
    "aliases": NameUse.ALTERNATE,
    "abbreviations": NameUse.ABBREVIATION,
    "demonyms": NameUse.DEMONYM,
    "historic": NameUse.HISTORIC,
}
FEATURE_CLASSES = frozenset("AHLPRSTUV")
LONGEST_NAME = 200


def curated_lists() -> tuple[Path, ...]:
    """Our own lists, in the order of their file names; a later list overrides an earlier one."""
    return tuple(sorted(CURATED.glob("*.csv")))


def read_place_list(path: Path) -> Iterator[ListedPlace]:
    """Every row of one list, in the file's order.

    Cells hold several names separated by `|`. `code` is the code of a first-level region within
    GeoNames ("RU.41"), by which towns name the region they lie in. Empty lines and lines that
    begin with `#` are skipped. UTF-8, with or without a byte order mark.

    Raises:
        GazetteerSourceError: The file cannot be read, lacks a compulsory column, has one we do
            not know, or a row holds an impossible value. The message names file and line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _read_rows(file, path)
    except OSError as error:
        raise GazetteerSourceError(
            f"{path}: cannot be read ({error.strerror}); check the path"
        ) from error
    except UnicodeDecodeError as error:
        raise GazetteerSourceError(f"{path}: is not UTF-8 text; save it as UTF-8 CSV") from error


def _read_rows(lines: Iterator[str], path: Path) -> Iterator[ListedPlace]:
    numbers: list[int] = []
    taken: dict[str, Coordinates | None] = {}
    rows = csv.reader(_without_comments(lines, numbers), strict=True)
    try:
        header = [column.strip().casefold() for column in next(rows, [])]
        _check_header(header, path)
        for cells in rows:
            where = f"{path}, line {numbers[-1]}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                raise GazetteerSourceError(
                    f"{where}: has {len(cells)} cells, the header {len(header)}; "
                    'put a cell that holds a comma in "double quotes"'
                )
            listed = _read_row(dict(zip(header, map(str.strip, cells), strict=False)), where)
            yield listed if listed.id else replace(listed, id=_own_id(listed, path, taken))
    except csv.Error as error:
        line = numbers[-1] if numbers else 1
        raise GazetteerSourceError(
            f"{path}, line {line}: is not CSV ({error}); check its quotation marks"
        ) from error


def _without_comments(lines: Iterator[str], numbers: list[int]) -> Iterator[str]:
    """Lines that are not comments; the number of the last one yielded is last in `numbers`."""
    numbers.append(1)
    for number, line in enumerate(lines, start=1):
        if not line.startswith("#"):
            numbers[0] = number
            yield line


def _check_header(header: list[str], path: Path) -> None:
    missing = [column for column in COMPULSORY if column not in header]
    unknown = [column for column in header if column not in COLUMNS]
    if missing:
        raise GazetteerSourceError(
            f"{path}: has no column {', '.join(missing)}; "
            f"its first line must name the columns, of which {', '.join(COMPULSORY)} are compulsory"
        )
    if unknown:
        raise GazetteerSourceError(
            f"{path}: the column {unknown[0]!r} is not known; known are {', '.join(COLUMNS)}"
        )
    if len(set(header)) < len(header):
        raise GazetteerSourceError(f"{path}: a column stands twice in the header; remove one")


def _own_id(listed: ListedPlace, path: Path, taken: dict[str, Coordinates | None]) -> str:
    """The id of a row that tells none: two places of one name are two places."""
    id = first = f"{path.stem}:{normalise(listed.name).replace(' ', '-')}"
    count = 1
    while taken.setdefault(id, listed.coordinates) != listed.coordinates:
        count += 1
        id = f"{first}-{count}"
    return id


def _read_row(row: Mapping[str, str], where: str) -> ListedPlace:
    name = row["name"]
    if not normalise(name):
        raise GazetteerSourceError(f"{where}: the name {name!r} holds no letter; give it a name")
    for column in ("id", "name", "admin1", "within"):
        if len(row.get(column, "")) > LONGEST_NAME:
            raise GazetteerSourceError(f"{where}: {column} is longer than {LONGEST_NAME} letters")
    feature_class = row.get("feature_class", "").upper()
    if feature_class and feature_class not in FEATURE_CLASSES:
        raise GazetteerSourceError(
            f"{where}: feature_class {feature_class!r} is none of GeoNames' letters "
            + ", ".join(sorted(FEATURE_CLASSES))
        )
    country = row.get("country", "").upper()
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise GazetteerSourceError(
            f"{where}: country {country!r} is not an ISO 3166-1 alpha-2 code such as KP"
        )
    return ListedPlace(
        id=row.get("id", ""),
        name=name,
        coordinates=_read_coordinates(row, where),
        feature_class=feature_class,
        feature_code=row.get("feature_code", "").upper(),
        country=country,
        admin1=row.get("admin1", ""),
        admin1_code=row.get("code", "").removeprefix(f"{country}."),
        population=_read_population(row.get("population", ""), where),
        within=row.get("within", ""),
        uncertainty_km=_read_uncertainty(row.get("uncertainty_km", ""), where),
        names=_read_names(row, where),
        is_hand_listed=True,
        where=where,
    )


def _read_coordinates(row: Mapping[str, str], where: str) -> Coordinates:
    latitude, longitude = row.get("lat", ""), row.get("lon", "")
    try:
        degrees = float(latitude), float(longitude)
    except ValueError as error:
        raise GazetteerSourceError(
            f"{where}: lat {latitude!r}, lon {longitude!r} are not decimal degrees "
            "such as 39.03, 125.75"
        ) from error
    try:
        return Coordinates(*degrees)
    except ValueError as error:
        raise GazetteerSourceError(f"{where}: {error}") from error


def _read_population(written: str, where: str) -> int | None:
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) < 13):
        raise GazetteerSourceError(
            f"{where}: population {written!r} is not a whole number such as 448733"
        )
    return int(written)


def _read_uncertainty(written: str, where: str) -> float | None:
    if not written:
        return None
    try:
        radius = float(written)
    except ValueError:
        radius = -1
    if not 0 < radius <= 20_040:
        raise GazetteerSourceError(
            f"{where}: uncertainty_km {written!r} is not a radius in kilometres such as 2.5"
        )
    return radius


def _read_names(row: Mapping[str, str], where: str) -> tuple[tuple[str, NameUse], ...]:
    names: dict[tuple[str, NameUse], None] = {}
    for column, use in NAME_COLUMNS.items():
        for cell in row.get(column, "").split("|"):
            name = cell.strip()
            if len(name) > LONGEST_NAME:
                raise GazetteerSourceError(
                    f"{where}: a name in {column} is longer than {LONGEST_NAME} letters; "
                    "separate names by |"
                )
            if name:
                names[(name, use)] = None
    return tuple(names)
