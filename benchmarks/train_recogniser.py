"""Trains the recogniser: `python benchmarks/train_recogniser.py CORPORA NER`.

CORPORA is a folder with lgl-first70.xml and geovirus-first50.xml, NER one with WikiGold and re3d;
our own marked news is in the project. Writes geodata/mentions/recogniser.tsv. Deterministic:
the same input, the same model. How good it is tells `cross_validate.py`.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from benchmarks.marked_news import marked_news
from geodata.evaluation.gold import GoldArticle, GoldMention, read_gold
from geodata.mentions.chain import AFTER, BEGIN, INSIDE, LABELS, OUTSIDE, made
from geodata.mentions.clues import clues, words_in_question
from geodata.mentions.cues import english_cues
from geodata.mentions.document import document
from geodata.mentions.name_rules import judged_names
from geodata.mentions.names_in_text import spelled_names
from geodata.mentions.recognition import MODEL
from geodata.mentions.runs import phrase
from geodata.mentions.sentences import sentences
from geodata.mentions.tokens import Tokens
from geodata.model import Span
from geodata.places.gazetteer import Gazetteer

GAZETTEER = Path(".dateline/gazetteer.bin")
SETTINGS = {"c1": 0.1, "c2": 0.5, "max_iterations": 100, "feature.minfreq": 2,
            "feature.possible_transitions": True}  # fmt: skip
# Annotators elsewhere counted differently from the news corpora's: an extra clue on every word of
# theirs takes up the difference, and no word has it when the model is used.
ELSEWHERE = {
    "wikigold-wikigold.conll.txt": "elsewhere",
    "re3d-re3d-train.conll": "re3d",
    "re3d-re3d-test.conll": "re3d",
}
_ELSEWHERE_CLUES = tuple(set(ELSEWHERE.values()))
_ELSEWHERE_WITH = ("g", "rlast in", "rorg", "rl=")
_PLACE_TAGS = ("LOC", "Location", "Nationality")
_ARTICLES = frozenset({"the", "a", "an"})


HEAD = """\
# What each clue of a word is worth for its being the first of a place's name (B), further in it
# (I), or in none (O); recogniser.md is the model card. Made by benchmarks/train_recogniser.py.
"""


@dataclass(frozen=True)
class Example:
    """One sentence: the clues of its words in question, and their labels."""

    clues: list[list[str]]
    labels: list[str]


def main() -> None:
    corpora, ner = Path(sys.argv[1]), Path(sys.argv[2])
    gazetteer = Gazetteer.open(GAZETTEER)
    news = [
        article
        for name in ("lgl-first70.xml", "geovirus-first50.xml")
        for article in read_gold(corpora / name)
    ]
    news += marked_news(gazetteer)
    train_model(examples_of(news, gazetteer) + elsewhere_examples(ner, gazetteer), MODEL)
    print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes")


def elsewhere_examples(ner: Path, gazetteer: Gazetteer) -> list[Example]:
    """The sentences of other people's annotated text in a folder."""
    return [
        _elsewhere(example, clue)
        for name, clue in ELSEWHERE.items()
        for article in _read_conll(ner / name)
        for example in _examples(article, gazetteer)
    ]


def train_model(examples: Iterable[Example], model: Path) -> None:
    """Train on the examples, and write what each clue is worth as a table."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for example in examples:
        trainer.append(example.clues, example.labels)
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder) / "trained"
        trainer.train(str(trained))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(trained))
        learned = tagger.info()
    worth: dict[str, dict[str, float]] = {}
    for (clue, label), weight in learned.state_features.items():
        if not clue.startswith(_ELSEWHERE_CLUES):
            worth.setdefault(clue, {})[label] = weight
    for (before, label), weight in learned.transitions.items():
        worth.setdefault(f"{AFTER}{before}", {})[label] = weight
    rows = [
        "\t".join([clue, *(f"{weights.get(label, 0.0):.4f}" for label in LABELS)])
        for clue, weights in sorted(worth.items())
    ]
    model.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def examples_of(articles: Iterable[GoldArticle], gazetteer: Gazetteer) -> list[Example]:
    """Every sentence of the articles that holds a word in question."""
    return [example for article in articles for example in _examples(article, gazetteer)]


def _examples(article: GoldArticle, gazetteer: Gazetteer) -> Iterator[Example]:
    text = article.text
    phrases = [phrase(s) for s in sentences(text, [Span(0, len(text))])]
    around = document(phrases)
    for sentence in phrases:
        positions = words_in_question(sentence)
        if positions:
            spelled = spelled_names(sentence, gazetteer, english_cues())
            judged = list(judged_names(sentence, spelled, around.persons, english_cues()))
            yield Example(
                [
                    [clue for group in word for clue in made(group)]
                    for word in clues(sentence, positions, spelled, judged, around)
                ],
                [_label(sentence.tokens, at, article.mentions) for at in positions],
            )


def _label(tokens: Tokens, at: int, mentions: Sequence[GoldMention]) -> str:
    start = tokens.starts[at]
    end = tokens.ends[at] - (2 if tokens.possessive[at] else 0)
    for mention in mentions:
        if start < mention.end and mention.start < end:
            return BEGIN if start <= mention.start else INSIDE
    return OUTSIDE


def _elsewhere(example: Example, where: str) -> Example:
    return Example(
        [
            [*listed, where]
            + [f"{where}|{clue}" for clue in listed if clue.startswith(_ELSEWHERE_WITH)]
            for listed in example.clues
        ],
        example.labels,
    )


def _read_conll(path: Path) -> Iterator[GoldArticle]:
    """Sentences of a CoNLL file as articles, the capitalised words of places marked.

    re3d's places may be descriptions ("the city center of Mosul"): only the names in them count.
    """
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) >= 2 and not parts[0].startswith("-DOCSTART"):
            is_name = parts[0][0].isupper() and parts[0].lower() not in _ARTICLES
            is_place = is_name and parts[-1].endswith(_PLACE_TAGS)
            rows.append((parts[0], parts[-1] if is_place else "O"))
        elif rows:
            yield _written_out(rows)
            rows = []


def _written_out(rows: Sequence[tuple[str, str]]) -> GoldArticle:
    text, mentions, was_place = "", list[GoldMention](), False
    for word, tag in rows:
        if text and word not in {",", ".", "'s", ")", ":", ";", "'", "?", "!", "%"}:
            text += " "
        start, text = len(text), text + word
        is_place = tag != "O"
        if is_place and was_place and not tag.startswith("B"):
            first = mentions.pop().start
            mentions.append(GoldMention(first, len(text), text[first:]))
        elif is_place:
            mentions.append(GoldMention(start, len(text), word))
        was_place = is_place
    return GoldArticle("", text, tuple(mentions))


if __name__ == "__main__":
    main()
