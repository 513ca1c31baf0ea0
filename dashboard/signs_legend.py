"""The legend: the map's signs, each with its meaning, as HTML of our own. Pure.

The signs themselves are drawn by static/signs.js and dressed here by frontend/page.css.
"""

from dashboard.wording import ROLE_WORDS
from geodata.model import Role

_SIGNS = (
    ("place", "town or site"),
    ("place area", "country, its area filled (borders as held, not as claimed)"),
    ("place plate", "region or sea: a label, no border"),
    ("place approximate", "approximate; its ring says how far off"),
    ("actor", f"hollow: named only as {ROLE_WORDS[Role.ACTOR]}"),
    ("group", "more places here: click to come nearer"),
)
_PEOPLE = ("people", "only as adjective or people")


def legend(*, with_demonyms: bool) -> str:
    """The legend as an HTML list."""
    signs = [*_SIGNS, _PEOPLE] if with_demonyms else _SIGNS
    items = "".join(f'<li><i class="dl-sign {sign}"></i>{words}</li>' for sign, words in signs)
    return (
        f'<ul class="dl-legend" aria-label="Signs on the map">{items}'
        "<li>larger, or filled more strongly: more mentions</li></ul>"
    )
