"""The command line, `python -m geodata`: its commands put together, and its errors told.

Each command is a file of `geodata.commands`; they import what they need when they are called.
"""

import gc
import os
import sys

import typer

from geodata.commands.build_gazetteer import build_gazetteer
from geodata.commands.evaluate import evaluate
from geodata.commands.export import export
from geodata.commands.geoparse import geoparse
from geodata.commands.ingest import ingest
from geodata.commands.telling import tell
from geodata.errors import GeodataError

_INTERRUPTED = 130
_OBJECTS_BEFORE_COLLECTING = 50_000
"""Articles leave next to nothing that only the collector can free: to look for it seldom saves 5 to
9 % of the time."""

app = typer.Typer(
    name="python -m geodata",
    help="Dateline: a pile of news articles, turned into a map of the places they name.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog="Example: python -m geodata geoparse news/*.txt > places.jsonl")(geoparse)
app.command(epilog="Example: python -m geodata ingest news/ more/articles.csv")(ingest)
app.command(epilog="Example: python -m geodata build-gazetteer --places my_places.csv")(
    build_gazetteer
)
app.command(epilog="Example: python -m geodata evaluate lgl.xml --gold-toponyms")(evaluate)
app.command(epilog="Example: python -m geodata export places.geojson --from 2025-10-01")(export)


def main() -> None:
    """Run a command; an error of ours becomes one sentence on standard error, and exit code 1."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING, *gc.get_threshold()[1:])
    try:
        app()
    except GeodataError as error:
        tell(f"error: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # Whoever read our output has had enough. Python would complain once more at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
