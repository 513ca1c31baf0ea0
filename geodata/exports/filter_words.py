"""A filter as a reader says it: for citations, and the provenance of what is taken away.

The widgets that make a filter are in `dashboard.filters`.
"""

from geodata.model import SHOWN_ROLES, CorpusFilter, Role

USUAL = "everything but demonyms"
# What GeoNames' feature classes hold, in plain words.
FEATURE_CLASS_WORDS = {
    "P": "Towns and districts",
    "A": "Countries and regions",
    "H": "Seas and rivers",
    "L": "Areas of the world",
    "S": "Buildings and sites",
    "T": "Mountains and islands",
    "R": "Roads and railways",
    "U": "Undersea",
    "V": "Forests",
}


def filter_words(corpus_filter: CorpusFilter) -> str:
    """As in "sources: KCNA, Yonhap; published from 2025-10-01; undated articles left out"."""
    said = [
        _sources(corpus_filter),
        _days(corpus_filter),
        "" if corpus_filter.include_undated else "undated articles left out",
        _roles(corpus_filter),
        _feature_classes(corpus_filter),
        f"passages with “{corpus_filter.words}”" if corpus_filter.words else "",
        "shared text counted once" if corpus_filter.independent_only else "",
    ]
    return "; ".join(part for part in said if part) or USUAL


def _sources(corpus_filter: CorpusFilter) -> str:
    if not corpus_filter.sources:
        return ""
    return f"sources: {', '.join(name or 'not known' for name in sorted(corpus_filter.sources))}"


def _days(corpus_filter: CorpusFilter) -> str:
    first, last = corpus_filter.published_from, corpus_filter.published_to
    if first == last:
        return f"published {first}" if first else ""
    ends = (f"from {first}" if first else "", f"to {last}" if last else "")
    return f"published {' '.join(end for end in ends if end)}"


def _roles(corpus_filter: CorpusFilter) -> str:
    if corpus_filter.roles == SHOWN_ROLES:
        return ""
    kept = [role.value for role in Role if role in corpus_filter.roles]
    return f"roles: {', '.join(kept) or 'none'}"


def _feature_classes(corpus_filter: CorpusFilter) -> str:
    named = [FEATURE_CLASS_WORDS.get(one, one) for one in sorted(corpus_filter.feature_classes)]
    return f"kinds of place: {', '.join(named).lower()}" if named else ""
