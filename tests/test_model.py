"""The nouns: values that cannot be changed, and the few things they decide by themselves."""

import dataclasses
import inspect

import pytest

from geodata import model
from geodata.coordinates import Coordinates
from geodata.model import (
    Candidate,
    CorpusFilter,
    Mention,
    Place,
    Resolution,
    Role,
    Span,
    Unresolved,
)

NOUNS = [
    noun
    for _, noun in inspect.getmembers(model, dataclasses.is_dataclass)
    if noun.__module__ == model.__name__
]
KURSK = Place("538560", "Kursk", Coordinates(51.73733, 36.18735), country="RU", population=409_431)


def test_the_file_of_nouns_has_nouns() -> None:
    assert {"Article", "Passage", "Mention", "Place", "Resolution"} <= {n.__name__ for n in NOUNS}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_a_noun_is_frozen_and_slotted(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(noun)


def test_equal_nouns_are_one_in_a_set() -> None:
    assert len({Mention(0, 5, "Kursk"), Mention(0, 5, "Kursk"), Mention(9, 14, "Kursk")}) == 2
    assert len({CorpusFilter(), CorpusFilter(words="")}) == 1


def test_spans_sort_by_where_they_begin() -> None:
    assert sorted([Span(7, 8), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(7, 8)]


def test_a_resolution_means_the_chosen_place() -> None:
    mention = Mention(0, 5, "Kursk")
    assert Resolution(mention, chosen=Candidate(KURSK, 1.0)).place is KURSK
    assert Resolution(mention, unresolved=Unresolved.TIE).place is None


def test_the_filter_at_first_hides_demonyms_and_nothing_else() -> None:
    at_first = CorpusFilter()
    assert at_first.roles == set(Role) - {Role.DEMONYM}
    assert at_first.include_undated
    assert (at_first.published_from, at_first.published_to) == (None, None)
    assert not (at_first.sources or at_first.feature_classes or at_first.words)


def test_a_place_without_a_point_on_the_earth_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="swapped"):
        dataclasses.replace(KURSK, coordinates=Coordinates(136.0, 51.7))


def test_roles_and_reasons_are_written_as_words() -> None:
    assert [str(role) for role in Role] == ["location", "actor", "demonym"]
    assert {str(reason) for reason in Unresolved} >= {"no candidate", "tie", "too weak"}
