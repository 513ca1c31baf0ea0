"""The articles that the dashboard shows: the corpus or the samples, and the visitor's own; kept.

What finds their places is in `dashboard.geoparsing`: these two files alone cache.
What is asked of them is in `geodata.corpus.questions`, what articles share in
`geodata.independence`; what a visitor adds stays in the session.
"""

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.geoparsing import ROOT, Progress, geoparser, settings
from dashboard.static_files import prepare_map_files
from geodata.articles.files import read_articles
from geodata.corpus.snapshot import Snapshot, join_snapshots, snapshot_of
from geodata.errors import ArticleError, CorpusNotFoundError
from geodata.geoparse import Considered, Geoparser
from geodata.independence.shared_texts import SharedTexts, shared_texts
from geodata.independence.voices import with_voices
from geodata.model import Article, GeoparsedArticle, Mention
from geodata.second_look import FirstAnswers, Outlet, kept_outlet, looked_over, outlets_of

if TYPE_CHECKING:
    from geodata.corpus.store import Corpus

SAMPLES = ROOT / "geodata" / "samples"
_LOGGER = logging.getLogger(__name__)
_OWN = "own-articles"
_JOINED, _SHOWN, _AT_HOME = "joined-snapshot", "shown-snapshot", "own-at-home"


@dataclass(frozen=True, eq=False, slots=True)
class _Compared:
    """A snapshot that tells voices, and what its articles share."""

    snapshot: Snapshot
    shared: SharedTexts


@dataclass(frozen=True, slots=True)
class ShownCorpus:
    """What the map shows.

    Attributes:
        snapshot: The corpus, and the visitor's own articles with it; those of an id that the
            corpus has stand in place of its own.
        are_samples: Whether the corpus is our own sample briefs, for want of another.
        own_count: How many of the articles are the visitor's own.
    """

    snapshot: Snapshot
    are_samples: bool
    own_count: int


@st.cache_resource(show_spinner=False)
def prepare() -> None:
    """What must be done once per server before a page is shown."""
    prepare_map_files()


def shown_corpus(progress: Progress) -> ShownCorpus:
    """The configured corpus, or the samples where it is missing or empty; with own articles.

    Args:
        progress: Told what is being built, should the gazetteer be missing.

    Raises:
        CorpusError: The corpus is there but cannot be read.
        GazetteerError: The samples are to be shown, and no gazetteer can be built.
    """
    configured = _configured(settings().corpus)
    base = configured or _samples(geoparser(progress))
    own = own_at_home()
    shown = st.session_state[_SHOWN] = _joined(base, own)
    return ShownCorpus(shown.snapshot, configured is None, len(own))


def shared(snapshot: Snapshot) -> SharedTexts:
    """Which articles of the shown corpus share text; compared already when the page was drawn."""
    kept: _Compared | None = st.session_state.get(_SHOWN)
    if kept is not None and kept.shared.version == snapshot.version:
        return kept.shared
    return shared_texts(snapshot)


def shown_version() -> str:
    """Which corpus this visitor was last shown; empty before the map has been drawn."""
    kept: _Compared | None = st.session_state.get(_SHOWN)
    return kept.snapshot.version if kept is not None else ""


def _configured(corpus_url: str) -> _Compared | None:
    if not _is_there(corpus_url):
        return None
    corpus = _corpus(corpus_url)
    compared = _snapshot(corpus_url, corpus.version(), corpus)
    return None if compared.snapshot.articles.is_empty() else compared


def _is_there(corpus_url: str) -> bool:
    return "://" in corpus_url or Path(corpus_url).exists()


@st.cache_resource(show_spinner=False)
def _corpus(corpus_url: str) -> "Corpus":
    from geodata.corpus.store import open_corpus  # The samples need no database.

    return open_corpus(corpus_url)


@st.cache_resource(show_spinner="Reading the corpus …", max_entries=2)
def _snapshot(corpus_url: str, version: str, _corpus: "Corpus") -> _Compared:
    del corpus_url, version  # They are the key: a corpus that is written to is read again.
    return _compare(_corpus.snapshot())


