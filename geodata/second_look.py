"""A second look over an outlet's articles: each resolved again, knowing where the others are.

An article by itself tells what it means; the other articles of its source tell where the source is
at home, and so which Paris a local paper has in mind. Homes are told from first answers only, so
that the order in which articles were read changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2s
from typing import TYPE_CHECKING

from geodata.model import GeoparsedArticle, Resolution
from geodata.places.home import FEWEST_ARTICLES, MOST_ARTICLES, Home, home_of

if TYPE_CHECKING:
    from geodata.corpus.store import Corpus, KeptArticle

LookAgain = Callable[[GeoparsedArticle, Home | None], GeoparsedArticle]
"""Resolves the mentions of an article again; with None as they were resolved first."""

FirstAnswers = Mapping[str, Sequence[Resolution]]
"""By article id."""


class Outlet:
    """One source, and where it is at home."""

    def __init__(self, first: FirstAnswers) -> None:
        """Put it together from first answers; of many articles a few are enough (`telling`)."""
        self.first = {article_id: first[article_id] for article_id in telling(first)}

    def home_for(self, article_id: str) -> Home | None:
        """Where the outlet is at home by its other articles; None where they are too few."""
        return home_of([found for other, found in self.first.items() if other != article_id])


def telling(article_ids: Iterable[str]) -> list[str]:
    """Which articles of an outlet tell its home: the first in the order of their ids."""
    return sorted(article_ids)[:MOST_ARTICLES]


def first_answers(
    articles: Iterable[GeoparsedArticle], look_again: LookAgain
) -> dict[str, Sequence[Resolution]]:
    """What the mentions of each were taken to mean at first, however they are resolved now."""
    return {one.article.id: look_again(one, None).resolutions for one in articles}


def looked_over(
    articles: Sequence[GeoparsedArticle],
    look_again: LookAgain,
    known: Callable[[str], FirstAnswers] | None = None,
) -> Iterator[GeoparsedArticle]:
    """Articles of many sources, each resolved again with its source's home, in the same order.

    Those whose home is not known, as the source is not or has too few articles, stay as they are.

    Args:
        articles: With their first answers.
        look_again: Resolves one of them.
        known: First answers to other articles of a source, by its name.
    """
    of_source: dict[str, dict[str, Sequence[Resolution]]] = {}
    for one in articles:
        of_source.setdefault(one.article.source, {})[one.article.id] = one.resolutions
    outlets = {
        source: Outlet({**(known(source) if known else {}), **first})
        for source, first in of_source.items()
        if source
    }
    for one in articles:
        outlet = outlets.get(one.article.source)
        home = outlet.home_for(one.article.id) if outlet else None
        yield look_again(one, home) if home else one


def kept_outlet(
    corpus: "Corpus", source: str, look_again: LookAgain, *, geoparser_version: str
) -> Outlet:
    """The outlet that the kept articles of a source make, those of this version.

    Raises:
        CorpusError: The database stopped answering.
    """
    kept = _kept(corpus, source, geoparser_version)
    return Outlet(first_answers((corpus.get(key) for key in telling(kept)), look_again))


def look_over(
    corpus: "Corpus", source: str, look_again: LookAgain, *, geoparser_version: str
) -> int:
    """Resolves the kept articles of one source again where what tells its home has changed.

    Articles that another version geoparsed are left as they are, and tell nothing.

    Args:
        corpus: Where they are kept.
        source: Its name.
        look_again: Resolves one of them.
        geoparser_version: Of `look_again`.

    Returns:
        How many were resolved again.

    Raises:
        CorpusError: The database stopped answering; whole articles are kept.
    """
    kept = _kept(corpus, source, geoparser_version)
    tells = [kept[key] for key in telling(kept)]
    marks = {key: _mark(key, tells) for key in kept}
    stale = [key for key, one in kept.items() if one.second_look != marks[key]]
    if not stale:
        return 0
    outlet = kept_outlet(corpus, source, look_again, geoparser_version=geoparser_version)
    for key in stale:
        again = look_again(corpus.get(key), outlet.home_for(key))
        corpus.resolve_again(again, second_look=marks[key])
    return len(stale)


def _kept(corpus: "Corpus", source: str, geoparser_version: str) -> dict[str, "KeptArticle"]:
    listed = corpus.kept_from(source)
    return {one.id: one for one in listed if one.geoparser_version == geoparser_version}


def _mark(article_id: str, tells: Sequence["KeptArticle"]) -> str:
    """From which articles, in which state, a home is told; empty where they are too few."""
    others = [one for one in tells if one.id != article_id]
    if len(others) < FEWEST_ARTICLES:
        return ""
    written = "\n".join(f"{one.id} {one.fingerprint}" for one in others)
    return blake2s(written.encode(), digest_size=8).hexdigest()
