"""The corpus: geoparsed articles in a database, added, replaced, removed and read back whole.

What the map asks is asked of a `Snapshot`, in `geodata.corpus.questions`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from geodata.articles.identity import fingerprint
from geodata.corpus.database import connect, make_or_check_tables, reading, told_plainly, writing
from geodata.corpus.kept import kept_article, kept_snapshot, kept_version
from geodata.corpus.snapshot import Snapshot
from geodata.corpus.table_rows import (
    TableRow,
    article_table_row,
    mention_table_rows,
    passage_table_rows,
    place_table_rows,
    refuse_what_no_database_keeps,
)
from geodata.corpus.tables import articles, corpus, mentions, passages, places
from geodata.errors import CorpusNotFoundError
from geodata.model import Article, GeoparsedArticle

_SECOND_LOOK = "+source:"
"""Between the geoparser's version and what tells the second look, in the column for both."""


class Outcome(StrEnum):
    """What adding an article came to."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """What the corpus knows of an article without reading it.

    Attributes:
        fingerprint: Of its content.
        geoparser_version: What resolved it, gazetteer included.
        second_look: From which state of its source it was resolved again; empty for none.
    """

    id: str
    source: str
    fingerprint: str
    geoparser_version: str
    second_look: str

    def same_as(self, content: str, geoparser_version: str) -> bool:
        """Whether it is still of this content, resolved by this version."""
        return (self.fingerprint, self.geoparser_version) == (content, geoparser_version)


def open_corpus(url_or_path: str) -> "Corpus":
    """The corpus at a path, in memory (`:memory:`), or behind a SQLite or PostgreSQL URL.

    Its tables are made where there are none.

    Raises:
        CorpusUnavailableError: It cannot be reached, or is no database.
        CorpusVersionError: Its tables were made by another version, or by something else.
    """
    engine = connect(url_or_path)
    try:
        make_or_check_tables(engine)
    except BaseException:
        engine.dispose()
        raise
    return Corpus(engine)


class Corpus:
    """Geoparsed articles, kept. Each write is one transaction: an article is there whole or not.

    An article's content is kept once: under a second id (a copied folder) it is the article that
    is there already, and goes by the id it had. May be used by several threads and processes.
    Every method raises `CorpusUnavailableError` when the database does not answer.
    """

    def __init__(self, engine: sa.Engine) -> None:
        """Use `open_corpus`, which checks the tables."""
        self._engine = engine
        self._reading = reading(engine)
        self._writing = writing(engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def holds(self, article: Article, *, geoparser_version: str = "") -> bool:
        """Whether adding this article, geoparsed by this version, would change nothing.

        Raises:
            ArticleFormatError: It holds characters that no database keeps.
        """
        refuse_what_no_database_keeps(article)
        with self._read() as connection:
            kept = _kept_as(connection, article)
        return kept is not None and kept.same_as(fingerprint(article), geoparser_version)

    def add(self, geoparsed: GeoparsedArticle, *, geoparser_version: str = "") -> Outcome:
        """Keeps an article, in place of what was kept under its id or of the same content.

        Args:
            geoparsed: The article, with what was found in it.
            geoparser_version: What resolved it, gazetteer included; another one replaces.

        Raises:
            ArticleFormatError: It holds characters that no database keeps.
        """
        refuse_what_no_database_keeps(geoparsed.article)
        with self._write() as connection:
            kept = _kept_as(connection, geoparsed.article)
            if kept is not None:
                if kept.same_as(fingerprint(geoparsed.article), geoparser_version):
                    connection.rollback()
                    return Outcome.UNCHANGED
                article = replace(geoparsed.article, id=kept.id)
                geoparsed = replace(geoparsed, article=article)
                _delete(connection, kept.id)
            _upsert_places(connection, place_table_rows(geoparsed))
            connection.execute(
                articles.insert(),
                article_table_row(
                    geoparsed,
                    fingerprint=fingerprint(geoparsed.article),
                    geoparser_version=geoparser_version,
                ),
            )
            _insert(connection, passages.insert(), passage_table_rows(geoparsed))
            _insert(connection, mentions.insert(), mention_table_rows(geoparsed))
        return Outcome.ADDED if kept is None else Outcome.REPLACED

    def kept(self) -> tuple[KeptArticle, ...]:
        """All articles, without their texts."""
        with self._read() as connection:
            return tuple(_kept(row) for row in connection.execute(sa.select(*_KEPT)))

    def resolve_again(
        self, geoparsed: GeoparsedArticle, kept: KeptArticle, *, second_look: str
    ) -> bool:
        """Keeps other answers to the same mentions of an article.

        Args:
            geoparsed: The article as it is kept, with its mentions resolved again.
            kept: What it was when it was read.
            second_look: From which state of its source; empty for none.

        Returns:
            Whether it was still there as it was; if not, nothing is written.
        """
        with self._write() as connection:
            row = connection.execute(sa.select(*_KEPT).where(articles.c.id == kept.id)).first()
            if row is None or not _kept(row).same_as(kept.fingerprint, kept.geoparser_version):
                connection.rollback()
                return False
            _upsert_places(connection, place_table_rows(geoparsed))
            connection.execute(mentions.delete().where(mentions.c.article_id == kept.id))
            _insert(connection, mentions.insert(), mention_table_rows(geoparsed))
            version = kept.geoparser_version + (
                f"{_SECOND_LOOK}{second_look}" if second_look else ""
            )
            connection.execute(
                articles.update().where(articles.c.id == kept.id).values(geoparser_version=version)
            )
        return True

    def remove(self, article_id: str) -> None:
        """Takes an article out, with its mentions; the places it named stay.

        Raises:
            CorpusNotFoundError: There is none of this id.
        """
        with self._write() as connection:
            if not _delete(connection, article_id):
                raise _not_found(article_id)

    def get(self, article_id: str) -> GeoparsedArticle:
        """The article as it was added, with the latest that is known of its places.

        Raises:
            CorpusNotFoundError: There is none of this id.
        """
        with self._read() as connection:
            found = kept_article(connection, article_id)
        if found is None:
            raise _not_found(article_id)
        return found

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted."""
        with self._read() as connection:
            return tuple(sorted(connection.scalars(sa.select(articles.c.id))))

    def version(self) -> str:
        """Another one after every change; cheap enough to ask before every answer."""
        with self._read() as connection:
            return kept_version(connection)

    def snapshot(self) -> Snapshot:
        """All articles at one moment, for the questions of the map."""
        with self._read() as connection:
            return kept_snapshot(connection)

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        with told_plainly(self._engine), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[sa.Connection]:
        """One transaction; raising the revision first lets writers through one at a time."""
        with told_plainly(self._engine), self._writing.connect() as connection:
            connection.execute(corpus.update().values(revision=corpus.c.revision + 1))
            yield connection
            connection.commit()


