"""Which part of a filter leaves nothing on the map; why a mention is hidden is in `filtering`."""

from collections.abc import Mapping
from dataclasses import replace

from geodata.corpus.filtering import Hidden, shown_mentions
from geodata.corpus.snapshot import Snapshot
from geodata.model import CorpusFilter, Role


def emptying_parts(snapshot: Snapshot, corpus_filter: CorpusFilter) -> tuple[Hidden, ...]:
    """The parts of a filter that shows nothing, each of which taken back alone shows something.

    None where only several together can be taken back, and where the corpus has nothing to show.
    """
    return tuple(
        part
        for part, without in _without_each(corpus_filter).items()
        if without != corpus_filter and not shown_mentions(snapshot, without).is_empty()
    )


def _without_each(corpus_filter: CorpusFilter) -> Mapping[Hidden, CorpusFilter]:
    """The filter without each of its parts, in the order in which they are tried."""
    return {
        Hidden.BY_SOURCE: replace(corpus_filter, sources=frozenset()),
        Hidden.BY_DATE: replace(corpus_filter, published_from=None, published_to=None),
        Hidden.UNDATED: replace(corpus_filter, include_undated=True),
        Hidden.BY_WORDS: replace(corpus_filter, words=""),
        Hidden.BY_ROLE: replace(corpus_filter, roles=frozenset(Role)),
        Hidden.BY_FEATURE_CLASS: replace(corpus_filter, feature_classes=frozenset()),
    }
