"""Articles of sentences, for the tests of what is shared between them."""

from collections.abc import Sequence
from datetime import date

from geodata.corpus.snapshot import Snapshot, snapshot_of
from geodata.model import GeoparsedArticle
from tests.corpus.builders import Named, make_geoparsed

ANCHOR = "Fourteen lorries with flour crossed the border at Adre before the gate was shut again."


def article(
    article_id: str,
    *paragraphs: str | tuple[str, list[Named]],
    source: str = "",
    published: date | None = None,
) -> GeoparsedArticle:
    """An article of paragraphs; of those that name places, each with the names in it."""
    told = (one if isinstance(one, tuple) else (one, []) for one in paragraphs)
    return make_geoparsed(article_id, *told, source=source, published=published)


def of_texts(*texts: Sequence[str]) -> Snapshot:
    """Articles "0", "1", ... of these paragraphs."""
    return snapshot_of(article(str(number), *one) for number, one in enumerate(texts))
