"""Settings come from the environment, then from the secrets, then from defaults."""

from pathlib import Path

import pytest

from geodata.errors import GeodataError
from geodata.settings import Settings, default_folder, load_settings


def write(folder: Path, content: str) -> Path:
    path = folder / "secrets.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_defaults_lie_in_the_checkout(root: Path) -> None:
    folder = root / ".dateline"
    assert load_settings({}, None) == Settings(
        str(folder / "corpus.sqlite"), folder / "gazetteer.bin", ""
    )


def test_defaults_of_an_installed_package_lie_with_the_user(tmp_path: Path) -> None:
    folder = default_folder(tmp_path / "site-packages" / "geodata")
    assert folder.is_absolute()
    assert folder.name == "dateline"
    assert tmp_path not in folder.parents


def test_the_environment_comes_before_the_secrets(tmp_path: Path) -> None:
    secrets = write(
        tmp_path,
        'DATELINE_CORPUS = "postgresql://u:p@h/d"\nDATELINE_GAZETTEER = "/g/secret.bin"\n'
        'DATELINE_TILES = "https://t.example/{z}/{x}/{y}.png"\nother = 3\n',
    )
    settings = load_settings({"DATELINE_GAZETTEER": "/g/named.bin"}, secrets)
    assert settings == Settings(
        "postgresql://u:p@h/d", Path("/g/named.bin"), "https://t.example/{z}/{x}/{y}.png"
    )


@pytest.mark.parametrize("said", ["", "none", "NONE", "  none "])
def test_no_tiles_can_be_asked_for_over_the_secrets(tmp_path: Path, said: str) -> None:
    secrets = write(tmp_path, 'DATELINE_TILES = "https://t.example/{z}/{x}/{y}.png"')
    assert load_settings({"DATELINE_TILES": said}, secrets).tiles == ""


@pytest.mark.parametrize("said", ["none", " NONE "])
def test_fetching_can_be_switched_off(said: str) -> None:
    assert not load_settings({"DATELINE_FETCH": said}, None).may_fetch


def test_fetching_is_on_unless_it_is_switched_off(tmp_path: Path) -> None:
    assert load_settings({"DATELINE_FETCH": ""}, None).may_fetch
    assert not load_settings({}, write(tmp_path, 'DATELINE_FETCH = "none"')).may_fetch


@pytest.mark.parametrize("said", ["off", "no", "0", "https"])
def test_a_switch_that_is_not_understood_is_refused_rather_than_left_on(said: str) -> None:
    with pytest.raises(GeodataError, match="write none"):
        load_settings({"DATELINE_FETCH": said}, None)


def test_an_empty_variable_is_not_set(root: Path) -> None:
    settings = load_settings({"DATELINE_CORPUS": " ", "DATELINE_GAZETTEER": ""}, None)
    assert settings.corpus == str(root / ".dateline" / "corpus.sqlite")
    assert settings.gazetteer == root / ".dateline" / "gazetteer.bin"


def test_the_recogniser_is_ours_unless_another_is_set(tmp_path: Path) -> None:
    secrets = write(tmp_path, 'DATELINE_RECOGNISER = "spacy:secret"')
    assert load_settings({}, None).recogniser == ""
    assert load_settings({}, secrets).recogniser == "spacy:secret"
    assert load_settings({"DATELINE_RECOGNISER": "trained"}, secrets).recogniser == "trained"


def test_a_home_folder_is_written_out() -> None:
    settings = load_settings({"DATELINE_GAZETTEER": "~/g.bin"}, None)
    assert settings.gazetteer == Path.home() / "g.bin"


def test_absent_secrets_are_no_secrets(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path / "absent.toml") == load_settings({}, None)


@pytest.mark.parametrize("content", ["DATELINE_CORPUS = ", "\x00", "DATELINE_CORPUS = 3"])
def test_broken_secrets_are_named(tmp_path: Path, content: str) -> None:
    with pytest.raises(GeodataError, match=r"secrets\.toml"):
        load_settings({}, write(tmp_path, content))
