"""An online geocoder of geopy's, asked about names that the gazetteer does not resolve.

Off unless somebody asks for it. What the gazetteer itself knows is in `gazetteer`.
"""

from collections.abc import Callable, Mapping, Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import TypedDict, cast
from urllib.parse import parse_qsl

from geopy.exc import ConfigurationError, GeocoderNotFound
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import SERVICE_TO_GEOCODER, get_geocoder_for_service
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from geodata.coordinates import Coordinates
from geodata.errors import GazetteerError
from geodata.model import Candidate, Evidence, Place, Resolution, Unresolved
from geodata.names import NormalisedName, normalise
from geodata.places.answers import Answers
from geodata.places.nearest import KM_PER_DEGREE

SecondOpinion = Callable[[str], Place | None]

# Nominatim's usage policy: one request a second at most.
# https://operations.osmfoundation.org/policies/nominatim/
SECONDS_BETWEEN_REQUESTS = 1.0
# Where the service does not tell how large a place is, its point is taken to be good to this.
DEFAULT_UNCERTAINTY_KM = 10.0
_FAILED = object()


class _Raw(TypedDict, total=False):
    """What services commonly put into `Location.raw`, as far as we use it."""

    osm_id: int
    place_id: int | str
    boundingbox: list[str]


def with_second_opinions(
    resolutions: Sequence[Resolution], opinion: SecondOpinion
) -> list[Resolution]:
    """The same resolutions, with an opinion asked of every name that no list has."""
    return [
        _asked(resolution, opinion)
        if resolution.unresolved is Unresolved.NO_CANDIDATE
        else resolution
        for resolution in resolutions
    ]


def _asked(resolution: Resolution, opinion: SecondOpinion) -> Resolution:
    place = opinion(resolution.mention.text)
    if place is None:
        return resolution
    service = place.id.split(":")[0]
    clue = Evidence("second opinion", 1.0, f"our gazetteer does not have it; {service} knows it")
    return Resolution(resolution.mention, Candidate(place, clue.weight, (clue,)))


def named_opinion(named: str, folder: Path) -> SecondOpinion:
    """The opinion of a service named as "nominatim" or "photon?domain=localhost&scheme=http".

    Args:
        named: A geocoder of geopy's, and after a question mark what its constructor takes.
        folder: Where the answers are kept.

    Raises:
        GazetteerError: geopy has no such geocoder, or it lacks a setting.
    """
    service, _, query = named.partition("?")
    settings = {"user_agent": "dateline", **dict(parse_qsl(query))}
    return second_opinion(service, settings=settings, answers=folder / f"{service}.jsonl")


def second_opinion(
    service: str,
    *,
    settings: Mapping[str, str] | None = None,
    answers: Path | None = None,
    seconds_between_requests: float = SECONDS_BETWEEN_REQUESTS,
) -> SecondOpinion:
    """A function that asks one of geopy's online geocoders for a name.

    Args:
        service: As geopy names it: "nominatim", "photon", "geonames", ...
        settings: What the geocoder's constructor takes ("user_agent", "api_key", "username", ...).
        answers: A file to keep answers in, so that no name is asked for twice; None keeps them
            for this process only.
        seconds_between_requests: The least time between two requests.

    Returns:
        A function from a name to a place: approximate, with "service:key" for an id; None where
        the service knows none or did not answer. It never raises.

    Raises:
        GazetteerError: geopy has no such geocoder, or it lacks a setting; the message names it.
    """
    try:
        geocoder = get_geocoder_for_service(service)(**(settings or {}))
    except GeocoderNotFound as error:
        known = ", ".join(sorted(SERVICE_TO_GEOCODER))
        raise GazetteerError(f"{service}: no such geocoder; geopy knows {known}") from error
    except (ConfigurationError, TypeError) as error:
        raise GazetteerError(f"{service}: its settings are not right: {error}") from error
    return opinion_of(
        geocoder, service, answers=answers, seconds_between_requests=seconds_between_requests
    )


def opinion_of(
    geocoder: Geocoder,
    service: str,
    *,
    answers: Path | None = None,
    seconds_between_requests: float = SECONDS_BETWEEN_REQUESTS,
) -> SecondOpinion:
    """A function that asks a geocoder at hand; see `second_opinion`."""
    kept = Answers(answers)
    ask = RateLimiter(
        geocoder.geocode,
        min_delay_seconds=seconds_between_requests,
        max_retries=1,
        error_wait_seconds=max(seconds_between_requests, 0.0),
        swallow_exceptions=True,
        return_value_on_exception=_FAILED,
    )

    def opinion(name: str) -> Place | None:
        key = normalise(name)
        if not key or key in kept:
            return kept.get(key)
        found = ask(name)
        # A service that is down has not said that there is no such place.
        if found is _FAILED:
            return None
        place = _place(found, service, key) if isinstance(found, Location) else None
        kept.keep(key, place)
        return place

    return opinion


def _place(found: Location, service: str, key: NormalisedName) -> Place | None:
    """The service's answer as a place of ours; None for a point that is not on the earth."""
    raw = cast(_Raw, found.raw if isinstance(found.raw, dict) else {})
    own_key = raw.get("osm_id") or raw.get("place_id") or key.replace(" ", "-")
    try:
        point = Coordinates(found.latitude, found.longitude)
    except ValueError:
        return None
    return Place(
        id=f"{service}:{own_key}",
        name=(found.address or key).split(",")[0].strip(),
        coordinates=point,
        feature_class="S",
        feature_code="",
        uncertainty_km=_uncertainty_km(raw),
    )


def _uncertainty_km(raw: _Raw) -> float:
    """Half the diagonal of the box the service gives; a fixed radius where it gives none.

    The box is south, north, west, east in degrees, as Nominatim writes it.
    """
    try:
        south, north, west, east = (float(edge) for edge in raw.get("boundingbox", ()))
    except (TypeError, ValueError):
        return DEFAULT_UNCERTAINTY_KM
    height = (north - south) * KM_PER_DEGREE
    width = (east - west) * KM_PER_DEGREE * cos(radians((south + north) / 2))
    return max(0.1, hypot(height, width) / 2)
