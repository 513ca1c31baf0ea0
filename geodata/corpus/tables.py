"""The tables of a corpus, the same on SQLite and PostgreSQL.

How a database is reached is in `geodata.corpus.database`; what is written, in `store`.
"""

import sqlalchemy as sa

# Goes up with every change of the tables; a corpus of another number is refused.
SCHEMA_VERSION = 1

metadata = sa.MetaData()

# One row. Every write raises `revision` first, which lets writers through one at a time;
# `corpus_id` tells a database that was deleted and made anew from the one it was.
corpus = sa.Table(
    "corpus",
    metadata,
    sa.Column("schema_version", sa.Integer, nullable=False),
    sa.Column("corpus_id", sa.Text, nullable=False),
    sa.Column("revision", sa.BigInteger, nullable=False),
)

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("published", sa.Date),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),  # [[start, end], ...]
    sa.Column("furniture", sa.JSON, nullable=False),  # [[start, end, reason], ...]
    sa.Column("fingerprint", sa.Text, nullable=False, index=True),
    sa.Column("geoparser_version", sa.Text, nullable=False),
)

# A place is shared by all articles that name it, and stays when the last of them goes.
places = sa.Table(
    "places",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("latitude", sa.Double, nullable=False),
    sa.Column("longitude", sa.Double, nullable=False),
    sa.Column("feature_class", sa.Text, nullable=False),
    sa.Column("feature_code", sa.Text, nullable=False),
    sa.Column("country", sa.Text, nullable=False),
    sa.Column("admin1", sa.Text, nullable=False),
    sa.Column("population", sa.BigInteger, nullable=False),
    sa.Column("name_count", sa.Integer, nullable=False),
    sa.Column("within", sa.Text, nullable=False),
    sa.Column("uncertainty_km", sa.Double),
)


def _article_id() -> sa.Column[str]:
    return sa.Column(
        "article_id", sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )


passages = sa.Table(
    "passages",
    metadata,
    _article_id(),
    sa.Column("passage", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("in_body", sa.Boolean, nullable=False),
)

# Evidence is [[clue, weight, words], ...]; of a mention in the furniture only the words are kept.
mentions = sa.Table(
    "mentions",
    metadata,
    _article_id(),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("passage", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("toponym", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("in_furniture", sa.Boolean, nullable=False),
    sa.Column("unresolved", sa.Text),
    sa.Column("place_id", sa.ForeignKey("places.id"), index=True),
    sa.Column("score", sa.Double),
    sa.Column("confidence", sa.Double),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Column("runner_up_id", sa.ForeignKey("places.id")),
    sa.Column("runner_up_score", sa.Double),
    sa.Column("runner_up_evidence", sa.JSON, nullable=False),
)
