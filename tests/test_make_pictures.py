"""The pictures in the docs are there, as large as they are taken, and small enough to be kept."""

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from PIL import Image

from docs.make_pictures import FOLDER, PICTURES, ROOT, Picture, smaller

MOST_BYTES = 250_000


def shown() -> set[Path]:
    """Every picture that some page of the docs shows."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    return {
        (page.parent / name).resolve()
        for page in pages
        for name in re.findall(r'(?:src|srcset)="([^"]+)"', page.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_kept_small_and_whole(picture: Picture) -> None:
    path = FOLDER / f"{picture.name}.png"
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as image:
        assert (image.format, image.size) == ("PNG", (picture.width, picture.height))
        assert len(image.getcolors() or ()) > 50, "nothing is drawn on it"


def test_the_docs_show_the_pictures_that_the_script_takes() -> None:
    assert shown() == {FOLDER / f"{picture.name}.png" for picture in PICTURES}
    assert {FOLDER / f"{picture.name}.png" for picture in PICTURES} == set(FOLDER.iterdir())


def test_fewer_colours_leave_the_size_alone(tmp_path: Path) -> None:
    colours = Image.effect_noise((200, 100), 90).convert("RGB")
    colours.save(tmp_path / "many.png")
    (tmp_path / "few.png").write_bytes(smaller((tmp_path / "many.png").read_bytes()))
    with Image.open(tmp_path / "few.png") as image:
        assert image.size == (200, 100)
        assert image.mode == "P"
