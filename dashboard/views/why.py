"""Why a mention stands where it does: looked up for one mention of an article.

What the answer says is made in `dashboard.why_answer`; how it looks, in frontend/why.*.
"""

import logging

import streamlit as st

from dashboard import data
from dashboard.plain_text import Json
from dashboard.why_answer import furniture_answer, placed_answer
from geodata.errors import CorpusError, GazetteerError
from geodata.geoparse import Considered
from geodata.model import GeoparsedArticle, Mention, Resolution, Unresolved

_LOGGER = logging.getLogger(__name__)
_OPEN = "why-details"


def turn_details() -> None:
    """Opens the details, or closes them, for every explanation of this visit."""
    st.session_state[_OPEN] = not st.session_state.get(_OPEN, False)


def why(geoparsed: GeoparsedArticle, start: int, *, where: str = "") -> Json:
    """The explanation of the mention at an offset of the article; None where there is none.

    Args:
        geoparsed: The article.
        start: Where the mention starts in its text.
        where: Which article it is, where that is not plain to see.
    """
    for found in geoparsed.resolutions:
        if found.mention.start == start:
            return _of_body(geoparsed, found, where)
    for mention in geoparsed.furniture_mentions:
        if mention.start == start:
            return furniture_answer(geoparsed, mention, where=where)
    return None


def _of_body(geoparsed: GeoparsedArticle, found: Resolution, where: str) -> Json:
    is_open = bool(st.session_state.get(_OPEN, False))
    # What ties with the best is known only by asking anew.
    asks = is_open or found.unresolved is Unresolved.TIE
    considered = _considered(geoparsed, found.mention) if asks else None
    return placed_answer(geoparsed, found, considered, where=where, is_open=is_open)


def _considered(geoparsed: GeoparsedArticle, mention: Mention) -> Considered | None:
    try:
        return data.considered(geoparsed, mention)
    except (GazetteerError, CorpusError) as error:
        _LOGGER.warning("%s", error, exc_info=error)
        return None
