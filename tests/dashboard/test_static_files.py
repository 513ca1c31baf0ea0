from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from xstatic.pkg import leaflet

from dashboard.static_files import prepare_leaflet

PACKAGED = Path(leaflet.BASE_DIR)


def test_leaflet_is_put_where_it_is_served(tmp_path: Path) -> None:
    folder = prepare_leaflet(tmp_path)
    for name in ("leaflet.js", "leaflet.css"):
        assert (folder / name).read_bytes() == (PACKAGED / name).read_bytes()


def test_a_damaged_copy_is_mended(tmp_path: Path) -> None:
    script = prepare_leaflet(tmp_path) / "leaflet.js"
    script.write_text("half a scr")
    prepare_leaflet(tmp_path)
    assert script.read_bytes() == (PACKAGED / "leaflet.js").read_bytes()


def test_a_good_copy_is_left_alone(tmp_path: Path) -> None:
    script = prepare_leaflet(tmp_path) / "leaflet.js"
    before = script.stat().st_mtime_ns
    prepare_leaflet(tmp_path)
    assert script.stat().st_mtime_ns == before


def test_starting_at_once_leaves_whole_files_only(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starts:
        list(starts.map(lambda _: prepare_leaflet(tmp_path), range(16)))
    assert sorted(path.name for path in (tmp_path / "leaflet").iterdir()) == [
        "leaflet.css",
        "leaflet.js",
    ]
