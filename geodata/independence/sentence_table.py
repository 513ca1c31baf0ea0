"""The sentences of every article's own words as one table: what is compared with what.

How a text is cut into sentences is in `geodata.mentions.sentences`; furniture is not compared.
"""

from collections.abc import Iterator

import polars as pl

from geodata.corpus.snapshot import Snapshot
from geodata.mentions.sentences import sentence_bounds
from geodata.model import Span

LONGEST_SENTENCE = 1500
"""Code points after which a sentence is cut, so that no text makes comparing ever slower."""

SENTENCES = pl.Schema(
    {
        "article_id": pl.String,
        "number": pl.Int64,
        "start": pl.Int64,
        "end": pl.Int64,
        "sentence": pl.String,
    }
)

_Row = tuple[str, int, int, int, str]


def sentence_table(snapshot: Snapshot, wanted: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence of `SENTENCES`, in order of article id and of the text.

    `number` counts from 0 within the article; `start` and `end` are offsets in its text, white
    space at the ends left out.

    Args:
        snapshot: The articles.
        wanted: With the `article_id` of those to be cut.
    """
    articles = snapshot.articles.join(wanted, on="article_id", how="semi")
    body = snapshot.passages.filter("in_body").join(
        wanted, on="article_id", how="semi", maintain_order="left"
    )
    return pl.DataFrame(list(_rows(articles, body)), schema=SENTENCES, orient="row")


def _rows(articles: pl.DataFrame, body: pl.DataFrame) -> Iterator[_Row]:
    texts = dict(articles.select("article_id", "text").iter_rows())
    before, number = "", 0
    for article_id, start, end in body.select("article_id", "start", "end").iter_rows():
        number = number if article_id == before else 0
        before, text = article_id, texts[article_id]
        for first, last in sentence_bounds(text, Span(start, end)):
            for piece in _pieces(text, first, last):
                yield (article_id, number, *piece)
                number += 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for first in range(start, end, LONGEST_SENTENCE):
        written = text[first : min(first + LONGEST_SENTENCE, end)]
        stripped = written.lstrip()
        if stripped:
            begin = first + len(written) - len(stripped)
            stripped = stripped.rstrip()
            yield begin, begin + len(stripped), stripped
