"""A link that pins what it shows, its citation, and what is said when the ground has moved."""

from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage

HWASONG = "dateline:kp-hwasong"


def shared(map_page: MapPage) -> Locator:
    map_page.page.get_by_role("button", name="Share", exact=True).click()
    return map_page.page.locator(".share")


def clipboard(map_page: MapPage) -> str:
    return str(map_page.page.evaluate("() => navigator.clipboard.readText()"))


def test_a_copied_link_restores_the_view_and_pins_its_ground(dashboard, new_page) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    map_page = MapPage(page, dashboard.address).open()
    map_page.search("museum")
    map_page.click_marker("Hwasong")
    map_page.zoom("out")
    share = shared(map_page)
    share.get_by_role("button", name="Copy link").click()
    expect(share.get_by_role("status")).to_have_text("Link copied")
    link = clipboard(map_page)
    query = parse_qs(urlsplit(link).query)
    assert link.startswith(f"{dashboard.address}/?")
    assert (query["words"], query["place"]) == (["museum"], [HWASONG])
    assert query["at"] == [map_page.position()]
    assert query["corpus"] and query["gazetteer"]
    share.get_by_role("button", name="Copy citation").click()
    expect(share.get_by_role("status")).to_have_text("Citation copied")
    cited = clipboard(map_page)
    assert cited.startswith("Hwasong, on a map of ")
    assert "(people left out); passages with “museum”." in cited
    assert f"corpus {query['corpus'][0]}, gazetteer {query['gazetteer'][0]}. Accessed " in cited
    assert cited.endswith(link)
    restored = MapPage(new_page(), dashboard.address).open(f"?{urlsplit(link).query}")
    assert restored.position() == map_page.position()
    assert set(restored.markers()) == set(map_page.markers())
    expect(restored.reading.locator("h2")).to_have_text("Hwasong")
    expect(restored.page.get_by_text("The ground has moved")).to_have_count(0)


def test_a_link_says_what_has_changed_until_the_reader_moves_on(dashboard, new_page) -> None:
    query = (
        "?corpus=other-1&gazetteer=0-0&place=0&source=%3Cb%3EGone%3C/b%3E&article=dead&words=museum"
    )
    map_page = MapPage(new_page(), dashboard.address).open(query)
    note = map_page.page.locator(".st-key-headline .dl-note")
    expect(note).to_contain_text("the articles and the gazetteer have changed")
    expect(note).to_contain_text("a place that no article here names")
    expect(note).to_contain_text("an article that is not here")
    expect(note).to_contain_text("a source that is not here: “<b>Gone</b>”")
    map_page.search("museum soldiers")
    expect(note).to_have_count(0)
    assert {"corpus", "gazetteer", "source", "article"}.isdisjoint(map_page.query())
    assert map_page.query()["words"] == ["museum soldiers"]


def test_without_a_clipboard_the_link_is_copied_or_stays_selected(samples, new_page) -> None:
    """As on a page that is not served securely, where browsers have no clipboard to write to."""
    page = new_page(viewport={"width": 390, "height": 844})
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    share = shared(MapPage(page, samples.address).open())
    share.get_by_role("button", name="Copy link").click()
    expect(share.get_by_role("status")).to_have_text("Link copied")
    box = share.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
