"""Which places are named beside a place: in the same passages, as far as a filter shows them.

How often a place is named at all is in `geodata.corpus.questions`.
"""

from dataclasses import dataclass

import polars as pl

from geodata.corpus.filtering import shown_mentions
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Place

_PASSAGE = ("article_id", "passage")


@dataclass(frozen=True, slots=True)
class Companion:
    """A place that is named beside the one asked for.

    Attributes:
        passage_count: Passages that name both, however often they do.
        article_count: Articles that these passages are of.
    """

    place: Place
    passage_count: int
    article_count: int


def places_together(
    snapshot: Snapshot, corpus_filter: CorpusFilter, place_id: str
) -> tuple[Companion, ...]:
    """The places of the passages that name a place; the most shared passages first.

    Then the most articles, then by name and id. Only mentions that the filter shows count, on
    either side; a place is no companion of itself.
    """
    shown = shown_mentions(snapshot, corpus_filter).select(*_PASSAGE, "place_id").unique()
    here = shown.filter(pl.col("place_id") == place_id).select(*_PASSAGE)
    counted = (
        shown.filter(pl.col("place_id") != place_id)
        .join(here, on=_PASSAGE, how="semi")
        .group_by("place_id")
        .agg(pl.len(), pl.col("article_id").n_unique().alias("articles"))
    )
    place_by_id = snapshot.place_by_id
    found = (Companion(place_by_id[key], *counts) for key, *counts in counted.iter_rows())
    return tuple(sorted(found, key=_most_shared_first))


def _most_shared_first(one: Companion) -> tuple[int, int, str, str]:
    return (-one.passage_count, -one.article_count, one.place.name, one.place.id)
