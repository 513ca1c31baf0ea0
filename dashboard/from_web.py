"""Web addresses that a visitor names, and the articles behind a feed's entries -> drafts.

What may be asked of whom is decided in `geodata.articles.fetching`; nothing is shown here.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dashboard.drafts import Draft, draft_of, without_doubles
from dashboard.upload import Batch, Found, Geoparse, Progress, Room, batch_of
from geodata.articles.fetched import Kind, kind_of, read_behind, read_fetched
from geodata.articles.fetching import Fetched
from geodata.articles.web_address import shown_address
from geodata.errors import ArticleError, ArticleFetchError

ADDRESSES_AT_MOST = 20
SECONDS_IN_ALL = 120.0
"""After which no further address is asked for one press of a button."""

Fetch = Callable[[str], Fetched]


def addresses_in(written: str) -> list[str]:
    """The addresses a visitor wrote, one per line or parted by spaces; https where none says.

    The words of a line that are no addresses stay together, as one that cannot be asked.
    """
    found: list[str] = []
    for line in written.splitlines():
        words = line.split()
        found += [word if "://" in word else f"https://{word}" for word in words if _is_host(word)]
        others = " ".join(word for word in words if not _is_host(word))
        found += [others] if others else []
    return list(dict.fromkeys(found))


def read_addresses(
    addresses: Sequence[str],
    *,
    fetch: Fetch,
    geoparse: Geoparse,
    progress: Progress,
    room: Room,
) -> Batch:
    """Asks one address after another; one that cannot be read is reported and the rest goes on.

    Args:
        addresses: Only the first 20 are asked.
        fetch: Asks an address; may raise ArticleFetchError.
        geoparse: Finds an article's places.
        progress: Told each address before it is asked.
        room: What may come of it.
    """
    batch = batch_of(
        _found(addresses[:ADDRESSES_AT_MOST], fetch, progress),
        geoparse=geoparse,
        progress=progress,
        room=room,
    )
    left = len(addresses) - ADDRESSES_AT_MOST
    if left <= 0:
        return batch
    more = f"Only {ADDRESSES_AT_MOST} addresses are asked at once; {left} more were left."
    return replace(batch, problems=(*batch.problems, more))


def followed(drafts: Sequence[Draft]) -> list[Draft]:
    """The entries behind which there are addresses to ask, as many as are asked at once."""
    entries = [one for one in drafts if one.is_entry and one.is_wanted and one.labels.url]
    return entries[:ADDRESSES_AT_MOST]


def read_whole(
    drafts: Sequence[Draft], *, fetch: Fetch, geoparse: Geoparse, progress: Progress
) -> list[Draft]:
    """The drafts, with the whole articles in place of the entries that lead to one.

    One after another is asked. Where a page cannot be read, the summary is kept and says why.

    Args:
        drafts: As they are shown.
        fetch: Asks an address; may raise ArticleFetchError.
        geoparse: Finds an article's places.
        progress: Told each address before it is asked.
    """
    entries = followed(drafts)
    until = time.monotonic() + SECONDS_IN_ALL
    whole: dict[str, Draft] = {}
    for position, entry in enumerate(entries):
        if time.monotonic() > until:
            break
        progress(shown_address(entry.labels.url), position / len(entries))
        whole[entry.id] = _whole(entry, fetch, geoparse)
    return without_doubles([whole.get(one.id, one) for one in drafts])


def _whole(entry: Draft, fetch: Fetch, geoparse: Geoparse) -> Draft:
    labels = entry.labels
    known = replace(
        entry.geoparsed.article,
        title=labels.title,
        source=labels.source,
        published=labels.published,
        url=labels.url,
    )
    found = read_behind(known, fetch)
    if isinstance(found, ArticleError):
        # Asked once; it is not offered again.
        return replace(entry, is_entry=False, note=f"This is the feed’s own text. {found}.")
    return draft_of(geoparse(found))


def _is_host(word: str) -> bool:
    """Whether a word may name a host: by its scheme, a dot within, or the names of this machine."""
    return "://" in word or "." in word.strip(".") or word.startswith(("localhost", "["))


def _found(addresses: Sequence[str], fetch: Fetch, progress: Progress) -> Iterator[Found]:
    until = time.monotonic() + SECONDS_IN_ALL
    for position, address in enumerate(addresses):
        shown, share = shown_address(address), position / len(addresses)
        progress(shown, share)
        if time.monotonic() > until:
            late = ArticleFetchError("not asked, because the others took too long", path=shown)
            yield Found(shown, share, late)
            continue
        try:
            fetched = fetch(address)
            is_entry = kind_of(fetched) == Kind.FEED
        except ArticleError as error:
            yield Found(shown, share, error)
            continue
        for article in read_fetched(fetched):
            yield Found(shown, share, article, is_entry=is_entry)
