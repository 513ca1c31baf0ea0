"""How right Dateline is, as figures and as words for the screen. Pure.

The figures are those of docs/accuracy.md, docs/roles.md and docs/independence.md, which tell how
they were measured; a test compares them.
"""

from dataclasses import dataclass

_TENTHS = "none one two three four five six seven eight nine ten".split()


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the answers is right, and how much of what is right was answered; 0 to 1."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One gold corpus, answered by what never saw the sources of its articles.

    Attributes:
        name: Of the gold corpus.
        what: What it holds.
        names: Finding names of places, to the letter.
        places: Finding the name and the place, within 161 km.
    """

    name: str
    what: str
    names: Share
    places: Share


# All without demonyms, which the map hides at first.
LOCAL_NEWS = HeldOut(
    "LGL", "411 articles of small US papers", Share(0.894, 0.756), Share(0.841, 0.691)
)
WORLD_NEWS = HeldOut(
    "GeoVirus", "115 passages of Wikinews", Share(0.939, 0.964), Share(0.845, 0.847)
)
# Trained on the other of the two and our marked news: the nearest there is to news of another kind.
LOCAL_NEWS_UNSEEN, WORLD_NEWS_UNSEEN = Share(0.800, 0.532), Share(0.836, 0.844)
ROLES_RIGHT = 0.93
COPIES_FOUND = Share(0.92, 0.65)
# (what was said, how often it was right) of choices of a place.
CONFIDENCE_KEPT = ((0.47, 0.60), (0.75, 0.80), (0.97, 0.97))


def in_ten(share: float) -> str:
    """A share as words, as in "eight" of ten."""
    return _TENTHS[round(10 * share)]


def percent_words(share: float) -> str:
    """A share as whole percent, as in "86 %", in one piece."""
    return f"{100 * share:.0f}\u00a0%"
