"""A database that cannot be used says why, what to do, and never its password."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from geodata.corpus.database import connect, shown
from geodata.corpus.store import open_corpus
from geodata.errors import CorpusUnavailableError, CorpusVersionError
from tests.corpus.builders import make_geoparsed


@pytest.mark.parametrize(
    "given", ["postgres://u:secret@h/d", "postgresql://u:secret@h/d?password=secret"]
)
def test_every_spelling_of_postgresql_is_taken_and_shown_without_secrets(given: str) -> None:
    engine = connect(given)
    assert engine.url.drivername == "postgresql+psycopg"
    assert shown(engine.url) == "postgresql+psycopg://u:***@h/d"


def test_an_unreachable_server_is_told_without_its_password() -> None:
    with pytest.raises(CorpusUnavailableError, match="Is the server running") as refused:
        open_corpus("postgresql://reader:hunter2@127.0.0.1:9/news")
    assert "hunter2" not in str(refused.value)
    assert "reader" in str(refused.value)
    assert refused.value.__cause__ is not None


@pytest.mark.parametrize("url", ["postgresql://u:hunter2@h:port/d", "mysql://u:hunter2@h/d"])
def test_an_url_that_cannot_be_read_is_told_without_its_password(url: str) -> None:
    with pytest.raises(CorpusUnavailableError, match="postgresql://user:password@host") as refused:
        open_corpus(url)
    assert "hunter2" not in str(refused.value)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and they are not a database at all.\n" * 50)
    with pytest.raises(CorpusUnavailableError, match=r"notes\.txt .*no SQLite database; move it"):
        open_corpus(str(path))
    assert path.read_text().startswith("These are my notes")


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    with open_corpus(str(path)) as corpus:
        for number in range(40):
            corpus.add(make_geoparsed(str(number), ("Nothing. " * 200, [])))
    content = bytearray(path.read_bytes())
    content[4096:40_960] = b"\xff" * (40_960 - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(CorpusUnavailableError, match="damaged; move it away"):
        open_corpus(str(path)).snapshot()


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnavailableError, match="it is a folder"):
        open_corpus(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CorpusUnavailableError, match=r"folder .* cannot be made"):
        open_corpus(str(tmp_path / "file" / "corpus.sqlite"))


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "corpus.sqlite"
    open_corpus(str(path)).close()
    assert path.is_file()


def test_a_read_only_corpus_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    with open_corpus(str(path)) as corpus:
        corpus.add(make_geoparsed("a", ("Nothing.", [])))
    with open_corpus(f"sqlite:///file:{path}?mode=ro&uri=true") as corpus:
        assert corpus.article_ids() == ("a",)
        with pytest.raises(CorpusUnavailableError, match="may not be written; give write"):
            corpus.add(make_geoparsed("b", ("Nothing else.", [])))


def test_sqlite_waits_for_writers_and_keeps_a_log(tmp_path: Path) -> None:
    with connect(str(tmp_path / "corpus.sqlite")).connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 1,
        "busy_timeout": 30_000,
    }


def test_a_corpus_of_another_version_is_refused(corpus_url: str) -> None:
    open_corpus(corpus_url).close()
    engine = connect(corpus_url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE corpus SET schema_version = 99"))
    engine.dispose()
    with pytest.raises(CorpusVersionError, match=r"99, this is 1\): name another"):
        open_corpus(corpus_url)


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE articles (price REAL)")
    with pytest.raises(CorpusVersionError, match=r"something else \(articles\)"):
        open_corpus(str(path))
    with sqlite3.connect(path) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["articles"]
