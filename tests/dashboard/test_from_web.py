"""Addresses become drafts one after another; a feed's entries can give way to whole articles."""

import pytest

from dashboard.drafts import Draft
from dashboard.from_web import (
    ADDRESSES_AT_MOST,
    addresses_in,
    followed,
    read_addresses,
    read_whole,
)
from dashboard.upload import Batch, Room
from geodata.articles.fetching import Fetched
from geodata.errors import ArticleFetchError
from geodata.model import Article, GeoparsedArticle

BODY = "<p>A dam broke above the town of Lima on Friday, and the town was emptied by soldiers.</p>"
PAGE = f"<html><head><title>Dam</title></head><body><h1>Dam</h1>{BODY * 3}</body></html>"
ENTRIES = "".join(
    f"<item><title>Dam {n}</title><link>https://andes.example/{n}</link>"
    "<description>A dam broke.</description></item>"
    for n in range(25)
)
FEED = f"<rss version='2.0'><channel><title>Wire</title>{ENTRIES}</channel></rss>"


class Web:
    """A web of a few addresses that remembers what it was asked."""

    def __init__(self, **refused: str) -> None:
        self.asked: list[str] = []
        self.refused = refused

    def fetch(self, address: str) -> Fetched:
        self.asked.append(address)
        last = address.rsplit("/", 1)[-1]
        if last in self.refused:
            raise ArticleFetchError(self.refused[last], path=address)
        if last == "feed":
            return Fetched(address, FEED.encode(), "application/rss+xml")
        return Fetched(address, PAGE.encode(), "text/html")


def geoparse(article: Article) -> GeoparsedArticle:
    return GeoparsedArticle(article)


ROOM = Room(articles=100, characters=1_000_000)


def read(web: Web, *addresses: str, room: Room = ROOM) -> tuple[Batch, list[str]]:
    steps: list[str] = []
    batch = read_addresses(
        addresses,
        fetch=web.fetch,
        geoparse=geoparse,
        progress=lambda at_hand, _: steps.append(at_hand),
        room=room,
    )
    return batch, steps


def whole(web: Web, drafts: tuple[Draft, ...]) -> list[Draft]:
    return read_whole(drafts, fetch=web.fetch, geoparse=geoparse, progress=lambda *_: None)


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("", []),
        (" \n ", []),
        ("andes.example/dam", ["https://andes.example/dam"]),
        ("http://a.example\n\nb.example  http://a.example", ["http://a.example",
                                                              "https://b.example"]),
        ("file:///etc/passwd", ["file:///etc/passwd"]),
        ("not an address", ["not an address"]),
        ("see a.example for more.\nlocalhost:80", ["https://a.example", "see for more.",
                                                   "https://localhost:80"]),
    ],
)  # fmt: skip
def test_addresses_are_told_apart(written: str, addresses: list[str]) -> None:
    assert addresses_in(written) == addresses


def test_each_address_is_asked_in_turn_and_one_refusal_stops_none() -> None:
    web = Web(gone="there is no such page (404)")
    given = ["https://a.example/x", "https://a.example/gone", "https://a.example/y"]
    batch, steps = read(web, *given)
    assert web.asked == given
    assert list(dict.fromkeys(steps)) == given
    assert [one.labels.url for one in batch.drafts] == [given[0], given[2]]
    assert batch.problems == (f"{given[1]}: there is no such page (404)",)


def test_only_so_many_addresses_are_asked_at_once() -> None:
    web = Web()
    batch, _ = read(web, *(f"https://a.example/{n}" for n in range(ADDRESSES_AT_MOST + 3)))
    assert len(web.asked) == len(batch.drafts) == ADDRESSES_AT_MOST
    assert "3 more were left" in batch.problems[-1]


def test_a_visit_that_is_full_asks_no_further_address() -> None:
    web = Web()
    batch, _ = read(web, *(f"https://a.example/{n}" for n in range(9)), room=Room(2, 10_000))
    assert len(batch.drafts) == 2
    assert len(web.asked) == 3


def test_the_entries_of_a_feed_can_be_followed_up_to_a_limit() -> None:
    batch, _ = read(Web(), "https://a.example/feed")
    assert len(batch.drafts) == 25
    assert len(followed(batch.drafts)) == ADDRESSES_AT_MOST


def test_whole_articles_stand_in_place_of_the_entries() -> None:
    web = Web()
    batch, _ = read(web, "https://a.example/feed")
    drafts = whole(web, batch.drafts)
    assert [one.labels.url for one in drafts] == [one.labels.url for one in batch.drafts]
    assert all("soldiers" in one.geoparsed.article.text for one in drafts[:ADDRESSES_AT_MOST])
    assert {one.labels.source for one in drafts} == {"Wire"}
    assert len(followed(drafts)) == 5


def test_an_entry_whose_page_cannot_be_fetched_is_kept_and_says_so() -> None:
    web = Web(**{"1": "there is no such page (404)"})
    batch, _ = read(web, "https://a.example/feed")
    kept = whole(web, batch.drafts)[1]
    assert kept.geoparsed == batch.drafts[1].geoparsed
    assert kept.note.startswith("This is the feed’s own text.")
    assert "no such page (404)" in kept.note
    assert kept not in followed([kept])
