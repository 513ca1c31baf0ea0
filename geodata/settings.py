"""What a user can set, such as where the corpus is: environment, then secrets, then defaults.

What is named there is opened elsewhere.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from geodata.errors import GeodataError

SECRETS = Path(".streamlit", "secrets.toml")
"""Where Streamlit keeps secrets, from the folder it is started in."""

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.

    Attributes:
        corpus: A path, or the URL of a database.
        gazetteer: The file that `build-gazetteer` writes.
        tiles: A tile URL template; empty for the built-in outlines alone.
        may_fetch: Whether the machine asks web addresses that a visitor names.
        recogniser: What finds names in a text, such as "spacy:MODEL"; empty for ours.
    """

    corpus: str
    gazetteer: Path
    tiles: str
    may_fetch: bool = True
    recogniser: str = ""


def load_settings(environ: Mapping[str, str], secrets: Path | None) -> Settings:
    """The settings in force: each from the environment, else the secrets file, else its default.

    Args:
        environ: The environment's variables; an empty one counts as not set, but for the tiles.
        secrets: A TOML file with the same keys; None or absent for no secrets.

    Raises:
        GeodataError: The secrets file cannot be read, a value in it is no text, or DATELINE_FETCH
            is neither "none" nor left out.
    """
    kept = _secrets(secrets)
    folder = default_folder(_PACKAGE)

    def setting(key: str, default: str) -> str:
        return environ.get(key, "").strip() or kept.get(key, "").strip() or default

    tiles = environ.get("DATELINE_TILES", kept.get("DATELINE_TILES", "")).strip()
    gazetteer = setting("DATELINE_GAZETTEER", str(folder / "gazetteer.bin"))
    fetch = setting("DATELINE_FETCH", "")
    if fetch.casefold() not in {"", "none"}:
        raise GeodataError(
            f"DATELINE_FETCH is {fetch[:40]!r}: write none to fetch nothing, or leave it out"
        )
    return Settings(
        corpus=setting("DATELINE_CORPUS", str(folder / "corpus.sqlite")),
        gazetteer=Path(gazetteer).expanduser(),
        tiles="" if tiles.casefold() == "none" else tiles,
        may_fetch=not fetch,
        recogniser=setting("DATELINE_RECOGNISER", ""),
    )


def default_folder(package: Path) -> Path:
    """`.dateline/` in the checkout that the package runs from, else the user's own data folder."""
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout / ".dateline"
    return user_data_path("dateline")


def _secrets(path: Path | None) -> dict[str, str]:
    if path is None or not path.is_file():
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GeodataError(f"{path} cannot be read ({error}): mend it or remove it") from error
    ours = {key: value for key, value in found.items() if key.startswith("DATELINE_")}
    for key, value in ours.items():
        if not isinstance(value, str):
            raise GeodataError(f'{path}: {key} is no text: write {key} = "..."')
    return ours
