"""The main job in a real browser: a marker opens its passage, filters narrow, a link restores."""

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import expect

from tests.browser.map_page import MapPage
from tests.browser.table import Table

HWASONG = "dateline:kp-hwasong"


@pytest.fixture
def map_page(dashboard, new_page) -> MapPage:
    return MapPage(new_page(), dashboard.address).open()


def test_the_map_shows_the_places_of_the_articles(map_page: MapPage, dashboard) -> None:
    markers = map_page.markers()
    assert {"Hwasong", "Taesong", "Pyongyang", "Kursk", "Kursk Oblast", "Moscow", "Russia"} <= set(
        markers
    )
    assert {"Seoul", "Paris", "Beijing", "Kim"}.isdisjoint(markers)
    assert markers["Russia"]["sign"]["area"]
    assert not markers["Moscow"]["sign"]["area"]
    assert markers["Sappyol Street"]["sign"]["km"] > 0
    notes = map_page.page.get_by_text("our own short briefs")
    expect(notes).to_have_count(1 if dashboard.is_sample else 0)


@pytest.mark.parametrize("query", ["", f"?place={HWASONG}"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_reload_shows_the_same_as_the_first_visit(samples, new_page, query, width) -> None:
    """From the browser's cache everything is there before the map's frame has its size."""
    page = new_page(viewport={"width": width, "height": 800})
    map_page = MapPage(page, samples.address).open(query)
    zoom = map_page.position().split(",")[2]
    assert map_page.outside_view() == []
    for _ in range(2):
        map_page.reload()
        assert map_page.outside_view() == []
        assert map_page.position().split(",")[2] == zoom
        assert map_page.is_sharp()
    second = MapPage(page.context.new_page(), samples.address).open(query)
    assert second.outside_view() == []
    assert second.position().split(",")[2] == zoom


def test_every_marker_can_be_reached_with_the_mouse(map_page: MapPage) -> None:
    for name in map_page.markers():
        map_page.click_marker(name)
        expect(map_page.reading.locator("h2")).to_have_text(name)


def test_the_marker_of_hwasong_opens_its_passage(map_page: MapPage) -> None:
    map_page.click_marker("Hwasong")
    expect(map_page.reading.locator("h2")).to_have_text("Hwasong")
    expect(map_page.marks.first).to_contain_text("Hwasong")
    expect(map_page.marks.first.locator(".role")).to_have_text("location")
    expect(map_page.reading.locator(".meta").first).to_contain_text("undated")
    expect(map_page.reading.locator("article").first).to_contain_text("museum")
    assert map_page.query()["place"] == [HWASONG]


def test_a_filter_neither_reloads_nor_moves_the_map(map_page: MapPage) -> None:
    frame = map_page.frame
    frame.evaluate("() => { window.sameDocument = true; }")
    map_page.zoom("out")
    position, before = map_page.position(), set(map_page.markers())
    map_page.search("Hwasong")
    assert "Hwasong" in map_page.markers()
    assert set(map_page.markers()) < before
    map_page.click_marker("Pyongyang")
    with map_page.step():
        map_page.page.get_by_role("button", name="Reset filters").first.click()
    assert set(map_page.markers()) == before
    assert not frame.is_detached()
    assert map_page.frame.evaluate("() => window.sameDocument")
    assert map_page.position() == position


def test_a_source_narrows_the_map(map_page: MapPage) -> None:
    map_page.choose_source("Korea JoongAng Daily")
    markers = map_page.markers()
    assert "Kursk Oblast" in markers
    assert "Hwasong" not in markers
    map_page.click_marker("Moscow")
    expect(map_page.reading.locator(".meta")).to_have_text("Korea JoongAng Daily · 24 Oct 2025")


def test_one_click_resets_the_filters_while_a_list_is_open(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    before = set(map_page.markers())
    map_page.page.locator(".st-key-filter-sources input").click()
    with map_page.step():
        map_page.page.get_by_role("option", name="Korea JoongAng Daily").click()
    assert set(map_page.markers()) < before
    box = map_page.page.locator(".st-key-filter-reset button").bounding_box()
    assert box and box["height"] >= 24 and box["width"] >= 24
    with map_page.step():
        map_page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    map_page.has_only(*before)


def test_a_day_narrows_the_map(map_page: MapPage) -> None:
    map_page.choose_day("From", "2025-10-24")
    with map_page.step():
        map_page.page.get_by_text("Undated articles").click()
    assert map_page.query() | {"at": []} == {
        "from": ["2025-10-24"],
        "undated": ["no"],
        "at": [],
    }
    map_page.click_marker("Pyongyang")
    expect(map_page.reading.locator(".meta")).to_have_text("Korea JoongAng Daily · 24 Oct 2025")
    headline = map_page.page.locator(".st-key-headline-words")
    expect(headline.get_by_test_id("stCaptionContainer")).to_contain_text("in undated articles")
    expect(headline.get_by_role("status")).to_contain_text("in undated articles")


def test_a_link_restores_the_view_in_a_fresh_browser(
    map_page: MapPage, dashboard, new_page
) -> None:
    map_page.search("museum")
    map_page.click_marker("Hwasong")
    map_page.zoom("out")
    seen = (map_page.position(), set(map_page.markers()))
    link = map_page.page.evaluate("() => location.search")
    restored = MapPage(new_page(), dashboard.address).open(link)
    expect(restored.marks).to_have_text(map_page.marks.all_text_contents())
    assert (restored.position(), set(restored.markers())) == seen
    expect(restored.words_field).to_have_value("museum")
    assert restored.markers()["Hwasong"]["sign"]["chosen"]


def test_a_link_made_at_the_deepest_zoom_restores(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open("?at=51.7,36.2,10.5")
    map_page.zoom("in")
    deepest = map_page.position()
    assert deepest == "51.700,36.200,11"
    expect(map_page.frame.locator(".leaflet-control-zoom-in")).to_contain_class("leaflet-disabled")
    restored = MapPage(new_page(), samples.address).open(f"?at={deepest}")
    assert restored.position() == deepest


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("51.73724,36.18728,6.25", "51.737,36.187,6.25"), ("51.7,36.2,13.25", "51.700,36.200,11")],
)
def test_a_position_that_is_not_moved_stays_as_it_was_sent(
    samples, new_page, sent: str, shown: str
) -> None:
    """Too deep a zoom is shown as deep as the map goes."""
    map_page = MapPage(new_page(), samples.address).open(f"?at={sent}")
    assert map_page.position() == shown
    map_page.page.set_viewport_size({"width": 1100, "height": 700})
    map_page.search("museum")
    assert map_page.query()["at"] == [sent]
    assert map_page.position() == shown


def test_a_tooltip_is_small_and_never_cut_off(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    box = map_page.page.locator(".st-key-map iframe").bounding_box()
    tooltip = map_page.frame.locator(".leaflet-tooltip")
    assert box
    for way in ((-9, 0), (9, 0), (0, -9), (0, 9)):
        map_page.frame.evaluate(
            """([dx, dy]) => {
              const { x, y } = Dateline.markers().find((one) => one.name === "Moscow");
              const to = [dx < 0 ? 12 : dx > 0 ? innerWidth - 12 : innerWidth / 2,
                          dy < 0 ? 12 : dy > 0 ? innerHeight - 12 : innerHeight / 2];
              Dateline.map.panBy([x - to[0], y - to[1]], { animate: false });
            }""",
            list(way),
        )
        marker = map_page.markers()["Moscow"]
        map_page.point_at(box["width"] / 2, box["height"] / 3)
        expect(tooltip).to_have_count(0)
        map_page.point_at(marker["x"], marker["y"])
        expect(tooltip).to_contain_text("Moscow")
        shown = tooltip.bounding_box()
        assert shown
        assert shown["width"] <= 221
        assert shown["x"] >= box["x"]
        assert shown["y"] >= box["y"]
        assert shown["x"] + shown["width"] <= box["x"] + box["width"]
        assert shown["y"] + shown["height"] <= box["y"] + box["height"]


def test_a_sign_stays_near_its_point(dashboard, new_page) -> None:
    map_page = MapPage(new_page(), dashboard.address).open("?at=25,60,1")
    moved = [one["moved"] for one in map_page.markers().values()]
    assert max(moved) > 0
    assert max(moved) <= 36


def test_back_undoes_a_choice_and_a_filter(map_page: MapPage) -> None:
    before = set(map_page.markers())
    map_page.search("museum")
    map_page.click_marker("Hwasong")
    map_page.page.go_back()
    expect(map_page.reading.locator("mark")).to_have_count(0)
    expect(map_page.words_field).to_have_value("museum")
    map_page.page.go_back()
    map_page.has_only(*before)
    expect(map_page.words_field).to_have_value("")
    map_page.page.go_forward()
    map_page.page.go_forward()
    expect(map_page.reading.locator("h2")).to_have_text("Hwasong")


def test_two_quick_steps_both_count(map_page: MapPage) -> None:
    """The second is sent before the browser has heard where the first one led."""
    marker = map_page.markers()["Pyongyang"]
    box = map_page.page.locator(".st-key-map iframe").bounding_box()
    assert box
    map_page.words_field.fill("museum")
    map_page.page.mouse.click(box["x"] + marker["x"], box["y"] + marker["y"])
    expect(map_page.reading.locator("h2")).to_have_text("Pyongyang")
    map_page.has_query(words=["museum"], place=["1871859"])


def test_a_row_of_the_table_chooses_its_place(map_page: MapPage) -> None:
    Table(map_page, "places-table").choose(0)
    chosen = [name for name, one in map_page.markers().items() if one["sign"]["chosen"]]
    expect(map_page.reading.locator("h2")).to_have_text(chosen[0])
    assert len(chosen) == 1


def test_a_mention_in_an_article_chooses_its_place_with_the_keyboard(map_page: MapPage) -> None:
    map_page.click_marker("Hwasong")
    with map_page.step():
        map_page.reading.get_by_role("button", name="Read the whole article").first.click()
    mention = map_page.reading.locator("mark.actor", has_text="Moscow").first
    expect(mention).to_be_visible()
    mention.focus()
    with map_page.step():
        map_page.page.keyboard.press("Enter")
    expect(mention).to_have_attribute("aria-pressed", "true")
    assert map_page.markers()["Moscow"]["sign"]["chosen"]
    assert map_page.query()["place"] == ["524901"]
    expect(mention).to_be_focused()
    map_page.page.get_by_role("button", name="Back to the passages").click()
    expect(map_page.reading.locator("h2")).to_have_text("Moscow")


def test_a_phone_shows_the_map_then_the_passages(dashboard, new_page) -> None:
    phone = MapPage(new_page(viewport={"width": 390, "height": 844}), dashboard.address)
    phone.open(f"?place={HWASONG}")
    expect(phone.marks.first).to_be_visible()
    width = phone.page.evaluate("() => document.querySelector('.stMain').scrollWidth")
    assert width <= 390
    drawn = phone.page.locator(".st-key-map iframe").bounding_box()
    passages = phone.reading.bounding_box()
    assert drawn and passages
    assert drawn["y"] + drawn["height"] <= passages["y"]
    assert drawn["height"] < 400
    assert phone.frame.evaluate("() => innerHeight") == pytest.approx(drawn["height"], abs=3)


def theme(map_page: MapPage) -> str:
    return str(map_page.frame.evaluate("() => document.documentElement.dataset.theme"))


@pytest.mark.parametrize(("scheme", "other"), [("light", "Dark"), ("dark", "Light")])
def test_the_map_follows_the_theme_at_once(samples, new_page, scheme: str, other: str) -> None:
    map_page = MapPage(new_page(color_scheme=scheme), samples.address).open()
    assert theme(map_page) == scheme
    map_page.frame.evaluate("() => { window.sameDocument = true; }")
    map_page.page.locator("[data-testid=stMainMenu] button").first.click()
    map_page.page.get_by_role("menuitemradio", name=other).or_(
        map_page.page.get_by_role("radio", name=other)
    ).first.click()
    map_page.frame.wait_for_function(
        "(wanted) => document.documentElement.dataset.theme === wanted", arg=other.lower()
    )
    map_page.settle()
    assert map_page.frame.evaluate("() => window.sameDocument")
