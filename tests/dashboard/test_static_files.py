from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from xstatic.pkg import leaflet

from dashboard.static_files import SCRIPTS, STATIC_FOLDER, joined, prepare_map_files

NAMES = ["map.css", "map.js"]


def test_leaflet_comes_first_and_our_own_after_it_in_their_order() -> None:
    script, style = joined("map.js"), joined("map.css")
    assert script.startswith(Path(leaflet.BASE_DIR, "leaflet.js").read_bytes())
    assert style.startswith(Path(leaflet.BASE_DIR, "leaflet.css").read_bytes())
    own = [script.index((STATIC_FOLDER / f"{name}.js").read_bytes()) for name in SCRIPTS]
    assert own == sorted(own)
    assert style.endswith((STATIC_FOLDER / "map.css").read_bytes())


def test_every_script_is_there_and_none_is_forgotten() -> None:
    assert sorted(SCRIPTS) == sorted(path.stem for path in STATIC_FOLDER.glob("*.js"))


def test_the_files_are_put_where_they_are_served(tmp_path: Path) -> None:
    folder = prepare_map_files(tmp_path)
    for name in NAMES:
        assert (folder / name).read_bytes() == joined(name)


def test_a_damaged_file_is_mended(tmp_path: Path) -> None:
    script = prepare_map_files(tmp_path) / "map.js"
    script.write_text("half a scr")
    prepare_map_files(tmp_path)
    assert script.read_bytes() == joined("map.js")


def test_a_good_file_is_left_alone(tmp_path: Path) -> None:
    script = prepare_map_files(tmp_path) / "map.js"
    before = script.stat().st_mtime_ns
    prepare_map_files(tmp_path)
    assert script.stat().st_mtime_ns == before


def test_starting_at_once_leaves_whole_files_only(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starts:
        list(starts.map(lambda _: prepare_map_files(tmp_path), range(16)))
    assert sorted(path.name for path in (tmp_path / "built").iterdir()) == NAMES
