"""A filter as a reader says it: for citations, and the provenance of what is taken away.

The widgets that make a filter are in `dashboard.filters`.
"""

from geodata.model import CorpusFilter, Role

EVERYTHING = "everything"
ROLE_WORDS = {Role.LOCATION: "location", Role.ACTOR: "actor", Role.DEMONYM: "people"}
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
    """As in "sources: KCNA, Yonhap; roles: location, actor (people left out)".

    The roles are told whenever one is left out, also where nobody has chosen so.
    """
    said = [
        _sources(corpus_filter),
        _days(corpus_filter),
        "" if corpus_filter.include_undated else "undated articles left out",
        _roles(corpus_filter),
        _feature_classes(corpus_filter),
        f"passages with “{corpus_filter.words}”" if corpus_filter.words else "",
        "shared text counted once" if corpus_filter.independent_only else "",
    ]
    return "; ".join(part for part in said if part) or EVERYTHING


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
    kept = [ROLE_WORDS[role] for role in Role if role in corpus_filter.roles]
    hidden = [ROLE_WORDS[role] for role in Role if role not in corpus_filter.roles]
    if not hidden:
        return ""
    return f"roles: {', '.join(kept)} ({', '.join(hidden)} left out)" if kept else "roles: none"


def _feature_classes(corpus_filter: CorpusFilter) -> str:
    named = [FEATURE_CLASS_WORDS.get(one, one) for one in sorted(corpus_filter.feature_classes)]
    return f"kinds of place: {', '.join(named).lower()}" if named else ""
