"""What an online geocoder has answered, kept in a file of JSON lines so that it is asked once.

Who asks, and how often, is in `second_opinion`.
"""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TypedDict

from geodata.coordinates import Coordinates
from geodata.model import Place
from geodata.names import NormalisedName


class _Line(TypedDict):
    """One line of the file."""

    name: str
    place: "_Place | None"


class _Place(TypedDict):
    id: str
    name: str
    coordinates: dict[str, float]
    feature_class: str
    feature_code: str
    uncertainty_km: float | None


class Answers:
    """Answers by name: a place, or that there is none.

    A file that cannot be read or written is done without.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._places: dict[NormalisedName, Place | None] = _read(path) if path else {}

    def __contains__(self, name: NormalisedName) -> bool:
        return name in self._places

    def get(self, name: NormalisedName) -> Place | None:
        """The answer for a name; None both for no place and for no answer."""
        return self._places.get(name)

    def keep(self, name: NormalisedName, place: Place | None) -> None:
        """Keep an answer, in one line at the end of the file."""
        self._places[name] = place
        if self._path:
            line = json.dumps({"name": name, "place": place and asdict(place)}, ensure_ascii=False)
            with suppress(OSError), self._path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")


def _read(path: Path) -> dict[NormalisedName, Place | None]:
    """Every answer in the file, passing over what is damaged; the last one for a name counts."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    answers: dict[NormalisedName, Place | None] = {}
    for line in lines:
        with suppress(KeyError, TypeError, ValueError):
            kept: _Line = json.loads(line)
            answers[NormalisedName(kept["name"])] = _place(kept["place"])
    return answers


def _place(kept: _Place | None) -> Place | None:
    if kept is None:
        return None
    uncertainty_km = kept["uncertainty_km"]
    return Place(
        id=str(kept["id"]),
        name=str(kept["name"]),
        coordinates=Coordinates(**kept["coordinates"]),
        feature_class=str(kept["feature_class"]),
        feature_code=str(kept["feature_code"]),
        uncertainty_km=None if uncertainty_km is None else float(uncertainty_km),
    )
