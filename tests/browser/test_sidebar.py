"""The sidebar with a keyboard, and on a phone, where it lies over the page."""

from collections.abc import Callable

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Page, expect

from tests.browser.map_page import MapPage

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
BESIDE_IT = (350, 760)


@pytest.fixture
def page(samples, new_page) -> Page:
    """The map page on a phone."""
    opened: Page = MapPage(new_page(**PHONE), samples.address).open().page
    return opened


def expand(page: Page) -> None:
    """Opens the sidebar with a tap; the focus must go into it."""
    page.get_by_role("button", name="Expand sidebar").tap()
    expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()


def is_left(page: Page) -> None:
    """Waits until it is out of sight, and nothing in it can be reached."""
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    expect(page.get_by_role("textbox", name="Words in the passage")).to_be_hidden()


def test_the_focus_goes_into_the_sidebar_and_back(page) -> None:
    button = page.get_by_role("button", name="Expand sidebar")
    for leaves in ("Enter", "Escape"):
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Collapse sidebar")).to_be_focused()
        page.keyboard.press(leaves)
        expect(button).to_be_focused()
        is_left(page)


def test_what_is_open_in_the_sidebar_takes_escape_first(page) -> None:
    expand(page)
    page.get_by_role("combobox", name="Source").click()
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(page.get_by_role("combobox", name="Source")).to_be_focused()
    page.keyboard.press("Escape")
    is_left(page)


def tap_beside_it(page: Page) -> None:
    page.touchscreen.tap(*BESIDE_IT)


def tap_the_map(page: Page) -> None:
    box = page.locator(".st-key-map iframe").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)


def walk_past_its_end(page: Page) -> None:
    page.get_by_role("combobox", name="Kind of place").focus()
    page.keyboard.press("Tab")


def go_to_another_page(page: Page) -> None:
    page.get_by_role("link", name="About").tap()
    expect(page.get_by_role("heading", name="About this map")).to_be_visible()
    expect(page.get_by_role("button", name="Expand sidebar")).to_be_focused()


@pytest.mark.parametrize(
    "leave", [tap_beside_it, tap_the_map, walk_past_its_end, go_to_another_page]
)
def test_whoever_turns_to_anything_else_leaves_the_sidebar(
    page, leave: Callable[[Page], None]
) -> None:
    expand(page)
    leave(page)
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")


def test_a_button_that_its_own_press_switches_off_hands_the_focus_on(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open("?words=museum")
    reset = map_page.page.get_by_role("button", name="Reset filters").first
    reset.focus()
    map_page.page.keyboard.press("Enter")
    expect(reset).to_be_disabled()
    expect(map_page.page.get_by_test_id("stSidebar").locator(":focus")).to_be_visible()
