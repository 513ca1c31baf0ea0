"""Leaflet, put where Streamlit serves it. It is copied at start-up: its code is not ours to keep.

The outlines and our own scripts lie in the same folder and need no preparing.
"""

import os
import shutil
import tempfile
from pathlib import Path

from xstatic.pkg import leaflet

STATIC_FOLDER = Path(__file__).parent / "static"
_NEEDED = ("leaflet.js", "leaflet.css")


def prepare_leaflet(static: Path = STATIC_FOLDER) -> Path:
    """Puts Leaflet's script and style into `static/leaflet/` and returns that folder.

    Each file appears whole or not at all, however many processes start at once.
    """
    packaged, target = Path(leaflet.BASE_DIR), static / "leaflet"
    target.mkdir(parents=True, exist_ok=True)
    for name in _NEEDED:
        if not _is_same(packaged / name, target / name):
            _copy_whole(packaged / name, target / name)
    return target


def _is_same(packaged: Path, copied: Path) -> bool:
    return copied.is_file() and copied.read_bytes() == packaged.read_bytes()


def _copy_whole(packaged: Path, target: Path) -> None:
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    os.close(handle)
    try:
        shutil.copyfile(packaged, draft)
        Path(draft).chmod(0o644)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
