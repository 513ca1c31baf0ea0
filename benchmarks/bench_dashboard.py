"""Seconds from a step to the drawn map or table, measured in headless Chromium; prints a table.

`PYTHONPATH=. python benchmarks/bench_dashboard.py [ARTICLES ...]`: the samples, and made-up
articles of a fixed seed, 20 mentions each; by default 100 and 1000 of them. A page is opened in a
browser that has nothing of it yet, once right after the server answers for the first time, and
again as often as a step is taken; what is told is the middle one.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.bench_questions import made_up_articles
from geodata.corpus.store import open_corpus

ROOT = Path(__file__).parents[1]
MENTIONS_PER_ARTICLE, TIMES = 20, 7
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]

# Takes the step, waits for the map's next drawing, then for the frame that shows it.
STEP_TO_DRAWN = """([step]) => new Promise((done, fail) => {
  setTimeout(() => fail("nothing was drawn within a minute"), 60000);
  const map = document.querySelector(".st-key-map iframe").contentWindow;
  const before = map.datelineDrawn, start = performance.now();
  if (step === "marker") {
    const { id } = map.Dateline.markers()[0];
    map.Streamlit.setComponentValue({ chosen: id, nonce: start });
  } else {
    const buttons = [...document.querySelectorAll(".st-key-filter-roles button")];
    buttons.find((button) => button.innerText === step).click();
  }
  const look = () => map.datelineDrawn > before
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
    : setTimeout(look, 2);
  look();
})"""

# Opens a tab under the map, waits for its table, then for the frame that shows it.
TAB_TO_DRAWN = """([label, table]) => new Promise((done, fail) => {
  setTimeout(() => fail("nothing was drawn within a minute"), 60000);
  const start = performance.now();
  const tabs = [...document.querySelectorAll(".st-key-tables-tabs [role=tab]")];
  tabs.find((tab) => tab.innerText.startsWith(label)).click();
  const look = () => document.querySelector(`.st-key-${table} canvas`)
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)))
    : setTimeout(look, 2);
  look();
})"""
TABS = {
    "Compare sources": "compare-all",
    "Check first": "check-table",
    "Not on the map": "off-map-table-unresolved",
}


@contextmanager
def served(corpus: Path) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.headless=true",
         "--server.address=127.0.0.1", f"--server.port={port}", "--server.fileWatcherType=none"],
        cwd=ROOT, env=os.environ | {"DATELINE_CORPUS": str(corpus), "DATELINE_TILES": "none"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while server.poll() is None:
            try:
                urlopen(f"{address}/_stcore/health", timeout=1).close()
                break
            except (URLError, OSError):
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def opened(page: Page, address: str) -> float:
    start = time.perf_counter()
    page.goto(address)
    frame = page.wait_for_selector(".st-key-map iframe", timeout=60_000).content_frame()
    frame.wait_for_function("() => window.datelineDrawn && window.datelineGround", timeout=60_000)
    return time.perf_counter() - start


def steps(page: Page, step: str, times: int = TIMES) -> float:
    taken = []
    for _ in range(times):
        taken.append(page.evaluate(STEP_TO_DRAWN, [step]) / 1000)
        page.wait_for_timeout(700)
    return statistics.median(taken)


def tab_opened(page: Page, label: str) -> float:
    taken = []
    for _ in range(TIMES):
        taken.append(page.evaluate(TAB_TO_DRAWN, [label, TABS[label]]) / 1000)
        page.wait_for_timeout(700)
        page.evaluate(TAB_TO_DRAWN, ["Places", "places-table"])
        page.wait_for_timeout(700)
    return statistics.median(taken)


def measure(article_count: int, browser: Browser) -> list[str]:
    """Of so many made-up articles; of the samples where there are none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corpus.sqlite")
        if article_count:
            corpus = open_corpus(str(path))
            for article in made_up_articles(article_count, MENTIONS_PER_ARTICLE):
                corpus.add(article)
            corpus.close()
        with served(path) as address:
            first, *again = (opened_afresh(browser, address) for _ in range(1 + TIMES))
            page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
            opened(page, address)
            page.wait_for_timeout(1500)
            place_count = page.frames[-1].evaluate("() => Dateline.markers().length")
            filtered, chosen = steps(page, "People"), steps(page, "marker", 1)
            # The samples leave nothing unresolved, so that there is a table less to wait for.
            tabs = [tab_opened(page, label) for label in TABS] if article_count else []
            page.context.close()
    return [str(article_count or "samples"), str(place_count)] + [
        f"{seconds:.2f} s" for seconds in (first, statistics.median(again), filtered, chosen, *tabs)
    ]


def opened_afresh(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    taken = opened(context.new_page(), address)
    context.close()
    return taken


def main() -> None:
    counts = [int(count) for count in sys.argv[1:]] or [0, 100, 1000]
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    table = Table("articles", "places", "first page ever", "page again", "filter changed",
                  "marker chosen", *TABS, title="seconds to the drawn map or table")  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        browser.new_context().new_page().goto("about:blank")  # Its own start is not the page's.
        for count in counts:
            table.add_row(*measure(count, browser))
        browser.close()
    Console().print(table)


if __name__ == "__main__":
    main()
