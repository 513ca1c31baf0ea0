"""The answer to "Why here?" as the reading pane needs it: the choice, and all that was weighed.

Pure. The words of a choice are in `dashboard.explanation`; how the answer looks, in frontend/why.*.
"""

from bisect import bisect_right

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
from geodata.geoparse import Considered
from geodata.model import GeoparsedArticle, Mention, Resolution

_QUESTION, _QUESTION_OFF = "Why here?", "Why is it not on the map?"


def placed_answer(
    geoparsed: GeoparsedArticle,
    found: Resolution,
    considered: Considered | None,
    *,
    where: str,
    is_open: bool,
) -> Json:
    """Of a mention in the article's own words, placed or not.

    Args:
        geoparsed: The article.
        found: What the mention was taken to mean.
        considered: What the gazetteer says of it now; None where it was not asked.
        where: Which article it is, where that is not plain to see.
        is_open: Whether the details are told.
    """
    place = found.place
    return _answer(geoparsed, found.mention, where) | {
        "place": one_line(place.name, longest=80) if place else "",
        "about": one_line(about_place(place)) if place else "",
        "question": _QUESTION if place else _QUESTION_OFF,
        "headline": headline(found),
        "reasons": one_line(
            reasons(found, considered.candidates if considered else ()), longest=700
        ),
        "hasDetails": True,
        "open": is_open,
        "details": _details(geoparsed, found, considered) if is_open else None,
    }


def furniture_answer(geoparsed: GeoparsedArticle, mention: Mention, *, where: str) -> Json:
    """Of a name in what was taken for furniture."""
    stretches = geoparsed.article.furniture
    at = bisect_right(stretches, mention.start, key=lambda stretch: stretch.start) - 1
    reason = reason_words(stretches[at]) if at >= 0 else "furniture"
    return _answer(geoparsed, mention, where) | {
        "headline": "off the map",
        "reasons": (
            f"It stands in what was taken for {one_line(reason)}, not in the article’s own words. "
            "Take the stretch back in to have its names placed."
        ),
    }


def _answer(geoparsed: GeoparsedArticle, mention: Mention, where: str) -> dict[str, Json]:
    return {
        "article": geoparsed.article.id,
        "start": mention.start,
        "toponym": one_line(mention.text, longest=80),
        "place": "",
        "about": "",
        "question": _QUESTION_OFF,
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
        return (
            "There is no gazetteer or corpus to ask here: "
            "what else was considered cannot be listed."
        )
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
