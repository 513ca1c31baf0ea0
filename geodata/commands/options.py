"""Options that more than one command has."""

from typing import Annotated

import typer

SecondOpinionOption = Annotated[
    str,
    typer.Option(
        "--second-opinion",
        metavar="SERVICE",
        help="Ask one of geopy's online geocoders about names the gazetteer does not have, such as "
        "nominatim or photon?domain=localhost: one request a second, answers kept. Off by default.",
    ),
]
