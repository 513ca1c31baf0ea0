"""`export`: the corpus, or what a filter leaves of it, as a file for other tools.

What each format holds is in `geodata.exports`.
"""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodata.errors import GeodataError
from geodata.exports.format_names import Format

if TYPE_CHECKING:
    from geodata.exports.content import Content
    from geodata.model import CorpusFilter, Role

_STANDARD_OUTPUT = "-"


def export(
    output: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="Where to write; - for standard output (then name the --format)."
        ),
    ],
    format_name: Annotated[
        Format | None,
        typer.Option("--format", help="The format; by the file's ending where it is not named."),
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="A source to keep; may be repeated. All by default.")
    ] = None,
    published_from: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day to keep.")
    ] = None,
    published_to: Annotated[
        datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day to keep.")
    ] = None,
    undated: Annotated[bool, typer.Option(help="Keep articles without a date.")] = True,
    role: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE",
            help="location, actor or demonym; may be repeated. All but demonym by default.",
        ),
    ] = None,
    words: Annotated[str, typer.Option(help="Words that a passage must all hold.")] = "",
) -> None:
    """Write the mentions of the corpus with their places, for a spreadsheet, a map or a GIS.

    Mentions that could not be placed are written too, without coordinates and with the reason.
    The file says by which corpus, gazetteer and filter it was made.
    """
    chosen = format_name or _by_ending(output)
    from geodata.exports.formats import WRITERS
    from geodata.model import SHOWN_ROLES, CorpusFilter

    corpus_filter = CorpusFilter(
        sources=frozenset(source or ()),
        published_from=_day(published_from),
        published_to=_day(published_to),
        include_undated=undated,
        roles=frozenset(map(_role, role)) if role else SHOWN_ROLES,
        words=words,
    )
    written = WRITERS[chosen].write(_content(corpus_filter))
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(written)
        return
    try:
        Path(output).write_bytes(written)
    except OSError as error:
        raise GeodataError(
            f"{output} cannot be written ({error.strerror}): name another"
        ) from error


def _by_ending(output: str) -> Format:
    ending = Path(output).suffix.lower().lstrip(".")
    if ending in set(Format):
        return Format(ending)
    known = ", ".join(f".{one.value}" for one in Format)
    raise GeodataError(f"{output}: its ending names no format: use one of {known}, or --format")


def _role(name: str) -> "Role":
    from geodata.model import Role

    if name not in set(Role):
        raise GeodataError(f"{name!r} is no role: use {', '.join(Role)}")
    return Role(name)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _content(corpus_filter: "CorpusFilter") -> "Content":
    from geodata.corpus.store import open_corpus
    from geodata.exports.content import Provenance, content_of
    from geodata.exports.filter_words import filter_words
    from geodata.places.gazetteer import Gazetteer
    from geodata.settings import SECRETS, load_settings

    settings = load_settings(os.environ, SECRETS)
    if "://" not in settings.corpus and not Path(settings.corpus).expanduser().is_file():
        raise GeodataError(
            f"there is no corpus at {settings.corpus}: make one with python -m geodata ingest, or "
            "name another with DATELINE_CORPUS"
        )
    with open_corpus(settings.corpus) as corpus:
        snapshot = corpus.snapshot()
    gazetteer = Gazetteer.open(settings.gazetteer).version if settings.gazetteer.is_file() else ""
    return content_of(
        snapshot,
        corpus_filter,
        Provenance(
            corpus=snapshot.version,
            gazetteer=gazetteer,
            filter_words=filter_words(corpus_filter),
            address="",
            made_at=datetime.now(UTC),
        ),
    )
