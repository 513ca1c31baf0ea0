import asyncio
import runpy
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit as st

from dashboard import warm_up

APP = Path(__file__).parents[2] / "dashboard" / "app.py"


def drawn_before_the_first_visit(monkeypatch: pytest.MonkeyPatch, gazetteer: Path) -> int:
    drawn = []

    class Server:
        async def does_script_run_without_error(self) -> tuple[bool, str]:
            drawn.append(1)
            return True, "ok"

    async def start_and_stop() -> None:
        async with warm_up.warm_up(st.App(APP)):
            pass

    monkeypatch.setenv("DATELINE_GAZETTEER", str(gazetteer))
    monkeypatch.setattr(warm_up, "get_instance", Server)
    with ThreadPoolExecutor(1) as server:  # A test before may have left a loop in this thread.
        server.submit(asyncio.run, start_and_stop()).result()
    return len(drawn)


def test_the_page_is_drawn_once_before_the_first_visit(monkeypatch, tmp_path: Path) -> None:
    gazetteer = tmp_path / "gazetteer.bin"
    gazetteer.touch()
    assert drawn_before_the_first_visit(monkeypatch, gazetteer) == 1


def test_a_missing_gazetteer_is_left_to_the_visit_that_sees_it_built(monkeypatch, tmp_path) -> None:
    assert drawn_before_the_first_visit(monkeypatch, tmp_path / "gazetteer.bin") == 0


def test_the_server_is_given_an_app_that_runs_the_same_file() -> None:
    served = runpy.run_path(str(APP), run_name="app")["app"]
    assert isinstance(served, st.App)
    assert served.script_path == APP
