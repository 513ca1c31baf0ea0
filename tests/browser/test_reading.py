"""Reading in a real browser: the text and the map together, why a place, furniture taken back."""

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Locator, Page, expect

from tests.browser.map_page import MapPage

IN_VIEW = """(mark) => {
  const root = mark.getRootNode(), pane = root.host.closest(".st-key-reading-text");
  const box = pane.getBoundingClientRect(), at = mark.getBoundingClientRect();
  const top = root.querySelector(".top").getBoundingClientRect();
  return at.top >= Math.max(box.top, top.bottom) - 1 && at.bottom <= box.bottom + 1;
}"""
SCROLLED = "() => document.querySelector('.stMain').scrollTop"


@pytest.fixture
def map_page(dashboard, new_page) -> MapPage:
    return MapPage(new_page(), dashboard.address).open()


def open_article(map_page: MapPage, place: str = "Hwasong") -> None:
    map_page.click_marker(place)
    with map_page.step():
        map_page.reading.get_by_role("button", name="Read the whole article").first.click()
    expect(map_page.reading.locator(".bar")).to_be_visible()


def expect_lit(map_page: MapPage, place_id: str) -> None:
    map_page.frame.wait_for_function(
        "(id) => Dateline.lit() && Dateline.lit().id === id", arg=place_id
    )


def expect_in_view(map_page: MapPage, mark: Locator) -> None:
    """Waits until the text has come to rest where a mention is in view."""
    map_page.becomes(lambda: in_view(mark), True)


def in_view(mark: Locator) -> bool:
    """Whether a mention is inside the box that scrolls the text, below what covers its top."""
    return bool(mark.evaluate(IN_VIEW))


def seen(reading: Locator) -> set[str]:
    """The places of the mentions in view."""
    marks = reading.locator(".text mark[data-place]")
    return set(
        marks.evaluate_all(f"(all) => all.filter({IN_VIEW}).map((one) => one.dataset.place)")
    )


def test_an_article_opens_at_the_mention_and_says_why_here(map_page: MapPage) -> None:
    open_article(map_page)
    explained = map_page.reading.locator("mark[aria-current]")
    expect(explained).to_have_count(1)
    expect(explained).to_contain_text("Hwasong")
    expect_in_view(map_page, explained)
    why = map_page.reading.locator(".why")
    expect(why.locator(".why-line")).to_contain_text("Why here?")
    expect(why.locator(".sure")).to_contain_text("% sure")
    expect(why).to_contain_text("Runner-up: ")
    expect(why).to_contain_text("km away")
    assert map_page.query()["mention"][0].endswith("@" + map_page.query()["article"][0])


def test_the_details_of_a_choice_are_told_on_demand(map_page: MapPage, dashboard, new_page) -> None:
    open_article(map_page)
    why = map_page.reading.locator(".why")
    why.get_by_role("button", name="Details").click()
    expect(why.locator("blockquote mark")).to_have_text("Hwasong")
    expect(why.get_by_text("Coordinates: ")).to_contain_text("WGS 84")
    expect(why.get_by_text("in 100")).to_contain_text("measured")
    rows = why.locator("tbody tr")
    expect(rows.first).to_contain_text("Pyongyang")
    expect(rows.first.locator(".distance")).to_have_text("chosen")
    expect(rows.nth(1).locator(".distance")).to_contain_text("km")
    expect(why.locator("a")).to_have_count(0)
    why.get_by_role("button", name="Fewer details").click()
    expect(rows).to_have_count(0)
    restored = MapPage(new_page(), dashboard.address).open(
        map_page.page.evaluate("() => location.search")
    )
    expect(restored.reading.locator("mark[aria-current]")).to_contain_text("Hwasong")
    expect(restored.reading.locator(".why-line")).to_have_text(
        why.locator(".why-line").inner_text()
    )
    why.get_by_role("button", name="Close the explanation").click()
    expect(why).to_be_hidden()
    map_page.has_query(mention=[])


