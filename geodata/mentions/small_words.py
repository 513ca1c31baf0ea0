"""The small words of English that clues to roles are read by: prepositions, auxiliaries, articles.

Words that mean something are in `role_words`.
"""

from collections.abc import Sequence

PLACE_PREPOSITIONS = frozenset(
    "in at near across throughout outside inside within around off via into onto "
    "along beyond through above below past up down amid".split()
)
OTHER_PREPOSITIONS = frozenset(
    "from to of with between against for by on over among behind after before without than like "
    "toward towards under alongside upon about unlike despite versus v vs besides as".split()
)
HAVE = frozenset({"has", "have", "had", "hasn't", "hasn’t", "hadn't", "hadn’t"})
BE = frozenset({"is", "are", "was", "were", "isn't", "wasn't", "isn’t", "wasn’t", "be", "being"})
MODAL = frozenset(
    "will would may might must can could should shall did does do won't won’t didn't didn’t "
    "wouldn't wouldn’t doesn't doesn’t can't cannot couldn't".split()
)
ADVERBS = frozenset(
    "also never always reportedly still long not now once again even only already soon ever often "
    "later today yesterday twice all both yet just far".split()
)
DETERMINERS = frozenset("a an the one some no little few many more its his another".split())
ARTICLES = frozenset("the a an its his her their our both".split())
SMALL = PLACE_PREPOSITIONS | OTHER_PREPOSITIONS | HAVE | BE | MODAL | {"and", "or", "that"}


def lower_at(tokens: Sequence[str], place: int) -> str:
    """The token there in lower case; empty past the end."""
    return tokens[place].lower() if place < len(tokens) else ""
