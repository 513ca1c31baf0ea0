"""What is said of a whole article above its text. Words only."""

from dashboard.language_names import language_note
from dashboard.wording import counted
from geodata.corpus.answers import ArticleSummary
from geodata.model import GeoparsedArticle


def summary_of(geoparsed: GeoparsedArticle) -> ArticleSummary:
    """The article without its text, with all its mentions counted."""
    a = geoparsed.article
    count = len(geoparsed.resolutions)
    return ArticleSummary(a.id, a.source, a.title, a.published, a.url, a.language, a.path, count)


def article_note(geoparsed: GeoparsedArticle, taken_in_count: int) -> str:
    """What a reader should know before reading; empty where there is nothing.

    Args:
        geoparsed: The article as it is shown.
        taken_in_count: Stretches of furniture that the visitor has taken back in.
    """
    sentences = [language_note(geoparsed.article.language)]
    if taken_in_count:
        stretches = counted(taken_in_count, "stretch", "stretches")
        are = "is" if taken_in_count == 1 else "are"
        sentences.append(
            f"{stretches} of the page {are} back in the article, for you and for this visit."
        )
    unplaced = sum(1 for found in geoparsed.resolutions if found.place is None)
    if unplaced:
        sentences.append(f"{counted(unplaced, 'name')} here could not be placed.")
    if not geoparsed.resolutions:
        sentences.append("No place is named in this article.")
    return " ".join(filter(None, sentences))
