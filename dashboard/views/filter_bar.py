"""The sidebar: every filter, with what there is to choose from."""

from dataclasses import replace

from dashboard.filters import Change, Choices, show_filters
from dashboard.navigation import current_view, go
from geodata.corpus.questions import feature_class_counts, publication_days, source_counts
from geodata.corpus.snapshot import Snapshot


def show_filter_bar(snapshot: Snapshot) -> None:
    """Draws the filters as the address has them."""
    view = current_view(snapshot)
    dated = snapshot.articles["published"].drop_nulls().sort().to_list()
    choices = Choices(
        sources=source_counts(snapshot),
        feature_classes=feature_class_counts(snapshot),
        published=publication_days(snapshot, view.corpus_filter),
        days=(dated[0], dated[-1]) if dated else None,
    )

    def refilter(change: Change) -> None:
        go(snapshot, lambda here: replace(here, corpus_filter=change(here.corpus_filter)))

    show_filters(view.corpus_filter, choices, refilter)
