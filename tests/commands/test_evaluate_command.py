from pathlib import Path

from pytest import mark
from typer.testing import CliRunner

from geodata.__main__ import app

pytestmark = mark.usefixtures("gazetteer")

GOLD = """<articles><article docid="7"><text>Snow fell in [Moscow] on Monday.</text>
<toponyms><toponym><start>14</start><end>20</end><phrase>Moscow</phrase><gaztag geonameid="1">
<fclass>P</fclass><lat>46.73</lat><lon>-117</lon></gaztag></toponym></toponyms></article></articles>
"""


def test_evaluate_prints_the_figures_and_the_errors(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(GOLD, encoding="utf-8")
    result = CliRunner().invoke(
        app,
        ["evaluate", str(path)],
        env={"DATELINE_GAZETTEER": str(root / ".dateline" / "gazetteer.bin")},
    )
    assert result.exit_code == 0, result.output
    assert "end-to-end F1" in result.output
    assert "wrong candidate" in result.output
    assert "[[Moscow]]" in result.output


def test_a_second_look_knows_where_a_source_is(tmp_path: Path, root: Path) -> None:
    domain = "<domain>palouse.example</domain>"
    local = "".join(
        f"<article docid='{number}'>{domain}<text>They met in Lewiston, Idaho, and in Genesee, "
        "Idaho.</text><toponyms></toponyms></article>"
        for number in range(3)
    )
    gold = GOLD.replace('"7">', f'"7">{domain}').replace("<articles>", f"<articles>{local}")
    path = tmp_path / "gold.xml"
    path.write_text(gold, encoding="utf-8")
    printed = []
    for more in ([], ["--second-look"]):
        result = CliRunner().invoke(
            app,
            ["evaluate", str(path), *more],
            env={"DATELINE_GAZETTEER": str(root / ".dateline" / "gazetteer.bin")},
        )
        assert result.exit_code == 0, result.output
        printed.append(next(line for line in result.output.splitlines() if "161 km" in line))
    assert "0.000" in printed[0]
    assert "1.000" in printed[1]


def test_with_gold_toponyms_recognition_is_perfect(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "gold.xml"
    path.write_text(GOLD, encoding="utf-8")
    result = CliRunner().invoke(
        app,
        ["evaluate", str(path), "--gold-toponyms"],
        env={"DATELINE_GAZETTEER": str(root / ".dateline" / "gazetteer.bin")},
    )
    row = next(line for line in result.output.splitlines() if "recognition F1" in line)
    assert "1.000" in row


def test_roles_are_scored_on_their_own(root: Path) -> None:
    result = CliRunner().invoke(
        app,
        ["evaluate", "--roles", str(root / "tests" / "mentions" / "role_sentences.tsv")],
        env={"DATELINE_GAZETTEER": str(root / ".dateline" / "gazetteer.bin")},
    )
    assert result.exit_code == 0, result.output
    assert "roles, test set" in result.output
    assert {"location", "actor", "demonym"} <= set(result.output.replace("│", " ").split())


def test_evaluate_asks_for_something_to_evaluate() -> None:
    result = CliRunner().invoke(app, ["evaluate"])
    assert result.exit_code == 2
    assert "--roles" in result.output
