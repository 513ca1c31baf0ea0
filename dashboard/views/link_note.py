"""What a link asked for and is no longer so: told once, until the reader moves on.

What is compared is in `dashboard.permalink`.
"""

from dashboard.navigation import asked_for, known_to
from dashboard.notes import show_note
from dashboard.permalink import (
    Missing,
    Pins,
    Unread,
    ground_moved,
    listed,
    missing_in,
    pins_in,
    unread_in,
)
from dashboard.views.share import present_pins
from geodata.corpus.snapshot import Snapshot


def show_link_note(snapshot: Snapshot) -> None:
    """Shows what has changed since the link was made and what of it cannot be, if anything."""
    query = asked_for()
    if not query:
        return
    then = pins_in(query)
    now = present_pins(snapshot) if then != Pins() else Pins()
    sentences = [
        *moved_words(then, now),
        *missing_words(missing_in(query, known_to(snapshot))),
        *unread_words(unread_in(query)),
    ]
    if sentences:
        show_note(*sentences)


def moved_words(then: Pins, now: Pins) -> list[str]:
    """One sentence where the ground has moved since the link was made; else none."""
    articles, gazetteer = ground_moved(then, now)
    if not (articles or gazetteer):
        return []
    what = " and ".join(
        part
        for part in ("the articles" if articles else "", "the gazetteer" if gazetteer else "")
        if part
    )
    have = "have" if articles else "has"
    return [
        f"The ground has moved since this link was made: {what} {have} changed, "
        "so counts and places may differ from what the sender saw."
    ]


def missing_words(missing: Missing) -> list[str]:
    """A sentence on what the link names and is not here, and one on what may have become of it.

    Only sources have names that anybody can read.
    """
    sources = "a source that is" if len(missing.sources) == 1 else "sources that are"
    told = [
        (missing.place_ids, "a place that no article here names"),
        (missing.article_ids, "an article that is not here"),
        (missing.sources, f"{sources} not here: {listed(missing.sources)}"),
    ]
    asked = " and for ".join(words for names, words in told if names)
    if not asked:
        return []
    return [
        f"The link asks for {asked}.",
        "Articles added in an earlier visit, or before the page was reloaded, are not kept.",
    ]


def unread_words(unread: Unread) -> list[str]:
    """A sentence each on days and on a position that the link says and that cannot be used."""
    days = "day" if len(unread.days) == 1 else "days"
    told = [
        (unread.days, f"The link’s {days} cannot be used as a filter"),
        (unread.positions, "The link’s position of the map cannot be used"),
    ]
    return [f"{words}: {listed(values)}." for values, words in told if values]
