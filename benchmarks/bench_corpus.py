"""How long keeping a thousand made-up articles takes, and reading them back.

`PYTHONPATH=. python benchmarks/bench_corpus.py [URL]`: in a new SQLite file, or an empty database.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench_questions import made_up_articles

from geodata.corpus.database import connect
from geodata.corpus.store import open_corpus
from geodata.corpus.tables import metadata

ARTICLE_COUNT = 1000
MENTION_COUNT = 20


@contextmanager
def timed(name: str, times: int = 1) -> Iterator[None]:
    """Prints the milliseconds that each of so many times took."""
    before = time.perf_counter()
    yield
    print(f"{name:28}{(time.perf_counter() - before) * 1000 / times:9.2f} ms")


def main() -> None:
    articles = list(made_up_articles(ARTICLE_COUNT, MENTION_COUNT))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corpus.sqlite")
        url = sys.argv[1] if len(sys.argv) > 1 else str(path)
        with timed("open a new corpus"):
            corpus = open_corpus(url)
        with timed("add an article", ARTICLE_COUNT):
            for one in articles:
                corpus.add(one)
        with timed("find it unchanged", ARTICLE_COUNT):
            for one in articles:
                corpus.holds(one.article)
        with timed("get an article", 100):
            for one in articles[:100]:
                corpus.get(one.article.id)
        with timed("version", 200):
            for _ in range(200):
                corpus.version()
        with timed(f"snapshot of {ARTICLE_COUNT} articles"):
            corpus.snapshot()
        if path.is_file():
            print(f"{'file':28}{path.stat().st_size / 1e6:9.2f} MB")
        else:
            metadata.drop_all(connect(url))
        corpus.close()


if __name__ == "__main__":
    main()
