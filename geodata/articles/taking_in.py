"""Furniture that a reader knows better about: a stretch of it made part of the article's body.

What is taken for furniture in the first place is decided in `geodata.articles.sections`.
"""

from collections.abc import Collection
from dataclasses import replace

from geodata.model import Article, Furniture, Span


def with_taken_in(article: Article, stretches: Collection[Furniture]) -> Article:
    """The same article, its text and id unchanged, with these stretches among its own words.

    Taking in fewer of them, or none, from the article as it was read puts the others back.

    Raises:
        ValueError: A stretch is not among the article's furniture.
    """
    if not set(stretches) <= set(article.furniture):
        raise ValueError("only a stretch of the article's own furniture can be taken in")
    taken = {Span(stretch.start, stretch.end) for stretch in stretches}
    return replace(
        article,
        body=tuple(sorted({*article.body, *taken})),
        furniture=tuple(one for one in article.furniture if one not in stretches),
    )
