"""A visitor's own articles: looked over, mended, added, theirs alone; nothing in them runs."""

import io
import zipfile

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import Locator, expect

from tests.browser.map_page import MapPage

HOSTILE = (
    "</script><script>window.top.pwned=1</script><img src=x onerror='window.top.pwned=2'> "
    "${window.top.pwned=3} `${window.top.pwned=4}` C:\\users \u202eevil"
)
TEXT = f"""Storm reaches the port of Mombasa

MOMBASA, Kenya. A storm reached Mombasa on Friday and moved on to Nairobi. {HOSTILE}

Ships waited off Mombasa for two days.

Most read
1. Quake shakes Lima
2. Vote in Quito
3. Fire near Bogota
"""
FEED = """<rss version="2.0"><channel><title>Andes wire</title>
<item><title>Rain in Cusco</title><link>http://127.0.0.1/rain</link>
<description>It rains in Cusco, and the road to Lima is closed.</description></item>
</channel></rss>"""


def opened(map_page: MapPage) -> MapPage:
    map_page.page.get_by_role("link", name="Add articles").click()
    expect(map_page.page.get_by_role("heading", name="Add articles")).to_be_visible()
    return map_page


@pytest.fixture
def adding(samples, new_page) -> MapPage:
    return opened(MapPage(new_page(), samples.address).open())


def paste(adding: MapPage, text: str) -> None:
    page = adding.page
    page.get_by_role("tab", name="Paste a text").click()
    page.get_by_label("The article as plain text").fill(text)
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_role("heading", name="Look it over")).to_be_visible()


def upload(adding: MapPage, **files: bytes) -> None:
    adding.page.locator("input[type=file]").set_input_files(
        [
            {"name": name.replace("_", "."), "mimeType": "text/plain", "buffer": content}
            for name, content in files.items()
        ]
    )
    expect(adding.page.get_by_test_id("stFileChip")).to_have_count(len(files))
    adding.page.get_by_role("button", name="Read the files").click()


def field(adding: MapPage, label: str) -> Locator:
    return adding.page.get_by_role("textbox", name=label)


def mend(adding: MapPage, label: str, words: str) -> None:
    field(adding, label).fill(words)
    field(adding, label).press("Enter")
    adding.settle()


def add(adding: MapPage, count: str) -> None:
    adding.page.get_by_role("button", name=f"Add {count} to the map").click()
    expect(adding.page.get_by_text(f"{count} added to your map.")).to_be_visible()


def see_on_map(adding: MapPage) -> MapPage:
    adding.page.get_by_role("button", name="on the map").click()
    return adding.come_back()


def test_a_hostile_text_is_looked_over_mended_and_mapped_as_text(adding: MapPage) -> None:
    page = adding.page
    paste(adding, TEXT)
    draft = page.locator(".dl-draft")
    expect(draft.locator("mark", has_text="Mombasa").first).to_be_visible()
    expect(draft.get_by_text("${window.top.pwned=3}")).to_be_visible()
    left_out = draft.locator(".dl-left-out", has_text="Quake shakes Lima")
    expect(left_out).to_contain_text("Not the article’s own words")
    expect(left_out.locator("mark")).to_have_count(0)
    places = page.locator(".dl-names").first
    expect(places.locator("li", has_text="Mombasa")).to_contain_text("4×")
    expect(places.locator("li", has_text="Lima")).to_have_count(0)
    expect(page.get_by_role("note")).to_contain_text("no source, no date")

    mend(adding, "Headline", HOSTILE)
    mend(adding, "Source", "The <b>Coast</b> $x$ :red[Daily]")
    mend(adding, "Web address", "javascript:alert(1)")
    expect(page.get_by_text("Not kept: a web address begins with")).to_be_visible()
    mend(adding, "Web address", "https://coast.example/storm")
    expect(page.get_by_role("note")).to_contain_text("no date")
    expect(page.get_by_role("note")).not_to_contain_text("no source")
    add(adding, "1 article")
    expect(page.locator(".dl-own")).to_contain_text("The <b>Coast</b> $x$ :red[Daily] · undated")

    map_page = see_on_map(adding)
    title = map_page.reading.get_by_role("heading").first
    expect(title).to_contain_text("</script><script>window.top.pwned=1</script>")
    expect(title).to_contain_text("C:\\users evil")
    expect(map_page.reading.locator("p", has_text="${window.top.pwned=3}").first).to_be_visible()
    assert "Mombasa" in map_page.markers()
    assert page.evaluate("() => window.pwned") is None


