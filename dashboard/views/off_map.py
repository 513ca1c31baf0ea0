"""What is not on the map and why: every mention is counted and listed, none vanishes."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl
import streamlit as st

from dashboard.address import MentionAt
from dashboard.choice_table import (
    DAY_COLUMN,
    KEYS_WORDS,
    MentionChoice,
    Rows,
    show_mentions_to_choose,
)
from dashboard.navigation import current_view, go
from dashboard.notes import show_small
from dashboard.off_map_rows import (
    LIST_EMPTY,
    LIST_MEANINGS,
    LIST_WORDS,
    mention_table,
    undated_table,
)
from dashboard.paging import pages
from dashboard.wording import counted
from geodata.corpus.answers import OffMap
from geodata.corpus.hidden import (
    Listed,
    list_counts,
    listed_mentions,
    told_for_lists,
    undated_articles,
)
from geodata.corpus.questions import off_map
from geodata.corpus.snapshot import Snapshot

_KEY, _TABLE = "off-map-list", "off-map-table"
_PAGE = 250


def show_off_map(snapshot: Snapshot) -> None:
    """One sentence of counts, and the list of one cause, each row of which opens its passage."""
    shown = current_view(snapshot).corpus_filter
    told = told_for_lists(snapshot, shown)
    counts = list_counts(told)
    show_small(f"{in_words(off_map(snapshot, shown))}.")
    listed = _chosen_list(snapshot, counts)
    show_small(LIST_MEANINGS[listed] if counts[listed] else LIST_EMPTY[listed])
    if not counts[listed]:
        return
    if listed == Listed.UNDATED:
        _show_undated(snapshot, told)
    else:
        _show_mentions(snapshot, told, listed, counts[listed])
    show_small(KEYS_WORDS)


def _chosen_list(snapshot: Snapshot, counts: Mapping[Listed, int]) -> Listed:
    first = next((one for one in Listed if counts[one]), Listed.UNRESOLVED)
    shown = current_view(snapshot).listed or first
    st.session_state[_KEY] = shown

    def changed() -> None:
        wanted = st.session_state[_KEY] or shown
        go(snapshot, lambda here: replace(here, listed=Listed(wanted)))

    st.segmented_control(
        "What to list",
        list(Listed),
        key=_KEY,
        required=True,
        label_visibility="collapsed",
        format_func=lambda one: f"{LIST_WORDS[one]} ({counts[one]:,})",
        on_change=changed,
    )
    return shown


def _show_mentions(snapshot: Snapshot, told: pl.DataFrame, listed: Listed, count: int) -> None:
    page = pages(count, _PAGE, key=f"off-map-page-{listed}")
    rows = listed_mentions(snapshot, told, listed, offset=page.start, limit=page.stop - page.start)
    show_mentions_to_choose(
        snapshot,
        Rows(
            mention_table(listed, rows),
            alt=f"{LIST_WORDS[listed]}: names, and the passages they stand in",
            columns={"Published": DAY_COLUMN},
        ),
        [
            MentionChoice(
                MentionAt(row.article_id, row.mention.start), row.place.id if row.place else None
            )
            for row in rows
        ],
        key=f"{_TABLE}-{listed}",
    )


def _show_undated(snapshot: Snapshot, told: pl.DataFrame) -> None:
    articles = undated_articles(snapshot, told)
    rows = articles[pages(len(articles), _PAGE, key="off-map-page-undated")]
    show_mentions_to_choose(
        snapshot,
        Rows(undated_table(rows), alt="Articles without a day of publication"),
        [MentionChoice(MentionAt(row.article_id, row.start), None) for row in rows],
        key=f"{_TABLE}-undated",
    )


def headline(counts: OffMap) -> str:
    """As in "202 of 214 mentions on the map · 7 unresolved, 5 in page furniture"."""
    share = f"{counts.shown_count:,} of {counted(counts.mention_count, 'mention')} on the map"
    return f"{share} · {_causes(counts)}" if _causes(counts) else share


def _causes(counts: OffMap) -> str:
    causes = [
        (sum(count for _, count in counts.unresolved), "unresolved"),
        (counts.in_furniture, "in page furniture"),
        (counts.by_source, "from other sources"),
        (counts.by_date, "outside the dates"),
        (counts.undated, "in undated articles"),
        (counts.by_role, "in other roles"),
        (counts.by_feature_class, "of other kinds of place"),
        (counts.by_words, "without the words"),
        (counts.by_copy, "in copies of an earlier text"),
    ]
    return ", ".join(f"{count:,} {cause}" for count, cause in causes if count)


def in_words(counts: OffMap) -> str:
    """As in "12 of 214 mentions are not on this map: 7 unresolved, 5 in page furniture"."""
    hidden = counts.mention_count - counts.shown_count
    if not counts.mention_count:
        return "No place is named in these articles"
    if not hidden:
        return f"All {counted(counts.mention_count, 'mention')} are on this map"
    are = "is" if hidden == 1 else "are"
    return (
        f"{hidden:,} of {counted(counts.mention_count, 'mention')} {are} not on this map: "
        f"{_causes(counts)}"
    )