_KEPT = (articles.c.id, articles.c.source, articles.c.fingerprint, articles.c.geoparser_version)


def _kept(row: sa.Row[str, str, str, str]) -> KeptArticle:
    """The article of a row of `_KEPT`, whose last column holds two versions."""
    key, source, content, versions = row
    version, _, second_look = versions.partition(_SECOND_LOOK)
    return KeptArticle(key, source, content, version, second_look)


def _kept_as(connection: sa.Connection, article: Article) -> KeptArticle | None:
    """What the corpus holds under an article's id, or of its content under another id."""
    key, content = articles.c.id, articles.c.fingerprint
    rows = connection.execute(
        sa.select(*_KEPT)
        .where((key == article.id) | (content == fingerprint(article)))
        .order_by(sa.case((key == article.id, 0), else_=1), key)
        .limit(1)
    )
    return next((_kept(row) for row in rows), None)


def _upsert_places(connection: sa.Connection, rows: list[TableRow]) -> None:
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    statement = insert(places)
    latest = {column.name: column for column in statement.excluded if column.name != "id"}
    _insert(connection, statement.on_conflict_do_update(places.primary_key, set_=latest), rows)


def _insert(connection: sa.Connection, statement: sa.Executable, rows: list[TableRow]) -> None:
    if rows:  # an empty list would insert one row of defaults
        connection.execute(statement, rows)


def _delete(connection: sa.Connection, article_id: str) -> bool:
    gone = connection.execute(articles.delete().where(articles.c.id == article_id))
    return gone.rowcount > 0


def _not_found(article_id: str) -> CorpusNotFoundError:
    return CorpusNotFoundError(f"the corpus holds no article {article_id!r}")
