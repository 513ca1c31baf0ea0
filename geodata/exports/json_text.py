"""JSON as it is written to a file: UTF-8, and valid whatever a text held."""

import json
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def json_bytes(value: Json) -> bytes:
    """The value on one line; halves of surrogate pairs become question marks."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return written.encode("utf-8", "replace")
