"""The About page, and the words on it that hold settings or versions."""

import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.about_words import accuracy_words, citation_of, network_words
from dashboard.version import VERSION

HOSTILE = "`</code><script>alert(1)</script> [x](javascript:y) :red[boo]"


def test_the_version_is_that_of_the_project(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_what_is_sent_is_told_as_it_is_set_up() -> None:
    alone = network_words(tiles="", may_fetch=False)
    assert "none are set here" in alone
    assert "switched off here" in alone
    tiles = "https://{s}.tiles.example.org/{z}/{x}/{y}.png"
    open_to_more = network_words(tiles=tiles, may_fetch=True)
    assert "tiles.example.org`" in open_to_more
    assert "when you press the button" in open_to_more


def test_another_recogniser_does_not_borrow_the_figures() -> None:
    assert "finds the names" not in accuracy_words("")
    assert "`spacy:en_core_web_sm`" in accuracy_words("spacy:en_core_web_sm")


@pytest.mark.parametrize("words", [accuracy_words(HOSTILE), citation_of(HOSTILE, HOSTILE)])
def test_settings_and_versions_are_no_markup(words: str) -> None:
    for piece in ("<script", "[x](", ":red[", "`<"):
        assert piece not in words


def test_what_is_not_known_is_not_cited() -> None:
    assert citation_of("", "").startswith(f"Dateline {VERSION}. Places: GeoNames")
    assert f"Dateline {VERSION}, corpus 5f-7, gazetteer 1-ab. " in citation_of("5f-7", "1-ab")


def test_the_page_is_drawn_before_any_map_and_without_a_gazetteer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "none.sqlite"))
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "none.bin"))
    monkeypatch.setenv("DATELINE_TILES", "none")
    app = AppTest.from_function(drawn, default_timeout=30).run()
    assert not app.exception
    written = "\n".join(element.value for element in app.markdown)
    for heading in ("What the signs mean", "Roles of a name", "How right it is", "What is sent"):
        assert f"## {heading}" in written
    assert "corpus" not in app.code[0].value
    assert not (tmp_path / "none.bin").exists()


def drawn() -> None:
    from dashboard.views.about import show

    show()
