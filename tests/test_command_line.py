"""The commands as people and programs run them: real processes, a real if tiny gazetteer."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.corpus.store import open_corpus
from geodata.places.build import build_gazetteer
from geodata.places.gazetteer import Gazetteer
from tests.local_paper import BARE, LOCAL, MOSCOW_IDAHO, SOURCE

PLACES = """name,lat,lon,feature_class,feature_code,country,population,id
Pyongyang,39.03385,125.75432,P,PPLC,KP,3222000,1871859
Kursk,51.73733,36.18735,P,PPLA,RU,440000,538560
"""
TEXT = "A museum opened in Pyongyang. “It names Kursk,” he said.\n"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def gazetteer_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazetteer")
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    build_gazetteer(folder / "tiny.bin", places=[folder / "places.csv"], packages=False)
    return folder / "tiny.bin"


@pytest.fixture
def environ(gazetteer_file: Path, tmp_path: Path, root: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(root),
        "DATELINE_GAZETTEER": str(gazetteer_file),
        "DATELINE_CORPUS": str(tmp_path / "corpus.sqlite"),
        "COLUMNS": "100",
    }


@pytest.fixture
def run(environ: dict[str, str], tmp_path: Path) -> Run:
    """`python -m geodata` in a folder of its own, where `news/` may be put."""

    def run_command(
        *arguments: str, given: str | None = None, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "geodata", *arguments],
            cwd=tmp_path,
            env=environ | more,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run_command


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.txt").write_text("Nothing is named here, in this article.\n", encoding="utf-8")
    return folder


def json_lines(printed: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.splitlines()]


def line(**fields: object) -> str:
    return json.dumps(fields) + "\n"


@pytest.mark.parametrize("command", ["geoparse", "ingest", "build-gazetteer"])
def test_help_shows_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"Example: python -m geodata {command} " in done.stdout


def test_help_imports_nothing_heavy(environ: dict[str, str]) -> None:
    code = (
        "import sys; sys.argv = ['geodata', 'ingest', '--help']\n"
        "from geodata.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print({'polars', 'sqlalchemy', 'geopy', 'trafilatura'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("set()\n")


def test_files_are_geoparsed_in_the_order_given(run: Run, news: Path) -> None:
    done = run("geoparse", f"{news.name}/b.txt", f"{news.name}/a.txt", "--plain")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = json_lines(done.stdout)
    assert (first["path"], second["path"]) == ("news/b.txt", "news/a.txt")
    assert first["text"] == TEXT
    assert [(m["start"], m["text"], m["place"]["id"]) for m in first["mentions"]] == [
        (19, "Pyongyang", "1871859"),
        (40, "Kursk", "538560"),
    ]
    assert "“It names Kursk,”" in done.stdout


def test_a_given_toponym_may_hold_no_letter(run: Run) -> None:
    given = line(id="a", text="Kursk - Lima", toponyms=[[5, 6], [6, 7]]) + line(id="b", text="x")
    first, second = json_lines(run("geoparse", "-", given=given).stdout)
    assert [mention["unresolved"] for mention in first["mentions"]] == ["no candidate"] * 2
    assert second["id"] == "b"


def test_a_plain_file_is_taken_like_a_plain_line(run: Run, news: Path) -> None:
    page = "Fair opens in Kursk\nOctober 24, 2025\n\nA fair was opened in Kursk, the mayor said."
    (news / "page.txt").write_text(page, encoding="utf-8")
    from_file = json_lines(run("geoparse", f"{news.name}/page.txt", "--plain").stdout)[0]
    from_line = json_lines(run("geoparse", "-", "--plain", given=line(id=1, text=page)).stdout)[0]
    for described in (from_file, from_line):
        del described["id"], described["path"]
    assert from_file == from_line
    assert (from_file["title"], from_file["published"]) == (None, None)


def test_lines_keep_their_ids_order_and_labels(run: Run) -> None:
    given = line(id="x/1", text=TEXT, title="Opened", published="2025-10-24") + line(id=2, text="")
    done = run("geoparse", "-", "--plain", given=given)
    first, second = json_lines(done.stdout)
    assert (first["id"], second["id"]) == ("x/1", 2)
    assert (first["title"], first["published"], first["source"]) == ("Opened", "2025-10-24", None)


def test_exactly_the_given_toponyms_are_resolved(run: Run) -> None:
    given = line(id="a", text=TEXT, toponyms=[[2, 8], [40, 45]])
    (described,) = json_lines(run("geoparse", "-", given=given).stdout)
    assert [(m["text"], m["place"] and m["place"]["id"]) for m in described["mentions"]] == [
        ("museum", None),
        ("Kursk", "538560"),
    ]


def test_bad_input_is_named_and_the_rest_printed(run: Run, news: Path) -> None:
    (news / "c.txt").write_bytes(b"\x00\x01\x02" * 100)
    given = line(id=1, text=TEXT) + "nonsense\n" + line(id=3, text=TEXT)
    done = run("geoparse", "news", "absent.txt", "-", given=given)
    assert done.returncode == 1
    assert len(json_lines(done.stdout)) == 4
    errors = done.stderr.splitlines()
    assert [re.findall(r"news/c\.txt|absent\.txt|line 2", error) for error in errors] == [
        ["news/c.txt"],
        ["absent.txt"],
        ["line 2"],
    ]


@pytest.mark.parametrize("command", ["geoparse", "ingest"])
def test_a_column_that_is_not_read_is_a_warning_and_no_failure(
    run: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "a.csv").write_text(f'body,author\n"{TEXT}",Jane\n', encoding="utf-8")
    done = run(command, "a.csv")
    assert done.returncode == 0
    (warning,) = done.stderr.splitlines()
    assert warning.startswith("warning: a.csv: nothing was read from the column “author”; ")


def test_a_hostile_name_cannot_write_to_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x\x1b[31m\n\u202e.exe").write_text("x")
    done = run("geoparse", "x\x1b[31m\n\u202e.exe")
    assert done.returncode == 1
    assert "[31m" in done.stderr
    assert done.stderr.removesuffix("\n").isprintable()


def test_a_missing_gazetteer_is_one_sentence_with_its_command(run: Run) -> None:
    for command in ("geoparse", "ingest"):
        done = run(command, "x.txt", DATELINE_GAZETTEER="absent.bin")
        assert done.returncode == 1
        assert done.stdout == ""
        assert len(done.stderr.splitlines()) == 1
        assert "python -m geodata build-gazetteer" in done.stderr


@pytest.mark.parametrize("command", ["geoparse", "ingest", "evaluate"])
def test_a_recogniser_that_is_none_is_one_sentence(run: Run, news: Path, command: str) -> None:
    (news / "gold.xml").write_text("<a><article><text>In Kursk.</text></article></a>")
    for asked, setting in ((["--recogniser", "magic"], ""), ([], "magic")):
        done = run(command, "news/gold.xml", *asked, DATELINE_RECOGNISER=setting)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert '"magic"' in done.stderr
        assert "spacy:MODEL" in done.stderr


def test_the_recogniser_asked_for_comes_before_the_one_that_is_set(run: Run) -> None:
    asked = ("geoparse", "-", "--recogniser", "trained")
    done = run(*asked, given=line(id=1, text=TEXT), DATELINE_RECOGNISER="magic")
    assert (done.returncode, len(json_lines(done.stdout))) == (0, 1)


def test_each_line_is_answered_before_the_next_is_read(environ: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "geodata", "geoparse", "-"],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number in range(3):
            child.stdin.write(line(id=number, text=TEXT))
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["id"] == number
        child.stdin.close()
        assert child.wait(timeout=30) == 0


def test_memory_does_not_grow_with_the_lines(environ: dict[str, str], tmp_path: Path) -> None:
    def peak_kilobytes(line_count: int) -> int:
        lines = tmp_path / "lines.jsonl"
        with lines.open("w") as stream:
            for number in range(line_count):
                stream.write(line(id=number, text="x" * 200_000, toponyms=[]))
        with lines.open() as stream:
            child = subprocess.Popen(
                [sys.executable, "-m", "geodata", "geoparse", "-", "--plain"],
                env=environ,
                stdin=stream,
                stdout=subprocess.DEVNULL,
            )
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = status
            assert status == 0
            return usage.ru_maxrss

    few, many = peak_kilobytes(5), peak_kilobytes(100)  # 100 lines are 20 MB
    assert many - few < 8_000


def test_a_reader_that_stops_is_no_error(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text(line(id=1, text=TEXT * 50) * 300)
    command = f"{sys.executable} -m geodata geoparse - < lines.jsonl | head -n 1"
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, env=environ, capture_output=True, text=True, check=True
    )
    assert len(json_lines(done.stdout)) == 1
    assert done.stderr == ""


def counts(printed: str) -> dict[str, int]:
    return {name: int(count) for name, count in re.findall(r"(\w+) +│ +(\d+)", printed)}


def test_ingest_counts_and_says_what_failed(run: Run, news: Path, tmp_path: Path) -> None:
    (news / "c.txt").write_bytes(b"\x00\x01\x02" * 100)
    done = run("ingest", "news", "absent.txt")
    assert done.returncode == 1
    assert counts(done.stdout) == {
        "read": 4,
        "added": 2,
        "unchanged": 0,
        "replaced": 0,
        "failed": 2,
        "again": 0,
    }
    assert [error.split(":")[1].strip() for error in done.stderr.splitlines()] == [
        "news/c.txt",
        "absent.txt",
    ]
    with open_corpus(str(tmp_path / "corpus.sqlite")) as corpus:
        assert corpus.snapshot().mentions["toponym"].to_list() == ["Pyongyang", "Kursk"]


def test_ingesting_again_changes_nothing(run: Run, news: Path) -> None:
    run("ingest", "news")
    (news / "a.txt").write_text("Kursk is named now, in this article.\n", encoding="utf-8")
    done = run("ingest", "news")
    assert (done.returncode, done.stderr) == (0, "")
    assert counts(done.stdout) == {
        "read": 2,
        "added": 0,
        "unchanged": 1,
        "replaced": 1,
        "failed": 0,
        "again": 0,
    }


def test_ingest_looks_over_the_articles_of_one_source(
    run: Run, tmp_path: Path, root: Path, gazetteer: Gazetteer
) -> None:
    del gazetteer  # It must be there.
    texts = [*LOCAL, BARE]
    given = "".join(
        line(id=str(number), source=SOURCE, text=text) for number, text in enumerate(texts)
    )
    (tmp_path / "news.jsonl").write_text(given, encoding="utf-8")
    file = str(root / ".dateline" / "gazetteer.bin")
    done = run("ingest", "news.jsonl", DATELINE_GAZETTEER=file)
    assert counts(done.stdout)["again"] == len(texts)
    again = run("ingest", "news.jsonl", DATELINE_GAZETTEER=file)
    assert counts(again.stdout)["again"] == 0
    with open_corpus(str(tmp_path / "corpus.sqlite")) as corpus:
        mentions = corpus.snapshot().mentions
    assert mentions.filter(mentions["toponym"] == "Moscow")["place_id"].to_list() == [MOSCOW_IDAHO]


def test_another_gazetteer_geoparses_anew(run: Run, news: Path, tmp_path: Path) -> None:
    run("ingest", str(news))
    (tmp_path / "more.csv").write_text(PLACES + "Nowhere,1,2,P,PPL,,0,\n")
    build_gazetteer(tmp_path / "more.bin", places=[tmp_path / "more.csv"], packages=False)
    done = run("ingest", str(news), DATELINE_GAZETTEER="more.bin")
    assert counts(done.stdout)["replaced"] == 2


def test_a_corpus_out_of_reach_is_one_sentence_without_a_password(run: Run, news: Path) -> None:
    done = run("ingest", str(news), DATELINE_CORPUS="postgresql://u:hunter2@127.0.0.1:9/d")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "hunter2" not in done.stderr


def test_a_terminal_sees_progress(environ: dict[str, str], news: Path) -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "geodata", "ingest", str(news)],
        env=environ | {"TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while read := os.read(ours, 1024):
            seen += read
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    assert child.wait(timeout=30) == 0
    assert b"2 articles" in seen


@pytest.mark.parametrize("option", ["--places", "--geonames"])
def test_an_absent_list_is_named_before_anything_is_built(run: Run, option: str) -> None:
    done = run("build-gazetteer", option, "absent.csv")
    assert done.returncode == 2
    assert "absent.csv" in done.stderr


def test_an_unknown_option_is_a_usage_error(run: Run) -> None:
    assert run("geoparse", "--unknown").returncode == 2


def test_export_writes_what_the_filter_leaves(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_text("Soldiers fell near Kursk.\n", encoding="utf-8")
    run("ingest", "news")
    done = run("export", "places.geojson", "--words", "soldiers")
    assert done.returncode == 0
    features = json.loads((tmp_path / "places.geojson").read_text(encoding="utf-8"))["features"]
    assert [feature["properties"]["place"] for feature in features] == ["Kursk"]
    assert run("export", "-", "--format", "csv", "--role", "demonym").stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (["places.xyz"], "use one of .csv, .geojson, .kml, .gpkg, .jsonld, or --format"),
        (["no/folder.csv"], "name another"),
        (["x.csv", "--role", "actress"], "use location, actor, demonym"),
    ],
)
def test_export_says_what_to_do(
    run: Run, tmp_path: Path, arguments: list[str], remedy: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "python -m geodata ingest" in run("export", "x.csv").stderr
    run("ingest", "a.txt")
    done = run("export", *arguments)
    assert done.returncode == 1
    assert remedy in done.stderr
    assert "Traceback" not in done.stderr
