"""What a search found -> words and rows for the reading pane, and what the reader chose of them.

Pure. The search itself is in `geodata.corpus.search`; how it looks, in frontend/search.*.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.address import LAST_OFFSET, MentionAt
from dashboard.plain_text import Json, one_line, plain
from dashboard.wording import about_place, counted, day, source_name, title_words, whereabouts
from geodata.coordinates import distance_km
from geodata.corpus.folding import folded_words
from geodata.corpus.search import Found, FoundPassage, FoundPlace
from geodata.model import Place, Span

PLACES_AT_MOST = 50
# A long passage is cut to this around the first of what was found in it.
_LONGEST_EXCERPT, _BEFORE_FOUND = 420, 120
# A town and the region of its name are one place to a reader.
_SAME_KM = 60.0


class Ask(StrEnum):
    """What a reader may ask of the results."""

    PLACE = "place"
    OPEN = "open"
    MORE = "more"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked; the ids are as the browser sent them, and nothing says that they exist."""

    ask: Ask
    place_id: str = ""
    article_id: str = ""
    mention: MentionAt | None = None


def asked_in(sent: object) -> Asked | None:
    """What the browser sent as a value; None where it is nothing that can be asked."""
    if not isinstance(sent, Mapping) or sent.get("ask") not in list(Ask):
        return None
    place_id, article_id, start = (sent.get(name) for name in ("place", "article", "start"))
    article_id = article_id if isinstance(article_id, str) else ""
    return Asked(
        Ask(sent["ask"]),
        place_id if isinstance(place_id, str) else "",
        article_id,
        _mention(article_id, start),
    )


def _mention(article_id: str, start: object) -> MentionAt | None:
    if not article_id or not isinstance(start, int) or isinstance(start, bool):
        return None
    return MentionAt(article_id, start) if 0 <= start <= LAST_OFFSET else None


def count_words(found: Found) -> str:
    """As in "1 place, 12 passages in 5 articles"; "Nothing" where nothing was found."""
    parts = []
    if found.places:
        parts.append(counted(len(found.places), "place"))
    if found.passage_count:
        articles = counted(found.article_count, "article")
        parts.append(f"{counted(found.passage_count, 'passage')} in {articles}")
    return ", ".join(parts) or "Nothing found"


def hidden_words(found: Found) -> str:
    """What the filters hide of what was found; empty where they hide nothing."""
    parts = []
    if found.hidden_place_count:
        parts.append(counted(found.hidden_place_count, "more place"))
    if found.hidden_passage_count:
        parts.append(counted(found.hidden_passage_count, "more passage"))
    return f"The filters hide {' and '.join(parts)}." if parts else ""


def furniture_words(found: Found) -> str:
    """What was found in page furniture, which is not listed; empty for nothing."""
    if not found.furniture_count:
        return ""
    are = "is" if found.furniture_count == 1 else "are"
    return f"{counted(found.furniture_count, 'more passage')} {are} page furniture."


def unnamed_words(query: str, bearing: Sequence[Place], named_ids: Collection[str]) -> str:
    """Says that the gazetteer knows the name and no article does; else empty.

    Args:
        query: The whole search.
        bearing: The places that bear it as a name, the most prominent first.
        named_ids: Places that some article names.
    """
    if not bearing or any(place.id in named_ids for place in bearing):
        return ""
    first, asked = bearing[0], one_line(query)
    apart = [one for one in bearing if distance_km(one.coordinates, first.coordinates) > _SAME_KM]
    where = whereabouts(first)
    named = f"{one_line(first.name)} ({one_line(where)})" if where else one_line(first.name)
    if apart:
        return (
            f"The gazetteer has {counted(len(apart) + 1, 'place')} of the name “{asked}”, such as "
            f"{named}, but no article names one of them."
        )
    if folded_words(first.name) == folded_words(query):
        return f"{named} is in the gazetteer, but no article names it."
    return f"“{asked}” is a name of {named} in the gazetteer, but no article names it."


def results_json(found: Found, *, name: str, more: str, notes: Sequence[str], reset: bool) -> Json:
    """The results as the browser needs them; all text in them is plain text.

    Args:
        found: What the search found.
        name: The search where it is one name; else empty.
        more: Words on the button for the passages that are not listed yet; empty for none.
        notes: Sentences above the results.
        reset: Whether to offer to reset the filters.
    """
    listed = found.places[:PLACES_AT_MOST]
    return {
        "notes": list(notes),
        "reset": reset,
        "places": [_place_json(one, name) for one in listed],
        "placesLeft": len(found.places) - len(listed),
        "passages": [_passage_json(one) for one in found.passages],
        "more": more,
    }


def _place_json(found: FoundPlace, name: str) -> Json:
    place = found.place
    is_other = found.bears_name and name and folded_words(name) != folded_words(place.name)
    articles = counted(found.article_count, "article")
    return {
        "place": place.id,
        "name": one_line(place.name, longest=80),
        "about": one_line(about_place(place)),
        "counts": f"{counted(found.mention_count, 'mention')} in {articles}",
        "alias": f"“{one_line(name)}” is another of its names" if is_other else "",
    }


def _passage_json(found: FoundPassage) -> Json:
    article = found.article
    return {
        "article": article.id,
        "start": found.mention.start if found.mention else None,
        "title": one_line(title_words(article.title), longest=200),
        "meta": f"{one_line(source_name(article.source))} · {day(article.published)}",
        "pieces": [{"text": text, "found": is_found} for text, is_found in excerpt(found)],
    }


def excerpt(found: FoundPassage) -> tuple[tuple[str, bool], ...]:
    """The passage as pieces, each what was found or what stands between; a long one is cut.

    An ellipsis stands where it was cut.
    """
    text = found.text
    marked = [Span(one.start - found.start, one.end - found.start) for one in found.marked]
    first, last = 0, len(text)
    if len(text) > _LONGEST_EXCERPT:
        first = _word_start(text, (marked[0].start if marked else 0) - _BEFORE_FOUND)
        last = min(len(text), first + _LONGEST_EXCERPT)
    pieces: list[tuple[str, bool]] = [("… ", False)] if first else []
    at = first
    for span in marked:
        if at <= span.start and span.end <= last:
            pieces += [
                (plain(text[at : span.start]), False),
                (plain(text[span.start : span.end]), True),
            ]
            at = span.end
    pieces.append((plain(text[at:last]), False))
    if last < len(text):
        pieces.append((" …", False))
    return tuple(piece for piece in pieces if piece[0])


def _word_start(text: str, wanted: int) -> int:
    """Where the next word begins at or after an offset; the offset itself in one long word."""
    if wanted <= 0:
        return 0
    space = text.find(" ", wanted, wanted + _BEFORE_FOUND)
    return space + 1 if space >= 0 else wanted
