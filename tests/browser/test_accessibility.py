"""axe-core on every view, in both themes and on a phone: nothing serious or critical is left."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.every_view import map_views, other_pages, phone_views
from tests.browser.map_page import MapPage

AXE = Axe()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]},
    # Off unless asked for by name.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
GRAVE = {"serious", "critical"}
PHONE = {"width": 390, "height": 844}

Walk = Callable[[MapPage], Iterator[str]]


def findings(page: Page) -> list[Mapping]:
    """What axe finds on the page, in the map's frame and in the shadow trees."""
    for frame in page.frames:
        frame.evaluate(AXE.axe_script)
    found: list[Mapping] = AXE.run(page, options=OPTIONS).response["violations"]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("walk", [map_views, other_pages, phone_views])
def test_axe_finds_nothing_grave(samples, new_page, walk: Walk, scheme: str, capsys) -> None:
    options = {"viewport": PHONE} if walk is phone_views else {"is_first_visit": True}
    map_page = MapPage(new_page(color_scheme=scheme, **options), samples.address)
    grave, advice = defaultdict(list), defaultdict(list)
    for name in walk(map_page):
        for found in findings(map_page.page):
            is_rule = not set(WCAG).isdisjoint(found["tags"])
            into = grave if is_rule and found["impact"] in GRAVE else advice
            for node in found["nodes"]:
                into[f"{found['id']} at {node['target']}: {node['html'][:200]}"].append(name)
    with capsys.disabled():
        for words, names in advice.items():
            print(f"\nFor information: {words}, on {', '.join(names)}")
    assert dict(grave) == {}


def test_axe_sees_what_is_in_the_frame_and_in_the_shadow_trees(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    map_page.frame.evaluate("() => document.querySelector('.dateline-fit').ariaLabel = ''")
    map_page.frame.evaluate("() => document.querySelector('.dateline-fit').title = ''")
    map_page.page.locator(".timeline .handle.first").evaluate(
        "(handle) => handle.removeAttribute('aria-label')"
    )
    broken = {str(node["target"]) for found in findings(map_page.page) for node in found["nodes"]}
    assert any("iframe" in target and "dateline-fit" in target for target in broken)
    assert any(".first" in target for target in broken)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_the_map_that_opens_from_disk(
    samples, new_page, tmp_path, scheme: str
) -> None:
    page = MapPage(new_page(), samples.address).open().page
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Web page").click()
    path = tmp_path / "map.html"
    download.value.save_as(path)
    opened = new_page(offline=True, color_scheme=scheme)
    opened.goto(path.as_uri())
    for name in ("Moscow", "← All places"):
        opened.get_by_role("button", name=name).first.click()
        grave = [one for one in findings(opened) if one["impact"] in GRAVE]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in grave] == []
