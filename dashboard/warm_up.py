"""What a first visit would wait for, done while the server starts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit.runtime import get_instance

from dashboard.geoparsing import settings


@asynccontextmanager
async def warm_up(app: st.App) -> AsyncIterator[None]:
    """Draws the map page once for nobody; the server answers from then on.

    What every visit shares is imported and opened by it. A gazetteer that is missing is left to
    the first visit, which sees it being built.
    """
    del app
    if settings().gazetteer.is_file():
        await get_instance().does_script_run_without_error()
    yield
