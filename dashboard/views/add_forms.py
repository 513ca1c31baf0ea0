"""The ways to add: upload files, paste a text, name web addresses; each leads to the preview."""

from collections.abc import Callable

import streamlit as st

from dashboard import data
from dashboard.from_web import ADDRESSES_AT_MOST, addresses_in, read_addresses
from dashboard.notes import calmly, show_note
from dashboard.pending import look_over
from dashboard.upload import (
    FILE_ENDINGS,
    FILES_AT_MOST,
    MEGABYTES_AT_MOST,
    Batch,
    Room,
    Upload,
    read_uploads,
)
from dashboard.views.reading_progress import Reading, reading
from geodata.articles.fetching import fetch

# Larger than what is read: of a file over the limit of the uploader Streamlit tells us nothing.
_MEGABYTES_SENT_AT_MOST = 50
ARTICLES_AT_MOST = 500
CHARACTERS_AT_MOST = 3_000_000  # a thousand articles of the usual length
_LONGEST_TEXT = 1_000_000
_PASTED_NAME = "pasted text.txt"


def show_ways_to_add(*, may_fetch: bool) -> None:
    """Draws a tab for each way.

    Args:
        may_fetch: Whether web addresses may be asked.
    """
    files, text, web = st.tabs(["Upload files", "Paste a text", "From the web"])
    with files:
        _upload_form()
    with text:
        _paste_form()
    with web:
        _web_form(may_fetch=may_fetch)


def _upload_form() -> None:
    with st.form("upload", border=False, clear_on_submit=True):
        files = st.file_uploader(
            f"Up to {FILES_AT_MOST} files of {MEGABYTES_AT_MOST} MB: "
            "texts, saved web pages, tables, feeds, zips of these",
            type=FILE_ENDINGS,
            accept_multiple_files=True,
            max_upload_size=_MEGABYTES_SENT_AT_MOST,
            key="upload-files",
        )
        st.caption(" ".join(FILE_ENDINGS))
        if st.form_submit_button("Read the files", type="primary"):
            _read_uploads([Upload(file.name, file.getvalue()) for file in files])


def _paste_form() -> None:
    with st.form("paste", border=False):
        text = st.text_area(
            "The article as plain text, headline first", height=260, max_chars=_LONGEST_TEXT
        )
        if st.form_submit_button("Read the text", type="primary"):
            _read_uploads([Upload(_PASTED_NAME, text.encode())] if text.strip() else [])


def _web_form(*, may_fetch: bool) -> None:
    if not may_fetch:
        show_note(
            "Whoever runs this page has switched fetching off. Open the article in your browser, "
            "save the page, and upload the file."
        )
        return
    with st.form("web", border=False):
        written = st.text_area(
            f"Addresses of articles or of feeds (RSS, Atom); up to {ADDRESSES_AT_MOST}, one a line",
            height=104,
            max_chars=20_000,
            placeholder="https://",
        )
        st.caption(
            "The machine that runs this page will ask these addresses, one after another; they "
            "learn that it did, and nothing else."
        )
        if st.form_submit_button("Fetch and read", type="primary"):
            addresses = addresses_in(written)
            _read(
                bool(addresses),
                "Fetching",
                lambda now: read_addresses(
                    addresses,
                    fetch=fetch,
                    geoparse=now.geoparse,
                    progress=now.progress,
                    room=_room(),
                ),
            )


def _read_uploads(uploads: list[Upload]) -> None:
    _read(
        bool(uploads),
        "Reading",
        lambda now: read_uploads(
            uploads,
            geoparse=now.geoparse,
            progress=now.progress,
            room=_room(),
        ),
    )


def _read(is_given: bool, verb: str, read: Callable[[Reading], Batch]) -> None:
    if not is_given:
        nothing = "There was nothing to read: choose a file, paste a text, or name an address."
        look_over(Batch((), (nothing,)))
    else:
        with calmly(), reading(verb) as now:
            look_over(read(now))
    st.rerun()


def _room() -> Room:
    room = Room(ARTICLES_AT_MOST, CHARACTERS_AT_MOST)
    for own in data.own_articles().values():
        room = room.less(own.article)
    return room
