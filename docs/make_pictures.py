"""The pictures in the docs: the dashboard on the sample corpus, taken in headless Chromium.

`make pictures` writes them anew. How the dashboard is served and the map page is read is told in
`tests/browser`.
"""

import os
import shutil
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import NAMES, QUIET, serve
from tests.browser.map_page import MapPage

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
HWASONG = "?place=dateline:kp-hwasong"
COLOURS = 256


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of the map page; width and height in pixels of the screen."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    query: str = HWASONG


PICTURES = (
    Picture("map-light", 1280, 800, "light"),
    Picture("map-dark", 1280, 800, "dark"),
    Picture("map-phone", 390, 844, "light"),
)


def take(picture: Picture, address: str, browser: Browser) -> bytes:
    """The picture as a PNG, once the map and the passages stand still."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        locale="en-GB",
        reduced_motion="reduce",
    )
    with closing(context):
        map_page = MapPage(context.new_page(), address).open(picture.query)
        map_page.marks.first.wait_for()
        map_page.settle()
        return map_page.page.screenshot(animations="disabled", caret="hide")


def smaller(png: bytes) -> bytes:
    """The same picture in few enough colours to be kept in the project."""
    out = BytesIO()
    reduced = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()


def find_chromium() -> str:
    """The Chromium that the browser tests would use."""
    named = os.environ.get("DATELINE_CHROMIUM")
    path = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        sys.exit("There is no Chromium: install one, or name it in DATELINE_CHROMIUM.")
    return path


def main() -> None:
    """Takes every picture; the corpus named does not exist, so that the samples are shown."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        served = contextmanager(serve)
        with served(ROOT, Path(name, "none.sqlite"), Path(name, "log.txt")) as address:
            for picture in PICTURES:
                path = FOLDER / f"{picture.name}.png"
                path.write_bytes(smaller(take(picture, address, browser)))
                print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
