"""The news passages that we wrote and marked ourselves, for training and measuring.

How they are marked is told in tests/marked_news/README.md.
"""

from pathlib import Path

from geodata.evaluation.gold import GoldArticle
from geodata.evaluation.marked_news import PlacesById, read_marked_news

FOLDER = Path(__file__).parents[1] / "tests" / "marked_news"


def marked_files(gazetteer: PlacesById) -> dict[str, list[GoldArticle]]:
    """Every passage of every file, by the file's name, in the order of the names."""
    return {path.stem: read_marked_news(path, gazetteer) for path in sorted(FOLDER.glob("*.txt"))}


def marked_news(gazetteer: PlacesById) -> list[GoldArticle]:
    """Every passage of every file."""
    return [passage for passages in marked_files(gazetteer).values() for passage in passages]