def test_added_articles_are_in_view_and_seen_by_nobody_else(dashboard, new_page) -> None:
    map_page = MapPage(new_page(), dashboard.address).open("?words=museum&at=40.000,127.000,6")
    adding = opened(map_page)
    paste(adding, TEXT)
    add(adding, "1 article")
    see_on_map(adding)
    assert {"Mombasa", "Nairobi", "Pyongyang"} <= set(adding.markers())
    assert adding.outside_view() == []
    adding.has_query(words=[])
    assert "Mombasa" not in MapPage(new_page(), adding.address).open().markers()


def test_several_files_are_listed_and_one_is_left_out(adding: MapPage) -> None:
    page = adding.page
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lima.txt", "Quake shakes Lima\n\nA quake shook Lima and Cusco today.\n")
        archive.writestr("inner.zip", b"PK")
    upload(
        adding,
        storm_txt=TEXT.encode(),
        binary_txt=b"\x00\x89PNG\x00" * 99,
        table_csv=b"colour,size\nred,5\n",
        more_zip=stream.getvalue(),
        wire_rss=FEED.encode(),
    )
    expect(page.get_by_role("heading", name="Look them over")).to_be_visible()
    trouble = page.get_by_role("alert")
    for name in ("binary.txt", "table.csv", "more.zip, inner.zip"):
        expect(trouble).to_contain_text(name)
    expect(field(adding, "Headline")).to_have_value("Storm reaches the port of Mombasa")
    expect(page.get_by_role("button", name="Previous")).to_be_disabled()

    page.get_by_role("button", name="Next").click()
    expect(field(adding, "Headline")).to_have_value("Quake shakes Lima")
    expect(page.get_by_text("2 of 3")).to_be_visible()
    mend(adding, "Headline", "Lima shakes")
    page.get_by_text("Add this one").click()
    expect(page.get_by_role("button", name="Add 2 articles to the map")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(field(adding, "Headline")).to_have_value("Rain in Cusco")
    expect(page.get_by_role("button", name="Next")).to_be_disabled()

    # The page behind the entry lies on this machine: it is refused, and the summary is kept.
    page.get_by_role("button", name="Fetch 1 whole article").click()
    note = page.get_by_role("note")
    expect(note).to_contain_text("This is the feed’s own text.")
    expect(note).to_contain_text("private network")
    expect(page.get_by_role("button", name="Fetch 1 whole article")).to_have_count(0)
    page.get_by_role("button", name="Previous").click()
    expect(field(adding, "Headline")).to_have_value("Lima shakes")

    add(adding, "2 articles")
    own = page.locator(".dl-own")
    expect(own).to_have_count(2)
    page.get_by_role("button", name="Remove", exact=True).first.click()
    expect(own).to_have_count(1)
    expect(own).to_contain_text("Storm reaches the port of Mombasa")
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_role("heading", name="Yours, this visit")).to_have_count(0)


def test_what_is_put_aside_is_nowhere(adding: MapPage) -> None:
    paste(adding, TEXT)
    adding.page.get_by_role("button", name="Put it aside").click()
    expect(adding.page.get_by_role("heading", name="Add articles")).to_be_visible()
    expect(adding.page.get_by_text("added to your map")).to_have_count(0)
    expect(adding.page.get_by_role("heading", name="Yours, this visit")).to_have_count(0)


def test_this_machine_is_never_asked_for_a_page(adding: MapPage) -> None:
    page = adding.page
    page.get_by_role("tab", name="From the web").click()
    addresses = page.get_by_label("Addresses of articles")
    addresses.fill(f"http://127.0.0.1/\nlocalhost\nhttp://[::1]/\n{adding.address}/")
    page.get_by_role("button", name="Fetch and read").click()
    trouble = page.get_by_role("alert")
    expect(trouble.locator("p")).to_have_count(4)
    expect(trouble).to_contain_text("https://localhost: this address lies on this machine")
    expect(trouble).to_contain_text(f"{adding.address}/: this address lies on this machine")
    # What was typed is still there to be mended.
    expect(addresses).to_be_visible()
    expect(addresses).to_have_value(
        f"http://127.0.0.1/\nlocalhost\nhttp://[::1]/\n{adding.address}/"
    )


def test_the_filters_are_still_there_on_the_way_back(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open()
    map_page.search("museum")
    map_page.zoom("out")
    seen = (map_page.position(), set(map_page.markers()))
    map_page.page.get_by_role("link", name="About").click()
    expect(map_page.page.get_by_role("heading", name="About this map")).to_be_visible()
    map_page.page.get_by_role("link", name="Map", exact=True).click()
    map_page.come_back()
    assert (map_page.position(), set(map_page.markers())) == seen
    map_page.has_query(words=["museum"])
