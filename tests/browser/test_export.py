"""Taking the view away: every file of the menu, read by somebody else's reader."""

import json
from pathlib import Path

import polars as pl
import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Page, expect

from geodata.exports.format_names import Format
from tests.browser.map_page import MapPage

pyogrio = pytest.importorskip("pyogrio", reason="pyogrio (GDAL) is not installed")
WITH_PASSAGES = "mark"


@pytest.fixture
def map_page(dashboard, new_page) -> MapPage:
    return MapPage(new_page(), dashboard.address).open()


def open_menu(map_page: MapPage) -> None:
    map_page.page.get_by_role("button", name="Export").click()


def taken_away(map_page: MapPage, words: str, folder: Path) -> Path:
    page = map_page.page
    # The tables have buttons of their own for a CSV.
    button = page.locator(".st-key-export-formats").get_by_role("button", name=words)
    with page.expect_download() as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_every_file_holds_what_is_on_the_screen(map_page: MapPage, tmp_path: Path) -> None:
    map_page.search("museum")
    shown = {one["name"] for one in map_page.markers().values()}
    open_menu(map_page)
    table = pl.read_csv(taken_away(map_page, "CSV", tmp_path))
    assert set(table["place"].drop_nulls()) == shown
    assert "museum" in table["filter"][0]
    assert table["gazetteer"][0]
    assert "words=museum" in table["address"][0]
    for words, layer in (("GeoJSON", None), ("GeoPackage", "mentions")):
        path = taken_away(map_page, words, tmp_path)
        assert pyogrio.read_info(path, layer=layer)["features"] == table.height
    places = pyogrio.list_layers(taken_away(map_page, "KML", tmp_path))
    assert {name for name, _ in places} - {"Not placed"} == shown
    annotations = json.loads(taken_away(map_page, "Web Annotation", tmp_path).read_bytes())
    assert annotations["total"] == table.height
    assert len(list(tmp_path.iterdir())) == len(Format)


def test_the_web_page_opens_from_disk_and_asks_for_nothing(
    map_page: MapPage, new_page, tmp_path: Path
) -> None:
    shown = set(map_page.markers())
    open_menu(map_page)
    path = taken_away(map_page, "Web page", tmp_path)
    page = new_page(offline=True, viewport={"width": 1000, "height": 700})
    asked, trouble = watched(page)
    page.goto(path.as_uri())
    expect(page.locator(".places button")).to_have_count(
        len(shown) + page.get_by_role("button", name="Names without a place").count()
    )
    assert {one["name"] for one in page.evaluate("() => Dateline.markers()")} == shown
    page.get_by_role("button", name="Pyongyang").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Pyongyang", level=2, exact=True)).to_be_visible()
    expect(page.locator(WITH_PASSAGES).first).to_be_visible()
    moscow = next(
        one for one in page.evaluate("() => Dateline.markers()") if one["name"] == "Moscow"
    )
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.click(box["x"] + moscow["x"], box["y"] + moscow["y"])
    expect(page.get_by_role("heading", name="Moscow", level=2, exact=True)).to_be_visible()
    assert asked == [path.as_uri()]
    assert trouble == []


def watched(page: Page) -> tuple[list[str], list[str]]:
    """What the page asks for, and what it complains of."""
    asked: list[str] = []
    trouble: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    return asked, trouble
