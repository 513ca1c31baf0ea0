from datetime import date

import pytest

from geodata.exports.filter_words import filter_words
from geodata.model import CorpusFilter, Role

USUAL_ROLES = "roles: location, actor (people left out)"
D23, D24 = date(2025, 10, 23), date(2025, 10, 24)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ({}, "everything"),
        ({"sources": frozenset({"KCNA", ""})}, "sources: not known, KCNA"),
        (
            {"published_from": D23, "published_to": D24},
            "published from 2025-10-23 to 2025-10-24",
        ),
        ({"published_from": D23, "published_to": D23}, "published 2025-10-23"),
        ({"published_from": D23}, "published from 2025-10-23"),
        ({"published_to": D24}, "published to 2025-10-24"),
        ({"include_undated": False}, "undated articles left out"),
        (
            {"feature_classes": frozenset("PH")},
            "kinds of place: seas and rivers, towns and districts",
        ),
        ({"feature_classes": frozenset("X")}, "kinds of place: x"),
        ({"words": "museum <b>"}, "passages with “museum <b>”"),
        (
            {"words": "x", "independent_only": True},
            "passages with “x”; shared text counted once",
        ),
    ],
)
def test_a_filter_of_every_role_in_words(shown, words: str) -> None:
    assert filter_words(CorpusFilter(roles=frozenset(Role), **shown)) == words


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ({}, USUAL_ROLES),
        ({"words": "museum"}, f"{USUAL_ROLES}; passages with “museum”"),
        ({"sources": frozenset({"KCNA"})}, f"sources: KCNA; {USUAL_ROLES}"),
        ({"roles": frozenset({Role.DEMONYM})}, "roles: people (location, actor left out)"),
        ({"roles": frozenset()}, "roles: none"),
    ],
)
def test_roles_are_told_whenever_one_is_left_out(shown, words: str) -> None:
    assert filter_words(CorpusFilter(**shown)) == words
