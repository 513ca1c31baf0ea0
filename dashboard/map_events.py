"""What the map sent back -> what was meant. Pure; a browser may send anything at all."""

from collections.abc import Collection

LONGEST_ID = 200


def chosen_place(event: object, place_ids: Collection[str]) -> str | None:
    """The id of the place whose marker was clicked; None where nothing known was.

    Args:
        event: What the map's component holds: `{"chosen": id, "nonce": milliseconds}`.
        place_ids: Ids that a marker can have.
    """
    if not isinstance(event, dict):
        return None
    chosen = event.get("chosen")
    if not isinstance(chosen, str) or len(chosen) > LONGEST_ID:
        return None
    return chosen if chosen in place_ids else None
