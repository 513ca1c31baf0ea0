"""Names of countries for their ISO codes, from the curated list the gazetteer is built from."""

from functools import cache

from geodata.places.place_lists import curated_lists, read_place_list


def country_name(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-2 code; the code itself where it has none."""
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    (countries,) = (path for path in curated_lists() if path.stem == "countries")
    names: dict[str, str] = {}
    for listed in read_place_list(countries):
        if listed.country:
            names.setdefault(listed.country, listed.name)
    return names
