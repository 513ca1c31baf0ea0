"""Options that more than one command has."""

from typing import Annotated

import typer

RecogniserOption = Annotated[
    str,
    typer.Option(
        "--recogniser",
        metavar="NAME",
        help="What finds names in a text: trained, which comes with Dateline, or spacy:MODEL such "
        "as spacy:en_core_web_sm. By default what DATELINE_RECOGNISER names, else trained.",
    ),
]

SecondOpinionOption = Annotated[
    str,
    typer.Option(
        "--second-opinion",
        metavar="SERVICE",
        help="Ask one of geopy's online geocoders about names the gazetteer does not have, such as "
        "nominatim or photon?domain=localhost: one request a second, answers kept. Off by default.",
    ),
]
