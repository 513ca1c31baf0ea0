"""The name of a file that a view is taken away in: short, and safe in every file system. Pure."""

import re
import unicodedata
from datetime import date

from geodata.model import CorpusFilter

_LONGEST = 30
_NOT_SAFE = re.compile(r"[^a-z0-9]+")


def export_name(corpus_filter: CorpusFilter, made_on: date, ending: str) -> str:
    """As in "dateline-2025-11-02-museum.csv": the day, and what the filter looks for in short.

    That is its words, or else its only source; what is not Latin is left out of it.
    """
    sources = corpus_filter.sources
    sought = corpus_filter.words or (next(iter(sources)) if len(sources) == 1 else "")
    return "-".join(filter(None, ["dateline", made_on.isoformat(), _safe(sought)])) + f".{ending}"


def _safe(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_SAFE.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")
