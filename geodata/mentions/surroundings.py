"""The words on either side of a mention, up to the end of its sentence.

What they say of its role is in `role_clues`.
"""

from dataclasses import dataclass

import regex

_BEFORE, _AFTER = 80, 100
"""Code points looked at on either side: a dozen words."""

_DASHES = "-‐‑–—"
_APOSTROPHES = "'’"
# A gap of two blanks is layout: a date or a caption stands before it.
_STOP = regex.compile(r"""[!?…\n:;“”"«»]|\s\s|(?<!\b\p{L})\.(?=[\s"”»)\]]|$)""")
_QUOTE = regex.compile(r"""\s["“]""")
_TOKEN = regex.compile(r"(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:['’]\p{L}+)?|[^\p{L}\p{N}\s]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a mention in its sentence.

    Attributes:
        before: Words and punctuation before it, the nearest first; empty where it opens the
            sentence or a quotation. "…" is last where the sentence begins further off.
        after: Words and punctuation after it and its "'s", in order.
        possessive: Whether "'s" (or "'" after an s) follows.
        dash_before: Whether a dash joins it to the word before.
        dash_after: Whether a dash joins it to the word after.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    possessive: bool
    dash_before: bool
    dash_after: bool


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """What stands around `text[start:end]`, no further than 80 code points before, 100 after."""
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    dash_before = before[-1:] != "" and before[-1] in _DASHES
    dash_after = after[:1] != "" and after[0] in _DASHES and not after[1:2].isspace()
    if dash_before:
        before = before[:-1]
    owned = _possessive_length(after, text[end - 1 : end])
    after = after[owned + dash_after :]
    if owned and (quote := _QUOTE.match(after)):
        after = after[quote.end() :]
    cut = -1
    for stop in _STOP.finditer(before):
        cut = stop.end()
    stop_after = _STOP.search(after)
    listed = _TOKEN.findall(before, max(cut, 0))[::-1]
    if cut < 0 and start > _BEFORE:
        listed[-1:] = ["…"]
    return Surroundings(
        tuple(listed),
        tuple(_TOKEN.findall(after, 0, stop_after.start() if stop_after else len(after))),
        owned > 0,
        dash_before,
        dash_after,
    )


def _possessive_length(after: str, last: str) -> int:
    if after[:1] not in _APOSTROPHES or not after:
        return 0
    if after[1:2] in {"s", "S"} and not after[2:3].isalnum():
        return 2
    return 1 if last in {"s", "S"} and after[1:2].isspace() else 0
