"""What the dashboard opens to find places: the settings, the gazetteer, the geoparser; kept.

The articles that it shows are in `dashboard.data`.
"""

import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import streamlit as st

from geodata.errors import GazetteerError
from geodata.geoparse import Geoparser, make_geoparser
from geodata.places.gazetteer import Gazetteer
from geodata.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
_LOGGER = logging.getLogger(__name__)

Progress = Callable[[str, float], None]
"""Told what is being built, should the gazetteer be missing, and how much of it, 0 to 1."""


def settings() -> Settings:
    """Where the corpus and the gazetteer lie, and whether there are tiles."""
    return load_settings(os.environ, ROOT / ".streamlit" / "secrets.toml")


def gazetteer(progress: Progress) -> Gazetteer:
    """The gazetteer, built first where it is missing."""
    return _opened(progress)


def gazetteer_version() -> str:
    """Which gazetteer there is now; empty where none has been built, or it cannot be read."""
    path = settings().gazetteer
    with suppress(GazetteerError):
        return _gazetteer(path, path.stat().st_mtime_ns).version if path.is_file() else ""
    return ""


def unseen(step: str, share: float) -> None:
    """Progress that nobody watches."""
    _LOGGER.info("building the gazetteer: %s (%.0f %%)", step, 100 * share)


def geoparser(progress: Progress = unseen) -> Geoparser:
    """The geoparser, its gazetteer built first where it is missing."""
    return _geoparser(_opened(progress))


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Gazetteer: id})
def _geoparser(gazetteer: Gazetteer) -> Geoparser:
    return make_geoparser(gazetteer, recogniser=settings().recogniser)


def _opened(progress: Progress) -> Gazetteer:
    path = settings().gazetteer
    if not path.is_file():
        progress("waiting for the visit that builds it", 0.0)
        from geodata.places.build import build_gazetteer  # Only where there is none.

        with _building():
            if not path.is_file():
                build_gazetteer(path, progress=progress)
    return _gazetteer(path, path.stat().st_mtime_ns)


@st.cache_resource(show_spinner=False)
def _building() -> threading.Lock:
    """Held by the visit that builds the gazetteer; the others wait for it."""
    return threading.Lock()


@st.cache_resource(show_spinner=False, max_entries=1)
def _gazetteer(path: Path, written_at_ns: int) -> Gazetteer:
    del written_at_ns  # Part of the key: a gazetteer that is built anew is opened anew.
    return Gazetteer.open(path)
