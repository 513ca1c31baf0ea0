"""`build-gazetteer`: the gazetteer file, from the packages, our own lists and the user's.

How it is built is in `geodata.places.build`.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from geodata.places.build import BuildReport


def build_gazetteer(
    places: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="CSV",
            exists=True,
            dir_okay=False,
            help="A list of your own: name, lat, lon and perhaps aliases, ... May be repeated.",
        ),
    ] = None,
    geonames: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="A GeoNames dump (allCountries.zip, cities500.zip, NL.txt). May be repeated.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Where to write it; by default DATELINE_GAZETTEER."),
    ] = None,
) -> None:
    """Build the list of places that articles are resolved with."""
    from geodata.settings import SECRETS, load_settings

    target = output or load_settings(os.environ, SECRETS).gazetteer
    tell_report(_build_with_progress(target, places or [], geonames or []))


def tell_report(report: "BuildReport") -> None:
    """What was built, on standard output; what is doubtful in the lists, on standard error."""
    from geodata.commands.telling import tell

    for warning in report.warnings:
        tell(f"warning: {warning}")
    print(
        f"{report.path}: {report.place_count:,} places, {report.name_count:,} names, "
        f"{report.file_bytes / 1e6:.0f} MB, version {report.version}, {report.seconds:.0f} s"
    )


def _build_with_progress(target: Path, places: list[Path], geonames: list[Path]) -> "BuildReport":
    from rich.console import Console
    from rich.progress import Progress

    from geodata.places.build import build_gazetteer as build

    # Nothing is drawn where standard error is no terminal.
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("building the gazetteer", total=1.0)
        return build(
            target,
            places=places,
            geonames=geonames,
            progress=lambda stage, fraction: bar.update(
                task, description=stage, completed=fraction
            ),
        )
