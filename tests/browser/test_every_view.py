"""Every view, in both themes and on a phone: nothing grave for axe, nothing of other hosts.

The way there is the dear part: both are looked at on one walk.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")

from tests.browser.axe import findings, is_grave
from tests.browser.every_view import first_visit, map_views, other_pages, phone_views
from tests.browser.hosts import asked_by, held_by, hosts
from tests.browser.map_page import MapPage

PHONE = {"width": 390, "height": 844}

Walk = Callable[[MapPage], Iterator[str]]


@pytest.mark.parametrize(
    ("served", "walk", "scheme"),
    [
        ("samples", first_visit, "dark"),
        *product(["samples"], [map_views, other_pages, phone_views], ["light", "dark"]),
        ("five_articles", map_views, "light"),
    ],
)
def test_every_view_is_open_to_all_and_to_no_third_party(
    request: pytest.FixtureRequest, new_page, served: str, walk: Walk, scheme: str, capsys
) -> None:
    address = request.getfixturevalue(served).address
    options = {"viewport": PHONE} if walk is phone_views else {}
    page = new_page(color_scheme=scheme, is_first_visit=walk is first_visit, **options)
    asked, held, own = asked_by(page), {}, urlsplit(address).netloc
    grave, advice = defaultdict(list), defaultdict(list)
    for name in walk(MapPage(page, address)):
        held[name] = held_by(page) - {own}
        for found in findings(page):
            into = grave if is_grave(found) else advice
            for node in found["nodes"]:
                into[f"{found['id']} at {node['target']}: {node['html'][:200]}"].append(name)
    with capsys.disabled():
        for words, names in advice.items():
            print(f"\nFor information: {words}, on {', '.join(names)}")
    assert dict(grave) == {}
    assert len(held) > 1
    assert {name: others for name, others in held.items() if others} == {}
    assert hosts(asked) == {own}
    assert {one["domain"] for one in page.context.cookies()} <= {"127.0.0.1"}
