from datetime import date
from functools import partial

import pytest

from geodata.articles.feeds import read_feed
from geodata.articles.identity import article_id
from geodata.errors import ArticleError, ArticleFormatError
from geodata.model import Article

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Andes Daily</title><link>https://andes.example</link><language>es-pe</language>
<item><title>Dam &amp;lt;b&amp;gt;breaks&amp;lt;/b&amp;gt; above Lima</title>
<link>https://andes.example/1</link><guid>g1</guid>
<pubDate>Fri, 24 Oct 2025 00:30:00 +0900</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>A dam broke above Lima, the mayor said.</p><script>alert(1)</script>
<p>Nobody was hurt.</p><p>Share this</p>]]></content:encoded></item>
<item><title>Only a title</title></item>
<item><description>A bridge fell in Cusco.</description><link>javascript:alert(1)</link>
<pubDate>yesterday</pubDate></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Puno Blog</title>
<entry><title>Lake rises</title><id>urn:1</id><updated>2025-10-25T23:00:00-05:00</updated>
<published>2025-10-24T23:00:00-05:00</published><link href="https://puno.example/1"/>
<content type="html">&lt;p&gt;The lake at Puno rose by a metre.&lt;/p&gt;</content>
</entry></feed>"""


def read(content: str) -> list[Article | ArticleError]:
    identify = partial(article_id, path="a.xml")
    return list(read_feed(content.encode(), path="a.xml", identify=identify))


def test_each_entry_of_a_feed_is_an_article() -> None:
    first, empty, last = read(RSS)
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(empty, ArticleFormatError)
    assert "entry 2 of the feed holds no text" in str(empty)
    assert (first.source, first.language, first.url) == (
        "Andes Daily",
        "es",
        "https://andes.example/1",
    )
    assert first.published == date(2025, 10, 24)
    assert first.path == "a.xml#1"
    assert first.text.endswith(
        "A dam broke above Lima, the mayor said.\nNobody was hurt.\nShare this"
    )
    assert "alert" not in first.text
    assert [piece.reason for piece in first.furniture] == ["share box"]
    assert (last.title, last.url, last.published) == ("", "", None)


def test_the_day_of_an_entry_is_the_publishers_own() -> None:
    (entry,) = read(ATOM)
    assert isinstance(entry, Article)
    assert (entry.published, entry.title) == (date(2025, 10, 24), "Lake rises")
    assert entry.text == "Lake rises\n\nThe lake at Puno rose by a metre."


def test_entries_keep_their_ids() -> None:
    ids = [one.id for one in read(RSS) if isinstance(one, Article)]
    assert ids == [one.id for one in read(RSS) if isinstance(one, Article)]
    assert len(set(ids)) == 2


@pytest.mark.parametrize(
    "content",
    [
        "<articles><article/></articles>",
        "plain text",
        "https://andes.example/feed.xml",
        "/etc/passwd",
        "<rss><channel><title>Empty</title></channel></rss>",
    ],
)
def test_what_is_no_feed_is_refused_and_nothing_is_fetched(content: str) -> None:
    with pytest.raises(ArticleFormatError, match="there are no entries"):
        read(content)


def test_entities_do_not_blow_up() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "lollollol">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 10)
    )
    feed = f"{bomb}]>{RSS.partition('?>')[2].replace('Short.', '&a9;')}"
    assert len(read(feed)) == 3
    external = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    entry = RSS.partition("?>")[2].replace("A bridge fell", "&f; A bridge fell")
    assert not any(
        "root:" in one.text for one in read(external + entry) if isinstance(one, Article)
    )
