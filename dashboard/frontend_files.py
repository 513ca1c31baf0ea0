"""The styles, scripts and markup of our own components, as text; they lie in frontend/."""

from pathlib import Path

FRONTEND_FOLDER = Path(__file__).parent / "frontend"


def frontend(*names: str) -> str:
    """The content of these files, one after the other: several scripts are one module."""
    return "\n".join((FRONTEND_FOLDER / name).read_text(encoding="utf-8") for name in names)
