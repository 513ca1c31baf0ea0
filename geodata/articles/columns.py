"""The names under which tables tell of articles -> our columns: "Pub Date" is `published`.

Only names that can mean nothing else are known; what a column holds is read by `told`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from geodata.articles.labels import clean_label
from geodata.errors import UnreadColumnsError

# In small letters without spaces and marks; of several in one table the first counts.
_SPELLINGS = {
    "text": "body content fulltext articletext articlebody".split(),
    "title": ["headline"],
    "source": "outlet publication publisher newspaper site".split(),
    "published": "date publishedat publishedon publisheddate publicationdate datepublished "
    "publishdate pubdate".split(),
    "url": "link webaddress articleurl permalink".split(),
    "language": ["lang"],
    "file": ["filename"],
}
_LONGEST_NAME = 40
_MOST_SHOWN = 12


def columns_in(names: Iterable[str], known: Sequence[str]) -> dict[str, str]:
    """Which column each of these names stands for; names that stand for none are left out.

    Each column is there once at most, and its own name goes before other spellings of it.

    Args:
        names: As they are written, in any letters.
        known: The columns there may be.
    """
    written: dict[str, str] = {}
    for name in names:
        written.setdefault(_bare(name), name)
    found: dict[str, str] = {}
    for column in known:
        spellings = [column, *_SPELLINGS.get(column, ())]
        as_written = [written[spelling] for spelling in spellings if spelling in written]
        if as_written:
            found[as_written[0]] = column
    return found


def told_by(given: Mapping[str, object], known: Sequence[str]) -> dict[str, str]:
    """The same for the keys of an object; another spelling counts only where it holds a text."""
    names = [
        name
        for name, value in given.items()
        if isinstance(value, str) or (value is not None and name in known)
    ]
    return columns_in(names, known)


class UnreadNames:
    """The names in one table that stand for no column: a few of them, each once."""

    def __init__(self) -> None:
        """None yet."""
        self._names: dict[str, None] = {}

    def note(self, names: Iterable[str], read: Collection[str]) -> None:
        """Takes down those of the names that are not read."""
        for name in names:
            if len(self._names) > _MOST_SHOWN:
                return
            if name not in read and (shown := clean_label(name[:_LONGEST_NAME])):
                self._names[shown] = None

    def told(self, *, known: Sequence[str], path: str) -> Iterable[UnreadColumnsError]:
        """One remark that lists them; none where every name was read."""
        if not self._names:
            return
        listed = ", ".join(f"“{name}”" for name in list(self._names)[:_MOST_SHOWN])
        more = ", and more" if len(self._names) > _MOST_SHOWN else ""
        columns = "the column" if len(self._names) == 1 else "the columns"
        yield UnreadColumnsError(
            f"nothing was read from {columns} {listed}{more};"
            f" those that are read are {', '.join(known)}",
            path=path,
        )


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name[: 2 * _LONGEST_NAME].casefold()))
