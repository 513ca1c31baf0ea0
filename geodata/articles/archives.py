"""Zip archives that a visitor gave -> articles; unpacked in memory, within limits, never to disk.

What a member holds is read by `geodata.articles.files`.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from geodata.articles.encoding import LONGEST_ARTICLE_BYTES, decode_text
from geodata.articles.files import read_upload
from geodata.articles.formats import PAGES
from geodata.articles.labels import clean_label
from geodata.articles.sidecar import SIDECAR_NAME, read_told_files
from geodata.articles.told import Told
from geodata.errors import ArticleError, ArticleFormatError
from geodata.model import Article

ARCHIVES = frozenset({".zip"})
_ENTRY = b"PK\x01\x02"  # Opens the record of each member in the archive's table of contents.
_ENCRYPTED = 0x1
# All that `zipfile` raises for damage: an offset may be more than a stream can count.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
    RuntimeError,
)
_NESTED = frozenset(".zip .7z .rar .tar .tgz .gz .bz2 .xz .zst .jar .epub .docx .odt".split())


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much an archive may hold.

    Attributes:
        members: Files in it.
        bytes_each: Of one file, unpacked.
        bytes_in_all: Of all of them, unpacked.
        ratio: Of a file's unpacked size to its packed one. Text seldom reaches 20.
        bytes_of_any_ratio: Up to this unpacked size, a file may be packed as well as it likes.
    """

    members: int = 1000
    bytes_each: int = LONGEST_ARTICLE_BYTES
    bytes_in_all: int = 60_000_000
    ratio: int = 200
    bytes_of_any_ratio: int = 1_000_000


def read_archive(
    name: str, content: bytes, limits: ArchiveLimits | None = None
) -> Iterator[Article | ArticleError]:
    """The articles in an archive, its files sorted by name; what cannot be read is an error.

    Hidden files and those that a browser saves beside a page are passed over. A `metadata.csv`
    tells of the files beside and below it, as in a folder.

    Args:
        name: The archive as messages name it.
        content: Its bytes.
        limits: None for the usual ones.
    """
    limits = limits or ArchiveLimits()
    name = clean_label(PurePosixPath(name.replace("\\", "/").replace("\0", "")).name[-80:]) or "zip"
    try:
        with _opened(name, content, limits) as archive:
            yield from _read_members(name, archive, limits)
    except ArticleError as error:
        yield error


def _opened(name: str, content: bytes, limits: ArchiveLimits) -> zipfile.ZipFile:
    # Counted before they are listed: each of a million takes a kilobyte once it is.
    if content.count(_ENTRY) > limits.members:
        raise ArticleFormatError(
            f"more than {limits.members} files are in this archive; add it in parts", path=name
        )
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise ArticleFormatError(
            "this is no zip archive, or a broken one; pack it again", path=name
        ) from error


def _read_members(
    name: str, archive: zipfile.ZipFile, limits: ArchiveLimits
) -> Iterator[Article | ArticleError]:
    # A damaged list may hold a file without a name, about which `is_dir` fails.
    listed = [one for one in archive.infolist() if one.filename and not one.is_dir()]
    members = {_path(one.filename): one for one in listed}
    if len(members) < len(listed):
        yield ArticleFormatError(
            "some of its files bear one name; only the last of them was read", path=name
        )
    shown = sorted(path for path in members if not _is_passed_over(path, members))
    if not shown:
        raise ArticleFormatError("there are no articles in this archive", path=name)
    unpacked, told = 0, dict[PurePosixPath, Told]()
    for path in sorted(shown, key=_turn):
        label = f"{name}, {clean_label(path.name)[-80:]}"
        try:
            _check(members[path], label, limits)
            # By what it says it holds, of which no more is unpacked: a broken one costs as much.
            unpacked += members[path].file_size
            if unpacked > limits.bytes_in_all:
                raise _TooMuchError(
                    f"unpacked, it holds more than {limits.bytes_in_all / 1e6:.0f} MB; the files"
                    f" from {clean_label(path.name)[-80:]} on were left",
                    path=name,
                )
            content = _content(archive, members[path], label)
            if _is_sidecar(path):
                more, errors = _told_in(path, content, label, frozenset(shown))
                told.update(more)
                yield from errors
            else:
                yield from read_upload(label, content, told=told.get(path))
        except _TooMuchError:
            raise
        except ArticleError as error:
            yield error


class _TooMuchError(ArticleFormatError):
    """The archive holds more than may be unpacked: the rest is left."""


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str) -> bytes:
    """The bytes of one member, no more of them than it says."""
    try:
        with archive.open(member) as stream:
            return stream.read(member.file_size + 1)
    except _BROKEN as error:
        raise ArticleFormatError(
            "it is broken in the archive; pack it again", path=label
        ) from error


def _check(member: zipfile.ZipInfo, label: str, limits: ArchiveLimits) -> None:
    problem = ""
    if PurePosixPath(member.filename).suffix.lower() in _NESTED:
        problem = "an archive within the archive is not opened; unpack it and add its files"
    elif member.flag_bits & _ENCRYPTED:
        problem = "it is locked with a password; pack it again without one"
    elif member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        problem = "it is packed in an unusual way; pack it again as an ordinary zip"
    elif stat.S_ISLNK(member.external_attr >> 16):
        problem = "it is a link to a file, not a file; pack the file itself"
    elif member.file_size > limits.bytes_each:
        problem = f"it holds more than {limits.bytes_each / 1e6:.0f} MB; split it"
    elif member.file_size > limits.bytes_of_any_ratio and (
        member.file_size > limits.ratio * max(member.compress_size, 1)
    ):
        problem = "it would unpack to hundreds of times its size; add the file itself"
    if problem:
        raise ArticleFormatError(problem, path=label)


def _path(filename: str) -> PurePosixPath:
    """Where a member lies in the archive; it never names a place outside it."""
    parts = filename.replace("\\", "/").replace("\0", "").split("/")
    return PurePosixPath(*(part for part in parts if part not in {"", ".", ".."}))


def _is_passed_over(path: PurePosixPath, members: dict[PurePosixPath, zipfile.ZipInfo]) -> bool:
    if any(part.startswith(".") or part == "__MACOSX" for part in path.parts):
        return True
    return any(
        folder.name.endswith("_files")
        and folder.with_name(folder.name.removesuffix("_files") + ending) in members
        for folder in path.parents
        if folder.name.removesuffix("_files")
        for ending in PAGES
    )


def _turn(path: PurePosixPath) -> tuple[bool, int, PurePosixPath]:
    """Each metadata.csv is read before the files it tells of, an outer one before an inner."""
    is_sidecar = _is_sidecar(path)
    return not is_sidecar, len(path.parts) if is_sidecar else 0, path


def _is_sidecar(path: PurePosixPath) -> bool:
    return path.name.lower() == SIDECAR_NAME


def _told_in(
    sidecar: PurePosixPath, content: bytes, label: str, members: frozenset[PurePosixPath]
) -> tuple[dict[PurePosixPath, Told], list[ArticleError]]:
    locate = partial(_beside, sidecar.parent, members)
    text = decode_text(content, path=label).removeprefix("\ufeff")
    return read_told_files(text, path=label, locate=locate)


def _beside(
    folder: PurePosixPath,
    members: frozenset[PurePosixPath],
    name: str,
    *,
    path: str,
    line: int,
) -> PurePosixPath:
    named = folder / name.strip().replace("\\", "/")
    if named not in members:
        raise ArticleFormatError(
            f"there is no file {clean_label(name)[:80]!r} beside it; correct or remove the row",
            path=path,
            line=line,
        )
    return named
