"""What the second look over a source costs: `benchmarks/bench_second_look.py`.

A thousand articles as if of one source, our marked news three times over, are ingested into memory;
processor seconds of one run.
"""

import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from benchmarks.marked_news import marked_news
from geodata.corpus.store import open_corpus
from geodata.geoparse import make_geoparser
from geodata.ingest import ingest
from geodata.model import Article, Span
from geodata.places.gazetteer import Gazetteer
from geodata.second_look import look_over

GAZETTEER = Path(".dateline/gazetteer.bin")
ARTICLES = 1_000
SOURCE, VERSION = "Post", "1"


def main() -> None:
    gazetteer = Gazetteer.open(GAZETTEER)
    geoparser = make_geoparser(gazetteer)
    news = islice(cycle(marked_news(gazetteer)), ARTICLES)
    texts = [f"{one.text} {number}" for number, one in enumerate(news)]
    articles = [article(f"{number:04}", text) for number, text in enumerate(texts)]
    one_more = article("9999", "Rain fell in Paris.")
    with open_corpus(":memory:") as corpus:

        def look() -> int:
            return look_over(corpus, geoparser.look_again, geoparser_version=VERSION)

        def take_in(*given: Article) -> None:
            ingest(given, geoparser.geoparse, corpus, geoparser_version=VERSION)

        print(f"ingest without a look: {seconds(lambda: take_in(*articles)):.2f} s")
        print(f"the look over all: {seconds(look):.2f} s")
        print(f"where nothing has changed: {seconds(look):.3f} s")
        take_in(one_more)
        print(f"with one article more: {seconds(look):.2f} s")


def article(key: str, text: str) -> Article:
    return Article(key, text, source=SOURCE, path=key, body=(Span(0, len(text)),))


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
