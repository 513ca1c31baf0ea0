"""Articles geoparsed a second: `python benchmarks/bench_geoparse.py [TEXT.txt ...]`.

Without files it repeats the sample briefs; a table goes to standard output. One process, one core.
"""

import os
import statistics
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

import geodata.samples
from geodata.articles.files import read_articles
from geodata.geoparse import make_geoparser
from geodata.model import Article
from geodata.places.gazetteer import Gazetteer
from geodata.settings import load_settings

ROUNDS = 7
SECONDS_A_ROUND = 1.0
NEWS_LENGTH = 3_000
"""Code points of a usual news article, to which the speed is converted."""


def main(paths: list[Path]) -> None:
    gazetteer = Gazetteer.open(load_settings(os.environ, None).gazetteer)
    geoparser = make_geoparser(gazetteer)
    articles = [item for item in read_articles(paths) if isinstance(item, Article)]
    code_points = sum(len(article.text) for article in articles)
    speeds = []
    for _ in range(ROUNDS):
        count, started_at = 0, time.perf_counter()
        while time.perf_counter() - started_at < SECONDS_A_ROUND:
            for article in articles:
                geoparser.geoparse(article)
            count += 1
        speeds.append(count * code_points / NEWS_LENGTH / (time.perf_counter() - started_at))
    table = Table("articles", "mean length", "articles of 3,000 code points a second")
    table.add_row(
        str(len(articles)),
        f"{code_points / len(articles):,.0f}",
        f"{statistics.median(speeds):.0f} ({min(speeds):.0f} to {max(speeds):.0f})",
    )
    Console().print(table)


if __name__ == "__main__":
    samples = Path(geodata.samples.__path__[0])
    main([Path(argument) for argument in sys.argv[1:]] or [samples])
