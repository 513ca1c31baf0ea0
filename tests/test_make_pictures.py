"""The pictures in the docs are there, as large as they are taken, and small enough to be kept."""

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from PIL import Image

from docs.make_pictures import FOLDER, ROOT, smaller
from docs.tour_corpus import articles, url_of
from docs.tour_pictures import PICTURES, Picture

MOST_BYTES = 120_000


def shown() -> set[Path]:
    """Every picture that some page of the docs shows."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    return {
        (page.parent / "".join(name)).resolve()
        for page in pages
        for name in re.findall(
            r'(?:src|srcset)="([^"]+)"|!\[[^\]]+\]\(([^)]+)\)', page.read_text(encoding="utf-8")
        )
    }


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_kept_small_and_whole(picture: Picture) -> None:
    path = FOLDER / f"{picture.name}.png"
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as image:
        assert image.format == "PNG"
        if not picture.part:
            assert image.size == (picture.width, picture.height)
        assert image.width <= picture.width
        assert image.height <= picture.height
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


def test_the_made_up_articles_are_always_the_same_ones_and_some_are_printed_again() -> None:
    made = list(articles())
    assert made == list(articles())
    assert 150 < len(made) < 400
    assert len({one["url"] for one in made}) == len(made)
    assert not [one for one in made if "{" in f"{one['title']}{one['text']}"]
    texts = {one["url"]: str(one["text"]) for one in made}
    whole, shortened = texts[url_of("wire-1-1")], texts[url_of("wire-1-3")]
    assert set(shortened.split("\n\n")) < set(whole.split("\n\n"))
