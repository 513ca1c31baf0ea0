"""The words of a search -> terms with the places that bear them. Pure; handed the gazetteer.

What the terms find is in `geodata.corpus.search`.
"""

from collections.abc import Callable, Sequence

from geodata.corpus.folding import folded_words
from geodata.corpus.search import Term
from geodata.model import NamedPlace, NameUse, Place

Find = Callable[[str], Sequence[NamedPlace]]

# The longest names of the gazetteer, in words.
_LONGEST_NAME = 6
_AROUND_WORDS = "\"'“”‘’«»()[],;:!?."


def terms_in(query: str, find: Find) -> tuple[Term, ...]:
    """The names and words of a query, in order; together they are all its words.

    The longest runs of words that are a name in the gazetteer stay together, from the left.

    Args:
        query: As it was typed.
        find: The places that bear a name, by any of its spellings.
    """
    written = [bare for word in query.split() if folded_words(bare := _bare(word))]
    terms: list[Term] = []
    while written:
        length, places = _name_at_start(written, find)
        words = tuple(folded_words(" ".join(written[:length])))
        terms.append(Term(words, frozenset(place.id for place in places)))
        written = written[length:]
    return tuple(terms)


def bearers(query: str, find: Find) -> tuple[Place, ...]:
    """Every place that bears the whole query as a name, the most prominent first.

    An abbreviation counts only as it is written ("US", not "us"). The adjective of a country, as
    in "Russian", is no name of it.
    """
    places = [
        named.place
        for named in find(query)
        if named.use != NameUse.DEMONYM
        and (named.use != NameUse.ABBREVIATION or query == query.upper())
    ]
    return tuple({place.id: place for place in places}.values())


def _bare(word: str) -> str:
    """The word without the marks around it; the word itself where it is nothing else."""
    return word.strip(_AROUND_WORDS) or word


def _name_at_start(written: Sequence[str], find: Find) -> tuple[int, tuple[Place, ...]]:
    for length in range(min(len(written), _LONGEST_NAME), 0, -1):
        places = bearers(" ".join(written[:length]), find)
        if places:
            return length, places
    return 1, ()
