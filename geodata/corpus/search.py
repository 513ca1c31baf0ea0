"""A search through passages and places: pure, from terms and a filter to what was found.

Which places bear a name is looked up by the caller: the corpus knows no gazetteer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

import polars as pl

from geodata.corpus.answers import ArticleSummary
from geodata.corpus.filtering import Hidden, kept_articles, with_causes
from geodata.corpus.folding import fold, folded_words
from geodata.corpus.found_words import found_words, merged
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Mention, Place, Role, Span


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for.

    Attributes:
        words: Folded, at least one; a passage must hold all of them,
        place_ids: or name one of these places, which bear the words as their name.
    """

    words: tuple[str, ...]
    place_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place whose name was looked for.

    Attributes:
        bears_name: Whether it bears a term as a name; else the words are part of its name.
        mention_count: Mentions that the filter shows.
        article_count: Articles that these are in.
    """

    place: Place
    bears_name: bool
    mention_count: int
    article_count: int


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage, `[start, end)` in its article's text, that holds what was looked for.

    Attributes:
        article: Its `mention_count` is 0: nothing is counted here.
        marked: What was looked for, in order; offsets are the article's.
        mention: The mention at which to open the article; None where the passage has none.
    """

    article: ArticleSummary
    start: int
    end: int
    text: str
    marked: tuple[Span, ...]
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found under the filter, and how much more there is without it.

    Attributes:
        places: Those that bear a name first, then those that begin so, then by mentions.
        hidden_place_count: Places that only the filter hides.
        passages: Whole words before parts of words, then the newest first; the first few.
        passage_count: All of them.
        article_count: Articles that these are in.
        hidden_passage_count: Passages that only the filter hides.
        furniture_count: Passages of page furniture that hold the words; they are not listed.
    """

    places: tuple[FoundPlace, ...] = ()
    hidden_place_count: int = 0
    passages: tuple[FoundPassage, ...] = ()
    passage_count: int = 0
    article_count: int = 0
    hidden_passage_count: int = 0
    furniture_count: int = 0


_PASSAGE = ["article_id", "passage"]
_SUMMARY = ["article_id", "source", "title", "published", "url", "language", "path"]
_NO_WORD = r"[^\p{L}\p{N}]"


def search(
    snapshot: Snapshot, corpus_filter: CorpusFilter, terms: Sequence[Term], *, most_passages: int
) -> Found:
    """Places whose names hold the terms, and passages that hold them all.

    Args:
        snapshot: What is searched.
        corpus_filter: What is shown. Its parts about mentions hide places, and passages that are
            found only by the place they name; its other parts hide any passage.
        terms: Without any, nothing is found.
        most_passages: How many passages to return of those that are counted.
    """
    if not terms:
        return Found()
    told = with_causes(snapshot, corpus_filter).filter(~pl.col("in_furniture"))
    places, hidden_place_count = _places(snapshot, told, terms)
    holding = _holding(snapshot, told, corpus_filter, terms)
    in_body = holding.filter("in_body")
    shown = in_body.filter("is_shown")
    return Found(
        places=places,
        hidden_place_count=hidden_place_count,
        passages=_passages(_best(shown, terms, most_passages), told, terms),
        passage_count=shown.height,
        article_count=shown["article_id"].n_unique(),
        hidden_passage_count=in_body.height - shown.height,
        furniture_count=holding.height - in_body.height,
    )


def _places(
    snapshot: Snapshot, told: pl.DataFrame, terms: Sequence[Term]
) -> tuple[tuple[FoundPlace, ...], int]:
    bearing = _ids(terms)
    names = pl.concat(
        [
            snapshot.places.select("place_id", "name"),
            told.select("place_id", pl.col("toponym").alias("name")).drop_nulls().unique(),
        ]
    )
    words = [word for term in terms for word in term.words]
    folded = fold(names["name"])
    by_words = names.filter(_holds(folded, words))
    beginning = frozenset(names.filter(_begins(folded, words))["place_id"].to_list())
    is_shown = pl.col("hidden").is_null()
    counted = (
        told.filter(pl.col("place_id").is_in([*bearing, *by_words["place_id"].to_list()]))
        .group_by("place_id")
        .agg(
            is_shown.sum().alias("mention_count"),
            pl.col("article_id").filter(is_shown).n_unique().alias("article_count"),
        )
    )
    found = [
        FoundPlace(snapshot.place_by_id[place_id], place_id in bearing, *counts)
        for place_id, *counts in counted.iter_rows()
    ]

    def likeliest_first(found: FoundPlace) -> tuple[bool, bool, int, str, str]:
        place = found.place
        is_begun = place.id in beginning
        return (not found.bears_name, not is_begun, -found.mention_count, place.name, place.id)

    shown = sorted((one for one in found if one.mention_count), key=likeliest_first)
    return tuple(shown), len(found) - len(shown)


def _holding(
    snapshot: Snapshot, told: pl.DataFrame, corpus_filter: CorpusFilter, terms: Sequence[Term]
) -> pl.DataFrame:
    """The passages that hold every term, with their articles and whether the filter shows them."""
    naming = _naming(told, terms)
    passages = snapshot.passages.join(naming, on=_PASSAGE, how="left", maintain_order="left")
    holds = [_holds(passages["folded"], term.words) for term in terms]
    in_any = reduce(
        and_, (one | passages[f"named{n}"].fill_null(False) for n, one in enumerate(holds))
    )
    in_shown = reduce(
        and_, (one | passages[f"shown{n}"].fill_null(False) for n, one in enumerate(holds))
    )
    kept = in_shown & _holds(passages["folded"], folded_words(corpus_filter.words))
    is_shown = pl.col("kept") & kept_articles(corpus_filter) & ~pl.col("copied").fill_null(False)
    return (
        passages.with_columns(kept.alias("kept"))
        .filter(in_any)
        .join(snapshot.articles.select(_SUMMARY), on="article_id", maintain_order="left")
        .with_columns(is_shown.alias("is_shown"))
    )


def _naming(told: pl.DataFrame, terms: Sequence[Term]) -> pl.DataFrame:
    """Of each passage with mentions: the terms whose places it names, and with shown mentions."""
    is_shown = pl.col("hidden").is_null()
    named = [pl.col("place_id").is_in(list(term.place_ids)).fill_null(False) for term in terms]
    return told.group_by(_PASSAGE).agg(
        *(one.any().alias(f"named{n}") for n, one in enumerate(named)),
        *((one & is_shown).any().alias(f"shown{n}") for n, one in enumerate(named)),
        ((pl.col("hidden") == Hidden.BY_COPY).any() & ~is_shown.any()).alias("copied"),
    )


def _holds(folded: pl.Series, words: Sequence[str]) -> pl.Series:
    everywhere = pl.repeat(True, len(folded), eager=True)
    return reduce(and_, (folded.str.contains(word, literal=True) for word in words), everywhere)


def _begins(folded: pl.Series, words: Sequence[str]) -> pl.Series:
    """Which names have a word that begins with each of these."""
    everywhere = pl.repeat(True, len(folded), eager=True)
    starts = (f"(?:^|{_NO_WORD}){pl.escape_regex(word)}" for word in words)
    return reduce(and_, (folded.str.contains(start) for start in starts), everywhere)


def _best(shown: pl.DataFrame, terms: Sequence[Term], most: int) -> pl.DataFrame:
    """Whole words, or the place by any name, before parts of words; then the newest."""
    is_whole = pl.all_horizontal(
        pl.col("folded").str.contains(_as_whole_words(term)) | pl.col(f"shown{n}").fill_null(False)
        for n, term in enumerate(terms)
    )
    return (
        shown.with_columns((~is_whole).alias("is_part"))
        .sort(
            ["is_part", "published", "source", "title", *_PASSAGE],
            descending=[False, True, False, False, False, False],
            nulls_last=True,
        )
        .head(most)
    )


def _as_whole_words(term: Term) -> str:
    words = f"{_NO_WORD}+".join(pl.escape_regex(word) for word in term.words)
    return f"(?:^|{_NO_WORD}){words}(?:{_NO_WORD}|$)"


def _passages(
    best: pl.DataFrame, told: pl.DataFrame, terms: Sequence[Term]
) -> tuple[FoundPassage, ...]:
    words = list(dict.fromkeys(word for term in terms for word in term.words))
    bearing = _ids(terms)
    mentions: dict[tuple[str, int], list[tuple[Mention, str | None]]] = {}
    here = told.filter(pl.col("hidden").is_null()).join(best, on=_PASSAGE, how="semi")
    for *key, start, end, toponym, role, place_id in here.select(
        *_PASSAGE, "start", "end", "toponym", "role", "place_id"
    ).iter_rows():
        found = (Mention(start, end, toponym, Role(role)), place_id)
        mentions.setdefault((key[0], key[1]), []).append(found)
    passages = []
    for row in best.select(*_PASSAGE, "start", "end", "text", *_SUMMARY[1:]).iter_rows():
        article_id, passage, start, end, text, source, title, published, url, language, path = row
        named = mentions.get((article_id, passage), [])
        meant = [mention for mention, place_id in named if place_id in bearing]
        in_text = [Span(start + one.start, start + one.end) for one in found_words(text, words)]
        passages.append(
            FoundPassage(
                ArticleSummary(article_id, source, title, published, url, language, path, 0),
                start,
                end,
                text,
                merged([*in_text, *(Span(one.start, one.end) for one in meant)]),
                next(iter([*meant, *(mention for mention, _ in named)]), None),
            )
        )
    return tuple(passages)


def _ids(terms: Sequence[Term]) -> frozenset[str]:
    return frozenset[str]().union(*(term.place_ids for term in terms))
