"""The language an article is written in, told from its own words.

What follows from it (recognition is made for English) is said on the screen.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from geodata.model import Span

_ENOUGH = 500
"""Code points of the body that are looked at."""

_LEAST_BYTES = 80
"""Below this many bytes of UTF-8 a text says too little: a headline may be all names."""

_SURE = 0.95

_VARIETY_OF = {
    **dict.fromkeys(("wuu", "yue"), "zh"),
    **dict.fromkeys(("ary", "arz"), "ar"),
    "nn": "no",
    "sdh": "ku",
    "uzs": "uz",
}
"""Languages that ISO 639-3 counts to a larger one; in writing they are hard to tell apart."""

_NO_LANGUAGE = "zxx"


def language_of(text: str, body: Sequence[Span]) -> str:
    """ISO 639-1 code of the language of the body; empty where it is too short or in doubt.

    A language that has no such code is told by that of ISO 639-3.
    """
    sample = ""
    for span in body:
        sample += text[span.start : min(span.end, span.start + _ENOUGH - len(sample))] + " "
        if len(sample) >= _ENOUGH:
            break
    if len(sample.encode("utf-8", errors="replace")) < _LEAST_BYTES:
        return ""
    language, likelihood = _identifier().classify(sample)
    language = _VARIETY_OF.get(language, language)
    if likelihood < _SURE:
        language, likelihood = _with_varieties(_identifier().rank(sample))
    return str(language) if likelihood >= _SURE and language != _NO_LANGUAGE else ""


def _with_varieties(ranked: Iterable[tuple[str, float]]) -> tuple[str, float]:
    """The likeliest language once each has the likelihood of its varieties as well."""
    likelihoods: dict[str, float] = defaultdict(float)
    for language, likelihood in ranked:
        likelihoods[_VARIETY_OF.get(language, language)] += float(likelihood)
    return max(likelihoods.items(), key=itemgetter(1))


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
