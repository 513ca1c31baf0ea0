"""Precision and recall of each role, on sentences in which people marked the names.

What counts as which role is in `docs/roles.md`.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from geodata.evaluation.hand_marked import BadLineError, read_marked
from geodata.geoparse import Geoparser
from geodata.model import Article, Role, Span

_COLUMNS = ["set", "family", "roles", "sentence"]
_MARK = regex.compile(r"\[\[([^\[\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class RoleSentence:
    """A sentence with the names in it and their roles.

    Attributes:
        set: "train" or "test".
        family: The construction it is an example of; a family is in one set only.
        text: The sentence without its marks.
        names: Where the names stand, in order.
        roles: The role of each name.
    """

    set: str
    family: str
    text: str
    names: tuple[Span, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class RoleScore:
    """How one role was told.

    Attributes:
        gold_count: Names that have the role.
        answer_count: Names that we gave it.
        right_count: Names of both.
    """

    gold_count: int
    answer_count: int
    right_count: int

    @property
    def precision(self) -> float:
        """How many of the names that we gave the role have it; 1 where we gave it to none."""
        return self.right_count / self.answer_count if self.answer_count else 1.0

    @property
    def recall(self) -> float:
        """How many of the names that have the role we gave it; 1 where none has it."""
        return self.right_count / self.gold_count if self.gold_count else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        counted = self.gold_count + self.answer_count
        return 2 * self.right_count / counted if counted else 1.0


def read_role_sentences(path: Path) -> list[RoleSentence]:
    """Every sentence of a tab-separated table; lines that begin with "#" are comments.

    Raises:
        ArticleFetchError: The file cannot be opened.
        ArticleFormatError: It is no such table; names the line.
    """
    return read_marked(path, _read)


def _read(lines: list[str]) -> list[RoleSentence]:
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    return list(_sentences(numbered))


def _sentences(numbered: Sequence[tuple[int, str]]) -> Iterator[RoleSentence]:
    first, head = numbered[0] if numbered else (1, "")
    if head.split("\t") != _COLUMNS:
        raise BadLineError(f"is no head of columns: write {', '.join(_COLUMNS)}", first)
    for number, line in numbered[1:]:
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        if len(cells) != len(_COLUMNS):
            raise BadLineError(f"has {len(cells)} cells, not {len(_COLUMNS)}", number)
        try:
            roles = tuple(Role(word) for word in cells[2].split())
        except ValueError as error:
            raise BadLineError(f"names a role that is none: {error}", number) from None
        text, names = _unmarked(cells[3])
        if len(names) != len(roles) or not names:
            raise BadLineError(f"marks {len(names)} names for {len(roles)} roles", number)
        yield RoleSentence(cells[0], cells[1], text, names, roles)


def _unmarked(sentence: str) -> tuple[str, tuple[Span, ...]]:
    """The sentence without its marks, and where the marked names stand in it."""
    spans = []
    for count, mark in enumerate(_MARK.finditer(sentence)):
        start = mark.start() - 4 * count
        spans.append(Span(start, start + len(mark.group(1))))
    return _MARK.sub(r"\1", sentence), tuple(spans)


def told_roles(sentence: RoleSentence, geoparser: Geoparser) -> tuple[Role, ...]:
    """The roles that we give the names of a sentence."""
    article = Article("", sentence.text, body=(Span(0, len(sentence.text)),))
    return tuple(r.mention.role for r in geoparser.resolve(article, sentence.names).resolutions)


def role_scores(pairs: Iterable[tuple[Role, Role]]) -> dict[Role, RoleScore]:
    """The scores of every role from pairs of the role a name has and the one we gave it."""
    counts = Counter(pairs)
    return {
        role: RoleScore(
            sum(count for (gold, _), count in counts.items() if gold is role),
            sum(count for (_, told), count in counts.items() if told is role),
            counts[role, role],
        )
        for role in Role
    }


def accuracy(scores: Iterable[RoleScore]) -> float:
    """The share of names given the role they have; 1 where there are no names."""
    listed = list(scores)
    gold_count = sum(score.gold_count for score in listed)
    return sum(score.right_count for score in listed) / gold_count if gold_count else 1.0
