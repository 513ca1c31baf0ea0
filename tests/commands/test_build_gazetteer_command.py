from pathlib import Path

import pytest

from geodata.commands.build_gazetteer import tell_report
from geodata.places.build import build_gazetteer


def test_what_is_doubtful_in_a_list_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.csv").write_text("name,lat,lon,within\nOur Street,39.1,125.8,nowhere\n")
    target = tmp_path / "gazetteer.bin"
    tell_report(build_gazetteer(target, places=[tmp_path / "mine.csv"], packages=False))
    said = capsys.readouterr()
    assert said.err.startswith("warning: ")
    assert "mine.csv, line 2: lies within 'nowhere'" in said.err
    assert "1 places, 1 names" in said.out
