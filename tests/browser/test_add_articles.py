"""A visitor's own articles: added, mapped, theirs alone; and nothing in them runs or leaks."""

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import expect

from tests.browser.map_page import PATIENCE_MS, MapPage

HOSTILE = (
    "</script><script>window.top.pwned=1</script><img src=x onerror='window.top.pwned=2'> "
    "${window.top.pwned=3} `${window.top.pwned=4}` C:\\users \u202eevil"
)
TEXT = f"""Storm reaches the port of Mombasa

MOMBASA, Kenya. A storm reached Mombasa on Friday and moved on to Nairobi. {HOSTILE}

Ships waited off Mombasa for two days.
"""


@pytest.fixture
def adding(samples, new_page) -> MapPage:
    map_page = MapPage(new_page(), samples.address).open()
    map_page.page.get_by_role("link", name="Add articles").click()
    expect(map_page.page.get_by_role("heading", name="Add articles")).to_be_visible()
    return map_page


def paste(adding: MapPage, text: str, **told: str) -> None:
    page = adding.page
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("The article as plain text").fill(text)
    for label, value in told.items():
        page.get_by_role("textbox", name=label).fill(value)
    page.get_by_role("button", name="Add to the map").last.click()


def see_on_map(adding: MapPage) -> MapPage:
    adding.page.get_by_role("link", name="See them on the map").click()
    adding.page.wait_for_selector(".st-key-map iframe", timeout=PATIENCE_MS)
    adding.frame.wait_for_function("() => window.datelineDrawn", timeout=PATIENCE_MS)
    adding.settle()
    return adding


def test_pasted_hostile_text_is_mapped_as_text(adding: MapPage) -> None:
    paste(adding, TEXT, Headline=HOSTILE, Source=HOSTILE)
    expect(adding.page.get_by_text("1 article added to your map.")).to_be_visible()
    map_page = see_on_map(adding)
    map_page.click_marker("Mombasa")
    expect(map_page.marks.first).to_contain_text("Mombasa")
    title = map_page.reading.locator("h3").first
    expect(title).to_contain_text("</script><script>window.top.pwned=1</script>")
    expect(title).to_contain_text("C:\\users evil")
    with map_page.step():
        map_page.reading.get_by_role("button", name="Read the whole article").first.click()
    expect(map_page.reading.locator("p", has_text="${window.top.pwned=3}").first).to_be_visible()
    assert map_page.page.evaluate("() => window.pwned") is None


def test_added_articles_are_seen_by_nobody_else(adding: MapPage, new_page) -> None:
    paste(adding, TEXT)
    assert "Mombasa" in see_on_map(adding).markers()
    assert "Mombasa" not in MapPage(new_page(), adding.address).open().markers()


def test_uploads_that_cannot_be_read_are_told_and_the_rest_is_added(adding: MapPage) -> None:
    adding.page.locator("input[type=file]").set_input_files(
        [
            {"name": "storm.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
            {"name": "binary.txt", "mimeType": "text/plain", "buffer": b"\x00\x89PNG\x00" * 99},
            {"name": "t.csv", "mimeType": "text/csv", "buffer": b"colour,size\nred,5\n"},
        ]
    )
    adding.page.get_by_role("button", name="Add to the map").first.click()
    expect(adding.page.get_by_text("1 article added to your map.")).to_be_visible()
    trouble = adding.page.get_by_role("alert")
    expect(trouble).to_contain_text("binary.txt")
    expect(trouble).to_contain_text("t.csv")


def test_the_filters_are_still_there_on_the_way_back(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    map_page.search("museum")
    map_page.zoom("out")
    seen = (map_page.position(), set(map_page.markers()))
    map_page.page.get_by_role("link", name="About").click()
    expect(map_page.page.get_by_role("heading", name="About this map")).to_be_visible()
    map_page.page.get_by_role("link", name="Map", exact=True).click()
    map_page.page.wait_for_selector(".st-key-map iframe", timeout=PATIENCE_MS)
    map_page.frame.wait_for_function("() => window.datelineDrawn", timeout=PATIENCE_MS)
    assert (map_page.position(), set(map_page.markers())) == seen
    assert map_page.query()["words"] == ["museum"]
