"""One-line labels (titles, outlets, addresses, languages) made fit to show and compare.

An article's text is never touched here: it stays as it was read.
"""

import re
from pathlib import PurePath

_LONGEST_LABEL = 500
# C0 and C1 controls, lone surrogates, and the marks that turn the direction of what follows.
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].{0,60})?")
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}]{1,2000}", re.IGNORECASE)


def clean_label(written: str) -> str:
    """A label without control and direction characters, its white space collapsed to spaces.

    At most 500 characters; longer ones end in an ellipsis.
    """
    label = " ".join(_UNSHOWABLE.sub(" ", written[: 4 * _LONGEST_LABEL]).split())
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"


def clean_url(written: str) -> str:
    """A web address, or nothing: only http and https can be opened safely from a link."""
    address = written.strip()
    return address if _ADDRESS.fullmatch(address) else ""


def clean_language(written: str) -> str:
    """ISO 639-1 code of a language tag ("en-US" is "en"); empty where it holds none."""
    found = _LANGUAGE.fullmatch(written.strip())
    return found[1].lower() if found else ""


def clean_path(path: str | PurePath) -> str:
    """A path as it can be shown and stored: what cannot be is written as an escape."""
    return _UNSHOWABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", str(path))
