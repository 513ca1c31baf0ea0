"""One line of JSON -> its object, and the texts under its keys: the same rules for every reader.

Which keys an article needs is the business of `tables` and of the readers of streams.
"""

import json
from collections.abc import Iterable, Mapping, Sequence


def read_object(written: str, *, keys: Sequence[str]) -> Mapping[str, object]:
    """The object that a line holds.

    Args:
        written: One line; a byte order mark before it is passed over.
        keys: What the object may hold, for the message.

    Raises:
        ValueError: Says what is wrong with the line and what to do, without the line's number.
    """
    try:
        found: object = json.loads(written.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no valid JSON ({_reason(error)}); write one object per line") from None
    if not isinstance(found, dict):
        raise ValueError(f"not a JSON object; write one per line, with any of {', '.join(keys)}")
    return found


def read_texts(given: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
    """The texts under these keys; null is not told.

    Raises:
        ValueError: Something else is told under one of them.
    """
    texts: dict[str, str] = {}
    for name in names:
        value = given.get(name)
        if isinstance(value, str):
            texts[name] = value
        elif value is not None:
            raise ValueError(f"{name} is not a string; write it in quotes, or leave it out")
    return texts


def _reason(error: Exception) -> str:
    """Without the line number that the decoder gives: it counts within the one line."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return "a number is too long"
