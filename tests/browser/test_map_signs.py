"""Signs, areas, groups and lines of the map in a real browser, on samples and on a crowd."""

import math
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import expect

from geodata.coordinates import Coordinates
from geodata.corpus.store import open_corpus
from geodata.model import Place
from tests.browser.conftest import Dashboard, serve
from tests.browser.map_page import MapPage
from tests.browser.table import Table
from tests.corpus.builders import location, make_geoparsed

MOSCOW, RUSSIA, PYONGYANG = "524901", "2017370", "1871859"
CROWD, TOWNS_PER_ARTICLE = 300, 20
TWINS = 5  # of the crowd: at one and the same point


def batched(towns: list[Place], size: int) -> Iterator[list[Place]]:
    for start in range(0, len(towns), size):
        yield towns[start : start + size]


def make_crowd() -> list[Place]:
    """A heap of towns in Europe; the first at one point, the last far from all others."""
    towns = [
        Place(
            str(number),
            f"Town {number}",
            Coordinates(46 + 6 * math.sin(number * 2.4), 10 + 12 * math.sin(number * 1.7)),
            "P",
            "PPL",
        )
        for number in range(TWINS, CROWD - 1)
    ]
    twin = Coordinates(47.25, 9.5)
    return [
        *(Place(f"twin{key}", f"Twin {key}", twin, "P", "PPL") for key in range(TWINS)),
        *towns,
        Place(str(CROWD), "Far Away", Coordinates(-40, 170), "P", "PPL"),
    ]


@pytest.fixture(scope="module")
def crowded(root, tmp_path_factory, chromium, gazetteer) -> Iterator[Dashboard]:
    """The dashboard of a corpus of several hundred places."""
    del chromium, gazetteer
    folder = tmp_path_factory.mktemp("crowded")
    with open_corpus(str(folder / "corpus.sqlite")) as corpus:
        for number, towns in enumerate(batched(make_crowd(), TOWNS_PER_ARTICLE)):
            paragraphs = [(f"{town.name}.", [location(town.name, town)]) for town in towns]
            corpus.add(make_geoparsed(f"a{number:03d}", *paragraphs))
    for address in serve(root, folder / "corpus.sqlite", folder / "log.txt"):
        yield Dashboard(address, is_sample=False)


def at(map_page: MapPage, x: float, y: float) -> tuple[float, float]:
    """A point of the map's frame as one of the page."""
    box = map_page.page.locator(".st-key-map iframe").bounding_box()
    assert box
    return box["x"] + x, box["y"] + y


def badges(map_page: MapPage) -> list[dict]:
    """The groups' badges within the map's frame."""
    return list(
        map_page.frame.evaluate(
            """() => Dateline.badges().filter(({ x, y }) =>
              x > 60 && y > 60 && x < innerWidth - 20 && y < innerHeight - 40)"""
        )
    )


def test_a_country_is_an_area_and_a_click_in_it_asks_before_it_chooses(dashboard, new_page) -> None:
    map_page = MapPage(new_page(), dashboard.address).open()
    areas = {one["name"]: one for one in map_page.frame.evaluate("() => Dateline.areas()")}
    assert set(areas) == {"Russia", "Ukraine", "North Korea", "South Korea"}
    land = areas["South Korea"]["fillColor"]  # Only an actor: outlined, not filled.
    assert all(areas[name]["fillColor"] != land for name in ("Russia", "Ukraine", "North Korea"))
    markers = map_page.markers()
    assert markers["Kursk Oblast"]["sign"]["area"]
    assert markers["Kursk Oblast"]["sign"]["outline"] == ""

    russia = markers["Russia"]
    map_page.page.mouse.click(*at(map_page, russia["x"] + 60, russia["y"] - 40))
    row = map_page.frame.locator(".dateline-list button")
    expect(row).to_contain_text("Russia")
    assert "place" not in map_page.query()
    with map_page.step():
        row.click()
    assert map_page.query()["place"] == [RUSSIA]
    chosen = {one["name"]: one for one in map_page.frame.evaluate("() => Dateline.areas()")}
    assert chosen["Russia"]["weight"] > areas["Russia"]["weight"]
    assert chosen["Ukraine"]["weight"] == areas["Ukraine"]["weight"]


def test_no_place_of_a_few_is_grouped(dashboard, new_page) -> None:
    map_page = MapPage(new_page(), dashboard.address).open()
    assert {one["into"] for one in map_page.markers().values()} == {None}
    assert {"Hwasong", "Taesong"} <= set(map_page.markers())
    expect(map_page.frame.locator(".dateline-outside")).to_be_hidden()


