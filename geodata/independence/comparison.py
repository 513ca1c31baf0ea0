"""Two articles side by side, sentence by sentence; and which articles share text with one.

Values for the screen, made of what `geodata.independence.shared_texts` found.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from geodata.independence.differences import Change, Stretch, differences
from geodata.independence.pairing import Block, Pair, paired
from geodata.independence.shared_texts import SharedTexts
from geodata.model import Span


@dataclass(frozen=True, slots=True)
class Sharing:
    """How much one article shares with another.

    Attributes:
        article_id: The other article.
        shared_count: Sentences of the one that the other has too, as they are or edited.
        sentence_count: All sentences of the one.
        other_count: All sentences of the other.
    """

    article_id: str
    shared_count: int
    sentence_count: int
    other_count: int


@dataclass(frozen=True, slots=True)
class SentenceAt:
    """A sentence, `[start, end)` in its article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that belong together: of the one article, of the other, or of both.

    Attributes:
        one: More than one where the other article made one sentence of them.
        other: Likewise.
        is_repeat: Whether it stands on one side only because the other article's copy of it is
            beside another sentence, which says the same: a caption printed twice.
    """

    one: tuple[SentenceAt, ...]
    other: tuple[SentenceAt, ...]
    is_repeat: bool = False


def sharing_with(shared: SharedTexts, article_id: str) -> tuple[Sharing, ...]:
    """The articles that share text with this one; those that share most first, then by id."""
    ours = shared.sentences.filter(pl.col("article_id") == article_id)
    counts = dict(shared.sentences.group_by("article_id").len().iter_rows())
    found = (
        ours.drop_nulls("wording")
        .join(_twins(shared.links, ours["wording"]), on="wording")
        .join(
            shared.sentences.select(pl.col("wording").alias("twin"), "article_id"),
            on="twin",
            suffix="_other",
        )
        .filter(pl.col("article_id_other") != article_id)
        .group_by("article_id_other")
        .agg(pl.col("number").n_unique())
    )
    sharings = (
        Sharing(other, count, ours.height, counts[other]) for other, count in found.iter_rows()
    )
    return tuple(sorted(sharings, key=lambda one: (-one.shared_count, one.article_id)))


def side_by_side(shared: SharedTexts, one_id: str, other_id: str) -> tuple[Row, ...]:
    """Every sentence of both articles once, in the order of the one.

    What only the other has stands after what comes before it there.
    """
    one, other = _of(shared, one_id), _of(shared, other_id)
    alike = _alike(one, other, shared.links)
    blocks = paired(alike, _words(one, shared), _words(other, shared))
    return tuple(_rows(_sentences(one), _sentences(other), blocks, alike))


def against_first(
    shared: SharedTexts, first_id: str, copy_id: str, passages: Sequence[Span]
) -> tuple[tuple[Stretch, ...], ...]:
    """Some passages of a copy, word by word against the first article's sentences.

    A sentence that the first has not is added as a whole.

    Args:
        shared: What the articles share.
        first_id: The article that the other is compared with.
        copy_id: The article that holds the passages.
        passages: Stretches of its text.
    """
    rows = [row for row in side_by_side(shared, first_id, copy_id) if row.other]
    rows.sort(key=lambda row: row.other[0].start)
    return tuple(_within(rows, span) for span in passages)


def _within(rows: Sequence[Row], span: Span) -> tuple[Stretch, ...]:
    told: list[Stretch] = []
    for row in rows:
        if any(span.start <= sentence.start < span.end for sentence in row.other):
            space = [Stretch(" ", Change.KEPT)] if told else []
            told.extend([*space, *changes(row)])
    return tuple(told)


def changes(row: Row) -> tuple[Stretch, ...]:
    """The row's sentences of the other article against those of the one, word by word."""
    one, other = (" ".join(sentence.text for sentence in side) for side in (row.one, row.other))
    if row.is_repeat:
        return (Stretch(one or other, Change.KEPT),)
    return differences(one, other)


def _of(shared: SharedTexts, article_id: str) -> pl.DataFrame:
    return shared.sentences.filter(pl.col("article_id") == article_id)


def _alike(one: pl.DataFrame, other: pl.DataFrame, links: pl.DataFrame) -> dict[Pair, float]:
    twins = _twins(links, one["wording"])
    found = (
        one.select("number", "wording")
        .join(twins, on="wording")
        .join(other.select("number", pl.col("wording").alias("twin")), on="twin", suffix="_other")
        .group_by("number", "number_other")
        .agg(pl.col("overlap").max())
    )
    return {(first, second): overlap for first, second, overlap in found.iter_rows()}


def _twins(links: pl.DataFrame, wordings: pl.Series) -> pl.DataFrame:
    """For each wording every one that is a copy of it, itself first, as `wording`, `twin`."""
    wanted = wordings.drop_nulls().unique()
    self = pl.DataFrame(
        {"wording": wanted, "twin": wanted, "overlap": pl.repeat(1.0, len(wanted), eager=True)}
    )
    there = links.select("wording", pl.col("other").alias("twin"), "overlap")
    back = links.select(
        pl.col("other").alias("wording"), pl.col("wording").alias("twin"), "overlap"
    )
    found = pl.concat([there, back]).filter(pl.col("wording").is_in(wanted.implode()))
    return pl.concat([self, found])


def _words(sentences: pl.DataFrame, shared: SharedTexts) -> list[list[str]]:
    listed = sentences.join(shared.texts, on="text_id", how="left", maintain_order="left")
    return listed["words"].to_list()


def _sentences(rows: pl.DataFrame) -> list[SentenceAt]:
    return [SentenceAt(*row) for row in rows.select("start", "end", "sentence").iter_rows()]


def _rows(
    one: list[SentenceAt],
    other: list[SentenceAt],
    blocks: list[Block],
    alike: dict[Pair, float],
) -> Iterator[Row]:
    block_at = {block.one[0]: block for block in blocks}
    in_block = {number for block in blocks for number in block.one}
    taken = sorted(number for block in blocks for number in block.other)
    repeated_one = {first for first, _ in alike}
    repeated_other = {second for _, second in alike}

    def lonely(start: int) -> Iterator[Row]:
        """What only the other has, up to the next sentence of it that has its row."""
        stop = bisect_left(taken, start)
        end = taken[stop] if stop < len(taken) else len(other)
        for number in range(start, end):
            yield Row((), (other[number],), number in repeated_other)

    yield from lonely(0)
    for number, sentence in enumerate(one):
        if number in block_at:
            block = block_at[number]
            yield Row(tuple(one[at] for at in block.one), tuple(other[at] for at in block.other))
            for at in block.other:
                yield from lonely(at + 1)
        elif number not in in_block:
            yield Row((sentence,), (), number in repeated_one)
