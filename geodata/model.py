"""The nouns of Dateline: what is read, named, resolved and asked. No input or output here.

Every offset counts Unicode code points of the article's own text, end exclusive.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from geodata.coordinates import Coordinates


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A stretch of the page that is not the article's own words, and why we think so."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One published item, as it was read.

    Attributes:
        id: Stable key: the same article read again has the same id.
        text: Everything that was read, unchanged; offsets point into it.
        title: The headline; empty where none was found.
        source: The outlet that published it; empty where the text does not say.
        published: The day of publication; None where it is not known, never a guess.
        url: Where it was published; empty where not known.
        language: ISO 639-1 code ("en"); empty where not told.
        path: The file it was read from (with "#line" for a row of a table); empty for none.
        body: The article's own words, in order, not overlapping.
        furniture: What lies between them (menus, captions seen before, other headlines, ...).
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""
    path: str = ""
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous stretch of one article's text: a paragraph, or part of a long one."""

    start: int
    end: int
    in_body: bool = True


class Role(StrEnum):
    """What a name stands for where it is written (Gritta et al. 2019)."""

    LOCATION = "location"
    ACTOR = "actor"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a toponym: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str
    role: Role = Role.LOCATION


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer entry.

    Attributes:
        id: The GeoNames id in digits where there is one, else "list:key" of the list it is from.
        feature_class: GeoNames' letter: A region, H water, L area, P town, R road, S spot,
            T mountain, ...
        feature_code: GeoNames' finer code ("PCLI", "PPLC", "ADM1", ...).
        country: ISO 3166-1 alpha-2 code; empty for seas, continents and the like.
        admin1: Name of the first-level region it lies in; empty where not known.
        population: Inhabitants; 0 where not known.
        name_count: How many names the gazetteer lists for it: a measure of fame.
        within: Id of the place that contains it, where the gazetteer says so; else empty.
        uncertainty_km: None for a place known where it is; for an approximate one the radius
            in kilometres within which it lies.
    """

    id: str
    name: str
    coordinates: Coordinates
    feature_class: str = "P"
    feature_code: str = "PPL"
    country: str = ""
    admin1: str = ""
    population: int = 0
    name_count: int = 1
    within: str = ""
    uncertainty_km: float | None = None


class NameUse(StrEnum):
    """How a name belongs to a place."""

    NAME = "name"
    ALTERNATE = "alternate"
    ABBREVIATION = "abbreviation"
    HISTORIC = "historic"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place, and how the name that was looked up belongs to it."""

    place: Place
    use: NameUse


@dataclass(frozen=True, slots=True)
class NameSummary:
    """What recognition may know of a name without resolving it.

    Attributes:
        feature_class: Of the most prominent place that bears the name.
        feature_code: Likewise.
        population: The largest of any place that bears the name.
        place_count: How many places bear it.
        uses: Every way in which it is used.
    """

    feature_class: str
    feature_code: str
    population: int
    place_count: int
    uses: frozenset[NameUse]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named clue for or against a candidate.

    Attributes:
        clue: Short key of the rule ("contained", "country named", "population", ...).
        weight: What it adds to the candidate's score; negative speaks against it.
        words: The clue as a sentence fragment for a reader: "lies in Pyongyang, named just before".
    """

    clue: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention might mean, with the evidence for it. Scores only order candidates."""

    place: Place
    score: float
    evidence: tuple[Evidence, ...] = ()


class Unresolved(StrEnum):
    """Why a mention has no place."""

    NO_CANDIDATE = "no candidate"
    TIE = "tie"
    TOO_WEAK = "too weak"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one mention was taken to mean: exactly one of `chosen` and `unresolved` is set.

    Attributes:
        runner_up: The best candidate that lies elsewhere; of an unresolved mention, the best.
        confidence: How often such a choice is right, 0 to 1, as measured; None where nothing was
            chosen, or by other means than by weighing candidates.
    """

    mention: Mention
    chosen: Candidate | None = None
    runner_up: Candidate | None = None
    unresolved: Unresolved | None = None
    confidence: float | None = None

    @property
    def place(self) -> Place | None:
        """The place it means, or None where it is unresolved."""
        return self.chosen.place if self.chosen else None


@dataclass(frozen=True, slots=True)
class GeoparsedArticle:
    """An article with every place it names.

    Attributes:
        passages: The whole text cut into stretches, in order; each mention lies in one.
        resolutions: One for each mention in the article's body, in order of the text.
        furniture_mentions: Names found in the page furniture: counted, never placed.
    """

    article: Article
    passages: tuple[Passage, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    furniture_mentions: tuple[Mention, ...] = ()


SHOWN_ROLES = frozenset({Role.LOCATION, Role.ACTOR})


@dataclass(frozen=True, slots=True)
class CorpusFilter:
    """What the reader wants to see. The default hides demonyms and nothing else.

    Attributes:
        sources: Names of sources to keep; empty keeps all.
        published_from: First day to keep; None for no bound.
        published_to: Last day to keep, included; None for no bound.
        include_undated: Whether articles without a date are kept.
        roles: Roles of mentions to keep.
        feature_classes: GeoNames' letters of places to keep; empty keeps all.
        words: Words that a passage must all hold, in any order and case; empty keeps all.
        independent_only: Whether a sentence that several articles share counts once, in the
            earliest of those that the rest of the filter keeps.
    """

    sources: frozenset[str] = frozenset()
    published_from: date | None = None
    published_to: date | None = None
    include_undated: bool = True
    roles: frozenset[Role] = field(default=SHOWN_ROLES)
    feature_classes: frozenset[str] = frozenset()
    words: str = ""
    independent_only: bool = False
