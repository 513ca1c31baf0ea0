"""Corpora to test on: SQLite always, PostgreSQL as well when DATELINE_TEST_POSTGRES is its URL."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from geodata.corpus.database import connect
from geodata.corpus.store import Corpus, open_corpus

POSTGRES = os.environ.get("DATELINE_TEST_POSTGRES", "")


@pytest.fixture(params=["sqlite", "postgresql"])
def corpus_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty corpus may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "corpus.sqlite")
        return
    if not POSTGRES:
        pytest.skip("DATELINE_TEST_POSTGRES is not set to the URL of a PostgreSQL database")
    schema = f"dateline_{uuid.uuid4().hex}"
    engine = connect(POSTGRES)
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema))
    joint = "&" if "?" in POSTGRES else "?"
    yield f"{POSTGRES}{joint}options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(sa.schema.DropSchema(schema, cascade=True))
    engine.dispose()


@pytest.fixture
def corpus(corpus_url: str) -> Iterator[Corpus]:
    with open_corpus(corpus_url) as opened:
        yield opened
