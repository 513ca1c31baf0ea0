"""The timeline as the filter: brushed, stepped and moved by keys, with the map following."""

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage

DAYS = {"from": ["2025-10-24"], "to": ["2025-10-24"]}
# Faster than any machine may be slow.
QUICKLY = """(handle, keys) => {
  const pressed = (key) => new KeyboardEvent("keydown", { key, bubbles: true });
  for (const key of keys) handle.dispatchEvent(pressed(key));
}"""


@pytest.fixture
def map_page(dashboard, new_page) -> MapPage:
    return MapPage(new_page(), dashboard.address).open()


def timeline(map_page: MapPage) -> Locator:
    strip = map_page.page.locator(".st-key-timeline .timeline")
    expect(strip.locator(".bars span").first).to_be_attached()
    strip.scroll_into_view_if_needed()
    return strip


def asked(map_page: MapPage) -> dict[str, list[str]]:
    return {name: values for name, values in map_page.query().items() if name != "at"}


def middle(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_bars_are_brushed_stepped_through_and_let_go(map_page: MapPage) -> None:
    before = set(map_page.markers())
    strip, mouse = timeline(map_page), map_page.page.mouse
    words = strip.locator(".words")
    expect(words).to_have_text(
        "All dates: 2 dated articles, 23 to 24 Oct 2025; 3 undated shown too."
    )
    first, last = strip.locator(".bars span:not(.none)").all()
    with map_page.step():
        mouse.click(*middle(last))
    assert asked(map_page) == DAYS
    expect(words).to_have_text("24 Oct 2025: 1 of 2 dated articles; 3 undated shown too.")
    expect(strip.locator(".bars span:not(.none):not(.out)")).to_have_count(1)
    with map_page.step():
        strip.get_by_role("button", name="3 undated").click()
    expect(strip.get_by_role("button", name="3 undated")).to_have_attribute("aria-pressed", "false")
    on_the_last = set(map_page.markers())
    assert "Kursk Oblast" in on_the_last
    assert "Hwasong" not in on_the_last
    assert asked(map_page) == DAYS | {"undated": ["no"]}
    with map_page.step():
        strip.get_by_role("button", name="Previous: 23 Oct 2025").click()
    assert asked(map_page)["from"] == asked(map_page)["to"] == ["2025-10-23"]
    assert set(map_page.markers()) != on_the_last
    expect(strip.get_by_role("button", name="Previous")).to_have_attribute("aria-disabled", "true")
    with map_page.step():
        mouse.move(*middle(first))
        mouse.down()
        mouse.move(*middle(last), steps=4)
        expect(strip.locator(".readout")).to_have_text("23 Oct 2025 to 24 Oct 2025")
        mouse.up()
    expect(words).to_contain_text("23 to 24 Oct 2025: 2 of 2 dated articles; 3 undated left out")
    with map_page.step():
        strip.get_by_role("button", name="3 undated").click()
    with map_page.step():
        strip.get_by_role("button", name="All dates").click()
    assert (asked(map_page), set(map_page.markers())) == ({}, before)


def test_the_handles_are_moved_by_keys_and_told_as_days(map_page: MapPage) -> None:
    strip, keyboard = timeline(map_page), map_page.page.keyboard
    start, end = strip.get_by_role("slider").all()
    expect(start).to_have_attribute("aria-label", "First day shown")
    start.focus()
    steps = int(str(start.get_attribute("aria-valuemax")))
    with map_page.step():
        keys = ["ArrowRight"] * (steps + 3) + ["PageDown", "End"] + ["ArrowLeft"] * 4
        start.evaluate(QUICKLY, keys)
    assert asked(map_page) == {"from": ["2025-10-24"]}
    expect(start).to_have_attribute("aria-valuetext", "from 24 Oct 2025")
    expect(start).to_be_focused()
    keyboard.press("Tab")
    expect(end).to_be_focused()
    with map_page.step():
        keyboard.press("Home")
    assert asked(map_page) == DAYS
    expect(end).to_have_attribute("aria-valuenow", str(start.get_attribute("aria-valuenow")))
    map_page.page.go_back()
    expect(strip.locator(".words")).to_contain_text("From 24 Oct 2025: 1 of 2 dated articles")
    map_page.page.go_back()
    expect(strip.locator(".words")).to_contain_text("All dates")


def test_weeks_a_drag_of_a_handle_and_the_days_as_a_table(map_page: MapPage) -> None:
    strip, page = timeline(map_page), map_page.page
    x, y = middle(strip.get_by_role("slider", name="First day shown"))
    to, _ = middle(strip.locator(".bars span:not(.none)").last)
    with map_page.step():
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(to - 5, y, steps=4)
        page.mouse.up()
    assert asked(map_page) == {"from": ["2025-10-24"]}
    strip.get_by_text("The bars as a table").click()
    rows = strip.locator("tbody tr")
    expect(rows).to_have_text(["23 Oct 2025 1 no", "24 Oct 2025 1 yes"], use_inner_text=True)
    with map_page.step():
        strip.get_by_role("radio", name="Week").check()
    assert asked(map_page)["by"] == ["week"]
    expect(strip.get_by_role("radio", name="Week")).to_be_checked()
    expect(rows).to_have_count(1)
    with map_page.step():
        strip.get_by_role("button", name="All dates").click()
    with map_page.step():
        strip.get_by_role("button", name="Next: 20 to 26 Oct 2025").click()
    expect(strip.locator(".words")).to_contain_text("20 to 26 Oct 2025: 2 of 2 dated articles")
    expect(page.get_by_role("spinbutton", name="day, From")).to_have_text("20")


def test_a_thumb_can_use_it(samples, new_page) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    phone = MapPage(page, samples.address).open()
    strip = timeline(phone)
    for target in [*strip.get_by_role("button").all(), *strip.get_by_role("slider").all()]:
        box = target.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    with phone.step():
        page.touchscreen.tap(*middle(strip.locator(".bars span:not(.none)").last))
    assert asked(phone) == DAYS
