"""Gold corpora: articles whose toponyms people have marked and placed, read from their XML.

Layouts of LGL, TR-News, GeoVirus and GeoWebNews, as kept by Gritta et al. 2019
(doi 10.1007/s10579-019-09475-3). How answers are compared with them is in `scores`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from geodata.coordinates import Coordinates
from geodata.errors import ArticleFetchError, ArticleFormatError
from geodata.model import Role

OFFSET_DRIFT = 15
"""Code points a gold offset may be off by: GeoVirus counts from 1, TR-News drifts by up to 10."""

_NOT_TOPONYMS = frozenset({"Non_Toponym", "Literal_Expression", "Non_Lit_Expression"})
_DEMONYMS = frozenset({"Demonym", "Language"})


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A toponym that people marked.

    Attributes:
        coordinates: Where they say it is; None where they did not say.
        feature_class: GeoNames' letter where the corpus tells it; else empty.
        is_demonym: Whether the corpus marks it as a demonym or a language (GeoWebNews and our own).
        is_unlisted: Whether the gazetteer lacks the place, which therefore has no coordinates.
        role: What it stands for, where the corpus tells it (our own only).
    """

    start: int
    end: int
    text: str
    coordinates: Coordinates | None = None
    feature_class: str = ""
    is_demonym: bool = False
    is_unlisted: bool = False
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article; `left_out` counts marks that the text does not hold where they point.

    Attributes:
        source: The outlet's domain where the corpus tells it; else empty.
    """

    id: str
    text: str
    mentions: tuple[GoldMention, ...]
    source: str = ""
    left_out: int = 0


def read_gold(path: Path) -> list[GoldArticle]:
    """Every article of a gold corpus, in order.

    Raises:
        ArticleFetchError: The file cannot be opened.
        ArticleFormatError: It is not XML of one of the layouts; names the line or the article.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except OSError as error:
        raise ArticleFetchError(f"cannot be opened ({error.strerror})", path=str(path)) from error
    except ElementTree.ParseError as error:
        raise ArticleFormatError(
            f"is not well-formed XML ({error.msg}); gold corpora are XML files",
            path=str(path),
            line=error.position[0],
        ) from error
    articles = [_article(path, node, number) for number, node in enumerate(root.iter("article"))]
    if not articles:
        raise ArticleFormatError("holds no <article>; it is no gold corpus", path=str(path))
    return articles


def _article(path: Path, node: ElementTree.Element, number: int) -> GoldArticle:
    key = node.get("docid") or node.get("file") or str(number)
    try:
        return _marked_article(key, node)
    except ValueError as error:
        raise ArticleFormatError(
            f"article {key} holds a mark whose offset or coordinates are no numbers on the earth "
            f"({error}): mend the mark or remove it",
            path=str(path),
        ) from error


def _marked_article(key: str, node: ElementTree.Element) -> GoldArticle:
    text = node.findtext("text") or ""
    mentions: dict[tuple[int, int], GoldMention] = {}
    left_out = 0
    for mark in _marks(node):
        mention = _mention(text, mark)
        if mention is None or (mention.start, mention.end) in mentions:
            left_out += 1
        else:
            mentions[mention.start, mention.end] = mention
    return GoldArticle(
        key,
        text,
        tuple(sorted(mentions.values(), key=lambda mention: mention.start)),
        node.findtext("domain") or "",
        left_out,
    )


def _marks(node: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for tag in ("toponym", "location"):
        for mark in node.iter(tag):
            if mark.findtext("type") not in _NOT_TOPONYMS:
                yield mark


def _mention(text: str, mark: ElementTree.Element) -> GoldMention | None:
    name = _first_text(mark, "phrase", "extractedName", "name")
    start = _where(text, int(mark.findtext("start") or 0), name) if name else None
    if name is None or start is None:
        return None
    latitude = _first_text(mark, ".//lat", ".//latitude")
    longitude = _first_text(mark, ".//lon", ".//longitude")
    located = latitude is not None and longitude is not None
    return GoldMention(
        start,
        start + len(name),
        name,
        Coordinates(float(latitude or 0), float(longitude or 0)) if located else None,
        _first_text(mark, ".//fclass") or "",
        mark.findtext("type") in _DEMONYMS,
    )


def _first_text(node: ElementTree.Element, *paths: str) -> str | None:
    for path in paths:
        value = (node.findtext(path) or "").strip()
        if value:
            return value
    return None


def _where(text: str, start: int, name: str) -> int | None:
    """Where the name really stands: at the offset given or nearest to it, earlier of equals."""
    for shift in sorted(range(-OFFSET_DRIFT, OFFSET_DRIFT + 1), key=abs):
        if start + shift >= 0 and text.startswith(name, start + shift):
            return start + shift
    return None
