"""axe-core: what it finds on a page, in the map's frame and in the shadow trees."""

from collections.abc import Mapping

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]},
    # Off unless asked for by name.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
GRAVE = {"serious", "critical"}


def findings(page: Page) -> list[Mapping]:
    """What axe finds, grave or not."""
    for frame in page.frames:
        frame.evaluate(AXE.axe_script)
    found: list[Mapping] = AXE.run(page, options=OPTIONS).response["violations"]
    return found


def is_grave(found: Mapping) -> bool:
    """Whether it breaks a rule of WCAG, and badly."""
    return not set(WCAG).isdisjoint(found["tags"]) and found["impact"] in GRAVE
