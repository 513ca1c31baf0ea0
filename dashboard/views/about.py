"""What the map shows and does not, what its signs mean, and where its facts come from."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.navigation import leave_map
from dashboard.signs_legend import legend

_WHAT = """
# About this map

Dateline reads news articles, finds the places they name, looks each up in a gazetteer that lies
beside it, and draws it. Every marker opens the passages that name the place, so that you
can check why it stands where it does. What could not be placed is listed, not guessed.
"""

_SIGNS = """
### What the signs mean

- **Circles** are towns, districts and sites. **Squares** are countries, regions and seas: they
  have no one spot, and the square only stands somewhere in them.
- **Dashed** signs are approximate. The dashed ring around them is how far off they may be.
- **Filled** signs are places where an article says something is or happens. **Hollow** ones in
  the other colour are named only as actors: “Moscow replied” is about a government.
- A sign's area grows with its mentions. A thin line leads from a sign to its spot where several
  would hide each other.

### Outlets and independent texts

“3 outlets, 1 independent text” means that one text was printed three times. Articles are compared
sentence by sentence; a sentence printed again, as it was or edited, is a copy. Copies are gathered
under the earliest text, with what each changed, and “Count shared text once” counts only that one.

- Rewritten wire copy is not detected: the same told in other words counts as independent.
- Where days of publication are missing or the same, which was first is not known, and said so.
- Independent texts are not independent witnesses: two reporters may rely on one official.

### What it does not do

- It reads English. In other languages recognition is basic: names are found only as the
  gazetteer spells them.
- It is a machine's reading: a place may be missed or mistaken. Read the passage before you rely
  on a marker.
- Names in menus, captions of other articles and the like are counted but never placed.
"""

_SOURCES = """
### Sources and licences

- Towns: [GeoNames](https://www.geonames.org/), CC BY 4.0.
- Regions: countrystatecity, ODbL 1.0.
- Outlines of countries: Natural Earth, public domain; borders are theirs, not a statement of ours.
- Map drawing: Leaflet, BSD-2-Clause, through Folium and Streamlit.
- Colours: the palette of Okabe and Ito, made to be told apart by everyone.

Your browser asks nothing of anyone but the machine that runs this page, unless whoever runs it
has set a tile server.
"""


def page() -> StreamlitPage:
    """The page as the navigation and links to it need it."""
    return st.Page(show, title="About", url_path="about")


def show() -> None:
    """Draws the page."""
    leave_map()
    with st.container(width=720):
        st.markdown(_WHAT)
        st.html(legend(with_demonyms=True))
        st.markdown(_SIGNS)
        st.markdown(_SOURCES)
