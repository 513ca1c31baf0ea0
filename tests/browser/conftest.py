"""A running dashboard, a headless Chromium, and pages that forgive neither errors nor leaks."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from geodata.places.gazetteer import Gazetteer

# Keeps Chromium from calling home; the last two let it run as root and without a screen card.
QUIET = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-sandbox",
    "--disable-gpu",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
USUAL = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"}
# As a reader leaves the guided look; a page that is not there yet keeps nothing.
GUIDE_LEFT = """try {
  if (sessionStorage.getItem("dateline-guide") === null) {
    sessionStorage.setItem("dateline-guide", "left");
  }
} catch {}"""
PATIENCE_MS = 60_000
TROUBLE_IN_LOG = ("Traceback", "ERROR", "Error:", "deprecat")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Dashboard:
    """A dashboard being served."""

    address: str
    is_sample: bool


def refuse(reason: str) -> None:
    if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
        pytest.fail(f"DATELINE_REQUIRE_BROWSER is 1, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """One Chromium for all tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        refuse("the package playwright is not installed")
    named = os.environ.get("DATELINE_CHROMIUM")
    path = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        refuse("there is no Chromium: install one, or name it in DATELINE_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_until_served(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{log.read_text()}")


def serve(root: Path, corpus: Path, log: Path, *, tiles: str = "none") -> Iterator[str]:
    address = f"http://127.0.0.1:{free_port()}"
    command = [
        sys.executable,
        *["-m", "streamlit", "run", "dashboard/app.py", "--server.headless=true"],
        *["--server.address=127.0.0.1", f"--server.port={urlsplit(address).port}"],
        "--server.fileWatcherType=none",
    ]
    with log.open("wb") as stream:
        server = subprocess.Popen(
            command,
            cwd=root,
            env=environment(root, corpus) | {"DATELINE_TILES": tiles},
            stdout=stream,
            stderr=stream,
        )
    try:
        wait_until_served(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(20)
    said = log.read_text(errors="replace")
    assert not [word for word in TROUBLE_IN_LOG if word in said], said


def environment(root: Path, corpus: Path) -> dict[str, str]:
    return os.environ | {
        "DATELINE_CORPUS": str(corpus),
        "DATELINE_GAZETTEER": str(root / ".dateline" / "gazetteer.bin"),
        "DATELINE_TILES": "none",
    }


@pytest.fixture(scope="session")
def samples(
    root: Path, tmp_path_factory: pytest.TempPathFactory, chromium, gazetteer: Gazetteer
) -> Iterator[Dashboard]:
    """The dashboard of a new installation: no corpus, so the samples."""
    del chromium, gazetteer  # Needed before a server is worth starting.
    folder = tmp_path_factory.mktemp("samples")
    for address in serve(root, folder / "none.sqlite", folder / "log.txt"):
        yield Dashboard(address, is_sample=True)


@pytest.fixture(scope="session")
def five_articles(
    root: Path,
    shared: Path,
    tmp_path_factory: pytest.TempPathFactory,
    chromium,
    gazetteer: Gazetteer,
) -> Iterator[Dashboard]:
    """The dashboard with the real articles of the running example, read in by the command line."""
    del chromium, gazetteer
    folder = tmp_path_factory.mktemp("five")
    corpus = folder / "corpus.sqlite"
    subprocess.run(
        [sys.executable, "-m", "geodata", "ingest", str(shared / "articles")],
        cwd=root,
        env=environment(root, corpus),
        check=True,
        capture_output=True,
    )
    for address in serve(root, corpus, folder / "log.txt"):
        yield Dashboard(address, is_sample=False)


@pytest.fixture(params=["samples", "five_articles"])
def dashboard(request: pytest.FixtureRequest) -> Dashboard:
    """Each of the two dashboards in turn."""
    served: Dashboard = request.getfixturevalue(request.param)
    return served


@pytest.fixture(scope="session")
def usual(chromium) -> Iterator:
    """The browser of most tests: what one test's page has loaded is in the cache of the next."""
    context = chromium.new_context(**USUAL)
    context.add_init_script(GUIDE_LEFT)
    yield context
    context.close()


@pytest.fixture
def new_page(chromium, usual) -> Iterator:
    """Opens pages; fails on any error in one, or request to another host.

    The first page of a test is in the usual browser, unless it has options; others are in fresh
    ones. The guided look is offered to a first visit only. DATELINE_SLOW_BROWSER=6 slows each
    page's processor six times: what a test does not wait for comes to light.
    """
    contexts, trouble = [], []
    slowed = float(os.environ.get("DATELINE_SLOW_BROWSER") or 1)

    def watch(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            trouble.append(f"a request to {parts.hostname}: {url}")

    def meet(page) -> None:
        page.on("websocket", lambda opened: watch(opened.url))
        if slowed != 1:
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})

    # Of every page that opens in a browser, its frames and workers.
    heard = {
        "request": lambda request: watch(request.url),
        "page": meet,
        "weberror": lambda one: trouble.append(f"a script failed: {one.error}"),
        "console": lambda said: (
            trouble.append(f"the console says: {said.text}") if said.type == "error" else None
        ),
    }

    def fresh(*, is_first_visit: bool, options: Mapping[str, object]):
        context = chromium.new_context(**(USUAL | options))
        if not is_first_visit:
            context.add_init_script(GUIDE_LEFT)
        return context

    def open_one(*, is_first_visit: bool = False, **options: object):
        is_usual = not (contexts or is_first_visit or options)
        context = usual if is_usual else fresh(is_first_visit=is_first_visit, options=options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        for name, hear in heard.items():
            context.on(name, hear)
        return context.new_page()

    yield open_one
    for context in contexts:
        for page in context.pages:
            page.close()
        for name, hear in heard.items():
            context.remove_listener(name, hear)
        if context is not usual:
            context.close()
    assert trouble == []
