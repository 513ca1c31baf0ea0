"""News passages of our own, with every place name marked by hand: the reader of their files.

A passage follows a line `=== key`. In it every name of a place is marked with the id of its place
in the gazetteer, `[[Kaduna|2335727]]`, or with `?` where the gazetteer lacks the place. A name that
acts is marked `[[@Kaduna|2335727]]`, a demonym `[[~Kenyan|192950]]`; other names are locations.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import regex

from geodata.evaluation.gold import GoldArticle, GoldMention
from geodata.evaluation.hand_marked import BadLineError, read_marked
from geodata.model import Place, Role

UNLISTED = "?"
"""Stands for the id of a place that the gazetteer lacks."""

_HEAD = "=== "
_MARK = regex.compile(r"\[\[([@~]?)([^\[\]|]+)\|([^\[\]|]+)\]\]")
_ROLES = {"": Role.LOCATION, "@": Role.ACTOR, "~": Role.DEMONYM}


class PlacesById(Protocol):
    """All that the reader asks of a gazetteer."""

    def place(self, place_id: str) -> Place | None:
        """The place of an id."""
        ...


def read_marked_news(path: Path, gazetteer: PlacesById) -> list[GoldArticle]:
    """Every passage of a file, in order; its offsets count code points of the unmarked text.

    Raises:
        ArticleFetchError: The file cannot be opened.
        ArticleFormatError: It is no such file, or names a place that the gazetteer lacks; names the
            line.
    """
    return read_marked(
        path, lambda lines: [_passage(key, block, gazetteer) for key, block in _blocks(lines)]
    )


_Lines = list[tuple[int, str]]
"""Lines with their numbers."""


def _blocks(lines: list[str]) -> Iterator[tuple[str, _Lines]]:
    """Keys and the lines that follow them; what comes before the first is a comment."""
    key, block = "", _Lines()
    for number, line in enumerate(lines, 1):
        if not line.startswith(_HEAD):
            block.append((number, line))
            continue
        if key:
            yield key, block
        key, block = line.removeprefix(_HEAD).strip(), []
        if not key:
            raise BadLineError(f"names no passage: write {_HEAD}and a key", number)
    if not key:
        raise BadLineError(f"holds no passage: begin each with {_HEAD}and a key", 1)
    yield key, block


def _passage(key: str, block: _Lines, gazetteer: PlacesById) -> GoldArticle:
    text, mentions = "", list[GoldMention]()
    for number, line in block:
        after = 0
        for mark in _MARK.finditer(line):
            text += line[after : mark.start()]
            mentions.append(_mention(mark, len(text), number, gazetteer))
            text += mark[2]
            after = mark.end()
        text += f"{line[after:]}\n"
        if "[[" in _MARK.sub("", line) or "]]" in _MARK.sub("", line):
            raise BadLineError("holds a mark that is none: write [[name|id]]", number)
    return GoldArticle(key, text.rstrip("\n"), tuple(mentions))


def _mention(
    mark: "regex.Match[str]", start: int, number: int, gazetteer: PlacesById
) -> GoldMention:
    role, name, place_id = _ROLES[mark[1]], mark[2], mark[3]
    place = None if place_id == UNLISTED else gazetteer.place(place_id)
    if place is None and place_id != UNLISTED:
        raise BadLineError(
            f"places {name} at {place_id}, which the gazetteer lacks: mend the id or write "
            f"{UNLISTED}",
            number,
        )
    return GoldMention(
        start,
        start + len(name),
        name,
        place.coordinates if place else None,
        place.feature_class if place else "",
        is_demonym=role is Role.DEMONYM,
        is_unlisted=place is None,
        role=role,
    )
