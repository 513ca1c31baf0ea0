"""The map page as a reader uses it, in a real browser: what is seen, clicked and typed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.conftest import PATIENCE_MS

expect.set_options(timeout=PATIENCE_MS)
AGAIN_MS = 50
# No script of the page runs on the server, nothing of it waits to be redrawn, the map stands still.
AT_REST = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  if (!app || app.dataset.testScriptState !== "notRunning") return false;
  if (document.querySelector("[data-stale=true]")) return false;
  const frame = document.querySelector(".st-key-map iframe");
  if (!frame) return true;
  const { Dateline, datelineDrawn } = frame.contentWindow;
  return Boolean(datelineDrawn) && Dateline.isAtRest();
}"""
# Asked of whatever map the page has just then, by a clock: a page that draws no frame asks nobody.
IN_MAP = """({ condition, given }) => {
  const frame = document.querySelector(".st-key-map iframe");
  return frame && frame.contentWindow.eval(`(${condition})`)(given);
}"""
# Resolves once the browser has drawn what it was told and has nothing left to do.
IDLE = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => requestIdleCallback(done, { timeout: 1000 }))))"""


@dataclass
class MapPage:
    """One open page; every action waits until the page shows its effect."""

    page: Page
    address: str

    def open(self, query: str = "") -> "MapPage":
        """Goes to the map and waits until it is drawn."""
        self.page.goto(f"{self.address}/{query}")
        return self._drawn()

    def reload(self) -> "MapPage":
        """Loads the page again, now with everything in the browser's cache."""
        self.page.reload()
        return self._drawn()

    def come_back(self) -> "MapPage":
        """From another page, by a link that was followed just now."""
        return self._drawn()

    def _drawn(self) -> "MapPage":
        self._wait("() => window.datelineDrawn")
        self._wait("() => window.datelineGround")
        self.settle()
        return self

    @property
    def frame(self) -> Frame:
        """The document that holds the map."""
        element = self.page.wait_for_selector(".st-key-map iframe")
        frame = element.content_frame() if element else None
        assert frame
        return frame

    def _wait(self, condition: str, argument: object = None) -> None:
        asked = {"condition": condition, "given": argument}
        self.page.wait_for_function(IN_MAP, arg=asked, polling=AGAIN_MS)

    def markers(self) -> dict[str, dict]:
        """Every marker by the name of its place."""
        return {one["name"]: one for one in self.frame.evaluate("() => Dateline.markers()")}

    def outside_view(self) -> list[str]:
        """The names of the markers that the map's frame cuts off."""
        return list(
            self.frame.evaluate(
                """() => Dateline.markers()
                  .filter(({ x, y }) => x < 0 || y < 0 || x > innerWidth || y > innerHeight)
                  .map(({ name }) => name)"""
            )
        )

    def is_sharp(self) -> bool:
        """Whether the signs are drawn on whole pixels."""
        return bool(
            self.frame.evaluate(
                """() => [...document.querySelectorAll(".leaflet-overlay-pane canvas")]
                  .every(({ style }) => !style.transform.includes("."))"""
            )
        )

    def position(self) -> str:
        """Centre and zoom of the map."""
        return str(self.frame.evaluate("() => Dateline.position()"))

    @contextmanager
    def step(self) -> Iterator[None]:
        """What is done within leads to another address, so that the map is drawn anew."""
        before = self.frame.evaluate("() => window.datelineDrawn")
        yield
        self._wait("(before) => window.datelineDrawn > before", before)
        self.settle()

    def settle(self) -> None:
        """Waits until no part of the page is being redrawn or on its way to somewhere."""
        self.page.wait_for_function(AT_REST, polling=AGAIN_MS)
        self.page.evaluate(IDLE)
        self.page.wait_for_function(AT_REST, polling=AGAIN_MS)

    def becomes(self, read: Callable[[], object], wanted: object) -> None:
        """Waits until what is read is as wanted."""
        until = time.monotonic() + PATIENCE_MS / 1000
        while (found := read()) != wanted and time.monotonic() < until:
            self.page.wait_for_timeout(AGAIN_MS)
        assert found == wanted

    def has_query(self, **wanted: list[str]) -> None:
        """Waits until the address says this of these names; of one it does not hold, nothing."""
        self.becomes(lambda: {name: self.query().get(name, []) for name in wanted}, wanted)

    def point_at(self, x: float, y: float) -> None:
        """Moves the mouse to a pixel of the map's frame.

        Leaflet overlooks a move that follows another within some 32 ms.
        """
        box = self.page.locator(".st-key-map iframe").bounding_box()
        assert box
        self._wait("() => !Dateline.map.datelineRenderer._mouseHoverThrottled")
        self.page.mouse.move(box["x"] + x, box["y"] + y)

    def click_marker(self, name: str) -> None:
        """Clicks a place on the map, at its own pixel, with the mouse."""
        marker = self.markers()[name]
        box = self.page.locator(".st-key-map iframe").bounding_box()
        assert box
        with self.step():
            self.page.mouse.click(box["x"] + marker["x"], box["y"] + marker["y"])
        assert self.markers()[name]["sign"]["chosen"]

    def has_only(self, *names: str) -> None:
        """Waits until exactly these places are on the map."""
        self._wait(
            "(names) => Dateline.markers().map((one) => one.name).sort().join('|') === names",
            "|".join(sorted(names)),
        )

    def zoom(self, way: str) -> None:
        """Presses the map's own button, "in" or "out"."""
        before = self.position()
        self.frame.click(f".leaflet-control-zoom-{way}")
        self.moves_from(before)
        self.has_query(at=[self.position()])

    def moves_from(self, position: str) -> None:
        """Waits until the map has come to rest elsewhere."""
        self._wait("(before) => Dateline.position() !== before", position)
        self.settle()

    def search(self, words: str) -> None:
        """Filters by words in the passage."""
        self.words_field.fill(words)
        with self.step():
            self.words_field.press("Enter")

    def choose_source(self, name: str) -> None:
        """Filters by a source."""
        self.page.locator(".st-key-filter-sources input").click()
        with self.step():
            self.page.get_by_role("option", name=name).click()
        self.page.keyboard.press("Escape")
        self.settle()

    def choose_day(self, label: str, day: str) -> None:
        """Sets one end of the date range, as YYYY-MM-DD."""
        self.page.get_by_role("spinbutton", name=f"year, {label}").click()
        self.page.keyboard.type(day.replace("-", ""))
        with self.step():
            self.page.keyboard.press("Escape")

    @property
    def words_field(self) -> Locator:
        """The field for words in the passage."""
        return self.page.get_by_role("textbox", name="Words in the passage")

    @property
    def reading(self) -> Locator:
        """The pane of passages, or of the whole article."""
        return self.page.locator(".st-key-reading")

    @property
    def marks(self) -> Locator:
        """The mentions that belong to the chosen place."""
        return self.reading.locator("mark[aria-pressed=true]")

    def query(self) -> dict[str, list[str]]:
        """What the page's address says."""
        return parse_qs(urlsplit(self.page.evaluate("() => location.href")).query)
