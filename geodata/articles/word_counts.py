"""How many words of a page are the article's own, and how many its furniture's.

Which are which is decided in `geodata.articles.sections`.
"""

from geodata.model import Article


def words_taken(article: Article) -> int:
    """How many words are the article's own."""
    return sum(len(article.text[span.start : span.end].split()) for span in article.body)


def words_left_out(article: Article) -> int:
    """How many words on the page were taken for furniture."""
    return sum(len(article.text[one.start : one.end].split()) for one in article.furniture)
