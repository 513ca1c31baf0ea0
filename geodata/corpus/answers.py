"""What the questions answer: plain values for the screen, made of the nouns. No frames here."""

from dataclasses import dataclass
from datetime import date

from geodata.model import Mention, Place, Unresolved


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """One place on the map, and how often it is named under the filter.

    Attributes:
        article_count: Articles that name it.
        source_count: Known sources among them; articles of unknown source add none.
        text_count: Independent texts: the articles, less those that name it mostly in sentences
            that an earlier one has.
        location_count: Mentions in each role; the three add up to `mention_count`.
        least_confidence: Of its most doubtful mention; None where none is measured.
        best_confidence: Of its least doubtful mention; None where none is measured.
    """

    place: Place
    mention_count: int
    article_count: int
    source_count: int
    text_count: int
    location_count: int
    actor_count: int
    demonym_count: int
    least_confidence: float | None = None
    best_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text.

    Attributes:
        mention_count: Mentions counted by the answer that the summary is part of.
    """

    id: str
    source: str
    title: str
    published: date | None
    url: str
    language: str
    path: str
    mention_count: int


@dataclass(frozen=True, slots=True)
class NamingPassage:
    """A passage that names the place asked for, `[start, end)` in its article's text.

    Attributes:
        mentions: Those of the place asked for, in order; offsets are the article's.
    """

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class ArticlePassages:
    """The passages of one article that name the place asked for, in order of the text."""

    article: ArticleSummary
    passages: tuple[NamingPassage, ...]


@dataclass(frozen=True, slots=True)
class PublicationDays:
    """Articles by day of publication, oldest first; days without an article are left out."""

    days: tuple[tuple[date, int], ...]
    undated_count: int


@dataclass(frozen=True, slots=True)
class OffMap:
    """Why mentions are not on the map: each is counted once, under the first cause that holds.

    The causes are tried in this order: source, date, undated, words, furniture, role, unresolved,
    feature class, copy. All of them and `shown_count` add up to `mention_count`.

    Attributes:
        unresolved: Reasons with their counts, in the order of `Unresolved`; none is zero.
    """

    mention_count: int
    shown_count: int
    unresolved: tuple[tuple[Unresolved, int], ...]
    in_furniture: int
    by_source: int
    by_date: int
    undated: int
    by_role: int
    by_feature_class: int
    by_words: int
    by_copy: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A source and how many articles it has; the empty name stands for the unknown ones."""

    source: str
    article_count: int


@dataclass(frozen=True, slots=True)
class FeatureClassCount:
    """A GeoNames feature class, and how many places and mentions of it there are."""

    feature_class: str
    place_count: int
    mention_count: int
