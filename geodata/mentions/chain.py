"""A linear chain over the words of a sentence: what each clue is worth, and the likeliest labels.

Its weights are a table that can be read (`recogniser.tsv`); a conditional random field learned them
(`benchmarks/train_recogniser.py`). What the clues are is in `clues`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

BEGIN, INSIDE, OUTSIDE = LABELS = "B", "I", "O"
"""Labels of a word: first of a mention, further in it, in none."""

AFTER = "after="
"""Before a label, the clue of a word that the word before it has that label."""

Worth = tuple[float, float, float]
"""What speaks for each of `LABELS`."""

Clues = tuple[str, ...]
Group = tuple[Any, ...]  # type: ignore[explicit-any]
"""Some clues of a word: the function that makes them, and what it is given."""

Word = Sequence[Group]
"""All that is told of one word."""

_KEPT_GROUPS = 1 << 16
_NOTHING = (0.0, 0.0, 0.0)


class Chain:
    """Labels sequences of words; may be asked by several threads at once."""

    def __init__(self, worth: Mapping[str, Worth]) -> None:
        """Give each clue its worth; one that is not there is worth nothing."""
        self._after = tuple(worth.get(f"{AFTER}{label}", _NOTHING) for label in LABELS)
        # Only differences count. Those of BEGIN and INSIDE to OUTSIDE are held as the two parts of
        # one complex number, so that a word's worth is one sum.
        self._worth = {clue: complex(b - o, i - o) for clue, (b, i, o) in worth.items()}
        self._worth_of_group = lru_cache(_KEPT_GROUPS)(self._summed)

    @classmethod
    def read(cls, path: Path) -> "Chain":
        """The chain of a table: clue, and the worth of each label, divided by tabs."""
        with path.open(encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
            return cls({clue: (float(b), float(i), float(o)) for clue, b, i, o in rows})

    def label(self, words: Iterable[Word]) -> list[str]:
        """The likeliest labels of the words in question of one sentence, in order (Viterbi)."""
        worth = [sum(map(self._worth_of_group, groups)) for groups in words]
        if not worth:
            return []
        (bb, bi, bo), (ib, ii, io), (ob, oi, oo) = self._after
        begin, inside, outside = worth[0].real, worth[0].imag, 0.0
        steps: list[tuple[int, int, int]] = []
        for now in worth[1:]:
            to_begin = begin + bb, inside + ib, outside + ob
            to_inside = begin + bi, inside + ii, outside + oi
            to_outside = begin + bo, inside + io, outside + oo
            begin, inside, outside = max(to_begin), max(to_inside), max(to_outside)
            steps.append(
                (to_begin.index(begin), to_inside.index(inside), to_outside.index(outside))
            )
            begin, inside = begin + now.real, inside + now.imag
        return _walked_back(steps, (begin, inside, outside))

    def _summed(self, group: Group) -> complex:
        worth = self._worth
        return sum([worth[clue] for clue in made(group) if clue in worth], 0j)


def made(group: Group) -> Clues:
    """The clues of a group."""
    clues: Clues = group[0](*group[1:])
    return clues


def _walked_back(steps: Sequence[tuple[int, int, int]], ends: Worth) -> list[str]:
    """The labels of the best path, told by what each word's labels were best come to from."""
    at = ends.index(max(ends))
    labels = [LABELS[at]]
    for step in reversed(steps):
        at = step[at]
        labels.append(LABELS[at])
    return labels[::-1]
