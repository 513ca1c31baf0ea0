"""One article in, one geoparsed article out: the whole pipeline on one screen.

Reading comes before (`geodata.articles`), keeping after (`geodata.corpus`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from geodata.mentions.cues import english_cues
from geodata.mentions.passages import passages
from geodata.mentions.recognition import TrainedRecogniser
from geodata.mentions.roles import with_roles
from geodata.mentions.spacy_recognition import SpacyRecogniser, spacy_model
from geodata.model import Article, Candidate, GeoparsedArticle, Mention, Resolution, Span
from geodata.places.approximation import with_approximations
from geodata.places.gazetteer import Gazetteer
from geodata.places.home import Home
from geodata.places.resolution import Resolver
from geodata.places.second_opinion import SecondOpinion, with_second_opinions

VERSION = "8"
"""Changes with the rules below, so that a kept article is known to be geoparsed by older ones."""


class Recogniser(Protocol):
    """Text -> mentions."""

    def find(self, text: str, spans: Iterable[Span]) -> list[Mention]:
        """The mentions in the given stretches, in order, never overlapping."""
        ...

    def given(self, text: str, toponyms: Iterable[Span]) -> list[Mention]:
        """Exactly the given stretches as mentions, in order of the text."""
        ...


@dataclass(frozen=True, slots=True)
class Considered:
    """What one mention of an article means to the gazetteer as it is now.

    Attributes:
        resolution: What it would be taken to mean now; kept articles may say otherwise.
        candidates: Every place of its name that was weighed, the likeliest first.
    """

    resolution: Resolution
    candidates: tuple[Candidate, ...]


class Geoparser:
    """Finds the places an article names: recognise, give roles, resolve, approximate."""

    def __init__(
        self,
        recogniser: Recogniser,
        resolver: Resolver,
        *,
        version: str,
        opinion: SecondOpinion | None = None,
    ) -> None:
        """Put a recogniser and a resolver together.

        Args:
            recogniser: Text -> mentions.
            resolver: Mentions -> places.
            version: Changes when either does.
            opinion: Asked about names that the gazetteer does not have; None asks nobody.
        """
        self.version = version
        self._opinion = opinion
        self._recogniser = recogniser
        self._resolver = resolver

    def geoparse(self, article: Article) -> GeoparsedArticle:
        """Every mention in the article's body, placed or with the reason why not."""
        mentions = self._recogniser.find(article.text, article.body)
        furniture = [Span(stretch.start, stretch.end) for stretch in article.furniture]
        in_furniture = self._recogniser.find(article.text, furniture)
        return replace(
            self._resolved(article, mentions),
            furniture_mentions=tuple(with_roles(article.text, in_furniture)),
        )

    def resolve(self, article: Article, toponyms: Sequence[Span]) -> GeoparsedArticle:
        """The same for toponyms that are given: exactly these are resolved, wherever they are."""
        return self._resolved(article, self._recogniser.given(article.text, toponyms))

    def look_again(self, geoparsed: GeoparsedArticle, home: Home | None) -> GeoparsedArticle:
        """The same mentions, resolved by who knows where the outlet is at home.

        With None as a home these are the first answers, those of `geoparse` and `resolve`.
        """
        mentions = [found.mention for found in geoparsed.resolutions]
        return replace(geoparsed, resolutions=self._placed(geoparsed.article, mentions, home))

    def considered(
        self, geoparsed: GeoparsedArticle, mention: Mention, home: Home | None = None
    ) -> Considered:
        """What one of the article's resolved mentions may mean, weighed beside all the others.

        Nobody is asked for a second opinion.

        Args:
            geoparsed: The article.
            mention: One of its own.
            home: Where the article's outlet is at home, if that is known.

        Raises:
            ValueError: The mention is not among those resolved.
        """
        article = geoparsed.article
        mentions = [found.mention for found in geoparsed.resolutions]
        at = mentions.index(mention)
        resolutions = self._resolver.resolve(article.text, mentions, home)
        placed = with_approximations(article, resolutions, english_cues().streets)
        weighed = self._resolver.considered(article.text, mentions, at, home)
        return Considered(placed[at], tuple(one.candidate for one in weighed))

    def _resolved(self, article: Article, mentions: Sequence[Mention]) -> GeoparsedArticle:
        with_role = with_roles(article.text, mentions)
        return GeoparsedArticle(article, passages(article), self._placed(article, with_role))

    def _placed(
        self, article: Article, mentions: Sequence[Mention], home: Home | None = None
    ) -> tuple[Resolution, ...]:
        resolutions = self._resolver.resolve(article.text, mentions, home)
        placed = with_approximations(article, resolutions, english_cues().streets)
        if self._opinion is not None:
            placed = with_second_opinions(placed, self._opinion)
        return tuple(placed)


def make_geoparser(
    gazetteer: Gazetteer, opinion: SecondOpinion | None = None, *, recogniser: str = ""
) -> Geoparser:
    """The default geoparser: the recogniser we trained, weighed evidence.

    Args:
        gazetteer: Whose names and places are used.
        opinion: Asked about names that the gazetteer does not have; None asks nobody.
        recogniser: "spacy:MODEL" for a model of spaCy; "trained" or "" for ours.

    Raises:
        RecogniserError: There is no such recogniser, or it is not installed.
    """
    version = f"{VERSION}-{gazetteer.version}{'-asking' if opinion else ''}"
    resolver = Resolver(gazetteer)
    if model := spacy_model(recogniser):
        spacy = SpacyRecogniser(model, gazetteer)
        return Geoparser(spacy, resolver, version=f"{version}-{spacy.version}", opinion=opinion)
    return Geoparser(TrainedRecogniser(gazetteer), resolver, version=version, opinion=opinion)
