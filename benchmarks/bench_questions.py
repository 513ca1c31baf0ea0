"""How long the map's questions take on made-up articles of a fixed seed; prints medians.

`PYTHONPATH=. python benchmarks/bench_questions.py [ARTICLES] [MENTIONS]`
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from geodata.coordinates import Coordinates
from geodata.corpus.comparison import (
    first_namings,
    named_by_one,
    places_by_source,
    two_sources,
)
from geodata.corpus.hidden import Listed, list_counts, listed_mentions, told_for_lists
from geodata.corpus.questions import (
    feature_class_counts,
    off_map,
    passages_naming,
    place_counts,
    publication_days,
    source_counts,
)
from geodata.corpus.review import doubts
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import (
    Article,
    Candidate,
    CorpusFilter,
    GeoparsedArticle,
    Mention,
    Passage,
    Place,
    Resolution,
    Role,
    Unresolved,
)

PLACE_COUNT = 1500
MENTIONS_PER_PASSAGE = 2


def made_up_articles(article_count: int, mention_count: int) -> Iterator[GeoparsedArticle]:
    """Articles of two mentions a passage; the frequent places are named far more often."""
    dice = random.Random(20251024)
    places = [
        Place(str(n), f"Place{n}", Coordinates(n % 90, n % 180), dice.choice("PPPPAHST"))
        for n in range(PLACE_COUNT)
    ]
    for number in range(article_count):
        text, passages, resolutions = "", [], []
        for _ in range(mention_count // MENTIONS_PER_PASSAGE):
            start = len(text)
            for _ in range(MENTIONS_PER_PASSAGE):
                text += "".join(f"{dice.choice(WORDS)} " for _ in range(20))
                place = places[int(PLACE_COUNT * dice.random() ** 3)]
                role = dice.choice(list(Role))
                mention = Mention(len(text), len(text) + len(place.name), place.name, role)
                resolutions.append(
                    Resolution(mention, unresolved=Unresolved.TIE)
                    if dice.random() < 0.1
                    else Resolution(mention, Candidate(place, 1.0))
                )
                text += f"{place.name}. "
            passages.append(Passage(start, len(text)))
        yield GeoparsedArticle(
            Article(
                f"{number:016x}",
                text,
                source=f"Source {number % 25}",
                published=date(2025, 1, 1) + timedelta(number % 300) if number % 10 else None,
            ),
            tuple(passages),
            tuple(resolutions),
        )


WORDS = "a museum opened in the capital for soldiers who fell abroad and their kin".split()


def median_ms(ask: Callable[[], object], times: int = 15) -> float:
    """Milliseconds that the middle one of several calls took."""
    took = []
    for _ in range(times):
        before = time.perf_counter()
        ask()
        took.append((time.perf_counter() - before) * 1000)
    return statistics.median(took)


def matrix(snapshot: Snapshot, corpus_filter: CorpusFilter) -> object:
    return places_by_source(snapshot, corpus_filter, most_sources=12)


def two(snapshot: Snapshot, corpus_filter: CorpusFilter) -> object:
    return two_sources(snapshot, corpus_filter, "Source 1", "Source 2")


def off_map_list(snapshot: Snapshot, corpus_filter: CorpusFilter) -> object:
    told = told_for_lists(snapshot, corpus_filter)
    longest = Listed.UNRESOLVED
    return list_counts(told), listed_mentions(snapshot, told, longest, offset=0, limit=250)


def main() -> None:
    article_count, mention_count = [*map(int, sys.argv[1:]), *(1000, 20)[len(sys.argv) - 1 :]]
    articles = list(made_up_articles(article_count, mention_count))
    before = time.perf_counter()
    snapshot = snapshot_of(articles)
    built_ms = (time.perf_counter() - before) * 1000
    every = CorpusFilter()
    narrow = CorpusFilter(
        sources=frozenset(f"Source {n}" for n in range(15)),
        published_from=date(2025, 2, 1),
        feature_classes=frozenset("PA"),
        words="museum capital",
    )
    print(f"{article_count} articles of {mention_count} mentions, {PLACE_COUNT} places")
    print(f"{'snapshot_of':24}{built_ms:8.1f} ms")
    print(f"{'place_by_id, once':24}{median_ms(lambda: snapshot.place_by_id, 1):8.1f} ms")
    print(f"{'question':24}{'all':>8}{'narrow':>10}")
    for question in (
        *(place_counts, publication_days, off_map),
        *(matrix, named_by_one, first_namings, two, doubts, off_map_list),
    ):
        wide_ms, narrow_ms = (
            median_ms(lambda f=chosen, q=question: q(snapshot, f)) for chosen in (every, narrow)
        )
        print(f"{question.__name__:24}{wide_ms:8.1f}{narrow_ms:10.1f} ms")
    wide_ms, narrow_ms = (
        median_ms(lambda f=chosen: passages_naming(snapshot, f, "0")) for chosen in (every, narrow)
    )
    print(f"{'passages_naming':24}{wide_ms:8.1f}{narrow_ms:10.1f} ms")
    print(f"{'source_counts':24}{median_ms(lambda: source_counts(snapshot)):8.1f} ms")
    print(f"{'feature_class_counts':24}{median_ms(lambda: feature_class_counts(snapshot)):8.1f} ms")


if __name__ == "__main__":
    main()
