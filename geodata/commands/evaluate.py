"""`evaluate`: our answers against a gold corpus, as tables on standard output.

What is counted, and how, is in `geodata.evaluation`.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodata.commands.options import RecogniserOption

if TYPE_CHECKING:
    from rich.table import Table

    from geodata.evaluation.answers import AnsweredArticle
    from geodata.evaluation.breakdown import Judgement
    from geodata.evaluation.gold import GoldArticle
    from geodata.evaluation.scores import Scores

_NO_DEMONYMS = "No demonyms: ours are left out, and those that the corpus marks as demonyms."

_WIDTH = 150
"""Columns of a table that does not go to a terminal."""


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            metavar="GOLD",
            help="An .xml file of LGL, TR-News, GeoVirus or GeoWebNews, or a .txt of marked news.",
        ),
    ] = None,
    gold_toponyms: Annotated[
        bool,
        typer.Option("--gold-toponyms", help="Take the toponyms as given: resolution alone."),
    ] = False,
    second_look: Annotated[
        bool,
        typer.Option("--second-look", help="After a look over each source, as `ingest` takes it."),
    ] = False,
    roles: Annotated[
        Path | None,
        typer.Option("--roles", metavar="FILE.tsv", help="Sentences whose names' roles are told."),
    ] = None,
    recogniser: RecogniserOption = "",
) -> None:
    """Compare our answers with a gold corpus.

    Prints recognition, resolution and both end to end, with and without demonyms; whether
    confidence means what it says; then what went wrong, by feature class, and the errors that
    cost most mentions. With --roles, or with that alone, precision and recall of each role.
    """
    from rich.console import Console

    from geodata.commands.role_tables import role_tables
    from geodata.evaluation.answers import answered, looked_over_again
    from geodata.evaluation.gold import read_gold
    from geodata.evaluation.marked_news import read_marked_news
    from geodata.evaluation.role_scores import read_role_sentences
    from geodata.geoparse import make_geoparser
    from geodata.places.gazetteer import Gazetteer
    from geodata.settings import SECRETS, load_settings

    if gold is None and roles is None:
        raise typer.BadParameter("name a gold corpus, or --roles and a table of sentences")
    sentences = read_role_sentences(roles) if roles else []
    settings = load_settings(os.environ, SECRETS)
    gazetteer = Gazetteer.open(settings.gazetteer)
    is_marked = gold is not None and gold.suffix == ".txt"
    corpus = (
        []
        if gold is None
        else (read_marked_news(gold, gazetteer) if is_marked else read_gold(gold))
    )
    geoparser = make_geoparser(gazetteer, recogniser=recogniser or settings.recogniser)
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDTH)
    if gold:
        articles = list(answered(corpus, geoparser, toponyms_given=gold_toponyms))
        if second_look:
            articles = looked_over_again(articles, geoparser)
        for table in _gold_tables(corpus, articles):
            console.print(table)
    for table in role_tables(sentences, geoparser):
        console.print(table)


def _gold_tables(
    corpus: Sequence["GoldArticle"], articles: Sequence["AnsweredArticle"]
) -> Iterator["Table | str"]:
    from geodata.commands.reliability_table import reliability_table
    from geodata.evaluation.answers import without_demonyms
    from geodata.evaluation.breakdown import judgements
    from geodata.evaluation.reliability import bands, judged_confidences

    left_out = sum(article.left_out for article in corpus)
    yield f"{len(corpus)} articles; {left_out} gold marks are not in the text there, and left out"
    yield _scores_table(articles, without_demonyms(articles))
    yield reliability_table(bands(judged_confidences(articles)))
    judged = list(judgements(articles))
    yield _classes_table(judged)
    yield _errors_table(judged)


def _scores_table(
    articles: Sequence["AnsweredArticle"], plain: Sequence["AnsweredArticle"]
) -> "Table":
    from rich.table import Table

    from geodata.evaluation.answers import as_scored
    from geodata.evaluation.scores import match_exact, match_overlap, score

    columns = {
        "exact": score(as_scored(articles), match_exact),
        "overlap": score(as_scored(articles), match_overlap),
        "exact, no demonyms": score(as_scored(plain), match_exact),
        "overlap, no demonyms": score(as_scored(plain), match_overlap),
    }
    table = Table("", *columns, caption=_NO_DEMONYMS)
    for column in table.columns[1:]:
        column.justify = "right"
    for name, values in _rows(list(columns.values())):
        table.add_row(name, *values)
    return table


def _rows(columns: Sequence["Scores"]) -> list[tuple[str, list[str]]]:
    return [
        ("gold mentions", [str(s.gold_count) for s in columns]),
        ("of these with coordinates", [str(s.located_count) for s in columns]),
        ("our mentions", [str(s.answer_count) for s in columns]),
        ("matched", [str(s.matched_count) for s in columns]),
        ("recognition precision", [f"{s.precision:.3f}" for s in columns]),
        ("recognition recall", [f"{s.recall:.3f}" for s in columns]),
        ("recognition F1", [f"{s.f1:.3f}" for s in columns]),
        ("resolution accuracy within 161 km", [f"{s.accuracy_161km:.3f}" for s in columns]),
        ("resolution median error, km", [f"{s.median_km:.1f}" for s in columns]),
        ("resolution mean error, km", [f"{s.mean_km:.0f}" for s in columns]),
        ("resolution AUC (0 is perfect)", [f"{s.auc:.3f}" for s in columns]),
        ("resolved, of those matched", [str(s.resolved_count) for s in columns]),
        ("unresolved, of those matched", [str(s.unresolved_count) for s in columns]),
        ("end-to-end precision", [f"{s.end_to_end_precision:.3f}" for s in columns]),
        ("end-to-end recall", [f"{s.end_to_end_recall:.3f}" for s in columns]),
        ("end-to-end F1", [f"{s.end_to_end_f1:.3f}" for s in columns]),
    ]


def _classes_table(judged: Sequence["Judgement"]) -> "Table":
    from rich.table import Table

    from geodata.evaluation.breakdown import Verdict, by_feature_class

    table = Table("feature class", *Verdict)
    for column in table.columns[1:]:
        column.justify = "right"
    for feature_class, counts in by_feature_class(judged).items():
        table.add_row(feature_class or "unknown", *(str(counts[verdict]) for verdict in Verdict))
    return table


def _errors_table(judged: Sequence["Judgement"]) -> "Table":
    from rich.markup import escape
    from rich.table import Table

    from geodata.commands.telling import plain_line
    from geodata.evaluation.breakdown import costliest

    table = Table("mentions", "error", "toponym", "taken for", "off, km", "first passage")
    for error in costliest(judged):
        example = error.example
        table.add_row(
            str(error.count),
            example.verdict,
            escape(plain_line(example.toponym)),
            escape(example.taken_for),
            "" if example.off_km is None else f"{example.off_km:,.0f}",
            escape(plain_line(example.passage)),
        )
    return table
