"""Why a mention stands where it does: the explanation of one mention, for the reading pane.

Its words are in `dashboard.explanation`; how it looks is in frontend/why.*.
"""

import logging
from bisect import bisect_right

import streamlit as st

from dashboard import data
from dashboard.article_blocks import reason_words
from dashboard.explanation import (
    CANDIDATES_AT_ONCE,
    CandidateWords,
    considered_words,
    coordinates_words,
    headline,
    meaning,
    otherwise,
    reasons,
)
from dashboard.marked_text import sentence_around
from dashboard.plain_text import Json, one_line
from dashboard.wording import about_place
from geodata.errors import GazetteerError
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
            return _of_furniture(geoparsed, mention, where)
    return None


def _of_body(geoparsed: GeoparsedArticle, found: Resolution, where: str) -> Json:
    is_open = bool(st.session_state.get(_OPEN, False))
    # What ties with the best is known only by asking anew.
    asks = is_open or found.unresolved is Unresolved.TIE
    considered = _considered(geoparsed, found.mention) if asks else None
    weighed = considered.candidates if considered else ()
    place = found.place
    return {
        "article": geoparsed.article.id,
        "start": found.mention.start,
        "toponym": one_line(found.mention.text, longest=80),
        "place": one_line(place.name, longest=80) if place else "",
        "about": one_line(about_place(place)) if place else "",
        "question": "Why here?" if place else "Why is it not on the map?",
        "headline": headline(found),
        "reasons": one_line(reasons(found, weighed), longest=700),
        "where": one_line(where, longest=120),
        "hasDetails": True,
        "open": is_open,
        "details": _details(geoparsed, found, considered) if is_open else None,
    }


def _considered(geoparsed: GeoparsedArticle, mention: Mention) -> Considered | None:
    try:
        return data.considered(geoparsed, mention)
    except GazetteerError as error:
        _LOGGER.warning("%s", error, exc_info=error)
        return None


def _of_furniture(geoparsed: GeoparsedArticle, mention: Mention, where: str) -> Json:
    stretches = geoparsed.article.furniture
    at = bisect_right(stretches, mention.start, key=lambda stretch: stretch.start) - 1
    reason = reason_words(stretches[at]) if at >= 0 else "furniture"
    return {
        "article": geoparsed.article.id,
        "start": mention.start,
        "toponym": one_line(mention.text, longest=80),
        "place": "",
        "about": "",
        "question": "Why is it not on the map?",
        "headline": "off the map",
        "reasons": (
            f"It stands in what was taken for {one_line(reason)}, not in the article’s own words. "
            "Take the stretch back in to have its names placed."
        ),
        "where": one_line(where, longest=120),
        "hasDetails": False,
        "open": False,
        "details": None,
    }


def _details(geoparsed: GeoparsedArticle, found: Resolution, considered: Considered | None) -> Json:
    passages = geoparsed.passages
    at = bisect_right(passages, found.mention.start, key=lambda passage: passage.start) - 1
    sentence = sentence_around(geoparsed.article.text, passages[at], found.mention)
    rows = considered_words(considered.candidates, found.chosen) if considered else ()
    shown = rows[:CANDIDATES_AT_ONCE]
    return {
        "sentence": list(sentence),
        "meaning": meaning(found),
        "coordinates": one_line(coordinates_words(found.place)) if found.place else "",
        "candidates": [_candidate(row) for row in shown],
        "leftOut": len(rows) - len(shown),
        "remark": _remark(found, considered),
    }


def _remark(found: Resolution, considered: Considered | None) -> str:
    if considered is None:
        return "There is no gazetteer to ask here: what else was considered cannot be listed."
    changed = otherwise(found, considered.resolution)
    if considered.candidates:
        return one_line(changed)
    return one_line(f"The gazetteer has no place of this name. {changed}")


def _candidate(row: CandidateWords) -> Json:
    return {
        "name": one_line(row.name, longest=80),
        "about": one_line(row.about),
        "distance": row.distance,
        "for": [one_line(words) for words in row.speaks_for],
        "against": [one_line(words) for words in row.speaks_against],
        "chosen": row.is_chosen,
    }
