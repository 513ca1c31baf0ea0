"""Our answers to a gold corpus: each article geoparsed as plain text, nothing cleaned away.

How they are judged is in `scores` and `breakdown`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geodata.evaluation.gold import GoldArticle
from geodata.evaluation.scores import Answer
from geodata.geoparse import Geoparser
from geodata.model import Article, GeoparsedArticle, Resolution, Role, Span
from geodata.second_look import looked_over


@dataclass(frozen=True, slots=True)
class AnsweredArticle:
    """A gold article with our resolutions of the mentions we found in it, or were given."""

    gold: GoldArticle
    resolutions: tuple[Resolution, ...]


def answered(
    articles: Iterable[GoldArticle], geoparser: Geoparser, *, toponyms_given: bool = False
) -> Iterator[AnsweredArticle]:
    """Each article with our answers, in order.

    Args:
        articles: Of a gold corpus.
        geoparser: What is to be measured.
        toponyms_given: Whether the gold mentions are handed over, so that only resolution is
            measured.
    """
    for gold in articles:
        article = _article(gold)
        if toponyms_given:
            toponyms = [Span(mention.start, mention.end) for mention in gold.mentions]
            geoparsed = geoparser.resolve(article, toponyms)
        else:
            geoparsed = geoparser.geoparse(article)
        yield AnsweredArticle(gold, geoparsed.resolutions)


def looked_over_again(
    articles: Sequence[AnsweredArticle], geoparser: Geoparser
) -> list[AnsweredArticle]:
    """The same answers after a second look over each source, as `ingest` takes it."""
    geoparsed = [
        GeoparsedArticle(_article(answer.gold), (), answer.resolutions) for answer in articles
    ]
    return [
        AnsweredArticle(answer.gold, again.resolutions)
        for answer, again in zip(
            articles, looked_over(geoparsed, geoparser.look_again), strict=True
        )
    ]


def _article(gold: GoldArticle) -> Article:
    return Article(gold.id, gold.text, source=gold.source, body=(Span(0, len(gold.text)),))


def without_demonyms(articles: Iterable[AnsweredArticle]) -> list[AnsweredArticle]:
    """The same without our demonyms, and without those that the corpus marks as such."""
    kept = []
    for article in articles:
        gold = article.gold
        mentions = tuple(mention for mention in gold.mentions if not mention.is_demonym)
        kept.append(
            AnsweredArticle(
                GoldArticle(gold.id, gold.text, mentions, gold.source, gold.left_out),
                tuple(r for r in article.resolutions if r.mention.role is not Role.DEMONYM),
            )
        )
    return kept


def as_scored(
    articles: Iterable[AnsweredArticle],
) -> Iterator[tuple[GoldArticle, Sequence[Answer]]]:
    """The form in which `scores` counts them."""
    for article in articles:
        yield (
            article.gold,
            [
                Answer(
                    resolution.mention.start,
                    resolution.mention.end,
                    resolution.place.coordinates if resolution.place else None,
                )
                for resolution in article.resolutions
            ],
        )
