"""The widgets that make the reader's filter. Each change is a step to another address.

What an address may hold is in `dashboard.address`; what a filter hides, in `geodata.corpus`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from dashboard.address import LONGEST_WORDS
from dashboard.plain_text import first_words, one_line, told_apart
from dashboard.wording import (
    ROLE_MEANINGS,
    feature_class_words,
    source_name,
)
from geodata.corpus.answers import FeatureClassCount, PublicationDays, SourceCount
from geodata.exports.filter_words import ROLE_WORDS
from geodata.model import CorpusFilter, Role

Change = Callable[[CorpusFilter], CorpusFilter]
"""One change to the reader's filter, whatever else has changed in it meanwhile."""
Refilter = Callable[[Change], None]
"""Goes where the change leads."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, with its counts."""

    sources: Sequence[SourceCount]
    feature_classes: Sequence[FeatureClassCount]
    published: PublicationDays
    days: tuple[date, date] | None


def show_filters(shown: CorpusFilter, choices: Choices, refilter: Refilter) -> None:
    """Draws every filter as the view has it; a change goes to the view it makes."""
    _heading(shown, refilter)
    _words(shown, refilter)
    _sources(shown, choices.sources, refilter)
    _dates(shown, choices, refilter)
    _copies(shown, refilter)
    _roles(shown, refilter)
    _feature_classes(shown, choices.feature_classes, refilter)


def _heading(shown: CorpusFilter, refilter: Refilter) -> None:
    # Above the lists to choose from, which cover and push what stands below them.
    with st.container(
        key="filter-heading",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        st.markdown("### Filters", width="content")
        st.button(
            "Reset filters",
            key="filter-reset",
            type="tertiary",
            width="content",
            disabled=shown == CorpusFilter(),
            on_click=lambda: refilter(lambda _: CorpusFilter()),
        )


def _words(shown: CorpusFilter, refilter: Refilter) -> None:
    st.session_state["filter-words"] = shown.words

    def changed() -> None:
        words = first_words(st.session_state["filter-words"], longest=LONGEST_WORDS)
        refilter(lambda now: replace(now, words=words))

    st.text_input(
        "Words in the passage",
        key="filter-words",
        placeholder="museum soldiers",
        help="Keeps the passages that hold all of these words, as they are spelt here, in any "
        "order; case and accents do not count, and “museum” keeps “museums”. To find a place by "
        "any of its names, use the search above the map.",
        on_change=changed,
    )


def _sources(shown: CorpusFilter, sources: Sequence[SourceCount], refilter: Refilter) -> None:
    labels = source_labels(sources)
    st.session_state["filter-sources"] = [name for name in labels if name in shown.sources]

    def changed() -> None:
        chosen = frozenset(st.session_state["filter-sources"])
        refilter(lambda now: replace(now, sources=chosen))

    st.multiselect(
        "Source",
        list(labels),
        key="filter-sources",
        format_func=labels.__getitem__,
        placeholder="All sources",
        on_change=changed,
    )


def source_labels(sources: Sequence[SourceCount]) -> dict[str, str]:
    """Each source as a choice, with its articles; no two are alike."""
    named = [
        f"{one_line(source_name(one.source), longest=60)} ({one.article_count})" for one in sources
    ]
    return dict(zip((one.source for one in sources), told_apart(named), strict=True))


def _dates(shown: CorpusFilter, choices: Choices, refilter: Refilter) -> None:
    if choices.days:
        _day_input(shown, "published_from", "From", choices.days, refilter)
        _day_input(shown, "published_to", "To", choices.days, refilter)
    st.session_state["filter-undated"] = shown.include_undated

    def changed() -> None:
        kept = st.session_state["filter-undated"]
        refilter(lambda now: replace(now, include_undated=kept))

    st.toggle(
        f"Undated articles ({choices.published.undated_count})",
        key="filter-undated",
        help="Articles whose day of publication the text does not say.",
        on_change=changed,
    )


def _copies(shown: CorpusFilter, refilter: Refilter) -> None:
    st.session_state["filter-copies"] = shown.independent_only

    def changed() -> None:
        once = st.session_state["filter-copies"]
        refilter(lambda now: replace(now, independent_only=once))

    st.toggle(
        "Count shared text once",
        key="filter-copies",
        help="A sentence that several articles share, as printed or edited, counts in the earliest "
        "of them only. The copies stay in the list of passages.",
        on_change=changed,
    )


def _day_input(
    shown: CorpusFilter,
    bound: str,
    label: str,
    days: tuple[date, date],
    refilter: Refilter,
) -> None:
    here: date | None = getattr(shown, bound)
    earliest, latest = days
    if bound == "published_from":
        latest = shown.published_to or latest
    else:
        earliest = shown.published_from or earliest
    key = f"filter-{label.lower()}"
    st.session_state[key] = here

    def changed() -> None:
        refilter(lambda now: replace(now, **{bound: st.session_state[key]}))

    st.date_input(
        label,
        key=key,
        min_value=min(earliest, here or earliest),
        max_value=max(latest, here or latest),
        format="YYYY-MM-DD",
        on_change=changed,
    )


def _roles(shown: CorpusFilter, refilter: Refilter) -> None:
    st.session_state["filter-roles"] = [role for role in Role if role in shown.roles]

    def changed() -> None:
        chosen = frozenset(st.session_state["filter-roles"])
        refilter(lambda now: replace(now, roles=chosen))

    st.pills(
        "Role of the mention",
        list(Role),
        selection_mode="multi",
        key="filter-roles",
        format_func=lambda role: ROLE_WORDS[role].capitalize(),
        help="  \n".join(
            f"{ROLE_WORDS[role].capitalize()}: {ROLE_MEANINGS[role]}" for role in Role
        ),
        on_change=changed,
    )


def _feature_classes(
    shown: CorpusFilter, counts: Sequence[FeatureClassCount], refilter: Refilter
) -> None:
    places = {one.feature_class: one.place_count for one in counts}
    st.session_state["filter-classes"] = [one for one in places if one in shown.feature_classes]

    def changed() -> None:
        chosen = frozenset(st.session_state["filter-classes"])
        refilter(lambda now: replace(now, feature_classes=chosen))

    st.multiselect(
        "Kind of place",
        list(places),
        key="filter-classes",
        format_func=lambda letter: f"{feature_class_words(letter)} ({places[letter]})",
        placeholder="All kinds",
        on_change=changed,
    )
