"""A table of the page as a reader uses it: read by its cells, chosen from by mouse or keyboard."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage

HEADER_PX, ROW_PX = 35, 35
# Whether the grid has its cursor in this row.
AT_ROW = """(row) => document.activeElement.matches(`canvas [role=gridcell][id$="-${row}"]`)"""
CELLS = """(rows) => rows.map(
  (row) => [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.textContent))"""


@dataclass
class Table:
    """A table drawn on a canvas; its cells are read as a screen reader does."""

    map_page: MapPage
    key: str

    @property
    def element(self) -> Locator:
        return self.map_page.page.locator(f".st-key-{self.key} [data-testid=stDataFrame]")

    def has(self, words: str) -> None:
        """Waits until a cell in view says exactly this."""
        cell = self.element.locator("canvas [role=gridcell]").filter(
            has_text=re.compile(f"^{re.escape(words)}$")
        )
        expect(cell.first).to_be_attached()
        self.map_page.settle()

    def rows(self) -> list[list[str]]:
        """The rows in view, cell by cell; there must be one."""
        rows = self.element.locator("canvas [role=row]:has([role=gridcell])")
        expect(rows.first).to_be_attached()
        self.map_page.settle()
        return list(rows.evaluate_all(CELLS))

    def row_of(self, words: str) -> int:
        """The number of the first row with a cell that says this, once there is one."""
        self.has(words)
        return next(number for number, cells in enumerate(self.rows()) if words in cells)

    def choose(self, row: int) -> None:
        """Ticks a row with the mouse."""
        expect(self.element.locator("canvas [role=gridcell]").first).to_be_attached()
        with self.map_page.step():
            self._click(17, HEADER_PX + (row + 0.5) * ROW_PX)

    def choose_with_keyboard(self, row: int) -> None:
        """Comes to the table with Tab, then takes arrow keys and Shift + Space alone."""
        page = self.map_page.page
        before = page.evaluate("() => location.search")
        self.element.locator("[data-testid=stElementToolbar] button").last.focus()
        page.keyboard.press("Tab")
        for at in range(row + 1):
            self.at_row(at)
            if at < row:
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Shift+Space")
        page.wait_for_function("(before) => location.search !== before", arg=before)
        self.map_page.settle()

    def at_row(self, row: int) -> None:
        """Waits until the grid's cursor is in this row, and ready for the next key."""
        self.map_page.page.wait_for_function(AT_ROW, arg=row)
        # The grid loses keys that come faster than a reader's, and nothing shows when it is ready.
        self.map_page.page.wait_for_timeout(500)

    def sort_by_first_column(self) -> None:
        self._click(90, HEADER_PX / 2)
        self.map_page.settle()

    def _click(self, x: float, y: float) -> None:
        """Clicks a pixel of the table, once it stands still."""
        self.map_page.settle()
        self.element.click(position={"x": x, "y": y})
