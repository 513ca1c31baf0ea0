"""An ingest that is killed leaves whole articles only, and goes on where it stopped."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from geodata.corpus.store import open_corpus
from geodata.ingest import IngestReport, ingest
from geodata.model import Article
from tests.test_ingest import find_kursk, make_article


def many_articles() -> list[Article]:
    """Articles long enough to be killed in the middle of one."""
    return [make_article(f"{n:03}", f"Number {n}. " + "Kursk. " * 300) for n in range(60)]


INGESTING = """
import sys
from geodata.corpus.store import open_corpus
from geodata.ingest import ingest
from tests.corpus.test_killed_ingest import find_kursk, many_articles
with open_corpus(sys.argv[1]) as corpus:
    ingest(many_articles(), find_kursk, corpus, progress=lambda n, path: print(n, flush=True))
"""


def killed_after(article_count: int, corpus_url: str, root: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", INGESTING, corpus_url], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) >= article_count:
            os.kill(child.pid, signal.SIGKILL)
            break
    assert child.wait(timeout=30) == -signal.SIGKILL
    child.stdout.close()


def test_a_killed_ingest_leaves_whole_articles_and_goes_on(corpus_url: str, root: Path) -> None:
    whole = {article.id: find_kursk(article) for article in many_articles()}
    for article_count in (7, 19, 31):
        killed_after(article_count, corpus_url, root)
        with open_corpus(corpus_url) as corpus:
            kept = corpus.article_ids()
            assert article_count <= len(kept) < len(whole)
            assert all(corpus.get(article_id) == whole[article_id] for article_id in kept)
            assert corpus.snapshot().mentions.height == 300 * len(kept)
    with open_corpus(corpus_url) as corpus:
        report = ingest(many_articles(), find_kursk, corpus)
        assert report == IngestReport(len(whole) - len(kept), len(kept), 0, ())
        assert all(corpus.get(article_id) == one for article_id, one in whole.items())
