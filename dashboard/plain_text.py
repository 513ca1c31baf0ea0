"""Text from outside, made safe for each place where it is shown. Every string passes here once.

Nothing is decided here about what is shown; text stays what it is, less what could mislead.
"""

import html
import json
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import chain, count

# Marks that turn the direction of the text around them and can disguise what is written.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_KEPT_CONTROLS = "\n\t"
# Ends a script, opens a template literal, or is a line break to JavaScript but not to JSON.
_UNSAFE_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'`$/\u2028\u2029"}

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def plain(text: str) -> str:
    """The text without control characters and without marks that override its direction."""
    return "".join(
        char
        for char in text.translate(_TURNING)
        if char in _KEPT_CONTROLS or unicodedata.category(char) not in {"Cc", "Cs"}
    )


def one_line(text: str, *, longest: int = 200) -> str:
    """Plain text on one line, cut with an ellipsis to at most `longest` characters."""
    line = " ".join(plain(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def first_words(text: str, *, longest: int) -> str:
    """As many whole words as `longest` characters hold, on one line; a single longer one is cut."""
    line = " ".join(plain(text[: 20 * longest]).split())
    kept = line[:longest]
    is_within_word = len(line) > longest and line[longest] != " " and " " in kept
    return (kept.rpartition(" ")[0] if is_within_word else kept).rstrip()


def told_apart(labels: Sequence[str]) -> list[str]:
    """The labels, numbered where they are alike: "KCNA", "KCNA (2)".

    The browser answers with the words that were chosen: two choices of the same words are one.
    """
    given: dict[str, None] = {}
    for label in labels:
        numbered = (f"{label} ({number})" for number in count(2))
        given[next(one for one in chain([label], numbered) if one not in given)] = None
    return list(given)


def escape(text: str) -> str:
    """Plain text as HTML, also where the HTML lies inside a JavaScript template literal."""
    return html.escape(plain(text)).translate({96: "&#96;", 36: "&#36;", 92: "&#92;"})


def script_json(value: Json) -> str:
    """A value as JavaScript source, safe inside a script, an attribute or a template literal.

    No character of it can end the script or the string it stands in: each is written as its code
    point, which JSON and JavaScript read alike.
    """
    return json.dumps(value, separators=(",", ":"), allow_nan=False).translate(_UNSAFE_IN_SCRIPT)
