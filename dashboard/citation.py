"""What is on the screen, named and cited in words. Pure.

The link and the day of access are added in the browser: only it knows them (frontend/share.js).
"""

from dashboard.address import View
from dashboard.permalink import Pins
from dashboard.plain_text import one_line
from dashboard.wording import title_words
from geodata.exports.filter_words import filter_words

_LONGEST_FILTERS = 400


def title_of(view: View, *, summary: str, place_name: str, article_title: str) -> str:
    """What is being read, if anything, before what the map shows.

    Args:
        view: What is on the screen.
        summary: The page's heading, as in "12 places named in 5 articles".
        place_name: Of the chosen place; empty for none.
        article_title: Of the article being read; may be empty.
    """
    if view.article_id:
        return f"“{one_line(title_words(article_title), longest=120)}”, on a map of {summary}"
    if place_name:
        return f"{one_line(place_name, longest=80)}, on a map of {summary}"
    if view.search:
        return f"Search for “{one_line(view.search)}” on a map of {summary}"
    return f"Map of {summary}"


def citation(title: str, view: View, *, counts: str, pins: Pins) -> str:
    """The citation up to the day of access, in sentences.

    Args:
        title: What is cited, as of `title_of`.
        view: With the filter.
        counts: What is on the map and what is not, as in "202 of 214 mentions on the map".
        pins: The versions of what was seen.
    """
    shown = one_line(filter_words(view.corpus_filter), longest=_LONGEST_FILTERS)
    versions = [f"corpus {pins.corpus}"]
    if pins.gazetteer:
        versions.append(f"gazetteer {pins.gazetteer}")
    sentences = [title, f"Shown: {shown}", counts, f"Dateline, {', '.join(versions)}"]
    return " ".join(f"{sentence}." for sentence in sentences)
