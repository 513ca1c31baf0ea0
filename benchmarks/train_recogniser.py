"""Trains the recogniser: `python benchmarks/train_recogniser.py CORPORA NER [--check]`.

CORPORA is a folder with lgl-first70.xml and geovirus-first50.xml, NER one with wikigold. Writes
geodata/mentions/recogniser.crfsuite; `--check` trains on four folds of five in turn and prints how
well the fifth is recognised, and writes nothing. Deterministic: the same input, the same model.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from geodata.evaluation.answers import answered, as_scored, without_demonyms
from geodata.evaluation.gold import GoldArticle, GoldMention, read_gold
from geodata.evaluation.scores import score
from geodata.geoparse import Geoparser
from geodata.mentions.clues import Clues, clues, document, words_in_question
from geodata.mentions.cues import english_cues
from geodata.mentions.name_rules import judged_names
from geodata.mentions.recognition import (
    BEGIN,
    INSIDE,
    MODEL,
    OUTSIDE,
    TrainedRecogniser,
)
from geodata.mentions.runs import Token, phrase
from geodata.mentions.sentences import sentences
from geodata.model import Span
from geodata.places.gazetteer import Gazetteer
from geodata.places.resolution import Resolver

GAZETTEER = Path(".dateline/gazetteer.bin")
FOLDS = 5
SETTINGS = {"c1": 0.02, "c2": 0.5, "max_iterations": 100, "feature.minfreq": 2,
            "feature.possible_transitions": True}  # fmt: skip
# Wikipedia's annotators counted differently from the news corpora's: an extra clue on every word
# of theirs takes up the difference, and no word has it when the model is used.
ELSEWHERE = "elsewhere"
_ELSEWHERE_WITH = ("g", "rlast in", "rorg", "rl=")


@dataclass(frozen=True)
class Example:
    """One sentence: the clues of its words in question, and their labels."""

    clues: list[Clues]
    labels: list[str]


def main() -> None:
    corpora, ner = Path(sys.argv[1]), Path(sys.argv[2])
    gazetteer = Gazetteer.open(GAZETTEER)
    news = {name: read_gold(corpora / name) for name in ("lgl-first70.xml", "geovirus-first50.xml")}
    wikipedia = [
        _elsewhere(example)
        for article in _read_conll(ner / "wikigold-wikigold.conll.txt")
        for example in _examples(article, gazetteer)
    ]
    if "--check" in sys.argv:
        _check(news, wikipedia, gazetteer)
        return
    everything = [article for articles in news.values() for article in articles]
    _train(_of_all(everything, gazetteer) + wikipedia, MODEL)
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes")


def _train(examples: Iterable[Example], model: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for example in examples:
        trainer.append(example.clues, example.labels)
    trainer.train(str(model))


def _check(
    news: dict[str, list[GoldArticle]], wikipedia: list[Example], gazetteer: Gazetteer
) -> None:
    """Cross-validation; the articles of one source are never on both sides."""
    answers: dict[str, list] = {name: [] for name in news}
    for fold in range(FOLDS):
        kept = [a for articles in news.values() for a in articles if _fold(a) != fold]
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "model"
            _train(_of_all(kept, gazetteer) + wikipedia, model)
            geoparser = Geoparser(
                TrainedRecogniser(gazetteer, model), Resolver(gazetteer), version="check"
            )
            for name, articles in news.items():
                held_out = [article for article in articles if _fold(article) == fold]
                answers[name] += answered(held_out, geoparser)
    for name, listed in answers.items():
        for label, chosen in (("", listed), (" no demonyms", without_demonyms(listed))):
            s = score(as_scored(chosen))
            print(
                f"{name}{label}: recognition P {s.precision:.3f} R {s.recall:.3f} F1 {s.f1:.3f}; "
                f"end to end P {s.end_to_end_precision:.3f} R {s.end_to_end_recall:.3f} "
                f"F1 {s.end_to_end_f1:.3f}"
            )


def _fold(article: GoldArticle) -> int:
    key = article.source or article.id
    return sum(key.encode()) % FOLDS


def _of_all(articles: Iterable[GoldArticle], gazetteer: Gazetteer) -> list[Example]:
    return [example for article in articles for example in _examples(article, gazetteer)]


def _examples(article: GoldArticle, gazetteer: Gazetteer) -> Iterator[Example]:
    text = article.text
    phrases = [phrase(text, s) for s in sentences(text, [Span(0, len(text))])]
    around = document(phrases)
    for sentence in phrases:
        positions = words_in_question(sentence)
        if positions:
            judged = list(judged_names(sentence, gazetteer, around.persons, english_cues()))
            yield Example(
                clues(sentence, positions, gazetteer, judged, around),
                [_label(sentence.tokens[at], article.mentions) for at in positions],
            )


def _label(token: Token, mentions: Sequence[GoldMention]) -> str:
    start = token.word.start
    end = token.word.end - (2 if token.possessive else 0)
    for mention in mentions:
        if start < mention.end and mention.start < end:
            return BEGIN if start <= mention.start else INSIDE
    return OUTSIDE


def _elsewhere(example: Example) -> Example:
    return Example(
        [
            [*listed, ELSEWHERE]
            + [f"{ELSEWHERE}|{clue}" for clue in listed if clue.startswith(_ELSEWHERE_WITH)]
            for listed in example.clues
        ],
        example.labels,
    )


def _read_conll(path: Path) -> Iterator[GoldArticle]:
    """Sentences of a CoNLL file as articles; a tag that ends in LOC marks a place."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) >= 2 and not parts[0].startswith("-DOCSTART"):
            rows.append((parts[0], parts[-1]))
        elif rows:
            yield _written_out(rows)
            rows = []


def _written_out(rows: Sequence[tuple[str, str]]) -> GoldArticle:
    text, mentions, was_place = "", list[GoldMention](), False
    for word, tag in rows:
        if text and word not in {",", ".", "'s", ")", ":", ";", "'", "?", "!", "%"}:
            text += " "
        start, text = len(text), text + word
        is_place = tag.endswith("LOC")
        if is_place and was_place and not tag.startswith("B"):
            first = mentions.pop().start
            mentions.append(GoldMention(first, len(text), text[first:]))
        elif is_place:
            mentions.append(GoldMention(start, len(text), word))
        was_place = is_place
    return GoldArticle("", text, tuple(mentions))


if __name__ == "__main__":
    main()
