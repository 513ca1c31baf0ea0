"""What the dashboard opens and keeps: gazetteer, geoparser, corpus. The only file that caches.

What is asked of them is in `geodata.corpus.questions`, what articles share in
`geodata.independence`; what a visitor adds stays in the session.
"""

import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.static_files import prepare_map_files
from geodata.articles.files import read_articles
from geodata.corpus.snapshot import Snapshot, join_snapshots, snapshot_of
from geodata.errors import ArticleError, CorpusNotFoundError, GazetteerError
from geodata.geoparse import Considered, Geoparser, make_geoparser
from geodata.independence.shared_texts import SharedTexts, shared_texts
from geodata.independence.voices import with_voices
from geodata.model import Article, GeoparsedArticle, Mention
from geodata.places.gazetteer import Gazetteer
from geodata.settings import Settings, load_settings

if TYPE_CHECKING:
    from geodata.corpus.store import Corpus

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "geodata" / "samples"
_LOGGER = logging.getLogger(__name__)
_OWN = "own-articles"
_JOINED, _SHOWN = "joined-snapshot", "shown-snapshot"

Progress = Callable[[str, float], None]


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


def settings() -> Settings:
    """Where the corpus and the gazetteer lie, and whether there are tiles."""
    return load_settings(os.environ, ROOT / ".streamlit" / "secrets.toml")


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
    base = configured or _samples(_geoparsing(progress))
    own = own_articles()
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
    if "://" not in corpus_url and not Path(corpus_url).exists():
        return None
    corpus = _corpus(corpus_url)
    compared = _snapshot(corpus_url, corpus.version(), corpus)
    return None if compared.snapshot.articles.is_empty() else compared


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
    return _geoparsing(progress).geoparse(article)


def geoparsed_article(article_id: str) -> GeoparsedArticle | None:
    """One whole article with its evidence, of those that are shown; None where there is none.

    Raises:
        CorpusError: The corpus is there but cannot be read.
        GazetteerError: It is a sample, and the gazetteer has gone.
    """
    own = own_articles().get(article_id)
    if own is not None:
        return own
    if _configured(settings().corpus) is None:
        return _sample_articles(_geoparsing(_unseen)).get(article_id)
    try:
        return _corpus(settings().corpus).get(article_id)
    except CorpusNotFoundError:
        return None


def considered(geoparsed: GeoparsedArticle, mention: Mention) -> Considered | None:
    """What one of an article's mentions means to the gazetteer; None while there is none."""
    if not settings().gazetteer.is_file():
        return None
    return _geoparsing(_unseen).considered(geoparsed, mention)


def gazetteer(progress: Progress) -> Gazetteer:
    """The gazetteer, built first where it is missing."""
    return _opened(progress)


def gazetteer_version() -> str:
    """Which gazetteer there is now; empty where none has been built, or it cannot be read."""
    path = settings().gazetteer
    with suppress(GazetteerError):
        return _gazetteer(path, path.stat().st_mtime_ns).version if path.is_file() else ""
    return ""


def _unseen(step: str, share: float) -> None:
    _LOGGER.info("building the gazetteer: %s (%.0f %%)", step, 100 * share)


def _geoparsing(progress: Progress) -> Geoparser:
    return _geoparser(_opened(progress))


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Gazetteer: id})
def _geoparser(gazetteer: Gazetteer) -> Geoparser:
    return make_geoparser(gazetteer, recogniser=settings().recogniser)


def _opened(progress: Progress) -> Gazetteer:
    path = settings().gazetteer
    if not path.is_file():
        progress("waiting for the visit that builds it", 0.0)
        from geodata.places.build import build_gazetteer  # Only where there is none.

        with _building():
            if not path.is_file():
                build_gazetteer(path, progress=progress)
    return _gazetteer(path, path.stat().st_mtime_ns)


@st.cache_resource(show_spinner=False)
def _building() -> threading.Lock:
    """Held by the visit that builds the gazetteer; the others wait for it."""
    return threading.Lock()


@st.cache_resource(show_spinner=False, max_entries=1)
def _gazetteer(path: Path, written_at_ns: int) -> Gazetteer:
    del written_at_ns  # Part of the key: a gazetteer that is built anew is opened anew.
    return Gazetteer.open(path)


def own_articles() -> dict[str, GeoparsedArticle]:
    """The articles this visitor has added, by id; they live as long as the visit."""
    own: dict[str, GeoparsedArticle] = st.session_state.setdefault(_OWN, {})
    return own


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
