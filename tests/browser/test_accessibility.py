"""axe-core where no walk leads: on the map that opens from disk, and on what is broken on purpose.

Every view of the dashboard is looked at in test_every_view.py.
"""

from itertools import product

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")

from tests.browser.axe import GRAVE, findings
from tests.browser.map_page import MapPage


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


def test_axe_finds_nothing_grave_in_the_map_that_opens_from_disk(
    samples, new_page, tmp_path
) -> None:
    page = MapPage(new_page(), samples.address).open().page
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Web page").click()
    path = tmp_path / "map.html"
    download.value.save_as(path)
    opened = new_page(offline=True)
    opened.goto(path.as_uri())
    for scheme, name in product(("light", "dark"), ("Moscow", "← All places")):
        opened.emulate_media(color_scheme=scheme)
        opened.get_by_role("button", name=name).first.click()
        grave = [one for one in findings(opened) if one["impact"] in GRAVE]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in grave] == []
