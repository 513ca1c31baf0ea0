"""The tabs under the map in a real browser: comparing sources, doubts, what is off the map."""

import re

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.table import Table

HWASONG, SAPPYOL = "dateline:kp-hwasong", "in:dateline:kp-taesong:sappyol-street"


def open_tab(map_page: MapPage, name: str) -> None:
    with map_page.step():
        map_page.page.get_by_role("tab", name=name).click()


def first_cells(table: Table) -> list[str]:
    return [row[0] for row in table.rows()]


def is_sorted(names: list[str]) -> bool:
    return names == sorted(names)


def press(map_page: MapPage, name: str) -> None:
    """Presses one of a row of choices; the map stays as it is."""
    map_page.page.get_by_role("tabpanel").get_by_role("radio", name=name).or_(
        map_page.page.get_by_role("tabpanel").get_by_role("button", name=name)
    ).click()
    map_page.settle()


def compare_with(map_page: MapPage, side: str, source: str) -> None:
    """Chooses one of the two sources; the other may change places with it."""
    box = map_page.page.locator(f".st-key-compare-{side} input")
    if source in box.input_value():
        return
    box.scroll_into_view_if_needed()
    map_page.settle()  # A list that has just opened closes when the page scrolls.
    box.click()
    with map_page.step():
        map_page.page.get_by_role("option", name=source).click()


@pytest.fixture
def map_page(dashboard, new_page) -> MapPage:
    return MapPage(new_page(viewport={"width": 1280, "height": 1000}), dashboard.address).open()


def test_sources_are_compared(map_page: MapPage, dashboard, new_page) -> None:
    open_tab(map_page, "Compare sources")
    every = Table(map_page, "compare-all")
    hwasong = every.rows()[every.row_of("Hwasong")]
    assert "1" in hwasong
    assert map_page.query()["tab"] == ["compare"]

    press(map_page, "Only one source")
    alone = Table(map_page, "compare-one")
    row = alone.row_of("Hwasong")
    assert "viewusglobal.com" in alone.rows()[row]
    alone.choose(row)
    assert map_page.markers()["Hwasong"]["sign"]["chosen"]
    expect(map_page.reading.locator("h2").first).to_have_text("Hwasong")

    press(map_page, "Named first")
    first = Table(map_page, "compare-first")
    row = first.row_of("Moscow")
    assert "2025-10-23" in first.rows()[row]
    first.choose(row)
    assert map_page.markers()["Moscow"]["sign"]["chosen"]
    assert map_page.query()["mention"]
    expect(map_page.reading).to_contain_text("23 Oct 2025")
    assert "not known" in " ".join(first.rows()[first.row_of("Hwasong")])

    with map_page.step():
        map_page.page.get_by_role("tabpanel").get_by_text("Two sources").click()
    compare_with(map_page, "left", "viewusglobal.com")
    compare_with(map_page, "right", "Korea JoongAng Daily")
    assert map_page.query()["versus"] == ["viewusglobal.com", "Korea JoongAng Daily"]
    only = Table(map_page, "compare-only-left")
    only.choose(only.row_of("Hwasong"))
    assert map_page.markers()["Hwasong"]["sign"]["chosen"]
    both = Table(map_page, "compare-both").rows()
    assert "Moscow" in [cell for row in both for cell in row]

    link = map_page.page.evaluate("() => location.search")
    restored = MapPage(new_page(), dashboard.address).open(link)
    assert Table(restored, "compare-both").rows() == both


def test_the_costliest_doubt_is_looked_at_and_ticked_off(map_page: MapPage) -> None:
    open_tab(map_page, "Check first")
    queue = Table(map_page, "check-table")
    assert queue.row_of("Sappyol Street") == 0
    expect(map_page.page.get_by_text("1 to go")).to_be_visible()
    queue.choose_with_keyboard(0)
    assert map_page.query()["place"] == [SAPPYOL]
    (mention,) = map_page.query()["mention"]
    assert mention.endswith(f"@{map_page.query()['article'][0]}")
    expect(map_page.marks.first).to_contain_text("Sappyol Street")
    with map_page.step():
        map_page.page.get_by_role("button", name="Looked at, open the next").press("Enter")
    expect(map_page.page.get_by_text("You have looked at every doubtful choice")).to_be_visible()
    expect(map_page.page.get_by_text("1 looked at in this visit")).to_be_visible()
    assert "article" not in map_page.query()
    map_page.page.get_by_role("button", name="Take the last back").press("Enter")
    assert queue.row_of("Sappyol Street") == 0


