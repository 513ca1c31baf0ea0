"""Precision and recall of each role as tables, one for each set of sentences.

What is counted, and how, is in `geodata.evaluation.role_scores`.
"""

from collections.abc import Iterator, Sequence

from rich.table import Table

from geodata.evaluation.role_scores import (
    RoleSentence,
    accuracy,
    role_scores,
    told_roles,
)
from geodata.geoparse import Geoparser


def role_tables(sentences: Sequence[RoleSentence], geoparser: Geoparser) -> Iterator[Table]:
    """A table for each set, in order of first appearance, its accuracy in the title."""
    for name in dict.fromkeys(sentence.set for sentence in sentences):
        listed = [sentence for sentence in sentences if sentence.set == name]
        scores = role_scores(
            pair
            for sentence in listed
            for pair in zip(sentence.roles, told_roles(sentence, geoparser), strict=True)
        )
        right = accuracy(scores.values())
        table = Table(
            *("role", "names", "precision", "recall", "F1"),
            title=f"roles, {name} set: {len(listed)} sentences, accuracy {right:.3f}",
        )
        for column in table.columns[1:]:
            column.justify = "right"
        for role, score in scores.items():
            table.add_row(
                role,
                str(score.gold_count),
                f"{score.precision:.3f}",
                f"{score.recall:.3f}",
                f"{score.f1:.3f}",
            )
        yield table
