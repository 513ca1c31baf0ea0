"""An ingest that is killed leaves whole articles only, and goes on where it stopped."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.corpus.store import open_corpus
from geodata.ingest import IngestReport, ingest
from geodata.model import Article
from tests.test_ingest import find_kursk, make_article

# Says so when it stands right after the statement, inside the transaction, and waits to be killed.
STOPPING = """
import sys, time
import sqlalchemy as sa
from geodata.corpus.store import open_corpus
from geodata.ingest import ingest
from tests.corpus.test_killed_ingest import articles_titled, find_kursk

url, title, statement, times = sys.argv[1:]
left = int(times)

@sa.event.listens_for(sa.Engine, "after_cursor_execute")
def stop(connection, cursor, executed, *rest):
    global left
    left -= executed.startswith(statement)
    if left == 0:
        print("inside", flush=True)
        time.sleep(60)

with open_corpus(url) as corpus:
    ingest(articles_titled(title), find_kursk, corpus)
"""


def articles_titled(title: str) -> list[Article]:
    return [
        replace(make_article(f"{n}", f"Number {n}. " + "Kursk. " * 20), title=title)
        for n in range(6)
    ]


def killed_inside(corpus_url: str, root: Path, title: str, statement: str, times: int) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", STOPPING, corpus_url, title, statement, str(times)],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "inside\n"
    child.send_signal(signal.SIGKILL)
    assert child.wait(timeout=30) == -signal.SIGKILL
    child.stdout.close()


@pytest.mark.parametrize("statement", ["INSERT INTO passages", "INSERT INTO mentions"])
def test_a_killed_ingest_leaves_whole_articles_and_goes_on(
    corpus_url: str, root: Path, statement: str
) -> None:
    whole = {article.id: find_kursk(article) for article in articles_titled("first")}
    killed_inside(corpus_url, root, "first", statement, 4)
    with open_corpus(corpus_url) as corpus:
        assert corpus.article_ids() == ("0", "1", "2")
        assert all(corpus.get(article_id) == whole[article_id] for article_id in "012")
        assert corpus.snapshot().mentions.height == 3 * 20
        assert ingest(articles_titled("first"), find_kursk, corpus) == IngestReport(3, 3, 0, ())
        assert all(corpus.get(article_id) == one for article_id, one in whole.items())


@pytest.mark.parametrize("statement", ["DELETE FROM articles", "INSERT INTO mentions"])
def test_a_killed_replacement_leaves_the_old_article_whole(
    corpus_url: str, root: Path, statement: str
) -> None:
    with open_corpus(corpus_url) as corpus:
        ingest(articles_titled("first"), find_kursk, corpus)
    killed_inside(corpus_url, root, "second", statement, 2)
    with open_corpus(corpus_url) as corpus:
        kept = [corpus.get(str(n)) for n in range(6)]
        assert [one.article.title for one in kept] == ["second", *["first"] * 5]
        assert all(len(one.resolutions) == 20 for one in kept)
        assert ingest(articles_titled("second"), find_kursk, corpus) == IngestReport(0, 1, 5, ())
