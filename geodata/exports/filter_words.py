"""A filter as a reader says it, for the provenance of what is taken away."""

from geodata.model import SHOWN_ROLES, CorpusFilter, Role


def filter_words(corpus_filter: CorpusFilter) -> str:
    """As in "sources: KCNA, Yonhap; from 2025-10-01; undated articles left out"."""
    said = [
        _sources(corpus_filter),
        f"from {corpus_filter.published_from}" if corpus_filter.published_from else "",
        f"to {corpus_filter.published_to}" if corpus_filter.published_to else "",
        "" if corpus_filter.include_undated else "undated articles left out",
        _roles(corpus_filter),
        f"kinds of place: {', '.join(sorted(corpus_filter.feature_classes))}"
        if corpus_filter.feature_classes
        else "",
        f"passages with the words: {corpus_filter.words}" if corpus_filter.words else "",
        "shared text counted once" if corpus_filter.independent_only else "",
    ]
    return "; ".join(part for part in said if part) or "everything but demonyms"


def _sources(corpus_filter: CorpusFilter) -> str:
    if not corpus_filter.sources:
        return ""
    return f"sources: {', '.join(name or 'not known' for name in sorted(corpus_filter.sources))}"


def _roles(corpus_filter: CorpusFilter) -> str:
    if corpus_filter.roles == SHOWN_ROLES:
        return ""
    kept = [role.value for role in Role if role in corpus_filter.roles]
    return f"roles: {', '.join(kept) or 'none'}"
