"""The adapter of a geopy geocoder that must never reach the network.

What the geocoder answers from instead is in `gazetteer`.
"""

from typing import NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderUnavailable


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """Refuses every request; making one opens nothing."""

    def get_json(self, url: str, **_: object) -> NoReturn:
        """Refuse."""
        raise GeocoderUnavailable(f"the gazetteer is offline and does not ask {url}")

    get_text = get_json