def test_all_that_is_not_on_the_map_opens_its_passage(map_page: MapPage) -> None:
    headline = map_page.page.locator(".st-key-headline").inner_text()
    shown, every = re.search(r"(\d+) of (\d+) mentions", headline).groups()
    open_tab(map_page, f"Not on the map ({int(every) - int(shown)})")
    in_furniture = re.search(r"(\d+) in page furniture", headline).group(1)
    press(map_page, "People")
    press(map_page, f"Page furniture ({in_furniture})")
    table = Table(map_page, "off-map-table-furniture")
    assert table.row_of("North Korea") == 0
    table.choose_with_keyboard(2)
    assert "place" not in map_page.query()
    (mention,) = map_page.query()["mention"]
    article_id = map_page.query()["article"][0]
    assert mention.endswith(f"@{article_id}")
    expect(map_page.reading).to_contain_text("not on the map")

    press(map_page, "Approximate")
    table = Table(map_page, "off-map-table-approximate")
    table.choose(table.row_of("Sappyol Street"))
    assert map_page.query()["place"] == [SAPPYOL]
    expect(map_page.marks.first).to_contain_text("Sappyol Street")

    press(map_page, "Undated articles (3)")
    undated = Table(map_page, "off-map-table-undated")
    undated.has("yes")
    assert all("yes" in row for row in undated.rows())
    with map_page.step():
        map_page.page.locator(".st-key-filter-undated label").click()
    undated.has("no")
    assert all("no" in row for row in undated.rows())
    undated.choose(0)
    expect(map_page.reading.locator(".meta").first).to_contain_text("undated")

    map_page.search("museum")
    press(map_page, "Hidden by filters")
    table = Table(map_page, "off-map-table-filtered")
    table.has("without the words")
    assert all("without the words" in row or "in an undated article" in row for row in table.rows())


def test_the_table_of_places_keeps_its_order_under_another_filter(map_page: MapPage) -> None:
    places = Table(map_page, "places-table")
    headers = places.element.locator("canvas [role=columnheader]")
    expect(headers.filter(has_text="Independent texts")).to_have_count(1)
    name = places.rows()[1][0]
    places.choose_with_keyboard(1)
    assert [one for one, mark in map_page.markers().items() if mark["sign"]["chosen"]] == [name]
    places.sort_by_first_column()
    with map_page.step():
        map_page.page.locator(".st-key-filter-roles button").last.click()
    map_page.becomes(lambda: is_sorted(first_cells(places)), True)
    names = first_cells(places)
    places.choose(2)
    assert map_page.markers()[names[2]]["sign"]["chosen"]
    open_tab(map_page, "Not on the map")
    map_page.page.go_back()
    expect(places.element).to_be_visible()


def test_a_phone_shows_every_tab(samples, new_page) -> None:
    phone = MapPage(new_page(viewport={"width": 390, "height": 844}), samples.address)
    pair = "versus=viewusglobal.com&versus=Unnamed+outlet+A"
    for query in ("", "?tab=compare", f"?tab=compare&{pair}", "?tab=check", "?tab=off-map"):
        phone.open(query)
        panel = phone.page.get_by_role("tabpanel")
        expect(panel.locator("[data-testid=stDataFrame]").first).to_be_visible()
        assert phone.page.evaluate("() => document.querySelector('.stMain').scrollWidth") <= 390
        for button in panel.locator("button:visible").all():
            box = button.bounding_box()
            assert box
            assert box["height"] >= 24
