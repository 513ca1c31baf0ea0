"""The map page as a reader uses it, in a real browser: what is seen, clicked and typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Frame, Locator, Page, expect

PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)


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

    def _drawn(self) -> "MapPage":
        self.page.wait_for_selector(".st-key-map iframe", timeout=PATIENCE_MS)
        self._wait("() => window.datelineDrawn && window.datelineGround")
        self.settle()
        return self

    @property
    def frame(self) -> Frame:
        """The document that holds the map."""
        element = self.page.wait_for_selector(".st-key-map iframe", timeout=PATIENCE_MS)
        frame = element.content_frame() if element else None
        assert frame
        return frame

    def _wait(self, condition: str, argument: object = None) -> None:
        self.frame.wait_for_function(condition, arg=argument, timeout=PATIENCE_MS)

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
        """Waits until no part of the page is being redrawn."""
        expect(self.page.locator("[data-testid=stStatusWidget]")).to_have_count(
            0, timeout=PATIENCE_MS
        )
        expect(self.page.locator("[data-stale=true]")).to_have_count(0, timeout=PATIENCE_MS)
        self.page.wait_for_timeout(150)

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
        self._wait("(before) => Dateline.position() !== before", before)
        self._wait("() => parent.location.search.includes(`at=${Dateline.position()}`)")
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
