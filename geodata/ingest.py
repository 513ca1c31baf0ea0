"""Articles into a corpus: read, geoparse what is new or changed, add; count what failed and why.

How articles are read is in `geodata.articles`, how they are kept in `geodata.corpus`.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from geodata.corpus.store import Corpus, Outcome
from geodata.errors import ArticleError, UnreadColumnsError
from geodata.model import Article, GeoparsedArticle
from geodata.second_look import LookAgain, look_over


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of the articles: each is counted once.

    Attributes:
        failures: Those that could not be used, in the order in which they were met.
        remarks: What else there is to tell; no article fell to it.
        resolved_again: Articles of the corpus that were resolved again, because it now tells
            otherwise where their sources are at home.
    """

    added: int
    unchanged: int
    replaced: int
    failures: tuple[ArticleError, ...]
    remarks: tuple[UnreadColumnsError, ...] = ()
    resolved_again: int = 0

    @property
    def article_count(self) -> int:
        """How many articles were met, failures included."""
        return self.added + self.unchanged + self.replaced + len(self.failures)


def ingest(
    articles: Iterable[Article | ArticleError],
    geoparse: Callable[[Article], GeoparsedArticle],
    corpus: Corpus,
    *,
    look_again: LookAgain | None = None,
    geoparser_version: str = "",
    progress: Callable[[int, str], None] | None = None,
) -> IngestReport:
    """Adds every article that can be read, each by itself; one that fails stops no other.

    What the corpus holds already, geoparsed by the same version, is not geoparsed again: an
    ingest that was broken off goes on where it stopped. At the end every source is looked over
    whose articles have changed (`geodata.second_look`).

    Args:
        articles: As `read_articles` gives them.
        geoparse: Finds the places of one article.
        corpus: Where they go.
        look_again: Resolves an article again; None looks nothing over.
        geoparser_version: Of `geoparse`, gazetteer included; articles kept by another version
            are geoparsed anew.
        progress: Called after each article with the number so far and the article's path.

    Raises:
        CorpusError: The database stopped answering; whole articles are kept.
    """
    outcomes: Counter[Outcome] = Counter()
    failures: list[ArticleError] = []
    remarks: list[UnreadColumnsError] = []
    number = 0
    for article in articles:
        if isinstance(article, UnreadColumnsError):
            remarks.append(article)
            continue
        number += 1
        try:
            outcomes[_keep(article, geoparse, corpus, geoparser_version)] += 1
        except ArticleError as failure:
            failures.append(failure)
        if progress:
            progress(number, article.path)
    resolved_again = 0
    if look_again is not None:
        resolved_again = look_over(
            corpus,
            look_again,
            geoparser_version=geoparser_version,
            progress=(lambda source: progress(number, f"once more: {source}"))
            if progress
            else None,
        )
    return IngestReport(
        outcomes[Outcome.ADDED],
        outcomes[Outcome.UNCHANGED],
        outcomes[Outcome.REPLACED],
        tuple(failures),
        tuple(remarks),
        resolved_again,
    )


def _keep(
    article: Article | ArticleError,
    geoparse: Callable[[Article], GeoparsedArticle],
    corpus: Corpus,
    geoparser_version: str,
) -> Outcome:
    if isinstance(article, ArticleError):
        raise article
    if corpus.holds(article, geoparser_version=geoparser_version):
        return Outcome.UNCHANGED
    return corpus.add(geoparse(article), geoparser_version=geoparser_version)
