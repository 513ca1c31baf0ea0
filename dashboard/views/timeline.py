"""The days of publication under the map: bars to brush, steps through time, undated beside them.

What is drawn is decided in `dashboard.histogram`; how, in frontend/timeline.*.
"""

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.address import STEPS, View
from dashboard.frontend_files import frontend
from dashboard.histogram import bar_unit, bars, days_in_words, in_words
from dashboard.navigation import current_view, go
from dashboard.plain_text import Json
from dashboard.timeline_events import sent_unit, sent_window
from geodata.corpus.answers import PublicationDays
from geodata.corpus.periods import Period, TimeUnit, neighbours
from geodata.corpus.questions import publication_days
from geodata.corpus.snapshot import Snapshot

_KEY = "timeline-strip"


def show_timeline(snapshot: Snapshot) -> None:
    """Draws the strip as the view has it; what is brushed, stepped or switched is another view."""
    view = current_view(snapshot)
    axis = _axis(snapshot)

    def brushed() -> None:
        window = sent_window(st.session_state[_KEY]["window"])
        if window:
            go(snapshot, lambda here: _within(here, *window))

    def switched() -> None:
        go(snapshot, lambda here: _with_undated(here, not here.corpus_filter.include_undated))

    def paced() -> None:
        unit = sent_unit(st.session_state[_KEY]["unit"])
        go(snapshot, lambda here: replace(here, step=unit))

    strip = st.components.v2.component(
        "dateline_timeline",
        html=frontend("timeline.html"),
        css=frontend("timeline.css"),
        js=frontend("timeline.js"),
    )
    strip(
        key=_KEY,
        data=strip_json(publication_days(snapshot, view.corpus_filter), view, axis),
        on_window_change=brushed,
        on_undated_change=switched,
        on_unit_change=paced,
    )


def strip_json(published: PublicationDays, view: View, axis: Period | None) -> Json:
    """What the browser needs to draw; without two dated days there are no bars.

    Args:
        published: Articles by day under the other filters.
        view: With the window in its filter.
        axis: The first and the last day of the corpus; None where no article is dated.
    """
    shown = view.corpus_filter
    undated: Json = {"count": published.undated_count, "shown": shown.include_undated}
    if axis is None or axis.first == axis.last:
        words = f"{_day_of(axis)} {in_words(published, shown)}"
        return {"words": words, "undated": undated, "bars": []}
    unit = bar_unit(axis, view.step)
    step = view.step or (unit if unit in STEPS else TimeUnit.YEAR)
    days = [day for day, _ in published.days]
    before, after = neighbours(days, shown.published_from, shown.published_to, step)
    return {
        "words": in_words(published, shown),
        "undated": undated,
        "bars": [
            [bar.first.isoformat(), bar.last.isoformat(), bar.article_count]
            for bar in bars(published.days, axis, unit)
        ],
        "barUnit": unit.value,
        "window": [_iso(shown.published_from), _iso(shown.published_to)],
        "units": [one.value for one in STEPS if one == step or _fits(one, axis)],
        "unit": step.value,
        "previous": _step_json(before),
        "next": _step_json(after),
    }


def _fits(unit: TimeUnit, axis: Period) -> bool:
    """Whether a step by the unit leads anywhere; days, weeks and months are always offered."""
    return unit != TimeUnit.YEAR or axis.first.year != axis.last.year


def _axis(snapshot: Snapshot) -> Period | None:
    published = snapshot.articles["published"]
    first, last = published.min(), published.max()
    return Period(first, last) if isinstance(first, date) and isinstance(last, date) else None


def _within(view: View, first: date | None, last: date | None) -> View:
    shown = replace(view.corpus_filter, published_from=first, published_to=last)
    return replace(view, corpus_filter=shown)


def _with_undated(view: View, are_shown: bool) -> View:
    return replace(view, corpus_filter=replace(view.corpus_filter, include_undated=are_shown))


def _day_of(axis: Period | None) -> str:
    if axis is None:
        return "No article here says its day of publication, so there is no timeline."
    return f"All dated articles are of one day, {days_in_words(axis.first, axis.last)}."


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _step_json(period: Period | None) -> Json:
    if period is None:
        return None
    words = days_in_words(period.first, period.last)
    return {"window": [period.first.isoformat(), period.last.isoformat()], "words": words}