def test_an_approximate_place_and_each_passage_say_why(map_page: MapPage) -> None:
    map_page.click_marker("Sappyol Street")
    why = map_page.reading.locator(".why")
    expect(why.locator(".sure")).to_contain_text("approximate, within")
    expect(why).to_contain_text("its sentence puts it in Taesong")
    map_page.click_marker("Moscow")
    expect(map_page.marks.first).to_contain_text("Moscow")
    each = map_page.reading.locator(".why-here")
    passages = map_page.reading.locator(".text p:has(mark)")
    assert each.count() == passages.count() > 1
    with map_page.step():
        each.last.click()
    expect(map_page.reading.locator("mark[aria-current]")).to_have_count(1)
    chosen = passages.last.locator("mark[aria-current]")
    expect(chosen).to_have_text("Moscow" + chosen.locator(".role").inner_text())
    expect(why).to_contain_text("Moscow, Idaho")


def test_a_mention_lights_its_marker_and_a_marker_its_mentions(map_page: MapPage) -> None:
    open_article(map_page)
    moscow = map_page.reading.locator("mark", has_text="Moscow").first
    moscow.hover()
    expect_lit(map_page, "524901")
    map_page.page.mouse.move(5, 5)
    map_page.frame.wait_for_function("() => !Dateline.lit()")
    map_page.page.keyboard.press("Tab")  # A reader who uses the keyboard.
    moscow.focus()
    expect_lit(map_page, "524901")
    redraws = map_page.frame.evaluate("() => window.datelineDrawn")
    marker = map_page.markers()["Moscow"]
    map_page.point_at(marker["x"], marker["y"])
    expect(moscow).to_contain_class("lit")
    assert map_page.frame.evaluate("() => window.datelineDrawn") == redraws


def test_a_text_scrolled_by_its_bar_stays_there(samples, new_page) -> None:
    """The mention is looked for again while the page finds its shape, not against the reader."""
    map_page = MapPage(new_page(), samples.address).open()
    open_article(map_page)
    expect_in_view(map_page, map_page.reading.locator("mark[aria-current]"))
    text = map_page.page.locator(".st-key-reading-text")
    text.evaluate("(text) => text.scrollTo({ top: text.scrollHeight })")
    below = text.evaluate("(text) => text.scrollTop")
    map_page.page.wait_for_timeout(1800)  # What must not happen has its time.
    assert text.evaluate("(text) => text.scrollTop") == below > 0


def test_the_keyboard_walks_from_name_to_name_and_explains_one(map_page: MapPage) -> None:
    open_article(map_page)
    reading = map_page.reading
    map_page.page.keyboard.press("Tab")
    reading.locator(".turn").last.focus()
    map_page.page.keyboard.press("n")
    current = reading.locator("mark.current")
    expect(current).to_have_count(1)
    first = current.get_attribute("data-start")
    said = reading.get_by_role("status").filter(has_text=" of ")
    expect(said).to_contain_text(current.get_attribute("aria-label") or "?")
    map_page.page.keyboard.press("n")
    map_page.page.keyboard.press("n")
    map_page.page.keyboard.press("p")
    map_page.page.keyboard.press("p")
    expect(current).to_have_attribute("data-start", first or "")
    expect(current).to_be_focused()
    expect_in_view(map_page, current)
    with map_page.step():
        map_page.page.keyboard.press("Enter")
    assert map_page.query()["mention"][0].startswith(f"{first}@")
    expect(current).to_be_focused()


def scroll_text(page: Page, by: int) -> None:
    box = page.locator(".st-key-reading-text").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 20)
    page.mouse.wheel(0, by)


