"""Every view of the dashboard, one after another, as a reader comes to it.

What each is looked at for is in the tests that walk here.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage

MOSCOW = "524901"
# By address: what stands in one is how a reader comes to it from a link.
QUERIES = {
    "the map at rest": "",
    "search results": "?find=Daesong",
    "a search that found nothing": "?find=zzqqxx",
    "the tab Compare sources": "?tab=compare",
    "the tab Check first": "?tab=check",
    "the tab Not on the map": "?tab=off-map",
    "a link to what has gone, nothing shown": "?corpus=other-1&place=0&words=zzqqxx",
    "a chosen place with its lines": f"?place={MOSCOW}&together=yes",
}
GLIDED_IN = """() => !document.querySelector("[data-testid=stSidebar]")
  .getAnimations({ subtree: true }).length"""
PASTED = """Storm reaches the port of Mombasa

MOMBASA, Kenya. A storm reached Mombasa on Friday and moved on to Nairobi, it was said in Xqvbury.

Ships waited off Mombasa for two days.

Most read
1. Quake shakes Lima
2. Vote in Quito
3. Fire near Bogota
"""


def first_visit(map_page: MapPage) -> Iterator[str]:
    """Looks at what only one who comes for the first time is shown."""
    guide = map_page.open().page.get_by_role("region", name="Guided look")
    yield "the guided look"
    guide.get_by_role("button", name="Go on").click()
    yield "the guided look at the signs"


def map_views(map_page: MapPage) -> Iterator[str]:
    """Goes through the map page."""
    page, reading = map_page.page, map_page.reading
    for name, query in QUERIES.items():
        map_page.open(query)
        yield name
    page.locator(".st-key-together summary").click()
    expect(page.locator(".st-key-together [data-testid=stDataFrame]")).to_be_visible()
    yield "the places named with it"
    with map_page.step():
        reading.get_by_role("button", name="Read the whole article").first.click()
    reading.locator(".why").get_by_role("button", name="Details").click()
    expect(reading.locator(".why tbody tr").first).to_be_visible()
    closed = reading.locator("details.aside:not([open]) summary")
    while closed.count():
        closed.first.press("Enter")
    map_page.settle()
    yield "an article with a mention explained"
    page.locator(".timeline summary").click()
    expect(page.locator(".timeline tbody tr").first).to_be_visible()
    yield "the bars as a table"
    with _opened(map_page, "Share") as body:
        expect(body.locator(".share")).to_be_visible()
        yield "the link to the view"
    with _opened(map_page, "Export") as body:
        expect(body.get_by_role("button", name="GeoJSON")).to_be_visible()
        yield "the exports"
    map_page.frame.click(".dateline-ask")
    yield "the keys for the map"


@contextmanager
def _opened(map_page: MapPage, name: str) -> Iterator[Locator]:
    """A popover of the headline row, closed again."""
    map_page.page.get_by_role("button", name=name, exact=True).click()
    body = map_page.page.locator("[data-testid=stPopoverBody]")
    expect(body).to_be_visible()
    map_page.settle()
    yield body
    map_page.page.keyboard.press("Escape")
    expect(body).to_have_count(0)


def phone_views(map_page: MapPage) -> Iterator[str]:
    """Goes through what a narrow screen has of its own."""
    map_page.open(f"?place={MOSCOW}")
    with map_page.step():
        map_page.reading.get_by_role("button", name="Read the whole article").first.click()
    yield "an article on a phone"
    map_page.open()
    yield "the map on a phone"
    map_page.page.get_by_test_id("stExpandSidebarButton").click()
    expect(map_page.words_field).to_be_in_viewport()
    map_page.page.wait_for_function(GLIDED_IN)
    yield "the filters on a phone"


def other_pages(map_page: MapPage) -> Iterator[str]:
    """Goes through About and through adding an article, to where it stands among one's own."""
    page = map_page.open().page
    page.get_by_role("link", name="About").click()
    expect(page.get_by_role("heading", name="About this map")).to_be_visible()
    map_page.settle()
    yield "About"
    page.get_by_role("link", name="Add articles").click()
    for way in ("Upload files", "From the web", "Paste a text"):
        page.get_by_role("tab", name=way).click()
        expect(page.get_by_role("tab", name=way)).to_have_attribute("aria-selected", "true")
        map_page.settle()
        yield f"Add articles: {way}"
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_role("alert")).to_contain_text("There was nothing to read")
    map_page.settle()
    yield "Add articles: nothing to read"
    page.get_by_label("The article as plain text").fill(PASTED)
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_role("heading", name="Look it over")).to_be_visible()
    map_page.settle()
    yield "the preview of a pasted text"
    page.get_by_role("button", name="Add 1 article to the map").click()
    expect(page.get_by_text("1 article added to your map.")).to_be_visible()
    map_page.settle()
    yield "one's own articles"