def test_a_crowd_is_grouped_and_nothing_is_lost(crowded, new_page) -> None:
    map_page = MapPage(new_page(), crowded.address).open()
    markers = map_page.markers()
    assert len(markers) == CROWD
    standing = {name: one for name, one in markers.items() if one["into"] is None}
    assert len(standing) < CROWD / 3
    assert sum(one["members"] for one in standing.values()) == CROWD - len(standing)
    for one, other in combinations(standing.values(), 2):
        assert math.dist((one["x"], one["y"]), (other["x"], other["y"])) >= one["r"] + other["r"]
    assert sum(int(one["words"]) for one in badges(map_page)) <= CROWD - len(standing)

    badge = max(badges(map_page), key=lambda one: int(one["words"]))
    count, x, y = badge["words"].removeprefix("+"), *at(map_page, badge["x"], badge["y"])
    map_page.point_at(badge["x"], badge["y"])
    expect(map_page.frame.locator(".leaflet-tooltip")).to_contain_text(
        f"and {count} more places here: "
    )
    before = map_page.position()
    map_page.page.mouse.click(x, y)
    map_page.moves_from(before)
    nearer = {name for name, one in map_page.markers().items() if one["into"] is None}
    assert len(nearer) > len(standing)
    assert "place" not in map_page.query()

    outside = map_page.frame.locator(".dateline-outside")
    expect(outside).to_contain_text("outside this view · Show all")
    outside.click()
    expect(outside).to_be_hidden()
    assert map_page.outside_view() == []


def test_places_at_one_point_are_listed_and_the_chosen_one_is_drawn(crowded, new_page) -> None:
    map_page = MapPage(new_page(), crowded.address).open("?at=47.25,9.5,11")
    (badge,) = badges(map_page)
    assert badge["words"] == f"+{TWINS - 1}"
    map_page.page.mouse.click(*at(map_page, badge["x"], badge["y"]))
    rows = map_page.frame.locator(".dateline-list button")
    expect(rows).to_have_count(TWINS)
    with map_page.step():
        rows.nth(3).press("Enter")
    (chosen,) = (one for one in map_page.markers().values() if one["sign"]["chosen"])
    assert chosen["into"] is None
    assert map_page.query()["place"] == [chosen["id"]]
    map_page.frame.locator(".dateline-fit").click()
    assert map_page.markers()[chosen["name"]]["into"] is None


def test_what_is_lit_or_read_about_steps_out_of_its_group(crowded, new_page) -> None:
    map_page = MapPage(new_page(reduced_motion="reduce"), crowded.address).open()
    before = map_page.markers()
    grouped, *more = (one for one in before.values() if one["into"])
    frame = map_page.frame
    frame.evaluate("(id) => Dateline.light(id)", grouped["id"])
    assert frame.evaluate("() => Dateline.lit()") == {"id": grouped["id"], "shown": grouped["id"]}
    expect(frame.locator(".leaflet-tooltip")).to_contain_text(grouped["name"])
    expect(frame.locator(".leaflet-tooltip")).to_have_count(1)
    frame.evaluate("() => Dateline.light(null)")
    expect(frame.locator(".leaflet-tooltip")).to_have_count(0)
    assert map_page.markers() == before
    frame.evaluate("() => { Dateline.light('no such place'); Dateline.light(null); }")

    read = [one["id"] for one in more[:3]]
    frame.evaluate("(ids) => Dateline.follow(ids)", read)
    now = map_page.markers().values()
    assert [one["id"] for one in now if not one["sign"]["dim"]] == read
    assert {one["into"] for one in now if one["id"] in read} == {None}
    assert sum(1 for one in now if one["into"]) == 1 + len(more) - len(read)
    frame.evaluate("() => Dateline.follow(null)")
    assert {name: one["into"] for name, one in map_page.markers().items()} == {
        name: one["into"] for name, one in before.items()
    }

    zoom = map_page.position().split(",")[2]
    frame.evaluate("() => { Dateline.map.setView([47, 10], 6, { animate: false }); }")
    frame.evaluate("(id) => Dateline.follow([id])", str(CROWD))
    assert frame.evaluate("() => Dateline.followed()") == [str(CROWD)]
    assert map_page.position() == "-40.000,170.000,6"
    frame.evaluate("() => Dateline.follow(null)")
    assert len(frame.evaluate("() => Dateline.followed()")) == CROWD
    assert zoom != "6"


