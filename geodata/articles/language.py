"""The language an article is written in, told from its own words.

What follows from it (recognition is made for English) is said on the screen.
"""

from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from geodata.model import Span

_ENOUGH = 1_000
"""Code points of the body that are looked at."""

_LEAST_BYTES = 80
"""Below this many bytes of UTF-8 a text says too little: a headline may be all names."""

_SURE = 0.95


def language_of(text: str, body: Sequence[Span]) -> str:
    """ISO 639-1 code of the language of the body; empty where it is too short or in doubt."""
    sample = ""
    for span in body:
        sample += text[span.start : min(span.end, span.start + _ENOUGH - len(sample))] + " "
        if len(sample) >= _ENOUGH:
            break
    if len(sample.encode("utf-8", errors="replace")) < _LEAST_BYTES:
        return ""
    language, likelihood = _identifier().classify(sample)
    return str(language) if likelihood >= _SURE else ""


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
