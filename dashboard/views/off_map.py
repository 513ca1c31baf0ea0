"""What is not on the map and why: every mention is counted, none vanishes."""

import polars as pl
import streamlit as st

from dashboard.navigation import current_view
from dashboard.plain_text import one_line
from dashboard.wording import UNRESOLVED_WORDS, counted, source_name
from geodata.corpus.answers import OffMap, UnresolvedToponym
from geodata.corpus.questions import off_map, unresolved_mentions
from geodata.corpus.snapshot import Snapshot


def show_off_map(snapshot: Snapshot) -> None:
    """One sentence of counts, and the unresolved names behind it."""
    shown = current_view(snapshot).corpus_filter
    unresolved = unresolved_mentions(snapshot, shown)
    with st.expander(in_words(off_map(snapshot, shown)), key="off-map-list"):
        if not unresolved:
            st.caption("Every name under these filters was resolved to a place.")
            return
        st.dataframe(
            table(unresolved),
            hide_index=True,
            alt="Names that could not be resolved, why, and where they stand",
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


def table(unresolved: tuple[UnresolvedToponym, ...]) -> pl.DataFrame:
    """One row per name and reason."""
    return pl.DataFrame(
        {
            "Name": [one_line(one.toponym, longest=80) for one in unresolved],
            "Why it has no place": [UNRESOLVED_WORDS[one.reason] for one in unresolved],
            "Mentions": [one.mention_count for one in unresolved],
            "Articles": [len(one.articles) for one in unresolved],
            "Named by": [
                one_line(
                    ", ".join(dict.fromkeys(source_name(a.source) for a in one.articles)),
                    longest=120,
                )
                for one in unresolved
            ],
        }
    )