def _compare(snapshot: Snapshot, known: SharedTexts | None = None) -> _Compared:
    found = shared_texts(snapshot, known)
    return _Compared(with_voices(snapshot, found), found)


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Geoparser: id})
def _samples(geoparser: Geoparser) -> _Compared:
    """Our own briefs, geoparsed; once per gazetteer."""
    return _compare(snapshot_of(_sample_articles(geoparser).values()))


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Geoparser: id})
def _sample_articles(geoparser: Geoparser) -> dict[str, GeoparsedArticle]:
    geoparsed = {}
    for article in read_articles([SAMPLES]):
        if isinstance(article, ArticleError):
            _LOGGER.error("%s", article)
        else:
            # A link to a sample must open, and its pins hold, wherever Dateline is installed.
            file = Path(article.path)
            named = replace(article, id=f"sample-{file.stem}", path=f"{SAMPLES.name}/{file.name}")
            geoparsed[named.id] = geoparser.geoparse(named)
    return geoparsed


def geoparse(article: Article, progress: Progress) -> GeoparsedArticle:
    """One article, geoparsed with the kept gazetteer."""
    return geoparser(progress).geoparse(article)


def geoparsed_article(article_id: str) -> GeoparsedArticle | None:
    """One whole article with its evidence, of those that are shown; None where there is none.

    Raises:
        CorpusError: The corpus is there but cannot be read.
        GazetteerError: It is a sample, and the gazetteer has gone.
    """
    own = own_at_home().get(article_id)
    if own is not None:
        return own
    if _configured(settings().corpus) is None:
        return _sample_articles(geoparser()).get(article_id)
    try:
        return _corpus(settings().corpus).get(article_id)
    except CorpusNotFoundError:
        return None


def considered(geoparsed: GeoparsedArticle, mention: Mention) -> Considered | None:
    """What one of an article's mentions means to the gazetteer; None while there is none.

    Raises:
        CorpusError: The corpus is there but cannot be read.
        GazetteerError: The gazetteer cannot be read.
    """
    if not settings().gazetteer.is_file():
        return None
    article, own = geoparsed.article, own_articles()
    if article.id in own:
        outlet = outlets_of(own.values(), _known_of).get(article.source)
    else:
        outlet = _known_outlet(article.source)
    home = outlet.home_for(article.id) if outlet else None
    return geoparser().considered(geoparsed, mention, home)


def own_articles() -> dict[str, GeoparsedArticle]:
    """The articles this visitor has added, by id; they live as long as the visit."""
    own: dict[str, GeoparsedArticle] = st.session_state.setdefault(_OWN, {})
    return own


def own_at_home() -> dict[str, GeoparsedArticle]:
    """The visitor's own articles after a second look over their sources."""
    own = own_articles()
    if not own or not settings().gazetteer.is_file():
        return own
    url = settings().corpus
    key = (_corpus(url).version() if _is_there(url) else "", tuple(own.values()))
    kept = st.session_state.get(_AT_HOME)
    if kept is None or kept[0] != key:
        again = looked_over(list(own.values()), geoparser().look_again, _known_of)
        kept = (key, {one.article.id: one for one in again})
        st.session_state[_AT_HOME] = kept
    at_home: dict[str, GeoparsedArticle] = kept[1]
    return at_home


def _known_of(source: str) -> FirstAnswers:
    outlet = _known_outlet(source)
    return outlet.first if outlet else {}


def _known_outlet(source: str) -> Outlet | None:
    """What the articles of the corpus tell of a source; None where there is no corpus."""
    url = settings().corpus
    if not source or not _is_there(url):
        return None
    corpus = _corpus(url)
    return _outlet(url, corpus.version(), source, corpus, geoparser())


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Geoparser: id})
def _outlet(
    corpus_url: str, version: str, source: str, _opened: "Corpus", geoparser: Geoparser
) -> Outlet:
    del corpus_url, version  # They are the key, with the source.
    ids = [one.id for one in _opened.kept() if one.source == source]
    return kept_outlet(_opened, ids, geoparser.look_again)


def _joined(base: _Compared, own: dict[str, GeoparsedArticle]) -> _Compared:
    if not own:
        return base
    key = (base.snapshot.version, tuple(own.values()))
    kept = st.session_state.get(_JOINED)
    if kept is None or kept[0] != key:
        joined = join_snapshots(base.snapshot, snapshot_of(own.values()))
        kept = (key, _compare(joined, base.shared))
        st.session_state[_JOINED] = kept
    compared: _Compared = kept[1]
    return compared
