"""Our own pairs of sentences, copies and not, and how many of them are told apart.

`python -m tests.independence.sentence_pairs` prints the numbers of docs/independence.md.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geodata.independence.comparison import side_by_side
from geodata.independence.shared_texts import shared_texts
from tests.independence.builders import ANCHOR, of_texts

# The bounds were chosen on the first; the second was written afterwards and changed nothing.
PAIRS = Path(__file__).with_name("sentence_pairs.tsv")
HELD_OUT = Path(__file__).with_name("held_out_pairs.tsv")
KNOWN_LIMIT = "rewritten"


@dataclass(frozen=True)
class SentencePair:
    """Two sentences from two articles; `is_beside` when both follow a sentence the two share."""

    kind: str
    is_copy: bool
    is_beside: bool
    one: str
    other: str


def sentence_pairs(path: Path) -> list[SentencePair]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            SentencePair(
                row["kind"],
                row["truth"] == "copy",
                row["beside"] == "yes",
                row["one"],
                row["other"],
            )
            for row in rows
        ]


def is_called_copy(pair: SentencePair) -> bool:
    """Whether the two stand beside each other when their articles are compared."""
    before = [ANCHOR] if pair.is_beside else []
    shared = shared_texts(
        of_texts(
            ["An own beginning that nobody else has.", *before, pair.one],
            ["Something else was written here at first.", *before, pair.other],
        )
    )
    rows = side_by_side(shared, "0", "1")
    return any(
        row.one and row.other and row.one[-1].text in pair.one and row.other[-1].text in pair.other
        for row in rows
    )


def scores(pairs: Sequence[SentencePair]) -> tuple[float, float]:
    """Precision and recall."""
    called = [pair for pair in pairs if is_called_copy(pair)]
    right = sum(pair.is_copy for pair in called)
    return right / len(called), right / sum(pair.is_copy for pair in pairs)


def main() -> None:
    for path in (PAIRS, HELD_OUT):
        pairs = sentence_pairs(path)
        print(f"{path.name}: {len(pairs)} pairs")
        for kind in dict.fromkeys(pair.kind for pair in pairs):
            of_kind = [pair for pair in pairs if pair.kind == kind]
            called = sum(map(is_called_copy, of_kind))
            truth = "copies" if of_kind[0].is_copy else "not copies"
            print(f"  {kind:26}{len(of_kind):3} {truth:12}{called:3} called copies")
        for pair in pairs:
            if is_called_copy(pair) != pair.is_copy:
                print(f"  wrong: {pair.one}\n         {pair.other}")
        precision, recall = scores(pairs)
        edited = scores([pair for pair in pairs if pair.kind != KNOWN_LIMIT])[1]
        print(f"  precision {precision:.2f}, recall {recall:.2f}; {edited:.2f} but for rewriting")


if __name__ == "__main__":
    main()
