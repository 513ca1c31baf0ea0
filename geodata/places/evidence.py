"""The clues for and against a candidate, each a small rule with a weight and words for a reader.

Weights order candidates and mean nothing else; they were set by hand on the development corpora
(`python -m geodata evaluate`). Which candidate wins is decided in `resolution`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, log10, sqrt

import regex

from geodata.coordinates import Coordinates, distance_km
from geodata.model import Evidence, Mention, NamedPlace, NameUse, Place
from geodata.places.candidates import contains

_NEAR_KM = 150.0
"""Distance over which nearness to another place of the article fades to a third."""

_CLASS_OF_WORD = {
    "region": "A", "province": "A", "district": "A", "county": "A", "state": "A", "oblast": "A",
    "prefecture": "A", "governorate": "A", "republic": "A", "territory": "A", "parish": "A",
    "city": "P", "town": "P", "village": "P", "suburb": "P", "capital": "P", "downtown": "P",
    "river": "H", "lake": "H", "sea": "H", "gulf": "H", "bay": "H", "strait": "H", "canal": "H",
    "mount": "T", "mountain": "T", "mountains": "T", "island": "T", "islands": "T", "valley": "T",
    "peninsula": "T",
}  # fmt: skip


_BEFORE = regex.compile(r"(\p{Ll}+)\sof\s$")
_AFTER = regex.compile(r"\s(\p{Ll}+)")


def kind_words(text: str, mention: Mention) -> frozenset[str]:
    """Words of kind right beside a mention: "the city of Kursk", "Hwasong district"."""
    before = _BEFORE.search(text, max(0, mention.start - 25), mention.start)
    after = _AFTER.match(text, mention.end)
    beside = {match.group(1) for match in (before, after) if match}
    return frozenset(beside & _CLASS_OF_WORD.keys())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article says around one name, gathered over all its mentions.

    Attributes:
        outers: Candidates of the names it is said to lie in.
        inners: Candidates of the names said to lie in it.
        kind_words: Words of kind beside it ("district", "river", ...), lower case.
        country_shares: Country code -> share of the article's mentions of countries, 0 to 1.
        others: The places taken for the article's other names so far.
    """

    outers: tuple[Place, ...] = ()
    inners: tuple[Place, ...] = ()
    kind_words: frozenset[str] = frozenset()
    country_shares: Mapping[str, float] = field(default_factory=dict)
    others: tuple[Place, ...] = ()


def evidence(named: NamedPlace, around: Surroundings) -> tuple[Evidence, ...]:
    """Every clue that speaks for or against the candidate, strongest first."""
    clues = [*_of_the_place(named), *_of_the_text(named.place, around)]
    return tuple(sorted(clues, key=lambda clue: (-abs(clue.weight), clue.clue)))


def _of_the_place(named: NamedPlace) -> Iterator[Evidence]:
    place = named.place
    yield Evidence("prominence", _prominence(place), _prominence_words(place))
    if named.use is NameUse.ALTERNATE:
        yield Evidence("alternate name", -0.8, f"{place.name} is its usual name")
    elif named.use is NameUse.HISTORIC:
        yield Evidence("historic name", -0.5, f"an earlier name of {place.name}")


def _prominence(place: Place) -> float:
    code = place.feature_code
    if code.startswith(("PCL", "TERR")):
        return 6.0
    if code in {"CONT", "OCN"}:
        return 5.5
    if code == "ADM1":
        return 3.5 + 0.15 * log10(place.population + 1)
    if place.feature_class == "P":
        capital = 1.5 if code == "PPLC" else 0.0
        return 0.7 * log10(place.population + 1) + 0.12 * sqrt(place.name_count) + capital
    return 2.5 + 0.12 * sqrt(place.name_count)


def _prominence_words(place: Place) -> str:
    code = place.feature_code
    if code.startswith("PCL"):
        return "a country"
    if code == "PPLC":
        return "a capital"
    if place.population:
        return f"{place.population:,} inhabitants"
    return "in the gazetteer"


def _of_the_text(place: Place, around: Surroundings) -> Iterator[Evidence]:
    container = next((outer for outer in around.outers if contains(outer, place)), None)
    if container is not None:
        yield Evidence("said to lie in", 5.0, f"the text puts it in {container.name}")
    content = next((inner for inner in around.inners if contains(place, inner)), None)
    if content is not None:
        yield Evidence("said to hold", 3.0, f"the text puts {content.name} in it")
    yield from _of_the_kind(place, around.kind_words)
    share = around.country_shares.get(place.country, 0.0)
    if share and not place.feature_code.startswith("PCL"):
        yield Evidence(
            "country named", 2.5 * sqrt(share), f"the article names its country, {place.country}"
        )
    yield from _of_the_others(place, around.others)


def _of_the_kind(place: Place, kind_words: frozenset[str]) -> Iterator[Evidence]:
    for word in sorted(kind_words & _CLASS_OF_WORD.keys()):
        wanted = _CLASS_OF_WORD[word]
        fits = place.feature_class == wanted or (
            word in {"district", "city", "town"} and place.feature_code in {"PPLX", "ADM1", "ADM2"}
        )
        if fits:
            yield Evidence("kind", 1.5, f"called a {word}")
        else:
            yield Evidence("kind", -1.5, f"called a {word}, which it is not")


def _of_the_others(place: Place, others: tuple[Place, ...]) -> Iterator[Evidence]:
    region = next(
        (o for o in others if o.admin1 and (o.country, o.admin1) == (place.country, place.admin1)),
        None,
    )
    if region is not None:
        yield Evidence("same region", 1.0, f"in {place.admin1}, like {region.name}")
    nearest = _nearest(place.coordinates, others)
    if nearest is not None:
        other, km = nearest
        yield Evidence("near", 2.0 * exp(-km / _NEAR_KM), f"{km:.0f} km from {other.name}")


def _nearest(point: Coordinates, others: tuple[Place, ...]) -> tuple[Place, float] | None:
    """The nearest other place that is a spot rather than an area, within some 400 km."""
    within = [
        (distance_km(point, other.coordinates), other.id, other)
        for other in others
        if other.feature_class == "P"
        and abs(other.coordinates.latitude - point.latitude) < 4
        and abs(other.coordinates.longitude - point.longitude) < 6
    ]
    if not within:
        return None
    km, _, other = min(within)
    return other, km
