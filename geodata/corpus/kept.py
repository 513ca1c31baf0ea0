"""What a corpus keeps, read back: one article whole, or all of them as a snapshot.

How an article becomes rows is in `geodata.corpus.table_rows`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import sqlalchemy as sa

from geodata.corpus.rows import PassageRow, place_of
from geodata.corpus.snapshot import Snapshot, snapshot_of_rows
from geodata.corpus.tables import articles, corpus, mentions, passages, places
from geodata.model import (
    Article,
    Candidate,
    Evidence,
    Furniture,
    GeoparsedArticle,
    Mention,
    Passage,
    Place,
    Resolution,
    Role,
    Span,
    Unresolved,
)

_MentionColumns: TypeAlias = tuple[object, ...]
_EvidenceRow: TypeAlias = tuple[str, float, str]

_ARTICLE_ROWS = sa.select(
    articles.c.id,
    articles.c.source,
    articles.c.title,
    articles.c.published,
    articles.c.url,
    articles.c.language,
    articles.c.path,
    articles.c.text,
)
_MENTION_ROWS = sa.select(
    mentions.c.article_id,
    mentions.c.passage,
    mentions.c.start,
    mentions.c.end,
    mentions.c.toponym,
    mentions.c.role,
    mentions.c.place_id,
    mentions.c.score,
    mentions.c.confidence,
    mentions.c.unresolved,
    mentions.c.in_furniture,
).order_by(mentions.c.article_id, mentions.c.position)


def kept_snapshot(connection: sa.Connection) -> Snapshot:
    """All articles, as seen by the connection's transaction."""
    article_rows = connection.execute(_ARTICLE_ROWS).all()
    texts = {row.id: row.text for row in article_rows}
    named = places.c.id.in_(sa.select(mentions.c.place_id))
    return snapshot_of_rows(
        kept_version(connection),
        articles=[tuple(row) for row in article_rows],
        passages=list(_passage_rows(connection, texts)),
        mentions=[tuple(row) for row in connection.execute(_MENTION_ROWS)],
        places=[tuple(row) for row in connection.execute(sa.select(places).where(named))],
    )


def kept_version(connection: sa.Connection) -> str:
    """Which content the database holds; another one after every change."""
    row = connection.execute(sa.select(corpus.c.corpus_id, corpus.c.revision)).one()
    return f"{row.corpus_id}-{row.revision}"


def kept_article(connection: sa.Connection, article_id: str) -> GeoparsedArticle | None:
    """The article of an id as it was added; None where there is none."""
    row = connection.execute(sa.select(articles).where(articles.c.id == article_id)).first()
    if row is None:
        return None
    article = Article(
        row.id,
        row.text,
        title=row.title,
        source=row.source,
        published=row.published,
        url=row.url,
        language=row.language,
        path=row.path,
        body=tuple(Span(start, end) for start, end in row.body),
        furniture=tuple(Furniture(*cut) for cut in row.furniture),
    )
    cuts = connection.execute(
        sa.select(passages.c.start, passages.c.end, passages.c.in_body)
        .where(passages.c.article_id == article_id)
        .order_by(passages.c.passage)
    )
    rows = connection.execute(
        sa.select(mentions).where(mentions.c.article_id == article_id).order_by("position")
    ).all()
    by_id = _kept_places(connection, article_id)
    return GeoparsedArticle(
        article,
        tuple(Passage(start, end, in_body) for start, end, in_body in cuts),
        tuple(_kept_resolution(found, by_id) for found in rows if not found.in_furniture),
        tuple(_kept_mention(found) for found in rows if found.in_furniture),
    )


def _kept_places(connection: sa.Connection, article_id: str) -> dict[str, Place]:
    named = (
        sa.select(column).where(mentions.c.article_id == article_id)
        for column in (mentions.c.place_id, mentions.c.runner_up_id)
    )
    rows = connection.execute(sa.select(places).where(places.c.id.in_(sa.union(*named))))
    return {row.id: place_of(tuple(row)) for row in rows}


def _kept_mention(row: sa.Row[_MentionColumns]) -> Mention:
    return Mention(row.start, row.end, row.toponym, Role(row.role))


def _kept_resolution(row: sa.Row[_MentionColumns], by_id: Mapping[str, Place]) -> Resolution:
    return Resolution(
        _kept_mention(row),
        _kept_candidate(by_id, row.place_id, row.score, row.evidence),
        _kept_candidate(by_id, row.runner_up_id, row.runner_up_score, row.runner_up_evidence),
        Unresolved(row.unresolved) if row.unresolved is not None else None,
        row.confidence,
    )


def _kept_candidate(
    by_id: Mapping[str, Place],
    place_id: str | None,
    score: float | None,
    evidence: Iterable[_EvidenceRow],
) -> Candidate | None:
    if place_id is None or score is None:
        return None
    return Candidate(by_id[place_id], score, tuple(Evidence(*clue) for clue in evidence))


def _passage_rows(connection: sa.Connection, texts: Mapping[str, str]) -> Iterator[PassageRow]:
    columns = passages.c
    rows = connection.execute(
        sa.select(columns.article_id, columns.passage, columns.start, columns.end, columns.in_body)
    )
    for article_id, number, start, end, in_body in rows:
        yield article_id, number, start, end, texts[article_id][start:end], in_body
