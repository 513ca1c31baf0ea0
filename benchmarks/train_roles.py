"""Learns what each clue to a mention's role is worth, from sentences and news marked by hand.

    PYTHONPATH=. python benchmarks/train_roles.py

Reads tests/mentions/role_sentences.tsv, of which it trains on the train set only, and our marked
news, and writes geodata/mentions/role_weights.csv with its model card. How strongly large weights
are held back is chosen by cross-validation that leaves out one family of constructions, or one
file of news, at a time. Needs the gazetteer.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict

from benchmarks.marked_news import marked_files
from geodata.evaluation.role_scores import RoleSentence, read_role_sentences
from geodata.mentions.role_clues import role_clues
from geodata.mentions.roles import BIAS
from geodata.mentions.surroundings import surroundings
from geodata.model import Role, Span
from geodata.places.gazetteer import Gazetteer

ROOT = Path(__file__).parents[1]
GAZETTEER = ROOT / ".dateline" / "gazetteer.bin"
SENTENCES = ROOT / "tests" / "mentions" / "role_sentences.tsv"
WEIGHTS = ROOT / "geodata" / "mentions" / "role_weights.csv"
STRENGTHS = (0.1, 0.2, 0.4, 0.7, 1.0, 2.0, 4.0)
CARD = """\
# What each clue to a mention's role is worth: the log of the odds that it speaks for an actor.
# Made by benchmarks/train_roles.py; do not edit. The clues: geodata/mentions/role_clues.py.
#
# Model card
#   is for     telling actors from locations in English news; demonyms are told by the gazetteer
#   kind       logistic regression, L2 penalty, C = {strength}, scikit-learn {version}
#   trained on the train set of tests/mentions/role_sentences.tsv and tests/marked_news/, all of
#              our own writing: {names} names, {actors} of them actors, in {families} families of
#              constructions and files of news
#   scores     {right:.3f} right in cross-validation, one family or file left out at a time;
#              on the test set, which is never trained on: docs/roles.md
#   limits     learned from clear cases of written English; loose headlines and speech do worse
#   again      PYTHONPATH=. python benchmarks/train_roles.py (needs scikit-learn; deterministic)
"""


def examples(
    sentences: Sequence[RoleSentence],
) -> tuple[list[dict[str, int]], np.ndarray, list[str]]:
    """The clues of every name that is no demonym, whether it is an actor, and its family."""
    clues, actors, families = [], [], []
    for sentence in sentences:
        for name, role in zip(sentence.names, sentence.roles, strict=True):
            if role is Role.DEMONYM:
                continue
            near = surroundings(sentence.text, name.start, name.end)
            found = role_clues(sentence.text[name.start : name.end], near)
            clues.append(dict.fromkeys(found, 1))
            actors.append(role is Role.ACTOR)
            families.append(sentence.family)
    return clues, np.array(actors), families


def passages_of_news() -> list[RoleSentence]:
    """Our marked news as sentences are kept, each file a family."""
    return [
        RoleSentence(
            "train",
            name,
            passage.text,
            tuple(Span(mention.start, mention.end) for mention in passage.mentions),
            tuple(mention.role for mention in passage.mentions if mention.role is not None),
        )
        for name, passages in marked_files(Gazetteer.open(GAZETTEER)).items()
        for passage in passages
    ]


def classifier(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=5000, tol=1e-8)


def main() -> None:
    sentences = [one for one in read_role_sentences(SENTENCES) if one.set == "train"]
    clues, actors, families = examples(sentences + passages_of_news())
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(clues)
    rights = {}
    for strength in STRENGTHS:
        told = cross_val_predict(
            classifier(strength), matrix, actors, groups=families, cv=LeaveOneGroupOut()
        )
        rights[strength] = float((told == actors).mean())
        print(f"C = {strength}: {rights[strength]:.4f} right", file=sys.stderr)
    strength = max(STRENGTHS, key=lambda tried: (rights[tried], -tried))
    fitted = classifier(strength).fit(matrix, actors)
    weights = dict(zip(vectorizer.get_feature_names_out(), fitted.coef_[0], strict=True))
    card = CARD.format(
        strength=strength,
        version=version("scikit-learn"),
        names=len(actors),
        families=len(set(families)),
        actors=int(actors.sum()),
        right=rights[strength],
    )
    rows = [f"{BIAS},{fitted.intercept_[0]:.3f}"]
    rows += [f"{clue},{weight:.3f}" for clue, weight in sorted(weights.items())]
    WEIGHTS.write_text(card + "clue,weight\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
