"""The legend: the map's signs, each with its meaning, as HTML of our own. Pure.

The signs themselves are drawn by static/signs.js and dressed here by frontend/page.css.
"""

from geodata.exports.filter_words import ROLE_WORDS
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
_DOUBTFUL = ("doubtful", "doubtful: likelier wrong than right")
# A press is heard by frontend/guide.js, which lies on the map page only.
_OPENER = '<li><button type="button" class="dl-plain" data-dateline-guide="open">{}</button></li>'


def sign(kinds: str) -> str:
    """The picture of one sign.

    Args:
        kinds: Its classes, such as "place approximate".
    """
    return f'<i class="dl-sign {kinds}"></i>'


def legend(*, with_demonyms: bool, with_doubtful: bool, guide_words: str = "") -> str:
    """The legend as an HTML list.

    Args:
        with_demonyms: Whether the sign of demonyms is among them.
        with_doubtful: Whether the sign of a doubtful place is.
        guide_words: Words on a button that opens the guided look; empty for no button.
    """
    signs = [*_SIGNS, *[_PEOPLE] * with_demonyms, *[_DOUBTFUL] * with_doubtful]
    items = "".join(f"<li>{sign(kinds)}{words}</li>" for kinds, words in signs)
    opener = _OPENER.format(guide_words) if guide_words else ""
    return (
        f'<ul class="dl-legend" aria-label="Signs on the map">{items}'
        f"<li>larger, or filled more strongly: more mentions</li>{opener}</ul>"
    )
