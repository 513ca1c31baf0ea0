"""No third parties: what a tile server learns where one is set.

The fixture `new_page` fails any browser test in which a page asks another host for something; what
every view holds is looked at in test_every_view.py.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Route, expect

from tests.browser.conftest import PATIENCE_MS, Dashboard, serve
from tests.browser.hosts import asked_by, hosts
from tests.browser.map_page import MapPage

TILE_HOST = "tiles.example"
# A grey pixel.
TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c636800000082008177cd72b6"
    "0000000049454e44ae426082"
)


@pytest.fixture
def tiled(root, tmp_path, chromium, gazetteer) -> Iterator[Dashboard]:
    """The dashboard of somebody who has set a tile server."""
    del chromium, gazetteer
    tiles = f"https://{TILE_HOST}/{{z}}/{{x}}/{{y}}.png"
    for address in serve(root, tmp_path / "none.sqlite", tmp_path / "log.txt", tiles=tiles):
        yield Dashboard(address, is_sample=True)


def test_with_tiles_only_their_host_is_asked_and_learns_no_more_than_the_spot(
    tiled, chromium
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    page, answered = context.new_page(), []

    def answer(route: Route) -> None:
        answered.append(route.request)
        route.fulfill(body=TILE, content_type="image/png")

    context.route(lambda address: urlsplit(address).netloc == TILE_HOST, answer)
    asked = asked_by(page)
    map_page = MapPage(page, tiled.address).open("?words=museum")
    map_page.zoom("in")
    map_page.click_marker("Pyongyang")
    expect(map_page.reading.locator("h2")).to_have_text("Pyongyang")
    assert hosts(asked) == {urlsplit(tiled.address).netloc, TILE_HOST}
    assert answered
    for request in answered:
        assert re.fullmatch(rf"https://{TILE_HOST}/\d+/\d+/\d+\.png", request.url)
        told = request.all_headers()
        assert told.get("referer") in {None, f"{tiled.address}/"}
        assert "cookie" not in told
    context.close()
