"""Why a candidate was chosen or passed over: what was measured of it, told to a reader.

Each clue adds together what several measures gave; the weights are those the score was made of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.coordinates import distance_km
from geodata.model import Evidence, NamedPlace, NameUse, Place
from geodata.places.candidates import is_country
from geodata.places.context import CONTEXT_MEASURES
from geodata.places.home import HOME_MEASURES
from geodata.places.measures import MEASURES

CLUES: Mapping[str, tuple[str, ...]] = {
    "prominence": (
        "population", "population beside the largest", "unknown population", "country",
        "continent or ocean",
        "first-level region", "finer region", "town", "capital", "quarter",
        "region of the world", "water", "mountain or island", "spot", "fame", "most prominent",
        "in its namesake country", "large town",
    ),
    "use of the name": ("alternate name", "abbreviation", "historic name"),
    "said to lie in": (
        "said to lie in", "said to lie in, closely", "listed with what it lies in",
    ),
    "said to hold": ("said to hold",),
    "kind": ("kind fits", "kind does not fit"),
    "acting": ("capital that acts",),
    "country": ("share of country, root", "share of country", "holds the others, root"),
    "region": ("share of region, root", "region named"),
    "other name": ("named otherwise too",),
    "near": ("near, 20 km", "near, 50 km", "near, 150 km", "near, 500 km", "nearest, 50 km"),
    "outlet": HOME_MEASURES,
}  # fmt: skip
"""The clues a reader is told, and the measures that make them; every measure is in one."""

SMALLEST = 0.005
"""Weight below which a clue is not worth telling."""

_COLUMN = {
    name: column for column, name in enumerate((*MEASURES, *CONTEXT_MEASURES, *HOME_MEASURES))
}
_COLUMNS = {clue: tuple(_COLUMN[name] for name in names) for clue, names in CLUES.items()}
_SPOT_CLASSES = frozenset("PSTH")


@dataclass(frozen=True, slots=True)
class Around:
    """What the words of the clues name besides the candidate.

    Attributes:
        outers: Names, as written, that the text puts it in.
        inners: Names that the text puts in it.
        kinds: Words of kind beside it.
        others: The likeliest places of the article's other names.
    """

    outers: tuple[str, ...]
    inners: tuple[str, ...]
    kinds: tuple[str, ...]
    others: tuple[Place, ...]


def evidence(
    named: NamedPlace, contributions: Sequence[float], around: Around
) -> tuple[Evidence, ...]:
    """Every clue that adds to or takes from the candidate's score, strongest first.

    Args:
        named: The candidate.
        contributions: What each measure adds, in the order of the columns.
        around: What the words may name.
    """
    clues = []
    for clue, columns in _COLUMNS.items():
        weight = sum([contributions[column] for column in columns])
        if abs(weight) >= SMALLEST:
            clues.append(Evidence(clue, weight, _words(clue, named, around)))
    return tuple(sorted(clues, key=lambda clue: (-abs(clue.weight), clue.clue)))


def _words(clue: str, named: NamedPlace, around: Around) -> str:
    place = named.place
    match clue:
        case "prominence":
            return _prominence(place)
        case "use of the name":
            return _use(named)
        case "said to lie in":
            return f"the text puts it in {_listed(around.outers)}"
        case "said to hold":
            return f"the text puts {_listed(around.inners)} in it"
        case "kind":
            return f"the text calls it a {_listed(around.kinds)}"
        case "acting":
            return "the text has it act, as a capital does for its government"
        case "country":
            return _country(place)
        case "region":
            return f"other names of the article lie in {place.admin1}"
        case "other name":
            return "the article names it otherwise too"
        case "outlet":
            return "other articles of this source name places in its region or near it"
        case _:
            return _nearness(place, around.others)


def _prominence(place: Place) -> str:
    if is_country(place):
        return "a country"
    if place.feature_code == "PPLC":
        return f"a capital of {place.population:,} inhabitants"
    if place.population:
        return f"{place.population:,} inhabitants"
    return f"{place.name_count} names in the gazetteer"


def _country(place: Place) -> str:
    if is_country(place):
        return "other names of the article lie in it"
    return f"other names of the article lie in the same country, {place.country}"


def _use(named: NamedPlace) -> str:
    usual = named.place.name
    return {
        NameUse.HISTORIC: f"an earlier name of {usual}",
        NameUse.ABBREVIATION: f"short for {usual}",
        NameUse.DEMONYM: f"the people of {usual}",
    }.get(named.use, f"its usual name is {usual}")


def _nearness(place: Place, others: Sequence[Place]) -> str:
    near = [
        (distance_km(place.coordinates, other.coordinates), other.name)
        for other in others
        if other.feature_class in _SPOT_CLASSES and other.id != place.id
    ]
    if not near:
        return "near other candidates of the article"
    km, name = min(near)
    return f"{km:,.0f} km from {name}, which the article names too"


def _listed(names: Sequence[str]) -> str:
    return " or ".join(names) if names else "it"
