"""The map's script and style, each one file, put where Streamlit serves it.

They are made at start-up: Leaflet's code is not ours to keep, and the map's page asks for one file
after the other, so that each costs a way to the server and back.
"""

import os
import tempfile
from pathlib import Path

from xstatic.pkg import leaflet

STATIC_FOLDER = Path(__file__).parent / "static"
# Our own scripts, in the order in which they need each other.
SCRIPTS = (
    "signs",
    "groups",
    "labels",
    "lists",
    "position",
    "ground",
    "together",
    "edge",
    "attention",
    "controls",
    "view",
)
_LEAFLET = Path(leaflet.BASE_DIR)
_SOURCES = {
    "map.js": (_LEAFLET / "leaflet.js", *(STATIC_FOLDER / f"{name}.js" for name in SCRIPTS)),
    "map.css": (_LEAFLET / "leaflet.css", STATIC_FOLDER / "map.css"),
}


def prepare_map_files(static: Path = STATIC_FOLDER) -> Path:
    """Puts `map.js` and `map.css` into `static/built/` and returns that folder.

    Each file appears whole or not at all, however many processes start at once.
    """
    target = static / "built"
    target.mkdir(parents=True, exist_ok=True)
    for name in _SOURCES:
        wanted = joined(name)
        if not _holds(target / name, wanted):
            _write_whole(target / name, wanted)
    return target


def joined(name: str) -> bytes:
    """The content of `map.js` or `map.css`."""
    return b"\n".join(source.read_bytes() for source in _SOURCES[name])


def _holds(file: Path, wanted: bytes) -> bool:
    return file.is_file() and file.read_bytes() == wanted


def _write_whole(target: Path, content: bytes) -> None:
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(draft).chmod(0o644)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
