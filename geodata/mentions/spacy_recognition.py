"""spaCy as the recogniser, for those who have it and a model of its: text -> mentions.

The recogniser we trained, which needs neither, is in `recognition`; which place a name means is
decided in `geodata.places`.
"""

import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geodata.errors import RecogniserError
from geodata.mentions.names_in_text import PlaceNames, first_role
from geodata.mentions.passages import passages
from geodata.mentions.tokens import without_possessive
from geodata.model import Article, Mention, Role, Span
from geodata.names import normalise

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as Entity

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""spaCy's labels of places: states and towns, other spots on the earth, buildings and roads."""

PEOPLES = "NORP"
"""Its label of nationalities, and of parties and religions too; the gazetteer tells them apart."""

LONGEST_PIECE = 10_000
"""Code points handed over at once, at most; spaCy refuses more than a million."""

_PREFIX = "spacy:"
_TRAINED = frozenset({"", "trained"})
_BATCH = 64


def spacy_model(recogniser: str) -> str:
    """The model that "spacy:MODEL" names; empty for the recogniser we trained, "trained" or "".

    Raises:
        RecogniserError: There is no such recogniser.
    """
    if recogniser in _TRAINED:
        return ""
    model = recogniser.removeprefix(_PREFIX)
    if model and model != recogniser:
        return model
    raise RecogniserError(
        f'there is no recogniser "{recogniser}": name trained, or spacy:MODEL such as '
        "spacy:en_core_web_sm"
    )


class SpacyRecogniser:
    """Finds what a model of spaCy takes for places; may be asked by several threads at once.

    A name within the name of a person or an organisation is never found: spaCy's names do not
    overlap, and only those of places and peoples are taken.
    """

    def __init__(self, model: str, names: PlaceNames) -> None:
        """Open a model.

        Args:
            model: The name of an installed model ("en_core_web_sm"), or a folder that holds one.
            names: The gazetteer's; they tell peoples from parties.

        Raises:
            RecogniserError: spaCy or the model is not there, or the model finds no places.
        """
        self._names = names
        self._pipeline = _loaded(model)
        self._lock = threading.Lock()
        meta = self._pipeline.meta
        self.version = f"{_PREFIX}{meta['lang']}_{meta['name']}-{meta['version']}"

    def find(self, text: str, spans: Iterable[Span]) -> list[Mention]:
        """The mentions in the given stretches of a text, in order, never overlapping.

        A mention has the role demonym where its name is only that of a people; every other has
        the role location until `roles` has looked at the words around it.
        """
        # spaCy fails on half a surrogate pair; one character stands for another here.
        readable = text.encode("utf-8", "replace").decode("utf-8")
        pieces = list(_pieces(text, spans, min(LONGEST_PIECE, self._pipeline.max_length)))
        found = (self._mention(text, *bounds) for bounds in self._entities(readable, pieces))
        return [mention for mention in found if mention is not None]

    def given(self, text: str, toponyms: Iterable[Span]) -> list[Mention]:
        """Exactly the given stretches as mentions, in order; roles as `find` gives them."""
        return [
            Mention(
                span.start, span.end, written := text[span.start : span.end], self._role(written)
            )
            for span in sorted(set(toponyms))
        ]

    def _entities(self, text: str, pieces: list[Span]) -> list[tuple[int, int, bool]]:
        """Start and end of each name of a place or a people, and whether it is of a people."""
        written = (text[piece.start : piece.end] for piece in pieces)
        # Words met for the first time are forgotten with the zone: memory does not grow.
        with self._lock, self._pipeline.memory_zone():
            return [
                bounds
                for piece, read in zip(
                    pieces, self._pipeline.pipe(written, batch_size=_BATCH), strict=True
                )
                for entity in read.ents
                if (bounds := _bounds(piece, entity)) is not None
            ]

    def _mention(self, text: str, start: int, end: int, of_people: bool) -> Mention | None:
        start, end = self._trimmed(text, start, end)
        written = text[start:end]
        if not normalise(written):
            return None
        role = self._role(written)
        return (
            None if of_people and role is not Role.DEMONYM else Mention(start, end, written, role)
        )

    def _role(self, written: str) -> Role:
        summary = self._names.summary(normalise(written))
        return first_role(summary) if summary else Role.LOCATION

    def _trimmed(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Without a "the" before it and a possessive "'s" behind it."""
        written = without_possessive(text[start:end])
        end = start + len(written)
        if written[:4].lower() == "the " and not self._is_town(written):
            start += 4
        return start, end

    def _is_town(self, written: str) -> bool:
        """Whether "The" is a part of it: The Hague, The Woodlands."""
        summary = self._names.summary(normalise(written)) if written[0] == "T" else None
        return summary is not None and summary.feature_class == "P"


def _loaded(model: str) -> "Language":
    try:
        import spacy
    except ImportError as error:
        raise RecogniserError(
            "spaCy is not installed: pip install spacy && python -m spacy download en_core_web_sm"
        ) from error
    try:
        pipeline = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise RecogniserError(
            f"spaCy cannot open the model {model}: python -m spacy download {model}, or name a "
            "folder that holds a model"
        ) from error
    if not any(PLACES.intersection(labels) for labels in pipeline.pipe_labels.values()):
        raise RecogniserError(
            f"the spaCy model {model} finds no places ({', '.join(sorted(PLACES))}): "
            "use one that does, such as en_core_web_sm"
        )
    return pipeline


def _pieces(text: str, spans: Iterable[Span], longest: int) -> Iterator[Span]:
    """The passages of the stretches, those that are too long cut before a space."""
    for passage in passages(Article("", text, body=tuple(spans))):
        start = passage.start
        while passage.end - start > longest:
            space = text.rfind(" ", start + 1, start + longest)
            end = space if space > 0 else start + longest
            yield Span(start, end)
            start = end
        yield Span(start, passage.end)


def _bounds(piece: Span, entity: "Entity") -> tuple[int, int, bool] | None:
    if entity.label_ != PEOPLES and entity.label_ not in PLACES:
        return None
    return (
        piece.start + entity.start_char,
        piece.start + entity.end_char,
        entity.label_ == PEOPLES,
    )
