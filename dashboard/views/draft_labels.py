"""What a draft says of itself, in fields to mend it: headline, source, day and address."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard.drafts import Draft, Labels, mended
from dashboard.pending import change
from geodata.articles.labels import clean_url

_FIRST_DAY, _LAST_DAY = date(1600, 1, 1), date(2199, 12, 31)


def show_labels(draft: Draft) -> None:
    """Draws the fields; every change counts at once."""
    labels = draft.labels

    def hear(key: str, changed: Callable[[Labels, str], Labels]) -> Callable[[], None]:
        return lambda: change(
            draft.id, lambda one: mended(one, changed(one.labels, st.session_state[key]))
        )

    def field(label: str, value: str, changed: Callable[[Labels, str], Labels]) -> None:
        key = f"draft-{label}-{draft.id}"
        st.text_input(label, value=value, key=key, max_chars=500, on_change=hear(key, changed))

    field("Headline", labels.title, lambda one, said: replace(one, title=said))
    source, published, url = st.columns([3, 2, 4])
    with source:
        field("Source", labels.source, lambda one, said: replace(one, source=said))
    with published:
        key = f"draft-published-{draft.id}"
        known = labels.published
        st.date_input(
            "Published",
            value=known,
            min_value=min(_FIRST_DAY, known or _FIRST_DAY),
            max_value=max(_LAST_DAY, known or _LAST_DAY),
            format="YYYY-MM-DD",
            key=key,
            on_change=lambda: change(
                draft.id,
                lambda one: mended(one, replace(one.labels, published=st.session_state[key])),
            ),
        )
    with url:
        _show_address(draft)


def _show_address(draft: Draft) -> None:
    key = f"draft-address-{draft.id}"

    def hear() -> None:
        said = clean_url(st.session_state[key])
        if said or not st.session_state[key].strip():
            change(draft.id, lambda one: mended(one, replace(one.labels, url=said)))

    written = st.text_input(
        "Web address", value=draft.labels.url, key=key, max_chars=2000, on_change=hear
    )
    if written.strip() and not clean_url(written):
        st.caption("Not kept: a web address begins with http:// or https:// and has no spaces.")
