"""What the map shows and does not, how right it is, what it sends, and where its facts come from.

The words that hold figures or settings are in `dashboard.about_words`.
"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import data, geoparsing
from dashboard.about_words import (
    accuracy_words,
    citation_of,
    copies_words,
    network_words,
    role_words,
)
from dashboard.guide import GUIDE_WORDS
from dashboard.navigation import leave_map
from dashboard.notes import calmly
from dashboard.signs_legend import legend
from dashboard.views import map as map_page
from dashboard.views.guide import ask_for_guide

_WHAT = """
# About this map

Dateline reads news articles, finds the places they name, looks each up in a gazetteer that lies
beside it, and draws it. Every marker opens the passages that name the place, so that you
can check why it stands where it does. What could not be placed is listed, not guessed.
"""

_SIGNS = """
- **Circles** are towns, districts and sites. **Squares** are countries, **plates** regions and
  seas: they have no one spot, and the sign only stands somewhere in them.
- **Dashed** signs are approximate. The dashed ring around them is how far off they may be.
- **Filled** signs are places where an article says something is or happens. **Hollow** ones in
  the other colour are named only as actors: “Moscow replied” is about a government.
- A sign's area grows with its mentions. A thin line leads from a sign to its spot where several
  would hide each other.
"""

_LIMITS = """
## What it does not do

- It reads English. In other languages recognition is basic: names are found only as the
  gazetteer spells them.
- It is a machine's reading: a place may be missed or mistaken. Read the passage before you rely
  on a marker.
- It does not summarise, judge or rank the news.
- Names in menus, captions of other articles and the like are counted but never placed, unless you
  take them back in.
"""

_SOURCES = """
## Sources and licences

- Towns: [GeoNames](https://www.geonames.org/), CC BY 4.0.
- Regions: countrystatecity, ODbL 1.0. Counties of the USA: US Census Bureau, public domain.
- Outlines of countries: Natural Earth, public domain; borders are theirs, not a statement of ours.
- Recognition: trained on the corpora LGL, GeoVirus, WikiGold and re3d, and on news of our own;
  given names from the US Census Bureau (public domain).
- Map drawing: Leaflet, BSD-2-Clause, through Folium and Streamlit.
- Colours: the palette of Okabe and Ito, made to be told apart by everyone.
- Dateline itself: MIT licence. The articles belong to their publishers.

## Versions, and how to cite

Cite the articles themselves for what they say. For one view of the map, “Share” above the map has a
link and a citation with its filters. For the whole:
"""


def page() -> StreamlitPage:
    """The page as the navigation and links to it need it."""
    return st.Page(show, title="About", url_path="about")


def show() -> None:
    """Draws the page."""
    leave_map()
    with calmly():
        settings = geoparsing.settings()
    with st.container(width=720, key="about"):
        st.markdown(_WHAT)
        if st.button(GUIDE_WORDS, icon=":material/explore:", key="about-guide"):
            ask_for_guide()
            st.switch_page(map_page.page())
        st.markdown("## What the signs mean")
        st.html(legend(with_demonyms=True, with_doubtful=True))
        st.markdown(_SIGNS)
        st.markdown(role_words())
        st.markdown(accuracy_words(settings.recogniser))
        st.markdown(copies_words())
        st.markdown(_LIMITS)
        st.markdown(network_words(tiles=settings.tiles, may_fetch=settings.may_fetch))
        st.markdown(_SOURCES)
        cited = citation_of(data.shown_version(), geoparsing.gazetteer_version())
        st.code(cited, language=None, wrap_lines=True)
