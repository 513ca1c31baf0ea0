"""How long comparing takes on made-up articles of a fixed seed, and what MinHash would have found.

`PYTHONPATH=. python benchmarks/bench_independence.py [ARTICLES ...]`; by default 100 and 1000 of
them, 20 sentences each, a fifth of them edited copies of another. Then the same number of articles
of one mould, all of whose sentences resemble each other; and many near-copies of one another.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator

import polars as pl

from benchmarks.bench_questions import made_up_articles
from geodata.coordinates import Coordinates
from geodata.corpus.snapshot import join_snapshots, snapshot_of
from geodata.independence.pairs import near_pairs
from geodata.independence.shared_texts import SharedTexts, shared_texts
from geodata.independence.voices import with_voices
from geodata.model import (
    Article,
    Candidate,
    GeoparsedArticle,
    Mention,
    Passage,
    Place,
    Resolution,
    Span,
)

SENTENCES, OWN, VOCABULARY = 20, 3, 20_000
ALIKE = 50
PERMUTATIONS, BANDS = 64, (32, 2)
PLACES = [Place(str(n), f"Place{n}", Coordinates(n % 80, n)) for n in range(100)]


def made_up(
    article_count: int, dice: random.Random, prefix: str = "a"
) -> Iterator[GeoparsedArticle]:
    """Sentences of words as frequent as in a language, each with a place."""
    texts: list[list[str]] = []
    for number in range(article_count):
        if number % 5 == 4:
            copied = dice.choice(texts)[: SENTENCES * 4 // 5]
            sentences = [edited(one, dice) for one in copied]
        else:
            sentences = [sentence(dice) for _ in range(SENTENCES)]
        texts.append(sentences)
        yield geoparsed(f"{prefix}{number:05}", sentences)


def sentence(dice: random.Random) -> str:
    words = [f"w{int(VOCABULARY * dice.random() ** 6)}" for _ in range(dice.randint(6, 30))]
    words[dice.randrange(len(words))] = dice.choice(PLACES).name
    return f"{' '.join(words)}."


def edited(text: str, dice: random.Random) -> str:
    """Half of them as they are; of the others a word is changed or the end is cut."""
    words = text[:-1].split()
    if dice.random() < 0.25:
        words = words[: max(5, len(words) * 2 // 3)]
    elif dice.random() < 0.3:
        words[dice.randrange(len(words))] = "changed"
    return f"{' '.join(words)}."


def geoparsed(article_id: str, sentences: list[str]) -> GeoparsedArticle:
    text, passages, resolutions = "", [], []
    for one in sentences:
        for place in PLACES:
            at = f" {one[:-1]} ".find(f" {place.name} ")
            if at >= 0:
                start = len(text) + at
                mention = Mention(start, start + len(place.name), place.name)
                resolutions.append(Resolution(mention, Candidate(place, 1.0)))
        passages.append(Passage(len(text), len(text) + len(one)))
        text += f"{one}\n"
    resolutions.sort(key=lambda found: found.mention.start)
    body = (Span(0, len(text)),)
    return GeoparsedArticle(
        Article(article_id, text, body=body), tuple(passages), tuple(resolutions)
    )


def milliseconds(do: Callable[[], object], times: int = 5) -> float:
    """Of the middle one of several runs."""
    took = []
    for _ in range(times):
        before = time.perf_counter()
        do()
        took.append((time.perf_counter() - before) * 1000)
    return sorted(took)[times // 2]


def by_min_hash(found: SharedTexts) -> set[tuple[int, int]]:
    """Candidates as datasketch finds them, of the sentences that share a shingle with another."""
    from datasketch import MinHash, MinHashLSH

    shared = found.shingles.filter(pl.col("text_id").n_unique().over("shingle") > 1)
    sets = found.shingles.join(shared, on="text_id", how="semi").group_by("text_id").agg("shingle")
    first = MinHash(num_perm=PERMUTATIONS, hashfunc=lambda shingle: shingle & 0xFFFFFFFF)
    index, signed = MinHashLSH(num_perm=PERMUTATIONS, params=BANDS), []
    for text_id, shingles in sets.iter_rows():
        one = first.copy()
        one.update_batch(shingles)
        index.insert(text_id, one)
        signed.append((text_id, one))
    return {
        (min(text_id, other), max(text_id, other))
        for text_id, one in signed
        for other in index.query(one)
        if other != text_id
    }


def measure(article_count: int) -> None:
    dice = random.Random(20251024)
    snapshot = snapshot_of(made_up(article_count, dice))
    joined = join_snapshots(snapshot, snapshot_of(made_up(5, dice, "own")))
    found = shared_texts(snapshot)
    ids = found.texts["text_id"]
    print(f"{article_count} articles, {found.sentences.height} sentences")
    for name, do, times in (
        ("shared_texts", lambda: shared_texts(snapshot), 5),
        ("with_voices", lambda: with_voices(snapshot, found), 5),
        ("the same with 5 more", lambda: shared_texts(joined, found), 5),
        ("pairs of texts alone", lambda: near_pairs(found.shingles, ids), 5),
        ("candidates by MinHash", lambda: by_min_hash(found), 1),
    ):
        print(f"  {name:24}{milliseconds(do, times):8.0f} ms")
    much = found.pairs.filter(pl.col("overlap") >= 0.5)
    copies = set(much.select("text_id", "other_id").iter_rows())
    share = len(by_min_hash(found) & copies) / max(len(copies), 1)
    print(f"  MinHash finds {share:.1%} of the {len(copies)} pairs that share half or more")


def measure_likenesses(article_count: int) -> None:
    """What is made to be slow: sentences of fourteen words in any order, and groups of edits."""
    dice = random.Random(20251024)
    count = article_count * SENTENCES
    edits = []
    for _ in range(count // ALIKE):
        words = [f"w{dice.randrange(10**7)}" for _ in range(24)]
        edits += [edited_often(words, dice) for _ in range(ALIKE)]
    dice.shuffle(edits)
    cut = [edits[at : at + SENTENCES] for at in range(0, len(edits), SENTENCES)]
    print(f"{article_count} articles of likenesses, shared_texts")
    for name, articles in (
        ("one mould", made_up_articles(article_count, 20)),
        (f"{ALIKE} edits of each", (geoparsed(f"e{n:05}", one) for n, one in enumerate(cut))),
    ):
        snapshot = snapshot_of(articles)
        print(f"  {name:24}{milliseconds(lambda of=snapshot: shared_texts(of), 1):8.0f} ms")


def edited_often(words: list[str], dice: random.Random) -> str:
    changed = dice.sample(range(len(words)), 4)
    new = [f"z{dice.randrange(10**9)}" if at in changed else w for at, w in enumerate(words)]
    return f"{' '.join(new)}."


def main() -> None:
    before = time.perf_counter()
    import datasketch  # noqa: F401

    print(f"import datasketch         {(time.perf_counter() - before) * 1000:8.0f} ms")
    for article_count in map(int, sys.argv[1:] or ["100", "1000"]):
        measure(article_count)
        measure_likenesses(article_count)


if __name__ == "__main__":
    main()
