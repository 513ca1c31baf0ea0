"""What the About page says, as Markdown of our own: accuracy, roles, copies, the network, citing.

Pure; the figures are in `dashboard.measured`. Nothing from outside may be put into it but what
`_code` lets through.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from dashboard.measured import (
    CONFIDENCE_KEPT,
    COPIES_FOUND,
    LOCAL_NEWS,
    LOCAL_NEWS_UNSEEN,
    ROLES_RIGHT,
    WORLD_NEWS,
    WORLD_NEWS_UNSEEN,
    HeldOut,
    in_ten,
    percent_words,
)
from dashboard.version import VERSION

_NOT_IN_CODE = re.compile(r"[^\w.:+-]+", re.ASCII)


def role_words() -> str:
    """What the roles are, and how well they are told apart."""
    return f"""
## Roles of a name

- **Location**: something is or happens there. “A museum in Pyongyang.”
- **Actor**: the name stands for a government, a team, an institution. “Moscow replied.”
- **People**: the adjective or the people. “North Korean troops.” Off at first; the filter for roles
  brings them in.

In sentences written to be hard, {percent_words(ROLES_RIGHT)} of the names got their role. A name
inside another, such as “Korean Central News Agency”, is no place and is left out.
"""


def accuracy_words(recogniser: str) -> str:
    """How right it is, in measured figures.

    Args:
        recogniser: What finds names here in place of our own; empty for our own.
    """
    worse = min(LOCAL_NEWS.places.precision, WORLD_NEWS.places.precision)
    other = f"\n**Here {_code(recogniser)} finds the names: that was not measured.**\n"
    return f"""
## How right it is

Measured on news in which people had marked the places by hand, each time on sources that Dateline
had not learned from. A place counts as right within 161 km of theirs. Names of peoples, which the
map hides at first, are not counted here.
{other if recogniser else ""}
| share | {_told(LOCAL_NEWS)} | {_told(WORLD_NEWS)} |
|---|---|---|
| of all names of places, found | {_both(lambda one: one.names.recall)} |
| of the names found, truly of places | {_both(lambda one: one.names.precision)} |
| of all, shown on the right spot | {_both(lambda one: one.places.recall)} |
| of those shown, on the right spot | {_both(lambda one: one.places.precision)} |

- So about {in_ten(worse)} of ten mentions on the map are right. The others are mostly towns that
  share their name with a larger one.
- News of another kind fares worse. Having learned from the other of the two corpora and from news
  that we marked ourselves, Dateline had {percent_words(LOCAL_NEWS_UNSEEN.precision)} of what it
  showed right on the first and {percent_words(WORLD_NEWS_UNSEEN.precision)} on the second, and
  showed {percent_words(LOCAL_NEWS_UNSEEN.recall)} and {percent_words(WORLD_NEWS_UNSEEN.recall)} of
  all.
- A **confidence** is how often such a choice of a place was right, as measured: {_kept()}. It
  speaks of the place, given the name.
- A **score** only orders the candidates for one name; it is no probability.
"""


def copies_words() -> str:
    """What independent texts are, and how many copies are found."""
    return f"""
## Outlets and independent texts

“3 outlets, 1 independent text” means that one text was printed three times. Articles are compared
sentence by sentence; a sentence printed again, as it was or edited, is a copy. Copies are gathered
under the earliest text, with what each changed, and “Count shared text once” counts only that one.

- Of hard pairs of sentences, {percent_words(COPIES_FOUND.precision)} of those called copies are
  copies, and {percent_words(COPIES_FOUND.recall)} of the copies are found. Rewritten wire copy is
  not: the same told in other words counts as independent.
- Where days of publication are missing or the same, which was first is not known, and said so.
- Independent texts are not independent witnesses: two reporters may rely on one official.
"""


def network_words(*, tiles: str, may_fetch: bool) -> str:
    """What is sent over the network and when, as it is set up here.

    Args:
        tiles: The tile server's URL template; empty for none.
        may_fetch: Whether web addresses are fetched for visitors.
    """
    return f"""
## What is sent, and when

Your browser asks nobody but the machine that runs this page, and that machine asks nobody, with
these exceptions:

- **Map tiles**: {_tile_words(tiles)}
- **Web addresses** that you enter under “Add articles”: {_fetch_words(may_fetch)}
- **A second opinion** on names that the gazetteer lacks can be asked of an online geocoder, on the
  command line only. It is never asked by this page.

Articles that you add are kept in memory for your visit and shown to you alone. They are not
written down, and a link does not carry them. Whoever hosts this page may keep records of visits;
that is not Dateline's doing.
"""


def citation_of(corpus: str, gazetteer: str) -> str:
    """How to cite the whole: plain text on one line.

    Args:
        corpus: Its version; empty where no map has been shown yet.
        gazetteer: Its version; empty where there is none.
    """
    parts = [
        f"Dateline {VERSION}",
        f"corpus {_plain(corpus)}" if corpus else "",
        f"gazetteer {_plain(gazetteer)}" if gazetteer else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said}. Places: GeoNames (CC BY 4.0), countrystatecity (ODbL 1.0)."


def _told(corpus: HeldOut) -> str:
    return f"{corpus.name}: {corpus.what}"


def _both(share: Callable[[HeldOut], float]) -> str:
    return " | ".join(percent_words(share(corpus)) for corpus in (LOCAL_NEWS, WORLD_NEWS))


def _kept() -> str:
    *most, last = [
        f"of choices given {percent_words(said)}, {percent_words(right)} were right"
        for said, right in CONFIDENCE_KEPT
    ]
    return f"{'; '.join(most)}; {last}"


def _tile_words(tiles: str) -> str:
    if not tiles:
        return "none are set here. The outlines lie on this machine."
    host = urlsplit(tiles).hostname or "a tile server"
    return (
        f"whoever runs this page has set {_code(host)}. Your browser asks it for pictures of the "
        "part of the map that you look at."
    )


def _fetch_words(may_fetch: bool) -> str:
    if not may_fetch:
        return "fetching is switched off here."
    return (
        "this machine fetches them when you press the button, and the redirects that they lead to; "
        "over http and https only, never from a private network. A feed's articles are fetched "
        "only when you ask for them."
    )


def _plain(text: str) -> str:
    return _NOT_IN_CODE.sub("", text)[:120]


def _code(text: str) -> str:
    return f"`{_plain(text)}`"
