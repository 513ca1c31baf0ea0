"""The chain gives the labels that the library gives which trains it."""

from pathlib import Path
from random import Random

import pycrfsuite
from pytest import approx

from geodata.mentions.chain import AFTER, BEGIN, INSIDE, LABELS, OUTSIDE, Chain, Word
from geodata.mentions.recognition import MODEL

WORDS = [f"w={letter}" for letter in "abcdefgh"]


def as_given(*clues: str) -> tuple[str, ...]:
    return clues


def sentence(random: Random) -> list[list[str]]:
    return [random.choices(WORDS, k=random.randint(1, 4)) for _ in range(random.randint(1, 7))]


def groups(clues: list[str]) -> Word:
    half = len(clues) // 2
    return [(as_given, *clues[:half]), (as_given, *clues[half:])]


def test_it_labels_as_the_library_does(tmp_path: Path) -> None:
    random = Random(7)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"max_iterations": 30})
    for _ in range(200):
        words = sentence(random)
        trainer.append(words, random.choices(LABELS, weights=(3, 2, 4), k=len(words)))
    trainer.train(str(tmp_path / "model"))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "model"))
    learned = tagger.info()
    worth: dict[str, list[float]] = {}
    listed = [*learned.state_features.items()]
    listed += [((f"{AFTER}{one}", other), w) for (one, other), w in learned.transitions.items()]
    for (clue, label), weight in listed:
        worth.setdefault(clue, [0.0, 0.0, 0.0])[LABELS.index(label)] = weight
    chain = Chain({clue: (b, i, o) for clue, (b, i, o) in worth.items()})
    asked = [sentence(random) for _ in range(500)]
    labels = [chain.label([groups(word) for word in words]) for words in asked]
    assert labels == [tagger.tag(words) for words in asked]
    assert len({label for listed in labels for label in listed}) == len(LABELS)


def test_what_a_label_follows_counts() -> None:
    worth = {"name": (2.0, 1.0, 0.0), f"{AFTER}{BEGIN}": (0.0, 3.0, 0.0)}
    name: Word = [(as_given, "name")]
    unknown: Word = [(as_given, "unknown")]
    chain = Chain(worth)
    assert chain.label([name, name]) == [BEGIN, INSIDE]
    assert chain.label([unknown]) in ([BEGIN], [INSIDE], [OUTSIDE])
    assert chain.label([]) == []


def test_the_models_table_is_whole() -> None:
    lines = MODEL.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) > 10_000
    assert {len(row) for row in rows} == {1 + len(LABELS)}
    assert [clue for clue, *_ in rows if clue.startswith(AFTER)] == [
        f"{AFTER}{label}" for label in LABELS
    ]
    assert all(float(weight) == approx(float(weight)) for _, *weights in rows for weight in weights)
