"""The words of `cues.toml` and `given_names.txt` as sets: what they tell of a name beside them.

The rules that use them are in `recognition` and `roles`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """Word sets in the normaliser's form, each named as its table in `cues.toml` explains.

    `rarer_given_names` are those of `given_names.txt`.

    Not every set has a rule of its own: the trained recogniser takes each as a clue (`clues.py`),
    so a set must not go without training it again.
    """

    titles: frozenset[str]
    given_names: frozenset[str]
    rarer_given_names: frozenset[str]
    family_names_first: frozenset[str]
    organisations: frozenset[str]
    public_bodies: frozenset[str]
    place_words_after: frozenset[str]
    place_words_before: frozenset[str]
    streets: frozenset[str]
    locating: frozenset[str]
    departing: frozenset[str]
    acting_verbs: frozenset[str]
    before_actors: frozenset[str]
    actor_nouns: frozenset[str]
    pair_nouns: frozenset[str]
    place_nouns: frozenset[str]
    common: frozenset[str]
    never_places: frozenset[str]


@cache
def english_cues() -> Cues:
    """The cues for English news, read once."""
    folder = files("geodata.mentions")
    tables = tomllib.loads(folder.joinpath("cues.toml").read_text(encoding="utf-8"))
    census = folder.joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()

    def listed(table: str, key: str = "words") -> frozenset[str]:
        return frozenset(str(tables[table][key]).split())

    return Cues(
        titles=listed("titles"),
        given_names=listed("persons"),
        rarer_given_names=frozenset(name for name in census if not name.startswith("#")),
        family_names_first=listed("persons", "families_first"),
        organisations=listed("organisations"),
        public_bodies=listed("public_bodies"),
        place_words_after=listed("place_words", "after"),
        place_words_before=listed("place_words", "before"),
        streets=listed("streets"),
        locating=listed("locating"),
        departing=listed("departing"),
        acting_verbs=listed("acting", "verbs"),
        before_actors=listed("acting", "before"),
        actor_nouns=listed("acting", "nouns"),
        pair_nouns=listed("acting", "pairs"),
        place_nouns=listed("place_nouns"),
        common=listed("common"),
        never_places=listed("given_up"),
    )
