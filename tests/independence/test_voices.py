"""One voice: the same place at the same spot of a copied sentence, however it was edited."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings

from geodata.corpus.questions import place_counts
from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.independence.shared_texts import shared_texts
from geodata.independence.voices import with_voices
from geodata.model import CorpusFilter, GeoparsedArticle, Unresolved
from tests.corpus.builders import KURSK, PYONGYANG, RUSSIA, Named, actor, corpora, location
from tests.independence.builders import ANCHOR, article

HERE, THERE = location("Pyongyang", PYONGYANG), location("Kursk", KURSK)
TWICE = "The envoy left Pyongyang for Kursk and was back in Pyongyang before the week was over."


def voices(*articles: GeoparsedArticle) -> dict[str, list[int | None]]:
    """The voices of each article's mentions, in order of its text."""
    snapshot = snapshot_of(articles)
    told = with_voices(snapshot, shared_texts(snapshot)).mentions
    return {
        article_id: told.filter(pl.col("article_id") == article_id)["voice"].to_list()
        for article_id in snapshot.articles["article_id"]
    }


def test_the_same_spot_of_the_same_sentence_is_one_voice() -> None:
    named = [HERE, THERE, HERE]
    told = voices(article("a", (TWICE, named)), article("b", "Own.", (TWICE, named)))
    assert told["a"] == told["b"]
    assert len(set(told["a"])) == 3
    assert None not in told["a"]


@pytest.mark.parametrize(
    ("edited", "named", "same"),
    [
        ("The envoy left Kim's Pyongyang for Kursk and was back in Pyongyang before Friday.",
         [HERE, THERE, HERE], [0, 1, 2]),
        ("The envoy was back in Pyongyang before the week was over.", [HERE], [2]),
        ("The envoy left Pyongyang for Kursk.", [HERE, THERE], [0, 1]),
        ("On Monday the envoy left the North for Kursk and was back in Pyongyang before the week"
         " was over.", [location("the North", PYONGYANG), THERE, HERE], [0, 1, 2]),
    ],
    ids=["words changed", "its front cut", "its end cut", "called by another name"],
)  # fmt: skip
def test_a_place_keeps_its_voice_through_an_edit(
    edited: str, named: list[Named], same: list[int]
) -> None:
    told = voices(
        article("a", ANCHOR, (TWICE, [HERE, THERE, HERE])), article("b", ANCHOR, (edited, named))
    )
    assert told["b"] == [told["a"][at] for at in same]
    assert [told["a"][at] for at in {0, 1, 2} - set(same)] == [None] * (3 - len(same))


def test_one_sentence_made_of_two_keeps_both_apart() -> None:
    first = "Lorries with flour for the eastern villages left Pyongyang at dawn on Monday."
    second = (
        "Nothing has been heard of the drivers since, the ministry in Pyongyang said on Friday."
    )
    both = f"{first[:-1]}, and nothing{second[7:]}"
    told = voices(
        article("a", (first, [HERE]), (second, [HERE])), article("b", (both, [HERE, HERE]))
    )
    assert told["a"] == told["b"]
    assert len(set(told["a"])) == 2


def test_another_place_at_the_spot_is_another_voice() -> None:
    sentence = "The power station of the town by the river was hit in the night, Kursk said."
    told = voices(
        article("a", (sentence, [actor("Kursk", KURSK)])),
        article("b", (sentence, [actor("Kursk", RUSSIA)])),
    )
    assert told == {"a": [None], "b": [None]}


def test_a_name_without_a_place_is_one_voice_in_copies_too() -> None:
    sentence = "The power station of the town by the river was hit in the night, Kursk said."
    named = [actor("Kursk", Unresolved.TIE)]
    told = voices(article("a", (sentence, named)), article("b", (sentence, named)))
    assert told["a"] == told["b"] != [None]
    placed = voices(
        article("a", (sentence, named)), article("b", (sentence, [actor("Kursk", KURSK)]))
    )
    assert placed == {"a": [None], "b": [None]}


def test_the_role_and_the_source_do_not_matter() -> None:
    sentence = "The power station of the town by the river was hit in the night, Kursk said."
    told = voices(
        article("a", (sentence, [actor("Kursk", KURSK)]), source="One"),
        article("b", (sentence, [location("Kursk", KURSK)]), source="One"),
    )
    assert told["a"] == told["b"] != [None]


def test_a_chain_of_edits_is_not_one_voice_from_end_to_end() -> None:
    """Each text resembles the next; the first and the last have next to nothing in common."""
    told_in_full = [f"w{n}x" for n in range(30)] + ["Kursk"] + [f"w{n}x" for n in range(30, 60)]
    chain = [" ".join(told_in_full[at : at + 32]) for at in (0, 8, 16, 24)]
    told = voices(*(article(str(n), (f"{text}.", [THERE])) for n, text in enumerate(chain)))
    assert told["0"] != told["3"]
    assert told["0"] == told["1"] != [None]


def test_what_nobody_else_has_is_no_voice() -> None:
    told = voices(article("a", (TWICE, [HERE, THERE, HERE]), (TWICE, [HERE, THERE, HERE])))
    assert told["a"] == [None] * 6


def test_one_wire_in_two_outlets_is_one_independent_text() -> None:
    wire = article("a", (TWICE, [HERE, THERE, HERE]), source="One", published=date(2025, 10, 24))
    copy = article("b", (TWICE, [HERE, THERE, HERE]), source="Two", published=date(2025, 10, 25))
    own = article("c", ("We drove from Pyongyang to the border.", [HERE]), source="Three")
    snapshot = snapshot_of([wire, copy, own])
    told = with_voices(snapshot, shared_texts(snapshot))
    counts = {one.place.name: one for one in place_counts(told, CorpusFilter())}
    assert (counts["Pyongyang"].source_count, counts["Pyongyang"].text_count) == (3, 2)
    assert (counts["Kursk"].source_count, counts["Kursk"].text_count) == (2, 1)


def test_what_was_found_for_another_snapshot_is_refused() -> None:
    one, other = snapshot_of([article("a", ANCHOR)]), snapshot_of([article("b", ANCHOR)])
    with pytest.raises(ValueError, match="compared"):
        with_voices(one, shared_texts(other))


@given(corpora(max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_voice_is_one_place_in_two_articles_or_more(articles: list[GeoparsedArticle]) -> None:
    snapshot: Snapshot = snapshot_of(articles)
    told = with_voices(snapshot, shared_texts(snapshot))
    assert told.mentions.drop("voice").equals(snapshot.mentions.drop("voice"))
    assert told.mentions.schema == snapshot.mentions.schema
    per_voice = (
        told.mentions.drop_nulls("voice")
        .group_by("voice")
        .agg(pl.col("place_id").n_unique(), pl.col("article_id").n_unique(),
             pl.col("in_furniture").any())
    )  # fmt: skip
    assert set(per_voice["place_id"]) <= {1}
    assert all(count > 1 for count in per_voice["article_id"])
    assert not per_voice["in_furniture"].any()
