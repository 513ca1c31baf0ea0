"""The app without a browser, on a corpus of its own."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geodata.corpus.store import open_corpus
from geodata.model import GeoparsedArticle

AppOn = Callable[..., AppTest]


@pytest.fixture
def app_on(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppOn:
    """Makes the app on a corpus of these articles, at an address; it is not run yet."""

    def make(articles: Iterable[GeoparsedArticle], **query: str | list[str]) -> AppTest:
        path = tmp_path / "corpus.sqlite"
        with open_corpus(str(path)) as corpus:
            for article in articles:
                corpus.add(article)
        monkeypatch.setenv("DATELINE_CORPUS", str(path))
        monkeypatch.setenv("DATELINE_TILES", "none")
        app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=60)
        app.query_params.update(query)
        return app

    return make
