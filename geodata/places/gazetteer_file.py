"""The layout of the gazetteer file: a header that names its sections, and how to map them.

What the sections hold and mean is in `build` (writing) and `gazetteer` (reading).

    magic, 16 bytes | format number, u32 | length of the table of contents, u32 |
    its CRC-32, u32 | table of contents, JSON | sections, each aligned to 64 bytes

Everything is little-endian. Nothing in it depends on when, where or by whom it was built.
"""

import json
import mmap
import os
import struct
import tempfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geodata.errors import GazetteerError, GazetteerNotFoundError, GazetteerVersionError

MAGIC = b"DATELINE.PLACES\n"
FORMAT = 1
_HEAD = struct.Struct("<16sIII")
_ALIGNMENT = 64
# Checked against damage at every opening: a damaged tree would crash rather than complain. The
# other sections are arrays, whose bounds numpy keeps; for them the length is enough.
CHECKED = frozenset({"names", "keys"})
REBUILD = "build it again with: python -m geodata build-gazetteer"

Sections = Mapping[str, bytes | memoryview]


@dataclass(frozen=True, slots=True)
class GazetteerFile:
    """A gazetteer file, mapped read-only; it stays mapped as long as any view of it is in use.

    Attributes:
        version: Of the contents: the format's number and a hash of what it was built from.
        built_in: Hash of the packages and our own lists alone, without a user's lists.
        sections: Views into the mapping.
    """

    version: str
    built_in: str
    sections: Mapping[str, memoryview]

    def numbers(self, section: str) -> NDArray[np.uint32]:
        """A section of unsigned numbers as a read-only array, without copying it."""
        return np.frombuffer(self.section(section, width=4), dtype="<u4")

    def section(self, section: str, *, width: int) -> memoryview:
        """A section of records `width` bytes wide each.

        Raises:
            GazetteerVersionError: The file lacks it, or it has half a record at its end.
        """
        found = self.sections.get(section)
        if found is None or len(found) % width:
            raise GazetteerVersionError(f"the gazetteer's {section} are damaged; {REBUILD}")
        return found


def write_gazetteer_file(path: Path, sections: Sections, *, version: str, built_in: str) -> int:
    """Write the file in one stroke and return its size in bytes.

    It is written beside its place under a name of its own and then moved there: readers see the
    old file or the new one, and two builds at once do not disturb each other.

    Raises:
        GazetteerError: The folder cannot be written to.
    """
    contents = _table_of_contents(sections, version, built_in)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise GazetteerError(
            f"{path}: cannot be written ({error.strerror}); "
            "set DATELINE_GAZETTEER to a path that can"
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_HEAD.pack(MAGIC, FORMAT, len(contents), zlib.crc32(contents)))
            file.write(contents)
            for section in sections.values():
                file.write(bytes(-file.tell() % _ALIGNMENT))
                file.write(section)
            size = file.tell()
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(path)
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        with suppress(FileNotFoundError):
            Path(unfinished).unlink()
    return size


def _table_of_contents(sections: Sections, version: str, built_in: str) -> bytes:
    """JSON; offsets count from the first aligned byte after it, so that they can be known."""
    listed: dict[str, tuple[int, int, int]] = {}
    offset = 0
    for name, section in sections.items():
        checksum = zlib.crc32(section) if name in CHECKED else 0
        listed[name] = (offset, len(section), checksum)
        offset += len(section) + -len(section) % _ALIGNMENT
    return json.dumps(
        {"version": version, "built_in": built_in, "sections": listed}, separators=(",", ":")
    ).encode()


def map_gazetteer_file(path: Path) -> GazetteerFile:
    """Map a gazetteer file, checking that it is one, whole, and of this format.

    Raises:
        GazetteerNotFoundError: There is none; the message names the command that builds it.
        GazetteerVersionError: It is something else, of another format, or damaged.
    """
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError as error:
        raise GazetteerNotFoundError(
            f"{path}: there is no gazetteer; build it with: python -m geodata build-gazetteer"
        ) from error
    except (OSError, ValueError) as error:
        raise GazetteerVersionError(f"{path}: is no gazetteer ({error}); {REBUILD}") from error
    contents, start = _read_head(view, path)
    try:
        return _read_sections(view[start:], contents)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise GazetteerVersionError(f"{path}: is damaged or cut short; {REBUILD}") from error


def _read_head(view: memoryview, path: Path) -> tuple[bytes, int]:
    """The table of contents, and where the sections begin."""
    if len(view) < _HEAD.size or view[: len(MAGIC)] != MAGIC:
        raise GazetteerVersionError(f"{path}: is no gazetteer; {REBUILD}")
    _, found, length, checksum = _HEAD.unpack_from(view)
    if found != FORMAT:
        raise GazetteerVersionError(
            f"{path}: has format {found}, this version of Dateline reads {FORMAT}; {REBUILD}"
        )
    contents = bytes(view[_HEAD.size : _HEAD.size + length])
    if len(contents) != length or zlib.crc32(contents) != checksum:
        raise GazetteerVersionError(f"{path}: is damaged or cut short; {REBUILD}")
    end = _HEAD.size + length
    return contents, end + -end % _ALIGNMENT


def _read_sections(view: memoryview, contents: bytes) -> GazetteerFile:
    """The sections as the table tells; ValueError where one is not whole."""
    table = json.loads(contents)
    sections: dict[str, memoryview] = {}
    for name, (offset, length, checksum) in table["sections"].items():
        section = view[offset : offset + length]
        if len(section) != length or (name in CHECKED and zlib.crc32(section) != checksum):
            raise ValueError(name)
        sections[name] = section
    return GazetteerFile(table["version"], table["built_in"], sections)
