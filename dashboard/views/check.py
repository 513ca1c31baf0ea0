"""What to look at first: doubtful choices, the costliest at the top, ticked off as they are seen.

What was looked at is kept for the visit only.
"""

import streamlit as st

from dashboard.address import MentionAt
from dashboard.choice_table import (
    KEYS_WORDS,
    PERCENT_FORMAT,
    MentionChoice,
    Rows,
    closed,
    is_open,
    opened,
    show_mentions_to_choose,
)
from dashboard.doubt_rows import AT_STAKE, CONFIDENCE, doubt_table, in_words, looked_at_words
from dashboard.navigation import TABLES, current_view, go, redraw
from dashboard.notes import show_empty, show_small
from dashboard.paging import cut_words
from geodata.corpus.review import Doubt, doubts
from geodata.corpus.snapshot import Snapshot

_AT_ONCE = 300
_LOOKED_AT = "looked-at"

Choice = tuple[str, str]


def show_check(snapshot: Snapshot) -> None:
    """Draws the queue; a row opens the article at the most doubtful mention of its choice."""
    every = doubts(snapshot, current_view(snapshot).corpus_filter)
    if not every:
        show_empty(
            "Nothing here needs a second look",
            "No choice of a place under these filters has a confidence below 90 %. Names that the "
            "gazetteer does not have are in the tab “Not on the map”.",
        )
        return
    looked_at = _looked_at()
    queue = [one for one in every if _choice(one) not in looked_at]
    show_small(in_words(queue))
    _buttons(snapshot, queue, done=len(every) - len(queue))
    if not queue:
        return
    shown = queue[:_AT_ONCE]
    show_mentions_to_choose(
        snapshot,
        Rows(
            doubt_table(shown),
            alt="Doubtful choices of a place, the costliest first",
            columns={
                CONFIDENCE: st.column_config.NumberColumn(
                    format=PERCENT_FORMAT,
                    help="How often such a choice is right, as measured, for the most doubtful of "
                    "these mentions. Empty where it was not measured.",
                ),
                AT_STAKE: st.column_config.NumberColumn(
                    format="%.1f",
                    help="Mentions times doubt: about so many of them are wrong, or missing. "
                    "Copies of one sentence count as one.",
                ),
            },
        ),
        [_leads_to(one) for one in shown],
        key="check-table",
    )
    show_small(f"{cut_words(len(shown), len(queue), 'choice')} {KEYS_WORDS}".strip())


def _buttons(snapshot: Snapshot, queue: list[Doubt], *, done: int) -> None:
    view = current_view(snapshot)
    here = next((row for row, one in enumerate(queue) if is_open(_leads_to(one), view)), None)
    following = queue[:1] if here is None else queue[here + 1 : here + 2] or queue[: min(here, 1)]

    def looked() -> None:
        if here is not None:
            _looked_at().append(_choice(queue[here]))
        go(snapshot, opened(_leads_to(following[0])) if following else closed)

    def take_back() -> None:
        _looked_at().pop()
        redraw([TABLES])

    # While a choice is open, page.css keeps the buttons on the screen beside its passage.
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        gap="small",
        key="check-start" if here is None else "check-walk",
    ):
        st.button(
            "Open the first" if here is None else "Looked at, open the next",
            key="check-next",
            icon=":material/check:" if here is not None else ":material/arrow_forward:",
            disabled=not queue,
            on_click=looked,
        )
        st.button(
            "Take the last back",
            key="check-undo",
            icon=":material/undo:",
            type="tertiary",
            disabled=not _looked_at(),
            on_click=take_back,
        )
        show_small(looked_at_words(done, len(queue)), is_beside=True)


def _looked_at() -> list[Choice]:
    kept: list[Choice] = st.session_state.setdefault(_LOOKED_AT, [])
    return kept


def _choice(one: Doubt) -> Choice:
    """The same name taken for the same place, or left without one for the same reason."""
    return (one.toponym, one.place.id if one.place else str(one.unresolved))


def _leads_to(one: Doubt) -> MentionChoice:
    return MentionChoice(MentionAt(one.article_id, one.start), one.place.id if one.place else None)
