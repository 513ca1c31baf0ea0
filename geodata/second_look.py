"""A second look over an outlet's articles: each resolved again, knowing where the others are.

An article by itself tells what it means; the other articles of its source tell where the source is
at home, and so which Paris a local paper has in mind. Homes are told from first answers only, so
that the order in which articles were read changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2s
from typing import TYPE_CHECKING

from geodata.errors import CorpusNotFoundError
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
        self._of_all = home_of(list(self.first.values()))

    def home_for(self, article_id: str) -> Home | None:
        """Where the outlet is at home by its other articles; None where they are too few."""
        if article_id not in self.first:
            return self._of_all
        return home_of([found for other, found in self.first.items() if other != article_id])


def telling(article_ids: Iterable[str]) -> list[str]:
    """Which articles of an outlet tell its home: the first in the order of their ids."""
    return sorted(article_ids)[:MOST_ARTICLES]


def outlets_of(
    articles: Iterable[GeoparsedArticle], known: Callable[[str], FirstAnswers] | None = None
) -> dict[str, Outlet]:
    """The outlets of articles of many sources, by name; those of unknown source are of none.

    Args:
        articles: With their first answers.
        known: First answers to other articles of a source, by its name.
    """
    of_source: dict[str, dict[str, Sequence[Resolution]]] = {}
    for one in articles:
        if one.article.source:
            of_source.setdefault(one.article.source, {})[one.article.id] = one.resolutions
    return {
        source: Outlet({**(known(source) if known else {}), **first})
        for source, first in of_source.items()
    }


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
        known: As for `outlets_of`.
    """
    outlets = outlets_of(articles, known)
    for one in articles:
        outlet = outlets.get(one.article.source)
        home = outlet.home_for(one.article.id) if outlet else None
        yield look_again(one, home) if home else one


def kept_outlet(corpus: "Corpus", article_ids: Iterable[str], look_again: LookAgain) -> Outlet:
    """The outlet that kept articles of one source make; what has gone meanwhile tells nothing.

    Raises:
        CorpusUnavailableError: The database stopped answering.
    """
    first = {}
    for article_id in telling(article_ids):
        with suppress(CorpusNotFoundError):
            first[article_id] = look_again(corpus.get(article_id), None).resolutions
    return Outlet(first)


def look_over(
    corpus: "Corpus",
    look_again: LookAgain,
    *,
    geoparser_version: str,
    progress: Callable[[str], None] | None = None,
) -> int:
    """Resolves kept articles again where what tells the home of their source has changed.

    Articles that another version geoparsed are left as they are, and tell nothing. Those of unknown
    source have no home. What somebody else changes meanwhile is left to their own look.

    Args:
        corpus: Where they are kept.
        look_again: Resolves one of them.
        geoparser_version: Of `look_again`.
        progress: Called before each article with its source.

    Returns:
        How many were resolved again.

    Raises:
        CorpusUnavailableError: The database stopped answering; whole articles are kept.
    """
    sources: dict[str, dict[str, KeptArticle]] = {}
    for one in corpus.kept():
        if one.source and one.geoparser_version == geoparser_version:
            sources.setdefault(one.source, {})[one.id] = one
    count = 0
    for source, kept in sorted(sources.items()):
        marks = _marks(kept)
        stale = [key for key, one in kept.items() if one.second_look != marks[key]]
        if not stale:
            continue
        outlet = kept_outlet(corpus, kept, look_again)
        for key in stale:
            if progress:
                progress(source)
            with suppress(CorpusNotFoundError):
                again = look_again(corpus.get(key), outlet.home_for(key))
                count += corpus.resolve_again(again, kept[key], second_look=marks[key])
    return count


def _marks(kept: Mapping[str, "KeptArticle"]) -> dict[str, str]:
    """For each article from which others, in which state, its home is told; empty for too few."""
    tells = telling(kept)
    of_all = _mark([kept[key] for key in tells])
    marks = dict.fromkeys(kept, of_all)
    for key in tells:
        marks[key] = _mark([kept[other] for other in tells if other != key])
    return marks


def _mark(others: Sequence["KeptArticle"]) -> str:
    if len(others) < FEWEST_ARTICLES:
        return ""
    written = "\n".join(f"{one.id} {one.fingerprint}" for one in others)
    return blake2s(written.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
