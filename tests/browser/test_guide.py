"""The guided look: offered once on the samples, left for good, opened again, by keyboard alone."""

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Locator, expect

from dashboard.guide import STEPS
from tests.browser.map_page import MapPage


def panel(map_page: MapPage) -> Locator:
    return map_page.page.get_by_role("region", name="Guided look")


def heading(map_page: MapPage) -> Locator:
    return panel(map_page).get_by_role("heading")


def map_box(map_page: MapPage) -> dict:
    box = map_page.page.locator(".st-key-map iframe").bounding_box()
    assert box
    return dict(box)


@pytest.mark.parametrize("width", [390, 1440])
def test_it_is_offered_once_and_never_moves_the_map(samples, new_page, width: int) -> None:
    page = new_page(is_first_visit=True, viewport={"width": width, "height": 900})
    map_page = MapPage(page, samples.address).open()
    expect(heading(map_page)).to_contain_text("What you see 1 of 5")
    with_guide = map_box(map_page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    panel(map_page).get_by_role("button", name="Leave the guided look").click()
    expect(panel(map_page)).to_be_hidden()
    assert map_box(map_page)["height"] == with_guide["height"]
    map_page.reload()
    expect(panel(map_page)).to_be_hidden()
    page.get_by_role("button", name="Guided look").click()
    expect(heading(map_page)).to_contain_text("What you see")
    page.keyboard.press("Escape")
    expect(panel(map_page)).to_be_hidden()
    expect(page.get_by_role("button", name="Guided look")).to_be_focused()


def test_it_goes_along_while_the_reader_does_what_it_says(samples, new_page) -> None:
    map_page = MapPage(new_page(is_first_visit=True), samples.address).open()
    panel(map_page).get_by_role("button", name="Go on").focus()
    for step in STEPS[1:]:
        map_page.page.keyboard.press("Enter")
        expect(heading(map_page)).to_contain_text(step.heading)
        assert map_page.page.evaluate("() => document.documentElement.dataset.datelineGuide") == (
            step.part
        )
    expect(panel(map_page).get_by_role("button", name="Done")).to_be_focused()
    map_page.click_marker("Moscow")
    expect(map_page.reading.locator("h2")).to_have_text("Moscow")
    expect(heading(map_page)).to_contain_text("What is not on the map")
    map_page.reload()
    expect(heading(map_page)).to_contain_text("What is not on the map")


def test_a_link_and_an_own_corpus_open_without_it_and_about_opens_it(samples, new_page) -> None:
    map_page = MapPage(new_page(is_first_visit=True), samples.address).open(
        "?place=dateline:kp-hwasong"
    )
    expect(panel(map_page)).to_be_hidden()
    page = map_page.page
    page.get_by_role("link", name="About").click()
    page.get_by_role("button", name="Guided look").click()
    expect(heading(map_page)).to_contain_text("What you see")
    map_page.settle()
    page.get_by_role("link", name="Map").click()
    map_page.come_back()
    panel(map_page).get_by_role("button", name="Leave the guided look").click()
    page.get_by_role("link", name="About").click()
    expect(page.get_by_role("heading", name="About this map")).to_be_visible()
    page.get_by_role("link", name="Map").click()
    map_page.come_back()
    expect(panel(map_page)).to_be_hidden()


def test_it_is_not_offered_on_articles_of_ones_own(five_articles, new_page) -> None:
    map_page = MapPage(new_page(is_first_visit=True), five_articles.address).open()
    expect(panel(map_page)).to_be_hidden()
