"""Articles that were read and are looked over before they are added: what each says, and doubts.

Pure. How they are read is in `dashboard.upload` and `dashboard.from_web`, how they are shown in
`dashboard.views.add_preview`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.wording import counted
from geodata.articles.identity import upload_id
from geodata.articles.labels import clean_label
from geodata.articles.word_counts import words_left_out, words_taken
from geodata.model import GeoparsedArticle, Place, Unresolved

_FEW_WORDS = 30
_MOSTLY_LEFT_OUT = 4


@dataclass(frozen=True, slots=True)
class Labels:
    """What an article says of itself, as the visitor leaves it; empty or None for unknown."""

    title: str = ""
    source: str = ""
    published: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article that was read and is not yet on the map.

    Attributes:
        geoparsed: The article as it was read, and its places.
        labels: What is to be known of it.
        is_wanted: Whether it is to be added.
        is_entry: Whether it is an entry of a feed, which may be no more than a summary.
        note: What happened on the way, in a sentence; empty for nothing.
    """

    geoparsed: GeoparsedArticle
    labels: Labels
    is_wanted: bool = True
    is_entry: bool = False
    note: str = ""

    @property
    def id(self) -> str:
        """Stays the same while its labels are mended."""
        return self.geoparsed.article.id


def draft_of(geoparsed: GeoparsedArticle, *, is_entry: bool = False, note: str = "") -> Draft:
    """The article as it was read, wanted, with the labels it came with."""
    article = geoparsed.article
    labels = Labels(article.title, article.source, article.published, article.url)
    return Draft(geoparsed, labels, is_entry=is_entry, note=note)


def mended(draft: Draft, labels: Labels) -> Draft:
    """The draft with these labels; `url` must be a web address or empty."""
    cleaned = replace(labels, title=clean_label(labels.title), source=clean_label(labels.source))
    return replace(draft, labels=cleaned)


def settled(draft: Draft) -> GeoparsedArticle:
    """The article as it is added: with its labels, and known by its address if that is new."""
    article, labels = draft.geoparsed.article, draft.labels
    is_moved = bool(labels.url) and labels.url != article.url
    settled_article = replace(
        article,
        id=upload_id("", b"", url=labels.url) if is_moved else article.id,
        title=labels.title,
        source=labels.source,
        published=labels.published,
        url=labels.url,
    )
    return replace(draft.geoparsed, article=settled_article)


def settled_by_id(drafts: Iterable[Draft]) -> dict[str, GeoparsedArticle]:
    """The articles as they are added, by id; of two given one address both are kept."""
    found: dict[str, GeoparsedArticle] = {}
    for draft in drafts:
        one = settled(draft)
        if one.article.id in found:
            one = replace(one, article=replace(one.article, id=draft.id))
        found[one.article.id] = one
    return found


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in their order, of several with one id the last."""
    return list({draft.id: draft for draft in drafts}.values())


def doubts(draft: Draft, own_ids: Collection[str] = ()) -> list[str]:
    """What the visitor may want to mend or to know, each a few words; most pressing first."""
    article = draft.geoparsed.article
    taken, left_out = words_taken(article), words_left_out(article)
    found = {
        "no words taken": not taken,
        f"only {counted(taken, 'word')} taken": 0 < taken < _FEW_WORDS and not draft.is_entry,
        "most of the page left out": left_out > _MOSTLY_LEFT_OUT * taken > 0,
        "no place found": not any(one.place for one in draft.geoparsed.resolutions),
        "no headline": not draft.labels.title,
        "no source": not draft.labels.source,
        "no date": draft.labels.published is None,
        "replaces one of yours": settled(draft).article.id in own_ids,
    }
    return [words for words, holds in found.items() if holds]


def places_found(geoparsed: GeoparsedArticle) -> list[tuple[Place, int]]:
    """The places that the article names, with how often, the most frequent first."""
    places = {one.place.id: one.place for one in geoparsed.resolutions if one.place}
    counts = Counter(one.place.id for one in geoparsed.resolutions if one.place)
    return [(places[id], count) for id, count in counts.most_common()]


def names_not_placed(geoparsed: GeoparsedArticle) -> list[tuple[str, Unresolved, int]]:
    """The names that could not be placed, with the reason and how often, most frequent first."""
    counts = Counter(
        (one.mention.text, one.unresolved) for one in geoparsed.resolutions if one.unresolved
    )
    return [(name, reason, count) for (name, reason), count in counts.most_common()]
