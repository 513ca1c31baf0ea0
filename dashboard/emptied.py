"""What is said where the filters leave nothing: which of them does it. Words only.

Which part of a filter empties the map is found in `geodata.corpus.emptying`.
"""

from collections.abc import Sequence

from dashboard.wording import counted, joined_by_and
from geodata.corpus.filtering import Hidden

# As the filters are called beside the map.
_FILTER_NAMES = {
    Hidden.BY_SOURCE: "Source",
    Hidden.BY_DATE: "From, To",
    Hidden.UNDATED: "Undated articles",
    Hidden.BY_WORDS: "Words in the passage",
    Hidden.BY_ROLE: "Role of the mention",
    Hidden.BY_FEATURE_CLASS: "Kind of place",
}


def emptied_words(parts: Sequence[Hidden]) -> str:
    """Which of the filters to take back: “Kind of place” alone, one of several, or more."""
    names = [f"“{_FILTER_NAMES[part]}”" for part in parts]
    if not names:
        return "No single filter does it: take several back, or reset them all."
    if len(names) == 1:
        return f"The filter {names[0]} hides everything: change it, or reset them all."
    both = joined_by_and(names)
    return f"The filters {both} together hide everything: change one of them, or reset them all."


def on_map_words(placed_count: int, shown_count: int) -> str:
    """What an article has on the map: "7 mentions on the map", "none of 7 mentions on the map"."""
    if shown_count:
        return f"{counted(shown_count, 'mention')} on the map"
    placed = counted(placed_count, "mention")
    return f"none of {placed} on the map" if placed_count else "no place named"
