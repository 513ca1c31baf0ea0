"""The search from the headline row: places by any spelling, passages, and the way into the text."""

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage

TAESONG = "dateline:kp-taesong"
HOSTILE = "<img src=x onerror='window.pwned=1'> ${window.pwned=2} `(["


@pytest.fixture
def map_page(dashboard, new_page) -> MapPage:
    return MapPage(new_page(), dashboard.address).open()


def search(map_page: MapPage, words: str) -> Locator:
    """Types a search, and gives what it found."""
    field = map_page.page.get_by_role("searchbox", name="Search passages and places")
    field.fill(words)
    with map_page.step():
        field.press("Enter")
    expect(map_page.reading.locator("h2")).to_contain_text("Search:")
    return map_page.reading.locator(".results")


def test_another_spelling_finds_the_place_and_its_passages(map_page: MapPage) -> None:
    found = search(map_page, "daesong")
    place = found.locator(".place")
    expect(place).to_have_count(1)
    expect(place).to_contain_text("Taesong")
    expect(place).to_contain_text("is another of its names")
    place.hover()
    map_page.frame.wait_for_function("(id) => (Dateline.lit() || {}).id === id", arg=TAESONG)
    expect(found.locator(".passage mark").first).to_have_text("Taesong")
    with map_page.step():
        place.focus()
        map_page.page.keyboard.press("Enter")
    assert map_page.query()["place"] == [TAESONG]
    expect(map_page.reading.locator("h2")).to_have_text("Taesong")
    with map_page.step():
        map_page.reading.get_by_role("button", name="Close").first.click()
    article = found.locator(".passage").first.get_attribute("data-article")
    with map_page.step():
        found.locator(".passage button").first.click()
    assert map_page.query()["article"] == [article]
    assert map_page.query()["mention"][0].endswith(f"@{article}")
    assert map_page.query()["find"] == ["daesong"]


def test_words_are_found_under_the_filters_which_say_what_they_hide(
    map_page: MapPage, dashboard, new_page
) -> None:
    found = search(map_page, "MUSEUM  pyongyang")
    expect(found.locator(".place b").first).to_have_text("Pyongyang")
    count = found.locator(".passage").count()
    assert count > 1
    for passage in found.locator(".passage .text").all_inner_texts():
        assert "museum" in passage.lower()
    map_page.choose_source("Korea JoongAng Daily")
    expect(found.locator(".note").first).to_contain_text("The filters hide")
    assert 0 < found.locator(".passage").count() < count
    link = map_page.page.evaluate("() => location.search")
    restored = MapPage(new_page(), dashboard.address).open(link)
    expect(restored.reading.locator(".passage")).to_have_count(found.locator(".passage").count())
    with map_page.step():
        found.get_by_role("button", name="Reset filters").click()
    expect(found.locator(".passage")).to_have_count(count)
    with map_page.step():
        map_page.reading.get_by_role("button", name="Close").click()
    assert "find" not in map_page.query()


def test_what_is_not_found_says_so(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    found = search(map_page, "Daegu")
    expect(found).to_contain_text("Daegu (South Korea) is in the gazetteer, but no article names")
    expect(map_page.reading).to_contain_text("Nothing found")
    expect(map_page.reading).to_contain_text("Try fewer words")
    search(map_page, HOSTILE)
    expect(map_page.reading.locator("h2")).to_contain_text("<img src=x")
    assert map_page.page.evaluate("() => window.pwned") is None
