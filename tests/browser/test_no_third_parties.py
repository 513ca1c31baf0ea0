"""No third parties: what every view asks for, and what a tile server learns where one is set.

The fixture `new_page` fails any browser test in which a page asks another host for something.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Dashboard, serve
from tests.browser.every_view import map_views, other_pages, phone_views
from tests.browser.map_page import MapPage

TILE_HOST = "tiles.example"
# A grey pixel.
TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c636800000082008177cd72b6"
    "0000000049454e44ae426082"
)
# What a page holds beside links to follow: also what it has not asked for yet, as a font for
# letters that are not shown.
HELD = """() => {
  const held = [], hold = (address, base) => held.push(new URL(address, base).href);
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      for (const name of ["src", "srcset", "poster", "data", "action"]) {
        const value = one.getAttribute(name);
        if (value) hold(value.trim().split(/\\s/)[0], document.baseURI);
      }
      if (one.localName === "link") hold(one.href, document.baseURI);
      if (one.localName === "iframe") walk(one.contentDocument);
      if (one.shadowRoot) walk(one.shadowRoot);
    }
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      for (const rule of sheet.cssRules) {
        for (const [, address] of rule.cssText.matchAll(/url\\(["']?([^"')]+)/g)) {
          hold(address, sheet.href || document.baseURI);
        }
      }
    }
  };
  walk(document);
  return held;
}"""


def hosts(addresses: list[str]) -> set[str]:
    """Hosts and ports of the addresses that lead anywhere; empty for one without a host."""
    parts = [urlsplit(one) for one in addresses]
    return {one.netloc for one in parts if one.scheme not in {"data", "blob", "about"}}


def asked_by(page: Page) -> list[str]:
    """Addresses that the page asks for from now on, also through a web socket."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda opened: asked.append(opened.url))
    return asked


@pytest.mark.parametrize("walk", [map_views, other_pages, phone_views])
def test_no_view_asks_another_host_or_holds_its_address(samples, new_page, walk) -> None:
    size = {"width": 390, "height": 844} if walk is phone_views else {"width": 1280, "height": 800}
    page = new_page(is_first_visit=True, viewport=size)
    asked, own = asked_by(page), urlsplit(samples.address).netloc
    held = {
        name: hosts(page.evaluate(HELD)) - {own} for name in walk(MapPage(page, samples.address))
    }
    assert hosts(asked) == {own}
    assert len(held) > 2
    assert {name: others for name, others in held.items() if others} == {}
    assert {one["domain"] for one in page.context.cookies()} <= {"127.0.0.1"}


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
