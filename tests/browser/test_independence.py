"""One wire in three outlets is one voice: counted, gathered, compared, and counted once."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

pytest.importorskip("playwright", reason="the package playwright is not installed")

from playwright.sync_api import expect

from geodata.corpus.store import open_corpus
from tests.browser.conftest import environment, serve
from tests.browser.map_page import MapPage

WIRE = [
    "Two ferries left the harbour of Mombasa before dawn on Tuesday with flour for the islands.",
    "At least 14 people were taken from the water near Mombasa after one of them struck a reef.",
    "The ministry in Nairobi promised an inquiry into the state of the older ships.",
]
ARTICLES = [
    {"title": "Ferry strikes reef", "source": "Harbour Wire",
     "published": "2025-10-24", "text": "\n".join(WIRE)},
    {"title": "Ferry accident off the coast", "source": "Coast Daily",
     "published": "2025-10-25",
     "text": "\n".join([
         WIRE[0],
         "At least 17 people were taken from the water near Mombasa after one of them struck a"
         " reef in heavy rain.",
         "Our reporter saw <b>ambulances</b> wait at the pier until ${noon}."])},
    {"title": "Ferry strikes reef", "source": "Lake Post", "text": "\n".join(WIRE)},
    {"title": "A day at the fish market", "source": "Island Review",
     "published": "2025-10-26",
     "text": "Fish was dear in Mombasa this week because few boats dared to go out at night."},
]  # fmt: skip


@dataclass(frozen=True)
class Wires:
    """A dashboard of these articles, and their ids by source."""

    address: str
    ids: dict[str, str]


@pytest.fixture(scope="module")
def wires(root, tmp_path_factory, chromium, gazetteer) -> Iterator[Wires]:
    """A corpus of one wire in three outlets, and one report of its own."""
    del chromium, gazetteer
    folder = tmp_path_factory.mktemp("wires")
    lines, corpus = folder / "wires.jsonl", folder / "corpus.sqlite"
    lines.write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "geodata", "ingest", str(lines)],
        cwd=root,
        env=environment(root, corpus),
        check=True,
        capture_output=True,
    )
    articles = open_corpus(str(corpus)).snapshot().articles
    ids = dict(articles.select("source", "article_id").iter_rows())
    for address in serve(root, corpus, folder / "log.txt"):
        yield Wires(address, ids)


def test_copies_are_gathered_under_the_earliest_and_say_what_they_changed(wires, new_page) -> None:
    map_page = MapPage(new_page(), wires.address).open()
    assert "4 articles" in map_page.markers()["Mombasa"]["sign"]["note"]
    assert "2 independent texts" in map_page.markers()["Mombasa"]["sign"]["note"]
    map_page.click_marker("Mombasa")
    reading = map_page.reading
    expect(reading.locator(".dl-place p")).to_contain_text("4 outlets, 2 independent texts")
    titles = reading.locator("article h3")
    expect(titles).to_have_text(["A day at the fish market", "Ferry strikes reef"])
    wire = reading.locator("article", has_text="Harbour Wire")
    expect(wire.locator(".meta").first).to_contain_text("3 outlets, 1 independent text")

    also = wire.locator("details.also")
    expect(also.locator(".copy").first).to_be_hidden()
    also.locator("summary").focus()
    map_page.page.keyboard.press("Enter")
    expect(also.locator("summary")).to_contain_text(
        "Also in Coast Daily, 25 Oct 2025; Lake Post, undated"
    )
    expect(also).to_contain_text("Which was first is not known: Lake Post is undated.")
    edited = also.locator(".copy", has_text="Coast Daily")
    changed = edited.locator(".copy-text")
    expect(changed.locator("del")).to_contain_text("14")
    expect(changed.locator("ins").first).to_contain_text("17")
    expect(changed.locator("ins").last).to_contain_text("in heavy rain")
    expect(changed.locator("ins .dl-spoken").first).to_have_text("only in B: ")
    same = also.locator(".copy", has_text="Lake Post")
    expect(same).to_contain_text("Word for word the same.")
    expect(same.locator(".copy-text")).to_have_count(0)
    for asked in also.locator("button").all():
        box = asked.bounding_box()
        assert box and box["height"] >= 24

    with map_page.step():
        edited.get_by_role("button", name="Compare the whole articles").click()
    assert map_page.query()["article"] == [wires.ids["Coast Daily"]]
    assert map_page.query()["beside"] == [wires.ids["Harbour Wire"]]
    copies = map_page.page.locator(".dl-copies")
    expect(copies).to_contain_text("Harbour Wire, 24 Oct 2025, was first.")
    expect(copies.locator("ins").last).to_have_css("text-decoration-line", "underline")
    expect(copies.locator("ins .dl-spoken").first).to_have_css("position", "absolute")
    expect(copies.locator(".dl-part.one")).to_contain_text("The ministry in Nairobi promised")
    expect(copies.locator(".dl-part.other")).to_contain_text("<b>ambulances</b> wait")
    expect(copies.locator(".dl-part.other")).to_contain_text("until ${noon}")
    map_page.page.go_back()
    expect(titles).to_have_text(["A day at the fish market", "Ferry strikes reef"])


def test_a_switch_counts_shared_text_once_and_loses_no_place(wires, new_page) -> None:
    map_page = MapPage(new_page(), wires.address).open()
    before = map_page.markers()
    with map_page.step():
        map_page.page.get_by_text("Count shared text once").click()
    after = map_page.markers()
    assert set(after) == set(before)
    assert (before["Mombasa"]["sign"]["n"], after["Mombasa"]["sign"]["n"]) == (7, 3)
    assert "2 independent texts" in after["Mombasa"]["sign"]["note"]
    expect(map_page.page.get_by_text("in copies of an earlier text").first).to_be_visible()
    assert map_page.query()["copies"] == ["once"]
    map_page.click_marker("Mombasa")
    expect(map_page.reading.locator("details.also")).to_have_count(1)
    restored = MapPage(new_page(), wires.address).open("?copies=once")
    assert restored.markers()["Mombasa"]["sign"]["n"] == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_article_opens_its_comparison_on_a_phone(wires, new_page, scheme: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    map_page = MapPage(page, wires.address).open(f"?article={wires.ids['Harbour Wire']}")
    page.get_by_role("button", name="Shares most of its text with 2 articles").click()
    copies = page.locator(".dl-copies")
    expect(copies.locator(".dl-part.both").first).to_be_visible()
    map_page.has_query(beside=[wires.ids["Lake Post"]])
    assert page.evaluate("() => document.querySelector('.stMain').scrollWidth") <= 390
    page.get_by_role("button", name="Read the whole article").click()
    expect(map_page.reading.locator("article").get_by_role("heading")).to_have_text(
        "Ferry strikes reef"
    )
    map_page.has_query(beside=[])


def test_an_address_that_compares_what_shares_nothing_opens_the_article(wires, new_page) -> None:
    wire = wires.ids["Harbour Wire"]
    map_page = MapPage(new_page(), wires.address)
    for beside in (wires.ids["Island Review"], wire, "<script>"):
        map_page.open(f"?article={wire}&beside={beside}")
        expect(map_page.reading.locator("article").get_by_role("heading")).to_have_text(
            "Ferry strikes reef"
        )
        expect(map_page.page.locator(".dl-copies")).to_have_count(0)


def test_the_samples_are_each_a_text_of_its_own(samples, new_page) -> None:
    map_page = MapPage(new_page(), samples.address).open("?place=1871859")
    expect(map_page.reading.locator(".dl-place p")).to_contain_text(
        "5 articles · 5 outlets, 5 independent texts"
    )
    expect(map_page.reading.locator("details.also")).to_have_count(0)


def test_the_two_real_reports_of_one_wire_are_one_text(five_articles, new_page) -> None:
    map_page = MapPage(new_page(), five_articles.address).open("?place=dateline:kp-taesong")
    expect(map_page.reading.locator(".dl-place p")).to_contain_text("2 outlets, 1 independent text")
    expect(map_page.reading.locator("article h3")).to_have_count(1)
    map_page.reading.locator("details.also summary").click()
    with map_page.step():
        map_page.reading.get_by_role("button", name="Compare the whole articles").click()
    expect(map_page.page.locator(".dl-copies ins").first).to_be_visible()
    expect(map_page.page.locator(".dl-part.one").first).to_be_visible()
    expect(map_page.page.locator(".dl-part.other").first).to_be_visible()
