"""A filter as words, for whoever reads of a view without seeing it. Pure.

The widgets that make a filter are in `dashboard.filters`.
"""

from dashboard.histogram import days_in_words
from dashboard.plain_text import one_line
from dashboard.wording import ROLE_WORDS, feature_class_words, source_name
from geodata.model import SHOWN_ROLES, CorpusFilter, Role


def filter_in_words(shown: CorpusFilter) -> tuple[str, ...]:
    """Each condition that is not the usual one, as a phrase; none for the usual view."""
    return tuple(
        phrase
        for phrase in (
            _sources(shown),
            _days(shown),
            "" if shown.include_undated else "without undated articles",
            _roles(shown),
            _feature_classes(shown),
            f"passages with “{one_line(shown.words)}”" if shown.words else "",
            "shared text counted once" if shown.independent_only else "",
        )
        if phrase
    )


def _sources(shown: CorpusFilter) -> str:
    named = ", ".join(one_line(source_name(name), longest=60) for name in sorted(shown.sources))
    return f"published by {named}" if named else ""


def _days(shown: CorpusFilter) -> str:
    first, last = shown.published_from, shown.published_to
    if first is None and last is None:
        return ""
    words = days_in_words(first, last)
    return f"published {words[0].lower()}{words[1:]}"


def _roles(shown: CorpusFilter) -> str:
    if shown.roles == SHOWN_ROLES:
        return ""
    named = ", ".join(ROLE_WORDS[role] for role in Role if role in shown.roles)
    return f"mentions as {named}" if named else "mentions in no role"


def _feature_classes(shown: CorpusFilter) -> str:
    named = ", ".join(feature_class_words(one).lower() for one in sorted(shown.feature_classes))
    return f"only {named}" if named else ""
