"""A geoparsed article as rows of the tables.

When they are written is `geodata.corpus.store`'s; how they are read back is in `kept`.
"""

from collections.abc import Mapping
from typing import TypeAlias

from geodata.corpus.rows import MentionRow, article_row, mention_rows, place_row
from geodata.corpus.tables import places
from geodata.errors import ArticleFormatError
from geodata.model import Article, Candidate, GeoparsedArticle, Place, Resolution

TableRow: TypeAlias = Mapping[str, object]


def refuse_what_no_database_keeps(article: Article) -> None:
    """Refuses text with NUL characters or halves of surrogate pairs.

    PostgreSQL keeps neither; SQLite is held to the same, so that a corpus can move.

    Raises:
        ArticleFormatError: Names the article, what holds the character, and where.
    """
    fields = [
        ("text", article.text),
        ("title", article.title),
        ("source", article.source),
        ("url", article.url),
        ("language", article.language),
        ("path", article.path),
        ("id", article.id),
        *(("reason for furniture", cut.reason) for cut in article.furniture),
    ]
    for name, text in fields:
        at = _unstorable_at(text)
        if at is not None:
            path = (article.path or article.id).encode("utf-8", "backslashreplace").decode()
            raise ArticleFormatError(
                f"its {name} holds {text[at]!r} at character {at}, which no database keeps",
                path=path.replace("\0", "\\x00"),
            )


def _unstorable_at(text: str) -> int | None:
    nul = text.find("\0")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return min(nul, error.start) if nul >= 0 else error.start
    return nul if nul >= 0 else None


def article_table_row(
    geoparsed: GeoparsedArticle, *, fingerprint: str, geoparser_version: str
) -> TableRow:
    """The row of `articles`."""
    article = geoparsed.article
    key, source, title, published, url, language, path, text = article_row(geoparsed)
    return {
        "id": key,
        "source": source,
        "title": title,
        "published": published,
        "url": url,
        "language": language,
        "path": path,
        "text": text,
        "body": [(span.start, span.end) for span in article.body],
        "furniture": [(cut.start, cut.end, cut.reason) for cut in article.furniture],
        "fingerprint": fingerprint,
        "geoparser_version": geoparser_version,
    }


def passage_table_rows(geoparsed: GeoparsedArticle) -> list[TableRow]:
    """The rows of `passages`, in order of the text."""
    return [
        {
            "article_id": geoparsed.article.id,
            "passage": number,
            "start": cut.start,
            "end": cut.end,
            "in_body": cut.in_body,
        }
        for number, cut in enumerate(geoparsed.passages)
    ]


def mention_table_rows(geoparsed: GeoparsedArticle) -> list[TableRow]:
    """The rows of `mentions`: those of the body first, then those of the furniture."""
    in_body = len(geoparsed.resolutions)
    return [
        _mention_table_row(
            position, row, geoparsed.resolutions[position] if position < in_body else None
        )
        for position, row in enumerate(mention_rows(geoparsed))
    ]


def place_table_rows(geoparsed: GeoparsedArticle) -> list[TableRow]:
    """The rows of `places` for every place chosen or considered, each once."""
    by_id: dict[str, Place] = {}
    for resolution in geoparsed.resolutions:
        for candidate in (resolution.runner_up, resolution.chosen):
            if candidate:
                by_id[candidate.place.id] = candidate.place
    columns = places.c.keys()
    return [dict(zip(columns, place_row(by_id[key]), strict=True)) for key in sorted(by_id)]


def _mention_table_row(position: int, row: MentionRow, found: Resolution | None) -> TableRow:
    article_id, passage, start, end, toponym, role, place_id, score, confidence, *rest = row
    unresolved, furniture = rest
    runner_up = found.runner_up if found else None
    return {
        "article_id": article_id,
        "position": position,
        "passage": passage,
        "start": start,
        "end": end,
        "toponym": toponym,
        "role": role,
        "in_furniture": furniture,
        "unresolved": unresolved,
        "place_id": place_id,
        "score": score,
        "confidence": confidence,
        "evidence": _evidence_rows(found.chosen if found else None),
        "runner_up_id": runner_up.place.id if runner_up else None,
        "runner_up_score": runner_up.score if runner_up else None,
        "runner_up_evidence": _evidence_rows(runner_up),
    }


def _evidence_rows(candidate: Candidate | None) -> list[tuple[str, float, str]]:
    if candidate is None:
        return []
    return [(clue.clue, clue.weight, clue.words) for clue in candidate.evidence]
