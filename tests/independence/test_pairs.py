"""The pairs, checked by another way to find them: datasketch's MinHash, which guesses alike."""

import random

import polars as pl
from datasketch import MinHash, MinHashLSH

from geodata.independence.pairs import LEAST_SHARED, near_pairs
from geodata.independence.shingles import shingles, text_ids, words

SURE = 0.5


def made_up() -> pl.DataFrame:
    """Two hundred sentences of few words, and as many in which a part is another's."""
    dice = random.Random(20251024)
    first = [[f"w{dice.randrange(60)}" for _ in range(dice.randint(3, 24))] for _ in range(200)]
    second = [
        [*one[: dice.randint(0, len(one))], *(f"w{dice.randrange(60)}" for _ in range(6))]
        for one in first
    ]
    listed = words(pl.Series([" ".join(one) for one in first + second]))
    return pl.DataFrame({"text_id": text_ids(listed), "words": listed}).unique("text_id")


def test_the_pairs_are_all_those_that_share_enough() -> None:
    """Counted one by one, without any index."""
    texts = made_up()
    grams = shingles(texts)
    sets = {key: set(found) for key, found in grams.group_by("text_id").agg("shingle").iter_rows()}
    expected = set()
    for one, ours in sets.items():
        for other, theirs in sets.items():
            shared = len(ours & theirs)
            enough = shared >= LEAST_SHARED and shared / min(len(ours), len(theirs)) >= 0.3
            if one < other and enough:
                expected.add((one, other, shared))
    found = near_pairs(grams, texts["text_id"])
    assert set(found.select("text_id", "other_id", "shared").iter_rows()) == expected
    assert len(expected) > 100


def test_min_hash_finds_no_near_copy_that_is_not_a_pair() -> None:
    texts = made_up()
    grams = shingles(texts)
    index, signed, sets = MinHashLSH(num_perm=128, params=(64, 2)), {}, {}
    for text_id, found in grams.group_by("text_id").agg("shingle").iter_rows():
        one = MinHash(num_perm=128)
        one.update_batch([shingle.to_bytes(8, "big") for shingle in found])
        index.insert(text_id, one)
        signed[text_id], sets[text_id] = one, set(found)
    by_min_hash = {
        (one, other)
        for one, sign in signed.items()
        for other in index.query(sign)
        if one < other and len(sets[one] & sets[other]) / len(sets[one] | sets[other]) >= SURE
    }
    ours = set(near_pairs(grams, texts["text_id"]).select("text_id", "other_id").iter_rows())
    assert {pair for pair in by_min_hash if len(sets[pair[0]] & sets[pair[1]]) > 1} <= ours
    assert len(by_min_hash) > 15
