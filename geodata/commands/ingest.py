"""`ingest`: articles into the corpus, with a progress bar, a summary, and every failure named.

What an ingest does is in `geodata.ingest`.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodata.commands.options import RecogniserOption, SecondOpinionOption

if TYPE_CHECKING:
    from rich.table import Table

    from geodata.corpus.store import Corpus
    from geodata.geoparse import Geoparser
    from geodata.ingest import IngestReport


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Articles (.txt, .md, .html, .jsonl, .csv, .xml, ...), or folders of them.",
        ),
    ],
    recogniser: RecogniserOption = "",
    second_opinion: SecondOpinionOption = "",
) -> None:
    """Read articles into the corpus that the dashboard shows.

    An article that is there already and has not changed is left alone; a changed one is replaced.
    An ingest that was broken off goes on where it stopped. The exit code is 1 when an article could
    not be used; the others are kept.
    """
    from rich.console import Console

    from geodata.commands.telling import tell
    from geodata.corpus.store import open_corpus
    from geodata.geoparse import make_geoparser
    from geodata.places.gazetteer import Gazetteer
    from geodata.places.second_opinion import named_opinion
    from geodata.settings import SECRETS, load_settings

    settings = load_settings(os.environ, SECRETS)
    opinion = named_opinion(second_opinion, settings.gazetteer.parent) if second_opinion else None
    geoparser = make_geoparser(
        Gazetteer.open(settings.gazetteer),
        opinion,
        recogniser=recogniser or settings.recogniser,
    )
    with open_corpus(settings.corpus) as corpus:
        report = _ingest_with_progress(paths, geoparser, corpus)
    for remark in report.remarks:
        tell(f"warning: {remark}")
    for failure in report.failures:
        tell(f"error: {failure}")
    Console(file=sys.stdout).print(_summary(report))
    if report.failures:
        raise typer.Exit(1)


def _ingest_with_progress(
    paths: list[Path], geoparser: "Geoparser", corpus: "Corpus"
) -> "IngestReport":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from geodata.articles.files import read_articles
    from geodata.commands.telling import plain_line
    from geodata.ingest import ingest as ingest_articles

    columns = (
        SpinnerColumn(),
        BarColumn(),
        TextColumn("{task.completed} articles"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    # Nothing is drawn where standard error is no terminal.
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        return ingest_articles(
            read_articles(paths),
            geoparser.geoparse,
            corpus,
            look_again=geoparser.look_again,
            geoparser_version=geoparser.version,
            progress=lambda count, path: bar.update(
                task, completed=count, description=plain_line(path)
            ),
        )


def _summary(report: "IngestReport") -> "Table":
    from rich.table import Table

    table = Table("articles", "count")
    table.columns[1].justify = "right"
    for name, count in (
        ("read", report.article_count),
        ("added", report.added),
        ("unchanged", report.unchanged),
        ("replaced", report.replaced),
        ("failed", len(report.failures)),
        ("resolved again", report.resolved_again),
    ):
        table.add_row(name, str(count))
    return table
