"""Values and ids numbered in the order in which they come."""

from hypothesis import given
from hypothesis import strategies as st

from geodata.places.numberings import Numbering, PlaceNumbering

IDS = st.text() | st.integers(-5, 200_000).map(str) | st.integers(0, 20).map("{:03}".format)


def test_values_keep_their_first_number():
    numbering: Numbering[str] = Numbering()
    assert [numbering.number(value) for value in "abacb"] == [0, 1, 0, 2, 1]
    assert list(numbering) == ["a", "b", "c"]
    assert len(numbering) == 3


@given(st.lists(IDS, unique=True, max_size=20))
def test_every_id_is_found_by_its_number(ids: list[str]):
    numbering = PlaceNumbering()
    assert [numbering.find(place_id) for place_id in ids] == [None] * len(ids)
    assert [numbering.add(place_id) for place_id in ids] == list(range(len(ids)))
    assert [numbering.find(place_id) for place_id in ids] == list(range(len(ids)))
    assert list(numbering) == ids
    assert len(numbering) == len(ids)


def test_ids_that_only_look_like_numbers_are_their_own():
    numbering = PlaceNumbering()
    for place_id in ("7", "07", "٧", "+7", "7 ", "31999999", "32000000", "9" * 20):
        assert numbering.find(place_id) is None
        numbering.add(place_id)
    assert len(numbering) == 8
