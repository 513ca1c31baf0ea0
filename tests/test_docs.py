"""The docs do not lie: what they name exists, and what exists they name."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from geodata.__main__ import app
from geodata.places.place_lists import COLUMNS

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ALL_DOCS = "\n".join(path.read_text(encoding="utf-8") for path in DOCS)
FOLDERS = {path.name for path in ROOT.iterdir() if path.is_dir()} - {".venv", ".git", ".dateline"}
NOT_KEPT = {"dashboard/static/built", ".streamlit/secrets.toml"}


def commands() -> set[str]:
    return set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    return set(phony.split())


def settings() -> set[str]:
    """Every environment variable of ours that code, tests or scripts know."""
    files = [ROOT / "Makefile", ROOT / ".ci" / "run"]
    for folder in ("geodata", "dashboard", "tests", "benchmarks"):
        files += [path for path in (ROOT / folder).rglob("*.py") if path != Path(__file__)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return set(re.findall(r"\bDATELINE_[A-Z_]+\b", text))


def code_in(text: str) -> Iterator[str]:
    """What stands in a code block or between backticks."""
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.splitlines()
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))


def named(doc: Path) -> set[str]:
    return set(code_in(doc.read_text(encoding="utf-8")))


def words_named(doc: Path) -> set[str]:
    return {word.rstrip(".,:;)") for code in named(doc) for word in code.split()}


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_command_in_the_docs_exists(doc: Path) -> None:
    asked = {
        name for code in named(doc) for name in re.findall(r"python -m geodata ([\w-]+)", code)
    }
    assert asked <= commands()


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_make_target_in_the_docs_exists(doc: Path) -> None:
    asked = {name for code in named(doc) for name in re.findall(r"^make ([\w-]+)", code)}
    assert asked <= make_targets()


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_setting_in_the_docs_exists(doc: Path) -> None:
    text = doc.read_text(encoding="utf-8")
    assert set(re.findall(r"\bDATELINE_[A-Z_]+\b", text)) <= settings()


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_file_in_the_docs_exists(doc: Path) -> None:
    missing = {
        word
        for word in words_named(doc)
        if "/" in word
        and word.split("/")[0] in FOLDERS
        and word.rstrip("/") not in NOT_KEPT
        and not list(ROOT.glob(word))
    }
    assert missing == set()


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_link_to_a_file_leads_there(doc: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", doc.read_text(encoding="utf-8"))
    files = [link.split("#")[0] for link in links if "://" not in link and link[0] != "#"]
    assert [file for file in files if not (doc.parent / file).exists()] == []


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.name)
def test_every_module_in_the_docs_can_be_imported(doc: Path) -> None:
    for word in words_named(doc):
        if re.fullmatch(r"geodata(\.\w+)+", word):
            module, _, name = word.rpartition(".")
            held = importlib.import_module(module)
            assert hasattr(held, name) or importlib.import_module(word), word


def test_every_command_is_in_the_docs() -> None:
    assert {name for name in commands() if f"python -m geodata {name}" not in ALL_DOCS} == set()


def test_every_option_is_in_the_docs() -> None:
    options = {
        f"{name} {option}"
        for name, command in typer.main.get_command(app).commands.items()  # type: ignore[attr-defined]
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option not in ALL_DOCS
    }
    assert options == set()


def test_every_make_target_is_in_the_docs() -> None:
    assert {name for name in make_targets() if f"make {name}" not in ALL_DOCS} == set()


def test_every_setting_is_in_the_docs() -> None:
    assert settings() >= {"DATELINE_CORPUS", "DATELINE_GAZETTEER", "DATELINE_TILES"}
    assert {name for name in settings() if name not in ALL_DOCS} == set()


def test_every_column_of_a_place_list_is_in_the_docs() -> None:
    assert {column for column in COLUMNS if f"`{column}`" not in ALL_DOCS} == set()


def test_the_doc_strings_name_commands_that_exist() -> None:
    asked: set[str] = set()
    for path in sorted((ROOT / "geodata").rglob("*.py")) + sorted(
        (ROOT / "dashboard").rglob("*.py")
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                asked |= set(re.findall(r"python -m geodata ([a-z][\w-]+)", node.value))
    assert asked <= commands()
