"""The pictures in the docs: the dashboard in headless Chromium, on the samples and on the tour's.

`make pictures` writes them anew. How the dashboard is served and the map page is read is told in
`tests/browser`; the articles that the tour needs many of are made up in `docs.tour_corpus`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, FloatRect, sync_playwright

from docs.tour_corpus import url_of, write_articles
from geodata.articles.identity import article_id
from tests.browser.conftest import NAMES, QUIET, environment, serve
from tests.browser.map_page import MapPage

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
COLOURS = 160
# A screen on which a part of the page is seen whole, and the margin that it keeps.
TALL, MARGIN = 2200, 12
HWASONG = "?place=dateline:kp-hwasong"
VIENNA = "?place=2761369"
READING, TABLES, POPOVER = (
    ".st-key-reading",
    ".st-key-tables-tabs",
    "[data-testid=stPopoverBody]",
)
PASTED = """Rain delays the ferry to Zanzibar

DAR ES SALAAM, Tanzania. The ferry from Dar es Salaam to Zanzibar left six hours late on Friday.

Passengers waited in the old customs hall. A second ship is expected from Mombasa.

Most read
1. Chess in Nairobi
2. A new bridge for Kampala
"""


class Articles(StrEnum):
    """What the dashboard shows on a picture."""

    SAMPLES = "samples"
    TOUR = "tour"


@dataclass(frozen=True, slots=True)
class Picture:
    """One view of the dashboard.

    Attributes:
        width, height: Of the screen, in pixels; a picture of a part is no larger.
        query: The view, as the page's address has it.
        part: The part of the page that is taken; empty for what the screen shows.
        act: What a reader does first.
        waits_for: What must be seen before the picture is taken.
    """

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    articles: Articles = Articles.SAMPLES
    query: str = HWASONG
    part: str = ""
    act: Callable[[MapPage], None] | None = None
    waits_for: str = ".st-key-map iframe"


def read(name: str, beside: str = "") -> str:
    """The query that opens an article of the tour, and another beside it."""
    other = f"&beside={article_id(url=url_of(beside))}" if beside else ""
    return f"?article={article_id(url=url_of(name))}{other}"


def explain(map_page: MapPage) -> None:
    """Asks why the first mention of Hwasong in an article stands where it does."""
    with map_page.step():
        map_page.reading.locator("mark", has_text="Hwasong").first.click()


def unfold(map_page: MapPage) -> None:
    """Opens every fold of the article that is being read."""
    for fold in map_page.reading.locator("details:not([open]) > summary").all():
        fold.click()


def open_menu(name: str) -> Callable[[MapPage], None]:
    """Opens a menu of the headline row."""
    return lambda map_page: map_page.page.get_by_role("button", name=name, exact=True).click()


def paste(map_page: MapPage) -> None:
    """Goes to look over an article that was pasted."""
    page = map_page.page
    page.get_by_role("link", name="Add articles").click()
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("The article as plain text").fill(PASTED)
    page.get_by_role("button", name="Read the text").click()
    page.get_by_role("heading", name="Look it over").wait_for()


def go_on(map_page: MapPage) -> None:
    """Turns to the second step of the guided look."""
    map_page.page.get_by_role("button", name="Go on").click()
    map_page.page.mouse.move(0, 0)


PICTURES = (
    Picture("map-light", 1280, 800, waits_for=".reading mark[aria-pressed=true]"),
    Picture("map-dark", 1280, 800, "dark", waits_for=".reading mark[aria-pressed=true]"),
    Picture("map-phone", 390, 844, waits_for=".st-key-reading mark"),
    Picture("guide", 1280, 800, query="", act=go_on, waits_for=".dl-guide .dl-sign.actor"),
    Picture(
        "article",
        1280,
        800,
        query="?article=sample-5-inspection-kursk",
        waits_for=".reading mark",
    ),
    Picture(
        "timeline",
        1280,
        800,
        articles=Articles.TOUR,
        query="?from=2025-05-01&to=2025-05-31&by=month",
        part=".st-key-timeline",
    ),
    Picture("compare", 1280, 460, articles=Articles.TOUR, query="?tab=compare", part=TABLES),
    Picture(
        "together",
        1280,
        800,
        articles=Articles.TOUR,
        query=f"{VIENNA}&together=yes&at=47.500,14.500,6",
    ),
    Picture("search", 1280, 620, query="?find=Daesong", part=READING),
    Picture("share", 1280, 800, act=open_menu("Share"), part=POPOVER),
    Picture("export", 1280, 800, act=open_menu("Export"), part=POPOVER),
    Picture("add", 1280, 800, query="", act=paste, waits_for="main"),
    Picture(
        "independent",
        1280,
        800,
        articles=Articles.TOUR,
        query=read("wire-1-2", "wire-1-1"),
        part=READING,
    ),
    Picture(
        "why",
        1280,
        800,
        query="?article=sample-1-groundbreaking-viewusglobal",
        act=explain,
        part=READING,
        waits_for=".why",
    ),
    Picture("off-map", 1280, 560, articles=Articles.TOUR, query="?tab=off-map", part=TABLES),
    Picture(
        "furniture",
        1280,
        800,
        articles=Articles.TOUR,
        query=read("tour-1-0"),
        act=unfold,
        part=READING,
        waits_for=".reading .stretch",
    ),
    Picture("areas", 1280, 800, query="?at=51.500,36.000,5", part=".st-key-map"),
    Picture("rings", 1280, 800, query="?at=39.040,125.800,11", part=".st-key-map"),
    Picture("check", 1280, 460, articles=Articles.TOUR, query="?tab=check", part=TABLES),
)


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