def test_the_map_follows_the_reading_unless_told_not_to(map_page: MapPage) -> None:
    every = "() => Dateline.followed().length === Dateline.markers().length"
    open_article(map_page)
    reading, frame = map_page.reading, map_page.frame
    frame.wait_for_function(every)
    scroll_text(map_page.page, 3000)
    frame.wait_for_function(every.replace("===", "<"))
    map_page.becomes(
        lambda: seen(reading) <= set(frame.evaluate("() => Dateline.followed()")), True
    )
    switch = reading.get_by_role("switch", name="Map follows the reading")
    expect(switch).to_have_attribute("aria-checked", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")
    frame.wait_for_function(every)
    text = map_page.page.locator(".st-key-reading-text")
    below = text.evaluate("(text) => text.scrollTop")
    scroll_text(map_page.page, -500)
    map_page.becomes(lambda: text.evaluate("(text) => text.scrollTop") < below, True)
    map_page.page.wait_for_timeout(400)  # What must not happen has its time.
    assert frame.evaluate(every)
    map_page.reload()
    expect(switch).to_have_attribute("aria-checked", "false")


def test_furniture_is_shown_with_its_reason_and_can_be_taken_back_in(map_page: MapPage) -> None:
    page, reading = map_page.page, map_page.reading
    open_article(map_page)

    def headline() -> tuple[str, str]:
        return page.locator("h1").inner_text(), page.locator(".st-key-headline").inner_text()

    before = headline()
    asides = reading.locator(".aside")
    expect(asides.first).to_contain_text("Not the article’s own words")
    closed = reading.locator("details.aside:not([open]) summary")
    while closed.count():
        closed.first.click()
    takes = reading.get_by_role("button", name="Take it back in")
    count = takes.count()
    takes.last.focus()
    page.keyboard.press("Enter")
    put_back = reading.get_by_role("button", name="Put it back")
    expect(put_back).to_have_count(1)
    expect(reading.locator(".note")).to_contain_text("back in the article, for you and for this")
    expect(page.get_by_text("as you changed them")).to_be_visible()
    expect(takes).to_have_count(count - 1)
    expect(reading.locator(".taken-in mark.off")).to_have_count(0)
    expect(put_back).to_be_focused()
    put_back.click()
    expect(put_back).to_have_count(0)
    expect(takes).to_have_count(count)
    expect(page.get_by_text("as you changed them")).to_have_count(0)
    map_page.becomes(headline, before)


def test_reading_can_start_from_an_article(map_page: MapPage) -> None:
    titles = map_page.reading.locator("button.title")
    expect(titles).to_have_count(5)
    title = titles.first.inner_text()
    with map_page.step():
        titles.first.click()
    expect(map_page.reading.locator("h2")).to_have_text(title)
    expect(map_page.reading.locator(".why")).to_be_hidden()
    assert map_page.query()["article"]
    with map_page.step():
        map_page.page.get_by_role("button", name="Close the article").click()
    expect(titles).to_have_count(5)


def test_a_phone_keeps_a_small_map_above_the_text(dashboard, new_page) -> None:
    phone = MapPage(new_page(viewport={"width": 390, "height": 844}), dashboard.address).open()
    phone.click_marker("Moscow")
    phone.page.wait_for_function(
        "() => document.querySelector('.st-key-reading').getBoundingClientRect().top < 120"
    )
    with phone.step():
        phone.reading.get_by_role("button", name="Read the whole article").first.click()
    explained = phone.reading.locator("mark[aria-current]")
    expect(explained).to_be_in_viewport()
    phone.page.mouse.move(200, 700)
    before = phone.page.evaluate(SCROLLED)
    phone.page.mouse.wheel(0, 300)
    phone.page.wait_for_function(f"(before) => ({SCROLLED})() > before", arg=before)
    phone.settle()
    drawn = phone.page.locator(".st-key-map iframe").bounding_box()
    bar = phone.reading.locator(".bar").bounding_box()
    assert drawn and bar
    assert 40 <= drawn["y"] <= 80
    assert drawn["height"] == pytest.approx(200, abs=4)
    assert drawn["y"] + drawn["height"] <= bar["y"] < 320
    assert phone.page.evaluate("() => document.querySelector('.stMain').scrollWidth") <= 390
    for target in phone.reading.locator("button:visible").all():
        box = target.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24
