"""The shape of the code, held: who imports whom, who caches, what files may be named and weigh."""

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VAGUE_NAMES = {"utils", "util", "helpers", "common", "core", "services", "managers", "base", "misc"}


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def importers(package: str, *folders: str) -> set[str]:
    return {
        shown(path)
        for path in modules(*folders)
        if any(name.split(".")[0] == package for name in imports(path))
    }


def test_the_layers_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_corpus_speaks_sql() -> None:
    found = importers("sqlalchemy", "geodata", "dashboard")
    assert found, "no module imports SQLAlchemy: has the corpus moved?"
    assert {name for name in found if not name.startswith("geodata/corpus/")} == set()


def test_only_what_is_opened_and_shown_is_cached() -> None:
    caching = {
        shown(path)
        for path in modules("dashboard")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr.startswith("cache_"))
        or (isinstance(node, ast.alias) and node.name.startswith("cache_"))
    }
    assert caching == {"dashboard/data.py", "dashboard/geoparsing.py"}


@pytest.mark.parametrize(
    "path",
    [path for path in modules("geodata", "dashboard") if path.name == "__init__.py"],
    ids=shown,
)
def test_a_package_file_holds_a_docstring_only(path: Path) -> None:
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    assert [type(statement) for statement in statements] == [ast.Expr]


@pytest.mark.parametrize("path", modules("geodata", "dashboard"), ids=shown)
def test_a_module_says_what_it_holds_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "the module has no docstring"
    assert len(text.splitlines()) <= 400
    assert VAGUE_NAMES.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)


def test_no_folder_of_tests_is_a_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_no_test_patches_by_string_path() -> None:
    """`monkeypatch.setattr("a.b", ...)` and `mock.patch("a.b")` break when the code moves."""
    patched = [
        f"{shown(path)}:{node.lineno}"
        for path in modules("tests")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id)
        in {"setattr", "patch"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]
    assert patched == []


def test_every_file_the_code_reads_is_packaged() -> None:
    patterns: dict[str, list[str]] = PYPROJECT["tool"]["setuptools"]["package-data"]
    left_out = [
        shown(path)
        for package in ("geodata", "dashboard")
        for path in (ROOT / package).rglob("*")
        if path.is_file()
        and path.suffix not in {".py", ".pyc"}
        and path.name != "README.md"
        and "leaflet" not in path.parts
        and not any(
            fnmatch(path.relative_to(ROOT / package).as_posix(), pattern.replace("**/", "*"))
            for pattern in patterns[package]
        )
    ]
    assert left_out == []


def test_every_package_the_code_imports_is_declared() -> None:
    project = PYPROJECT["project"]
    lines = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    declared = {canonicalize_name(Requirement(line).name) for line in lines}
    homes = packages_distributions()
    ours = sys.stdlib_module_names | {"geodata", "dashboard"}
    undeclared = {
        f"{shown(path)}: {name}"
        for path in modules("geodata", "dashboard")
        for name in imports(path)
        if (top := name.split(".")[0]) not in ours
        and declared.isdisjoint(map(canonicalize_name, homes.get(top, [top])))
    }
    assert undeclared == set()


def pinned() -> list[Requirement]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize(
    "needed", list(map(Requirement, PYPROJECT["project"]["dependencies"])), ids=str
)
def test_the_pinned_requirements_satisfy_the_project(needed: Requirement, python: str) -> None:
    """`make requirements` writes requirements.txt anew from pyproject.toml."""
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    pins = [
        next(iter(pin.specifier)).version
        for pin in pinned()
        if canonicalize_name(pin.name) == canonicalize_name(needed.name)
        and (pin.marker is None or pin.marker.evaluate(environment))
    ]
    assert len(pins) == 1, f"{needed.name} is pinned {len(pins)} times in requirements.txt"
    assert needed.specifier.contains(pins[0]), f"{needed.name}=={pins[0]}: run `make requirements`"


def test_the_pinned_requirements_name_no_index() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--" not in text
