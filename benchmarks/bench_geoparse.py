"""Articles geoparsed a second, and memory: `python benchmarks/bench_geoparse.py [FILE ...]`.

A FILE is a gold corpus (.xml) or whatever can be read as articles; without any, the gold corpora
beside the project are taken, else the sample briefs. Every article is geoparsed once, in a fresh
process on one core, so that no round before helps: the median of several processes is told.
`--profile` prints where the time goes instead, function by function.
"""

import cProfile
import json
import os
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

import geodata.samples
from geodata.articles.files import read_articles
from geodata.evaluation.gold import read_gold
from geodata.geoparse import Geoparser
from geodata.mentions.recognition import TrainedRecogniser
from geodata.model import Article, Mention, Resolution, Span
from geodata.places.gazetteer import Gazetteer
from geodata.places.home import Home
from geodata.places.resolution import Resolver
from geodata.settings import load_settings

PROCESSES = 5
NEWS_LENGTH = 3_000
"""Code points of a usual news article, to which the speed is converted."""

CORPORA = Path("../shared/corpora")
ONCE, PROFILE = "--once", "--profile"
LOADS_TABLES = "A man left London for Paris in May."
"""Geoparsed before the clock starts, as it reads weights and lists of words."""


class TimedRecogniser(TrainedRecogniser):
    """Counts the processor seconds that recognition takes."""

    seconds = 0.0

    def find(self, text: str, spans: Iterable[Span]) -> list[Mention]:
        """As its base finds them."""
        started = time.process_time()
        found = super().find(text, spans)
        self.seconds += time.process_time() - started
        return found


class TimedResolver(Resolver):
    """Counts the processor seconds that resolution takes."""

    seconds = 0.0

    def resolve(
        self, text: str, mentions: Sequence[Mention], home: Home | None = None
    ) -> list[Resolution]:
        """As its base resolves them."""
        started = time.process_time()
        resolutions = super().resolve(text, mentions, home)
        self.seconds += time.process_time() - started
        return resolutions


def main(arguments: list[str]) -> None:
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if ONCE in arguments:
        print(json.dumps(measured(paths)))
    elif PROFILE in arguments:
        profile(paths or usual_paths())
    else:
        tell(paths or usual_paths())


def usual_paths() -> list[Path]:
    return sorted(CORPORA.glob("*.xml")) or [Path(geodata.samples.__path__[0])]


def articles_of(paths: Iterable[Path]) -> list[Article]:
    articles: list[Article] = []
    for path in paths:
        if path.suffix == ".xml":
            articles += [
                Article(gold.id, gold.text, body=(Span(0, len(gold.text)),))
                for gold in read_gold(path)
            ]
        else:
            articles += [item for item in read_articles([path]) if isinstance(item, Article)]
    return articles


def measured(paths: Sequence[Path]) -> dict[str, float]:
    """One pass over the articles; times in processor seconds, memory in MB."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    gazetteer = Gazetteer.open(load_settings(os.environ, None).gazetteer)
    recogniser, resolver = TimedRecogniser(gazetteer), TimedResolver(gazetteer)
    geoparser = Geoparser(recogniser, resolver, version="timed")
    geoparser.geoparse(Article("", LOADS_TABLES, body=(Span(0, len(LOADS_TABLES)),)))
    open_mb = memory_mb("VmRSS")
    articles = articles_of(paths)
    recogniser.seconds = resolver.seconds = 0.0
    started = time.process_time()
    for article in articles:
        geoparser.geoparse(article)
    seconds = time.process_time() - started
    return {
        "articles": len(articles),
        "code points": sum(len(article.text) for article in articles),
        "seconds": seconds,
        "recognition": recogniser.seconds,
        "resolution": resolver.seconds,
        "open": open_mb,
        "peak": memory_mb("VmHWM"),
    }


def memory_mb(field: str) -> float:
    """What Linux counts as held by this process, now (VmRSS) or at most (VmHWM); else 0."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(field)), 0.0)


def tell(paths: Sequence[Path]) -> None:
    command = [sys.executable, __file__, ONCE, *map(str, paths)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        for _ in range(PROCESSES)
    ]
    units = runs[0]["code points"] / NEWS_LENGTH
    middle = statistics.median_low(run["seconds"] for run in runs)
    run = next(run for run in runs if run["seconds"] == middle)
    other = run["seconds"] - run["recognition"] - run["resolution"]
    speeds = sorted(units / run["seconds"] for run in runs)
    table = Table("", title=f"{run['articles']:,} articles, each once, {PROCESSES} processes")
    table.add_column("articles of 3,000 code points", justify="right")
    table.add_row("a second", f"{units / middle:.0f} ({speeds[0]:.0f} to {speeds[-1]:.0f})")
    for stage in ("recognition", "resolution"):
        table.add_row(f"{stage}, ms each", f"{run[stage] / units * 1e3:.2f}")
    table.add_row("roles, passages and the rest, ms each", f"{other / units * 1e3:.2f}")
    table.add_row("memory with the gazetteer open, MB", f"{run['open']:.0f}")
    table.add_row("memory at most, MB", f"{run['peak']:.0f}")
    Console().print(table)


def profile(paths: Sequence[Path]) -> None:
    gazetteer = Gazetteer.open(load_settings(os.environ, None).gazetteer)
    geoparser = Geoparser(TrainedRecogniser(gazetteer), Resolver(gazetteer), version="profiled")
    articles = articles_of(paths)
    with cProfile.Profile() as profiler:
        for article in articles:
            geoparser.geoparse(article)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main(sys.argv[1:])
