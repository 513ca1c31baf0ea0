"""The drafts that this visitor is looking over, and their way to the map; as long as the visit.

What a draft is, is in `dashboard.drafts`; the visitor's own articles are kept by `dashboard.data`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from dashboard import data
from dashboard.drafts import Draft, settled_by_id
from dashboard.upload import Batch

_PENDING, _ADDED = "pending-drafts", "added-last"


@dataclass(frozen=True, slots=True)
class Pending:
    """What is being looked over.

    Attributes:
        drafts: In the order in which they were read; empty for nothing.
        problems: Sentences on what could not be read.
        remarks: Sentences on what was passed over beside what was read.
        open_id: The draft that is open.
    """

    drafts: tuple[Draft, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    open_id: str = ""

    @property
    def open_at(self) -> int:
        """Position of the draft that is open; the first where none is."""
        ids = [draft.id for draft in self.drafts]
        return ids.index(self.open_id) if self.open_id in ids else 0

    @property
    def wanted(self) -> list[Draft]:
        """The drafts that are to be added."""
        return [draft for draft in self.drafts if draft.is_wanted]


@dataclass(frozen=True, slots=True)
class Added:
    """What was added last: how many articles, and the first of them."""

    article_count: int
    first_id: str


def pending() -> Pending:
    """What is being looked over; without drafts and problems where there is nothing."""
    kept: Pending = st.session_state.get(_PENDING, Pending())
    return kept


def look_over(batch: Batch) -> None:
    """Puts what was read before the visitor."""
    st.session_state[_PENDING] = Pending(batch.drafts, batch.problems, batch.remarks)
    st.session_state.pop(_ADDED, None)


def put_drafts(drafts: Sequence[Draft]) -> None:
    """These in place of the drafts there are; what is open stays open if it is among them."""
    st.session_state[_PENDING] = replace(pending(), drafts=tuple(drafts))


def change(draft_id: str, changed: Callable[[Draft], Draft]) -> None:
    """Changes one draft; a widget's callback may call it."""
    put_drafts([changed(one) if one.id == draft_id else one for one in pending().drafts])


def open_draft(position: int) -> None:
    """Opens the draft at this position; the nearest there is where there is none."""
    drafts = pending().drafts
    if drafts:
        open_id = drafts[min(max(position, 0), len(drafts) - 1)].id
        st.session_state[_PENDING] = replace(pending(), open_id=open_id)


def put_aside() -> None:
    """Forgets the drafts."""
    st.session_state.pop(_PENDING, None)


def add_wanted() -> None:
    """Makes the wanted drafts the visitor's own articles; one added before is replaced."""
    articles = settled_by_id(pending().wanted)
    data.own_articles().update(articles)
    put_aside()
    if articles:
        st.session_state[_ADDED] = Added(len(articles), next(iter(articles)))


def added_last() -> Added | None:
    """What was added last, as long as the first of it is still there."""
    added: Added | None = st.session_state.get(_ADDED)
    return added if added and added.first_id in data.own_articles() else None
