"""The words of `role_words.toml`, and for each the classes it belongs to.

The clues made of them are in `role_clues`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")


@cache
def classes_of_words() -> Mapping[str, tuple[str, ...]]:
    """For each word, lower case, the names of its classes, such as "acting"."""
    tables = tomllib.loads(
        files("geodata.mentions").joinpath("role_words.toml").read_text(encoding="utf-8")
    )
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for table, lists in tables.items():
        for name, listed in lists.items():
            inflected = table == "verbs" and not name.startswith("undergone")
            for word in _forms(str(listed).split(), inflected=inflected):
                classes[word].add(name)
    return {word: tuple(sorted(names)) for word, names in classes.items()}


def kinds_of(word: str) -> tuple[str, ...]:
    """The classes of a word however it is written; empty for a word that tells nothing."""
    return classes_of_words().get(word.lower(), ())


def _forms(listed: Iterable[str], *, inflected: bool) -> Iterator[str]:
    for word in listed:
        yield word
        if inflected:
            yield from regular_forms(word)


def regular_forms(verb: str) -> tuple[str, str, str]:
    """Third person, past and "-ing" of a verb that is regular; "plan" doubles its n."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb if verb.endswith('ee') else verb[:-1]}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    stem = verb + verb[-1] if _doubles(verb) else verb
    return third, f"{stem}ed", f"{stem}ing"


def _doubles(verb: str) -> bool:
    """One syllable that ends in one vowel and one consonant: ban, plan, stop, drop, rob."""
    return (
        len(verb) >= 3
        and verb[-1] not in _VOWELS | frozenset("wxy")
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )
