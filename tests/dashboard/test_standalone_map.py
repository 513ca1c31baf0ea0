import base64
import hashlib
import re

from dashboard.standalone_map import standalone_map
from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import snapshot_of
from geodata.exports.content import content_of
from geodata.model import CorpusFilter
from tests.corpus.builders import PYONGYANG, location, make_geoparsed
from tests.exports.contents import MUSEUM, PROVENANCE, WAR

HOSTILE = "</script><script>alert(1)</script> <!-- <script> ${x} `y` Pyongyang"


def make_page(articles, title: str = "2 places") -> str:
    snapshot = snapshot_of(articles)
    content = content_of(snapshot, CorpusFilter(), PROVENANCE)
    counts = place_counts(snapshot, CorpusFilter())
    return standalone_map(content, counts, title=title).decode()


def test_the_page_asks_for_nothing() -> None:
    page = make_page([MUSEUM, WAR])
    assert not re.findall(r"<(?:link|img|iframe|object)\b|<script[^>]+src=", page)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'")
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert len(scripts) == 2
    assert "\r" not in page  # A browser would make another line end of it, and another hash.


def test_no_text_of_an_article_becomes_code() -> None:
    article = make_geoparsed("a", (HOSTILE, [location("Pyongyang", PYONGYANG)]), source=HOSTILE)
    page = make_page([article], title=HOSTILE)
    assert page.count("<script") == make_page([MUSEUM]).count("<script")
    assert "alert(1)</script>" not in page


def test_the_same_view_makes_the_same_file() -> None:
    assert make_page([MUSEUM, WAR]) == make_page([WAR, MUSEUM])
    assert "c-7" in make_page([MUSEUM])
