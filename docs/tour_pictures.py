"""Which pictures the docs have: what each shows, and what a reader does first.

They are taken by `docs.make_pictures`, and shown in README.md and in docs/tour.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from docs.tour_corpus import url_of
from geodata.articles.identity import article_id
from tests.browser.map_page import MapPage

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