def test_the_page_hears_which_marker_the_mouse_is_on(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    map_page.page.evaluate(
        """() => {
          window.heard = [];
          document.addEventListener("dateline-marker", ({ detail }) => window.heard.push(detail));
        }"""
    )
    marker = map_page.markers()["Moscow"]
    for away, heard in ((120, []), (0, [MOSCOW]), (120, [MOSCOW, None])):
        map_page.point_at(marker["x"], marker["y"] - away)
        map_page.becomes(lambda: map_page.page.evaluate("() => window.heard"), heard)


def test_the_keyboard_goes_from_place_to_place(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    help_button = map_page.frame.get_by_role("button", name="Keys for the map")
    help_button.press("Enter")
    expect(map_page.frame.get_by_text("next and previous place")).to_be_visible()
    help_button.press("Escape")
    expect(map_page.frame.get_by_text("next and previous place")).to_be_hidden()
    map_page.frame.locator("#map_div").focus()
    map_page.page.keyboard.press("n")
    expect(map_page.frame.get_by_role("status")).to_contain_text("Russia, country")
    map_page.page.keyboard.press("n")
    lit = map_page.frame.evaluate("() => Dateline.lit().id")
    assert lit != RUSSIA
    with map_page.step():
        map_page.page.keyboard.press("Enter")
    assert map_page.query()["place"] == [lit]


def test_places_named_together_are_joined_and_listed(dashboard, new_page) -> None:
    map_page = MapPage(new_page(), dashboard.address).open(f"?place={MOSCOW}")
    assert map_page.frame.evaluate("() => Dateline.lines()") == []
    part = map_page.page.locator(".st-key-together")
    expect(part.locator("summary")).to_contain_text("Named with ")
    with map_page.step():
        part.get_by_text("Draw the places named with it").click()
    assert map_page.query()["together"] == ["yes"]
    lines = map_page.frame.evaluate("() => Dateline.lines()")
    assert {RUSSIA, PYONGYANG} <= {line["to"] for line in lines}
    by_passages = sorted(lines, key=lambda line: line["passages"])
    for fewer, more in pairwise(by_passages):
        assert fewer["width"] <= more["width"]
    assert by_passages[0]["width"] < by_passages[-1]["width"]

    part.locator("summary").click()
    Table(map_page, "together").choose(0)
    (chosen,) = (one for one in map_page.markers().values() if one["sign"]["chosen"])
    assert chosen["id"] in {by_passages[-1]["to"], *(one["to"] for one in lines)}
    assert chosen["id"] != MOSCOW
    assert map_page.query()["together"] == ["yes"]


def test_the_map_can_be_used_on_a_phone(crowded, new_page) -> None:
    phone = MapPage(new_page(viewport={"width": 390, "height": 844}), crowded.address).open()
    assert phone.outside_view() == []
    for control in phone.frame.locator(".leaflet-control a[role=button]:visible").all():
        box = control.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24
    badge = badges(phone)[0]
    for dx, dy in ((-11, 0), (11, 0), (0, -11), (0, 11)):
        assert phone.frame.evaluate(
            """([x, y]) => {
              const p = Dateline.map.containerPointToLayerPoint([x, y]);
              return Dateline.now.badges.some((badge) => badge._containsPoint(p));
            }""",
            [badge["x"] + dx, badge["y"] + dy],
        )


def test_an_arrow_leads_to_what_stands_out_but_lies_outside_the_view(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open("?at=39.05,125.75,9")
    frame = map_page.frame
    ids = {name: one["id"] for name, one in map_page.markers().items()}
    arrow = frame.locator(".dateline-edge-name")
    frame.evaluate("(id) => Dateline.light(id)", ids["Moscow"])
    expect(arrow).to_have_text("Moscow")
    expect(arrow).to_be_visible()
    x, y = frame.evaluate(
        """() => [...document.querySelectorAll(".dateline-edge")]
          .flatMap(({ style }) => [parseFloat(style.left), parseFloat(style.top)])"""
    )
    assert x == 16  # At the western edge, and inside of it.
    assert 16 <= y < frame.evaluate("() => innerHeight / 2")
    frame.evaluate("(id) => Dateline.light(id)", ids["Pyongyang"])
    expect(arrow).to_be_hidden()
    frame.evaluate("(id) => Dateline.light(id)", ids["Moscow"])
    expect(arrow).to_be_visible()
    frame.evaluate("() => Dateline.light(null)")
    expect(arrow).to_be_hidden()


def test_a_button_comes_nearer_to_what_is_chosen(dashboard, new_page) -> None:
    map_page = MapPage(new_page(), dashboard.address).open()
    near = map_page.frame.locator(".dateline-near")
    expect(near).to_be_hidden()
    map_page.click_marker("Moscow")
    expect(near).to_have_attribute("aria-label", "Come nearer to Moscow")
    near.click()
    map_page.frame.wait_for_function("() => Dateline.map.getZoom() > 7")
    map_page.settle()
    assert "Moscow" not in map_page.outside_view()
    nearer = map_page.position()
    assert MapPage(map_page.page, dashboard.address).reload().position() == nearer
