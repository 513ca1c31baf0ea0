"""Why a mention stands where it does, or nowhere: the choice in words. Pure; nothing is asked here.

What single clues say is in `dashboard.clue_words`; where the answers come from, in `views.why`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.clue_words import known_by_it, speaks_against, speaks_for
from dashboard.wording import UNRESOLVED_WORDS, about_place, whereabouts
from geodata.coordinates import distance_km
from geodata.evaluation.scores import NEAR_KM
from geodata.model import Candidate, Place, Resolution, Unresolved
from geodata.names import normalise
from geodata.places.resolution import SAME_SPOT_KM

CLUES_AT_ONCE = 2
CANDIDATES_AT_ONCE = 8
_LISTS = {"dateline": "Dateline’s own list of places", "csc": "countrystatecity’s list of regions"}
_SURENESS = (
    (0.9, "Very likely right"),
    (0.75, "Likely right"),
    (0.5, "More likely right than wrong"),
    (0.0, "Little better than a guess"),
)


@dataclass(frozen=True, slots=True)
class CandidateWords:
    """One place that a mention may mean.

    Attributes:
        distance: How far from the chosen one, or that it is the chosen one.
    """

    name: str
    about: str
    distance: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    is_chosen: bool


def headline(resolution: Resolution) -> str:
    """How surely the mention is placed: "95 % sure", "approximate, within 5 km", "not placed"."""
    if resolution.place is None:
        return "not placed"
    if resolution.confidence is not None:
        return f"{percent(resolution.confidence)} sure"
    if resolution.place.uncertainty_km is not None:
        return f"approximate, within {resolution.place.uncertainty_km:.2g} km"
    return "how sure was not measured"


def percent(share: float) -> str:
    """A share of 0 to 1 as "95 %"."""
    return f"{100 * share:.0f} %"


def reasons(resolution: Resolution, candidates: Sequence[Candidate] = ()) -> str:
    """What speaks for the choice, and what came second; or why there is no choice.

    Args:
        resolution: As it is kept.
        candidates: What was considered, the likeliest first; empty where it is not at hand.
    """
    if resolution.chosen is None:
        return _sentences(_why_not(resolution, candidates))
    rival = resolution.runner_up
    clues = speaks_for(resolution.chosen, rival)[:CLUES_AT_ONCE]
    if not clues:
        clues = ("nothing but its name speaks for it",)
    return _sentences("; ".join(clues), _second(resolution, resolution.chosen, candidates))


def _second(resolution: Resolution, chosen: Candidate, candidates: Sequence[Candidate]) -> str:
    """What came second, and why it was considered; or that nothing could."""
    rival = resolution.runner_up
    if rival is not None:
        bears_it = normalise(rival.place.name) == normalise(resolution.mention.text)
        told = (
            f"runner-up: {_named(rival.place)}",
            f"{_km(chosen, rival):,.0f} km away",
            "" if bears_it else known_by_it(rival),
        )
        return ", ".join(part for part in told if part)
    if resolution.confidence is None:
        return ""  # Nothing was weighed.
    others = [one for one in candidates if one.place.id != chosen.place.id]
    if candidates and not others:
        return "no other place of this name is in the gazetteer"
    if any(_km(chosen, one) > SAME_SPOT_KM for one in others):
        return ""  # The gazetteer has changed.
    return "the gazetteer has no place of this name anywhere else"


def _why_not(resolution: Resolution, candidates: Sequence[Candidate]) -> str:
    best = resolution.runner_up
    if resolution.unresolved is None:
        return "It is not on the map"
    why = UNRESOLVED_WORDS[resolution.unresolved]
    if best is None or resolution.unresolved is Unresolved.NO_CANDIDATE:
        return why
    if resolution.unresolved is Unresolved.TOO_WEAK:
        return (
            f"{why}; the likeliest is {_named(best.place)}, for which little but its name speaks. "
            "The place that is meant may not be in the gazetteer"
        )
    others = [one.place for one in candidates if one.place.id != best.place.id]
    rivals = [_named(place) for place in [best.place, *others][:2]]
    return f"{why}: {' and '.join(rivals)}"


def meaning(resolution: Resolution) -> str:
    """What the confidence says, in words and in numbers; how it came to be there without one."""
    share = resolution.confidence
    if share is not None:
        sureness = next(words for least, words in _SURENESS if share >= least)
        return (
            f"{sureness}: of choices like this one, about {round(100 * share)} in 100 were right, "
            "as measured on news in which people had marked the places. A choice counts as right "
            f"that lies within {NEAR_KM:.0f} km (100 miles) of the truth"
            f"{_both_right(resolution)}."
        )
    place = resolution.place
    if place is None:
        return ""
    if place.uncertainty_km is not None:
        return (
            "The sign stands in the middle of the place that the sentence names; the spot itself "
            f"lies somewhere within about {place.uncertainty_km:.2g} km. How often such a guess "
            "is right was not measured."
        )
    return "How often such a choice is right was not measured."


def _both_right(resolution: Resolution) -> str:
    chosen, rival = resolution.chosen, resolution.runner_up
    if chosen is None or rival is None or _km(chosen, rival) > NEAR_KM:
        return ""
    return ": the runner-up lies so near that both would count as right"


def coordinates_words(place: Place) -> str:
    """The coordinates and the list they come from, by its own key."""
    at = place.coordinates
    return f"{at.latitude:.5f}, {at.longitude:.5f} (WGS 84), {_origin(place)}"


def _origin(place: Place) -> str:
    if place.id.isdecimal():
        return f"from GeoNames, id {place.id} (geonames.org/{place.id})"
    name, _, key = place.id.partition(":")
    if name == "in":
        return f"those of what holds it, id {place.within}"
    return f"from {_LISTS.get(name, f'the list “{name}”')}, key {key}"


def considered_words(
    candidates: Sequence[Candidate], chosen: Candidate | None
) -> tuple[CandidateWords, ...]:
    """Every candidate in words, the chosen one first, the likeliest first among the others.

    The chosen one is compared with the best that lies elsewhere, each of the others with the
    chosen one; without a choice each with the likeliest. What stands at one spot does not compete.

    Args:
        candidates: The likeliest first; none gives none.
        chosen: As it is kept: an older gazetteer may have had a place that is gone.
    """
    if not candidates:
        return ()
    ids = [one.place.id for one in candidates]
    ordered = list(candidates)
    if chosen is not None:
        first = ordered.pop(ids.index(chosen.place.id)) if chosen.place.id in ids else chosen
        ordered.insert(0, first)
    first = ordered[0]
    elsewhere = next((one for one in ordered[1:] if _km(one, first) > SAME_SPOT_KM), None)
    return (
        _in_words(first, elsewhere, "chosen" if chosen else "likeliest", is_chosen=bool(chosen)),
        *(
            _in_words(one, first, f"{_km(one, first):,.0f} km")
            if _km(one, first) > SAME_SPOT_KM
            else _in_words(one, None, "same spot", is_rival=False)
            for one in ordered[1:]
        ),
    )


def _in_words(
    one: Candidate,
    rival: Candidate | None,
    distance: str,
    *,
    is_chosen: bool = False,
    is_rival: bool = True,
) -> CandidateWords:
    return CandidateWords(
        name=one.place.name,
        about=about_place(one.place),
        distance=distance,
        speaks_for=speaks_for(one, rival) if is_rival else (),
        speaks_against=speaks_against(one, rival) if is_rival else (),
        is_chosen=is_chosen,
    )


def _km(one: Candidate, other: Candidate) -> float:
    return distance_km(one.place.coordinates, other.place.coordinates)


def otherwise(kept: Resolution, now: Resolution) -> str:
    """That the gazetteer as it is now would choose otherwise; empty where it would not."""
    if (kept.place and kept.place.id) == (now.place and now.place.id):
        return ""
    if now.place is None:
        return "The gazetteer as it is now would leave it without a place."
    return f"The gazetteer as it is now would choose {_named(now.place)}."


def surely(confidences: Sequence[float | None]) -> str:
    """How surely several mentions mean one place: "88 to 95 % sure"; empty where not measured."""
    known = sorted(round(100 * one) for one in confidences if one is not None)
    if not known:
        return ""
    span = f"{known[0]}" if known[0] == known[-1] else f"{known[0]} to {known[-1]}"
    return f"{span} % sure"


def _named(place: Place) -> str:
    return ", ".join(part for part in (place.name, whereabouts(place)) if part)


def _sentences(*fragments: str) -> str:
    return " ".join(f"{one[:1].upper()}{one[1:].rstrip('.')}." for one in fragments if one)
