"""How roles, feature classes, reasons and days are called on the screen. Words only."""

from collections.abc import Sequence
from datetime import date

from dashboard.country_names import country_name
from dashboard.plain_text import one_line
from geodata.exports.filter_words import FEATURE_CLASS_WORDS
from geodata.model import Article, Place, Role, Unresolved

ROLE_MEANINGS = {
    Role.LOCATION: "something is or happens there",
    Role.ACTOR: "the name stands for a government or team",
    Role.DEMONYM: "the adjective or the people: “North Korean troops”",
}
UNRESOLVED_WORDS = {
    Unresolved.NO_CANDIDATE: "no place of that name in the gazetteer",
    Unresolved.TIE: "several places fit equally well",
    Unresolved.TOO_WEAK: "too little speaks for any place",
}
_CODE_WORDS = {
    "PPLC": "capital",
    "PPLA": "regional capital",
    "PPLX": "district",
    "PPLL": "village",
    "PCLI": "country",
    "PCLD": "territory",
    "PCLS": "territory",
    "TERR": "territory",
    "ADM1": "region",
    "ADM1H": "former region",
    "ADM2H": "former district",
    "ADM2": "district",
    "ADM3": "district",
    "ADM4": "district",
    "ADMD": "district",
    "CONT": "continent",
    "RGN": "region of the world",
    "OCN": "ocean",
    "SEA": "sea",
    "GULF": "gulf",
    "STRT": "strait",
    "ST": "street",
    "RD": "road",
    "ISL": "island",
}
_CLASS_WORDS = {
    "P": "town",
    "A": "region",
    "H": "water",
    "L": "area",
    "S": "site",
    "T": "landform",
    "R": "road",
    "U": "undersea",
    "V": "forest",
}


def counted(count: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 article", "1,214 articles"."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def joined_by_and(names: Sequence[str]) -> str:
    """Two names or more as in "KCNA, Tass and Yonhap"."""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def day(published: date | None) -> str:
    """The day as "24 Oct 2025"; "undated" where it is not known."""
    return f"{published.day} {published:%b %Y}" if published else "undated"


def source_name(source: str) -> str:
    """The source's name; "source not known" where the text does not say."""
    return source or "source not known"


def title_words(title: str) -> str:
    """The headline; "Untitled" where none was found."""
    return title or "Untitled"


def title_or_opening(title: str, article: Article) -> str:
    """The headline; without one, what tells it from others: "Untitled: “In Minsk on Friday…”"."""
    opening = article.text[article.body[0].start :][:200] if article.body else ""
    return title or (f"Untitled: “{one_line(opening, longest=60)}”" if opening else "Untitled")


def feature_class_words(letter: str) -> str:
    """What a GeoNames feature class holds, in plain words; the letter itself when unknown."""
    return FEATURE_CLASS_WORDS.get(letter, letter)


def kind_words(place: Place) -> str:
    """What it is: "capital", "region", "district"."""
    return _CODE_WORDS.get(place.feature_code) or _CLASS_WORDS.get(place.feature_class, "place")


def about_place(place: Place) -> str:
    """What it is, where, and how surely: "street, Pyongyang, North Korea"."""
    parts = [kind_words(place), whereabouts(place)]
    if place.uncertainty_km is not None:
        parts.append(f"approximate within {place.uncertainty_km:.2g} km")
    return ", ".join(part for part in parts if part)


def whereabouts(place: Place) -> str:
    """The region and country it lies in, as far as known: "Kursk Oblast, Russia"."""
    parts = dict.fromkeys([place.admin1, country_name(place.country)])
    return ", ".join(part for part in parts if part and part != place.name)
