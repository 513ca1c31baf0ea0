"""Adding articles: upload files or paste a text; for this visit and this visitor only."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import data
from dashboard.navigation import leave_map
from dashboard.notes import calmly, show_note
from dashboard.plain_text import escape, one_line
from dashboard.upload import FILE_ENDINGS, Added, Upload, add_uploads
from dashboard.views import map as map_page
from dashboard.views.corpus import progress_in
from dashboard.wording import counted, day, source_name, title_words
from geodata.model import GeoparsedArticle

FILES_AT_MOST = 50
MEGABYTES_AT_MOST = 5
ARTICLES_AT_MOST = 500
_LONGEST_TEXT = 1_000_000
_PASTED_NAME = "pasted text.txt"
_LAST = "added-last"


def page() -> StreamlitPage:
    """The page as the navigation and links to it need it."""
    return st.Page(show, title="Add articles", url_path="add")


def show() -> None:
    """Draws the page: what was added last, the two ways to add, what is there already."""
    leave_map()
    with st.container(width=760):
        st.title("Add articles", anchor=False)
        st.caption(
            "They are shown to you alone and gone when you leave. What is not the article's own "
            "words (menus, other headlines, comment boxes) stays off the map."
        )
        said = st.container()
        files, text = st.tabs(["Upload files", "Paste a text"])
        with files:
            _upload_form()
        with text:
            _paste_form()
        with said:
            _show_last()
        _show_own()


def _upload_form() -> None:
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            f"Up to {FILES_AT_MOST} files: plain text, saved web pages, tables, feeds",
            type=FILE_ENDINGS,
            accept_multiple_files=True,
            max_upload_size=MEGABYTES_AT_MOST,
        )
        if st.form_submit_button("Add to the map", type="primary"):
            _add([Upload(file.name, file.getvalue()) for file in files])


def _paste_form() -> None:
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area("The article as plain text", height=220, max_chars=_LONGEST_TEXT)
        title = st.text_input("Headline, where the text does not begin with it", max_chars=300)
        source, published = st.columns([2, 1])
        pasted = Upload(
            _PASTED_NAME,
            text.encode(),
            title=title,
            source=source.text_input("Source", max_chars=100),
            published=published.date_input("Published", value=None, format="YYYY-MM-DD"),
        )
        if st.form_submit_button("Add to the map", type="primary"):
            _add([pasted] if text.strip() else [])


def _add(uploads: list[Upload]) -> None:
    own = data.own_articles()
    bar = st.progress(0.0, text="Reading …")

    def advance(name: str, share: float) -> None:
        bar.progress(share, text=f"Reading {escape(one_line(name, longest=60))}")

    building = st.empty()
    with calmly():
        st.session_state[_LAST] = add_uploads(
            uploads[:FILES_AT_MOST],
            own,
            geoparse=lambda article: data.geoparse(article, progress_in(building)),
            progress=advance,
            articles_at_most=ARTICLES_AT_MOST,
        )
    bar.empty()
    st.rerun()


def _show_last() -> None:
    last: Added | None = st.session_state.get(_LAST)
    if last is None:
        return
    if last.added_count:
        show_note(f"{counted(last.added_count, 'article')} added to your map.")
        st.page_link(map_page.page(), label="See them on the map", icon=":material/map:")
    elif not last.problems:
        show_note("There was nothing to add: choose a file or paste a text first.")
    if last.problems:
        show_note(*last.problems, is_trouble=True)


def _show_own() -> None:
    own = data.own_articles()
    if not own:
        return
    st.markdown("### Yours, this visit")
    st.html(f'<ul class="dl-own">{"".join(map(_item, own.values()))}</ul>')
    if st.button("Remove them all", key="remove-own"):
        own.clear()
        st.session_state.pop(_LAST, None)
        st.rerun()


def _item(one: GeoparsedArticle) -> str:
    article = one.article
    placed = sum(1 for found in one.resolutions if found.place)
    title = escape(one_line(title_words(article.title)))
    about = f"{one_line(source_name(article.source))} · {day(article.published)}"
    return f"<li><b>{title}</b><br>{escape(about)} · {counted(placed, 'mention')} placed</li>"
