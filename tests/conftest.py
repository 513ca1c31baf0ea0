"""Fixtures every level of tests shares."""

from pathlib import Path

import pytest
from hypothesis import settings

from geodata.errors import GazetteerError
from geodata.places.build import build_gazetteer
from geodata.places.fingerprint import is_up_to_date
from geodata.places.gazetteer import Gazetteer

# How long one example takes says something about the machine, not about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and corpora beside the project; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real articles and corpora (../shared) is not here")
    return folder


@pytest.fixture(scope="session")
def gazetteer(root: Path) -> Gazetteer:
    """The real, full gazetteer; built where the program looks for it when missing or out of date.

    Building takes some 20 seconds, once; later test runs only open the file.
    """
    path = root / ".dateline" / "gazetteer.bin"
    try:
        current = is_up_to_date(path)
    except GazetteerError:
        current = False
    if not current:
        build_gazetteer(path)
    return Gazetteer.open(path)
