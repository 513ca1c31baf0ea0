"""The pictures in the docs: the dashboard in headless Chromium, on the samples and on the tour's.

`make pictures` writes them anew; which there are is in `docs.tour_pictures`. How the dashboard is
served and the map page is read is told in `tests/browser`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, sync_playwright

from docs.tour_corpus import write_articles
from docs.tour_pictures import PICTURES, Articles, Picture
from tests.browser.conftest import NAMES, QUIET, environment, serve
from tests.browser.map_page import MapPage

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
COLOURS = 160
# A screen on which a part of the page is seen whole, and the margin that it keeps.
TALL, MARGIN = 2200, 12


def take(picture: Picture, address: str, browser: Browser) -> bytes:
    """The picture as a PNG, once the page stands still."""
    height = TALL if picture.part else picture.height
    context = browser.new_context(
        viewport={"width": picture.width, "height": height},
        color_scheme=picture.scheme,
        locale="en-GB",
        reduced_motion="reduce",
    )
    with closing(context):
        map_page = MapPage(context.new_page(), address).open(picture.query)
        if picture.act:
            picture.act(map_page)
        map_page.page.locator(picture.waits_for).first.wait_for()
        map_page.settle()
        clip = around(map_page, picture) if picture.part else None
        return map_page.page.screenshot(animations="disabled", caret="hide", clip=clip)


def around(map_page: MapPage, picture: Picture) -> FloatRect:
    """Where the part lies on the page, with a margin, and no taller than the picture may be."""
    box = map_page.page.locator(picture.part).first.bounding_box()
    if box is None:
        sys.exit(f"{picture.name}: there is no {picture.part} to be seen")
    left, top = max(box["x"] - MARGIN, 0), max(box["y"] - MARGIN, 0)
    return {
        "x": left,
        "y": top,
        "width": min(box["width"] + 2 * MARGIN, picture.width - left),
        "height": min(box["height"] + 2 * MARGIN, picture.height),
    }


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


def corpus_of(articles: Articles, folder: Path) -> Path:
    """The corpus to serve; the samples are shown where there is none."""
    corpus = folder / f"{articles}.sqlite"
    if articles == Articles.TOUR:
        lines = folder / "tour.jsonl"
        write_articles(lines)
        command = [sys.executable, "-m", "geodata", "ingest", str(lines)]
        subprocess.run(command, cwd=ROOT, env=environment(ROOT, corpus), check=True)
    return corpus


@contextmanager
def served(articles: Articles, folder: Path) -> Iterator[str]:
    """A dashboard of these articles, at the address given."""
    yield from serve(ROOT, corpus_of(articles, folder), folder / f"{articles}.txt")


def main(wanted: list[str]) -> None:
    """Takes every picture, or those that are named."""
    FOLDER.mkdir(exist_ok=True)
    pictures = [picture for picture in PICTURES if not wanted or picture.name in wanted]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        for articles in dict.fromkeys(picture.articles for picture in pictures):
            with served(articles, Path(name)) as address:
                for picture in pictures:
                    if picture.articles == articles:
                        path = FOLDER / f"{picture.name}.png"
                        path.write_bytes(smaller(take(picture, address, browser)))
                        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
