"""What an export holds: the mentions a filter shows, those without a place, and their provenance.

How it is written is in the file of each format; which formats there are, in `formats`.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import polars as pl

from geodata.corpus.filtering import Hidden, with_causes
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Place, Role

LICENCES = (
    "Places: GeoNames (https://www.geonames.org/), CC BY 4.0; regions: countrystatecity, ODbL 1.0; "
    "passages: their publishers"
)
AROUND = 40
"""Code points of the article before and after a mention that go with it."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an export comes from, so that it can be made again and cited.

    Attributes:
        corpus: Version of the corpus.
        gazetteer: Version of the gazetteer; empty where not known.
        filter_words: The filter as a reader says it.
        address: The filter as the query of the dashboard's address.
        made_at: When, in UTC.
    """

    corpus: str
    gazetteer: str
    filter_words: str
    address: str
    made_at: datetime

    def __post_init__(self) -> None:
        """Refuse a time without a zone: it would be read as the reader's own."""
        if self.made_at.tzinfo is not UTC:
            raise ValueError("made_at is no aware time in UTC")

    def items(self) -> tuple[tuple[str, str], ...]:
        """Names and values, the same in every format."""
        return (
            ("generator", "Dateline"),
            ("made_at", self.made_at.isoformat(timespec="seconds")),
            ("filter", self.filter_words),
            ("address", self.address),
            ("corpus", self.corpus),
            ("gazetteer", self.gazetteer),
            ("licences", LICENCES),
        )


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """What a mention says of the article it is in; `published` is None where it is not known."""

    id: str
    title: str
    source: str
    published: date | None
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class ExportedMention:
    """One mention in the body of an article.

    Attributes:
        start: Offset in code points of the article's text; `end` is exclusive.
        before: Up to `AROUND` code points before it; `after` likewise.
        place: None where it is unresolved; then `unresolved` says why.
        confidence: 0 to 1, how often such a choice is right; None where it was not measured.
        passage: The text of the passage it stands in, which begins at `passage_start`.
        is_copy: Whether an earlier article of the export has the same sentence.
    """

    article: ExportedArticle
    start: int
    end: int
    toponym: str
    role: Role
    place: Place | None
    confidence: float | None
    unresolved: str
    passage: str
    passage_start: int
    before: str
    after: str
    is_copy: bool

    @property
    def id(self) -> str:
        """Unique within the corpus, and the same in every format."""
        return f"{self.article.id}:{self.start}"


@dataclass(frozen=True, slots=True)
class Content:
    """What is exported: the mentions by article and in order of the text, and their provenance."""

    mentions: tuple[ExportedMention, ...]
    provenance: Provenance


def content_of(snapshot: Snapshot, corpus_filter: CorpusFilter, provenance: Provenance) -> Content:
    """The mentions that a filter shows, and those it would show had they a place."""
    wanted = with_causes(snapshot, corpus_filter).filter(
        pl.col("hidden").is_null() | (pl.col("hidden") == Hidden.UNRESOLVED)
    )
    article_by_id = {
        key: ExportedArticle(key, title, source, published, url, language)
        for key, title, source, published, url, language in snapshot.articles.select(
            "article_id", "title", "source", "published", "url", "language"
        ).iter_rows()
    }
    texts = dict(snapshot.articles.select("article_id", "text").iter_rows())
    rows = wanted.join(
        snapshot.passages.select(
            "article_id", "passage", pl.col("text").alias("words"), pl.col("start").alias("from")
        ),
        on=["article_id", "passage"],
        how="inner",
        maintain_order="left",
    ).select(
        "article_id", "start", "end", "toponym", "role", "place_id", "confidence", "unresolved",
        "words", "from", "is_copy",
    )  # fmt: skip
    place_by_id = snapshot.place_by_id
    return Content(
        tuple(
            ExportedMention(
                article_by_id[article_id],
                start,
                end,
                toponym,
                Role(role),
                place_by_id[place_id] if place_id is not None else None,
                confidence,
                unresolved or "",
                words,
                passage_start,
                texts[article_id][max(start - AROUND, 0) : start],
                texts[article_id][end : end + AROUND],
                is_copy,
            )
            for article_id, start, end, toponym, role, place_id, confidence, unresolved, words,
            passage_start, is_copy in rows.iter_rows()
        ),
        provenance,
    )  # fmt: skip
