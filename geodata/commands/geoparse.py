"""`geoparse`: articles in, one JSON object per article out, each as soon as it is done.

Its lines in are read by `given_lines`, its lines out are made by `article_json`.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from geodata.commands.options import RecogniserOption, SecondOpinionOption

if TYPE_CHECKING:
    from geodata.commands.given_lines import GivenArticle
    from geodata.errors import ArticleError
    from geodata.geoparse import Geoparser

STANDARD_INPUT = "-"
"""Stands for standard input among the files."""


def geoparse(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="Articles (.txt, .md, .html, .jsonl, .csv, .xml, ...), folders of them, or - for "
            "JSON Lines on standard input.",
        ),
    ],
    plain: Annotated[
        bool, typer.Option("--plain", help="Take the whole text as the article: no cleaning.")
    ] = False,
    recogniser: RecogniserOption = "",
    second_opinion: SecondOpinionOption = "",
) -> None:
    """Print the places that articles name, as JSON Lines.

    One object per article, in input order. Lines on standard input are objects with "id" and
    "text", and perhaps "title", "source", "published", "url", "language". With "toponyms"
    ([[start, end], ...]) exactly these are resolved. The exit code is 1 when an article could not
    be used; the others are printed.
    """
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
    articles = _given(files, sys.stdin.buffer, clean=not plain)
    if print_geoparsed(articles, geoparser, sys.stdout.buffer):
        raise typer.Exit(1)


def print_geoparsed(
    articles: Iterable["GivenArticle | ArticleError"], geoparser: "Geoparser", out: BinaryIO
) -> int:
    """Write each article's line as soon as it is done; tell what failed; count the failures."""
    from geodata.commands.article_json import article_line
    from geodata.commands.telling import tell
    from geodata.errors import ArticleError, UnreadColumnsError

    failure_count = 0
    for given in articles:
        if isinstance(given, UnreadColumnsError):
            tell(f"warning: {given}")
            continue
        try:
            if isinstance(given, ArticleError):
                raise given
            geoparsed = (
                geoparser.geoparse(given.article)
                if given.toponyms is None
                else geoparser.resolve(given.article, given.toponyms)
            )
        except ArticleError as failure:
            tell(f"error: {failure}")
            failure_count += 1
            continue
        out.write(article_line(geoparsed, key=given.key))
        out.flush()
    return failure_count


def _given(
    files: Iterable[str], standard_input: BinaryIO, *, clean: bool
) -> Iterator["GivenArticle | ArticleError"]:
    from geodata.commands.given_lines import read_given_lines

    for is_stream, named in groupby(files, key=lambda file: file == STANDARD_INPUT):
        if is_stream:
            yield from read_given_lines(standard_input, path="standard input", clean=clean)
        else:
            yield from _given_files(map(Path, named), clean=clean)


def _given_files(paths: Iterable[Path], *, clean: bool) -> Iterator["GivenArticle | ArticleError"]:
    from geodata.articles.files import read_articles
    from geodata.commands.given_lines import GivenArticle
    from geodata.errors import ArticleError

    for article in read_articles(paths, clean=clean):
        yield article if isinstance(article, ArticleError) else GivenArticle(article)
