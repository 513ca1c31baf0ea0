"""The whole way by keyboard alone, from a fresh page to a copied link; the focus is always seen."""

from dataclasses import dataclass

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Page, expect

from tests.browser.map_page import MapPage
from tests.browser.table import Table

KEYS_AT_MOST = 60
# What has the focus: through shadow trees and the map's frame, with its name and its ring. A field
# that is drawn by a box around it, or a choice by the words after it, has the ring there.
FOCUSED = """() => {
  let one = document.activeElement;
  for (;;) {
    if (one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
    else if (one.contentDocument && one.contentDocument.activeElement !== one.contentDocument.body)
      one = one.contentDocument.activeElement;
    else break;
  }
  const hasRing = (box) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  };
  const around = [one, one.nextElementSibling, one.parentElement, one.parentElement?.parentElement];
  const { top, right, bottom, left } = one.getBoundingClientRect();
  const { innerHeight, innerWidth } = one.ownerDocument.defaultView;
  return {
    name: one.getAttribute("aria-label") || one.innerText || one.value || "",
    isGrid: one.localName === "canvas" || Boolean(one.closest("canvas")),
    isSeen: around.some((box) => box && hasRing(box)),
    isInView: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
  };
}"""

IS_SEEN = f"""() => {{
  const {{ isGrid, isSeen, isInView }} = ({FOCUSED})();
  return isGrid || (isSeen && isInView);
}}"""


@dataclass
class Keyboard:
    """A reader without a mouse."""

    page: Page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def focused(self) -> dict:
        """What has the focus, once it is seen to have it, which it must be."""
        self.page.wait_for_function(IS_SEEN)
        return dict(self.page.evaluate(FOCUSED))

    def kept(self) -> None:
        """What was pressed is gone; the focus must have gone on to something else, and be seen."""
        self.page.wait_for_function("() => document.activeElement !== document.body")
        self.focused()

    def tab_to(self, name: str, *, key: str = "Tab") -> None:
        """Walks on until something of this name, or one that begins with it, has the focus."""
        passed = []
        for _ in range(KEYS_AT_MOST):
            self.press(key)
            if self.page.evaluate("() => document.activeElement === document.body"):
                continue  # Past the last one, where the browser's own buttons are.
            here = self.focused()["name"]
            if here.startswith(name):
                return
            passed.append(here[:30])
        pytest.fail(f"{name!r} was not reached in {KEYS_AT_MOST} steps: {passed}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_a_fresh_page_to_a_copied_link_without_a_mouse(samples, new_page, scheme) -> None:
    page = new_page(
        is_first_visit=True, color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"]
    )
    map_page = MapPage(page, samples.address).open()
    keyboard, reading = Keyboard(page), map_page.reading

    # Filters.
    keyboard.tab_to("Words in the passage")
    page.keyboard.type("museum")
    with map_page.step():
        keyboard.press("Enter")
    assert map_page.query()["words"] == ["museum"]
    keyboard.tab_to("Undated articles")
    with map_page.step():
        keyboard.press("Space")
    assert map_page.query()["undated"] == ["no"]
    with map_page.step():
        keyboard.press("Space")

    # Chooses a place on the map.
    keyboard.tab_to("Leave the guided look")
    keyboard.press("Enter")
    keyboard.focused()
    keyboard.tab_to("Map of the places named", key="Shift+Tab")
    keyboard.press("n")
    lit = map_page.frame.evaluate("() => Dateline.lit()")
    with map_page.step():
        keyboard.press("Enter")
    assert map_page.query()["place"] == [lit["id"]]
    expect(reading.locator("h2")).to_be_visible()

    # Opens its article, walks to the next mention, asks why.
    keyboard.tab_to("Read the whole article")
    with map_page.step():
        keyboard.press("Enter")
    expect(reading.locator(".bar")).to_be_visible()
    keyboard.kept()
    keyboard.tab_to("Next name", key="Shift+Tab")
    keyboard.press("n")
    current = reading.locator("mark.current")
    assert keyboard.focused()["name"] == current.get_attribute("aria-label")
    with map_page.step():
        keyboard.press("Enter")
    why = reading.locator(".why")
    expect(why.locator(".why-line")).to_contain_text("Why here?")
    keyboard.tab_to("Details", key="Shift+Tab")
    keyboard.press("Enter")
    expect(why.locator("tbody tr").first).to_be_visible()
    keyboard.focused()

    # Opens another tab.
    keyboard.tab_to("Places")
    keyboard.press("ArrowRight")
    keyboard.focused()
    keyboard.press("Enter")
    map_page.has_query(tab=["compare"])
    map_page.settle()

    # Copies the link, and leaves the popover as it was entered.
    keyboard.tab_to("link\n\nShare", key="Shift+Tab")
    keyboard.press("Enter")
    share = page.locator(".share")
    expect(share.locator(".link")).to_be_focused()
    keyboard.tab_to("Copy link")
    keyboard.press("Enter")
    expect(share.get_by_role("status")).to_have_text("Link copied")
    assert "tab=compare" in page.evaluate("() => navigator.clipboard.readText()")
    keyboard.press("Escape")
    expect(share).to_have_count(0)
    expect(page.get_by_role("button", name="Share", exact=True)).to_be_focused()
    keyboard.focused()

    # Closes all.
    keyboard.tab_to("Close the explanation")
    with map_page.step():
        keyboard.press("Enter")
    assert "mention" not in map_page.query()
    keyboard.tab_to("arrow_back", key="Shift+Tab")
    with map_page.step():
        keyboard.press("Enter")
    keyboard.kept()
    keyboard.tab_to("close", key="Shift+Tab")
    with map_page.step():
        keyboard.press("Enter")
    keyboard.kept()
    assert {"place", "article", "mention"}.isdisjoint(map_page.query())
    keyboard.tab_to("Reset filters")
    with map_page.step():
        keyboard.press("Enter")
    assert "words" not in map_page.query()


def test_a_table_is_left_as_it_says(samples, new_page) -> None:
    page = new_page()
    table = Table(MapPage(page, samples.address).open("?tab=off-map"), "off-map")
    expect(page.get_by_text("Escape, then Tab, leaves it").first).to_be_visible()
    keyboard = Keyboard(page)
    page.get_by_role("tab", name="Not on the map").focus()
    keyboard.tab_to("Fullscreen")
    keyboard.press("Tab")
    table.at_row(0)
    keyboard.press("ArrowDown")
    table.at_row(1)
    keyboard.press("Escape", "Tab", "Tab")
    page.wait_for_function(f"() => !({FOCUSED})().isGrid")
