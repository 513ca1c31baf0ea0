"""How the database of a corpus is reached, made and checked, and how its errors are told.

The tables are in `geodata.corpus.tables`; what is kept in them is `geodata.corpus.store`'s.
"""

import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event, exc

from geodata.corpus.tables import SCHEMA_VERSION, corpus, metadata
from geodata.errors import CorpusUnavailableError, CorpusVersionError

# How long a writer waits for another one before it gives up.
BUSY_TIMEOUT_SECONDS = 30
CONNECT_TIMEOUT_SECONDS = 10
# Any fixed number: processes that make the tables of one PostgreSQL database wait on it.
_CREATION_LOCK = 0x0DA7E11E
_POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}
# What SQLite says, and what to do about it.
_SQLITE_REMEDIES = {
    "not a database": "it is no SQLite database; move it away, or name another",
    "malformed": "it is damaged; move it away and ingest the articles again",
    "unable to open": "it is a folder, or may not be opened; check the path and its permissions",
    "readonly": "it may not be written; give write permission to the file and its folder",
    "locked": "another process has been writing for too long; try again",
    "full": "the disk is full; make room and try again",
}


def connect(url_or_path: str) -> sa.Engine:
    """An engine for a path, `:memory:`, or a SQLite or PostgreSQL URL; nothing is opened yet.

    Raises:
        CorpusUnavailableError: The URL cannot be understood, or the folder cannot be made.
    """
    url = _url(url_or_path)
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(
            url,
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_TIMEOUT_SECONDS},
            hide_parameters=True,
        )
    in_memory = url.database in {None, "", ":memory:"}
    if not in_memory:
        _make_folder(url)
    engine = sa.create_engine(
        url,
        connect_args={"timeout": BUSY_TIMEOUT_SECONDS, "check_same_thread": False},
        hide_parameters=True,
        poolclass=sa.QueuePool,
        # A database in memory is its one connection: threads take turns on it.
        **({"pool_size": 1, "max_overflow": 0} if in_memory else {}),
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def shown(url: sa.URL) -> str:
    """The URL as people may see it: no password, nor the query, which can hold one too."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.set(query={}).render_as_string(hide_password=True)


def reading(engine: sa.Engine) -> sa.Engine:
    """The engine for several questions about one moment: writers are not seen in between."""
    if engine.dialect.name == "sqlite":
        return engine  # what a transaction in WAL mode does by itself
    return engine.execution_options(isolation_level="REPEATABLE READ")


def writing(engine: sa.Engine) -> sa.Engine:
    """The engine for transactions that write."""
    return engine.execution_options(writes=True)


@contextmanager
def told_plainly(engine: sa.Engine) -> Iterator[None]:
    """Turns what the driver raises into a `CorpusUnavailableError` with a remedy."""
    try:
        yield
    except exc.DBAPIError as error:
        raise CorpusUnavailableError(_plain_words(engine, error)) from error.orig
    except exc.TimeoutError as error:
        raise CorpusUnavailableError(
            f"the corpus {shown(engine.url)} is busy: try again"
        ) from error


def make_or_check_tables(engine: sa.Engine) -> None:
    """Makes the tables of a new database; checks those of another.

    Raises:
        CorpusVersionError: They were made by another version, or by something else.
    """
    with told_plainly(engine):
        if not _holds_corpus(engine):
            _make_tables(engine)
        with engine.connect() as connection:
            found = connection.execute(sa.select(corpus.c.schema_version)).scalar()
    if found != SCHEMA_VERSION:
        raise CorpusVersionError(
            f"the corpus {shown(engine.url)} was made by another version of Dateline (its tables "
            f"are number {found}, this is {SCHEMA_VERSION}): name another with DATELINE_CORPUS, "
            "and ingest the articles into it"
        )


def _holds_corpus(engine: sa.Engine) -> bool:
    mine = set(metadata.tables) & set(sa.inspect(engine).get_table_names())
    if mine and corpus.name not in mine:
        raise CorpusVersionError(
            f"the database {shown(engine.url)} holds tables of something else "
            f"({', '.join(sorted(mine))}): name another with DATELINE_CORPUS"
        )
    return corpus.name in mine


def _make_tables(engine: sa.Engine) -> None:
    with writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_CREATION_LOCK)))
        metadata.create_all(connection)
        if connection.execute(sa.select(corpus.c.schema_version)).first() is None:
            connection.execute(
                corpus.insert().values(
                    schema_version=SCHEMA_VERSION, corpus_id=uuid.uuid4().hex[:8], revision=0
                )
            )


def _url(url_or_path: str) -> sa.URL:
    if "://" not in url_or_path:
        database = url_or_path
        if database != ":memory:":
            database = str(Path(database).expanduser())
        return sa.URL.create("sqlite", database=database)
    scheme, rest = url_or_path.split("://", 1)
    if scheme in _POSTGRESQL:
        scheme = "postgresql+psycopg"
    elif scheme != "sqlite":
        raise CorpusUnavailableError(
            f"a corpus cannot be kept in {scheme!r}: name a file, or a database as "
            "postgresql://user:password@host:5432/name"
        )
    try:
        return sa.make_url(f"{scheme}://{rest}")
    except (exc.ArgumentError, ValueError):
        # The parser's own message repeats the URL, password and all.
        raise CorpusUnavailableError(
            "the corpus URL cannot be read: write postgresql://user:password@host:5432/name, "
            "with special characters of the password as %40 and the like"
        ) from None


def _make_folder(url: sa.URL) -> None:
    if str(url.database).startswith("file:"):
        return
    folder = Path(str(url.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CorpusUnavailableError(
            f"the folder {folder} for the corpus cannot be made ({error.strerror}): "
            "name another with DATELINE_CORPUS"
        ) from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    # Of two processes that turn a new file to WAL at once, one is told "locked" without a wait.
    deadline = time.monotonic() + BUSY_TIMEOUT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later fails at once when another has written in
    # between; one that says so at the start waits its turn.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _plain_words(engine: sa.Engine, error: exc.DBAPIError) -> str:
    name = shown(engine.url)
    said = str(error.orig).strip().splitlines()
    reason = said[0] if said else type(error.orig).__name__
    if engine.url.password:
        reason = reason.replace(str(engine.url.password), "***")
    if engine.dialect.name == "sqlite":
        for sign, remedy in _SQLITE_REMEDIES.items():
            if sign in reason:
                return f"the corpus {name} cannot be used: {remedy} (DATELINE_CORPUS names it)"
        return f"the corpus {name} cannot be used: {reason}"
    return (
        f"the corpus {name} cannot be used: {reason}. Is the server running, "
        "and are host, user and password in DATELINE_CORPUS right?"
    )
