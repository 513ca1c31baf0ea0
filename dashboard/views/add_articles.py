"""Adding articles: files, a pasted text, web addresses; for this visit and this visitor only.

The ways to add are in `dashboard.views.add_forms`; what was read is looked over in
`dashboard.views.add_preview`.
"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import geoparsing
from dashboard.navigation import leave_map
from dashboard.notes import calmly, show_done, show_note
from dashboard.page_top import start_at_top
from dashboard.style import lay_over
from dashboard.views import map as map_page
from dashboard.wording import counted


def page() -> StreamlitPage:
    """The page as the navigation and links to it need it."""
    return st.Page(show, title="Add articles", url_path="add")


def show() -> None:
    """Draws the page: what was read and is to be looked over, or the ways to add and what is."""
    # Imported here: readers of pages and feeds take long, and the map page does without them.
    from dashboard.pending import added_last, pending
    from dashboard.views.add_forms import show_ways_to_add
    from dashboard.views.add_preview import show_preview
    from dashboard.views.own_articles import show_own_articles

    leave_map()
    lay_over("add.css")
    with calmly():
        may_fetch = geoparsing.settings().may_fetch
    added = added_last()
    start_at_top("preview" if pending().drafts else f"forms {added.first_id if added else ''}")
    if pending().drafts:
        show_preview(may_fetch=may_fetch)
        return
    with st.container(width=760):
        st.title("Add articles", anchor=False)
        st.caption(
            "They are shown to you alone and gone when you leave. You see what was read, and can "
            "mend it, before anything is on the map."
        )
        with st.container():  # Always here, so that the tabs below stay as the visitor left them.
            _show_last()
        show_ways_to_add(may_fetch=may_fetch)
        show_own_articles()


def _show_last() -> None:
    from dashboard.pending import added_last, pending
    from dashboard.upload import shortened

    added = added_last()
    if added is not None:
        show_done(f"{counted(added.article_count, 'article')} added to your map.")
        label = "See them on the map" if added.article_count > 1 else "See it on the map"
        if st.button(label, icon=":material/map:", type="primary"):
            st.switch_page(map_page.page(), query_params={"article": added.first_id})
    if pending().problems:
        show_note(*shortened(pending().problems), is_trouble=True)
