"""Which of GeoNames' alternates are names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.model import NameUse
from geodata.places.alternates import clean_alternates, is_a_name, without_parentheses


@pytest.mark.parametrize(
    "alternate",
    ["Koursk", "Курск", "쿠르스크", "库尔斯克", "京", "NYC's", "al-Qahirah", "'s-Gravenhage", "LA",
     "NOLA", "Å i Lofoten", "City of New York", "Ho Chi Minh"],
)  # fmt: skip
def test_names_are_kept(alternate: str):
    assert is_a_name(alternate)


@pytest.mark.parametrize(
    "alternate",
    ["", "URS", "kuleuseukeu", "mo si ke", "305001", "-", "A", "Å", "http://en.wikipedia.org/Kursk",
     "www.kursk.ru", "/kursk/", "[kursk]", "the seat of the district and of a garrison of troops",
     "x" * 101],
)  # fmt: skip
def test_what_nobody_writes_is_dropped(alternate: str):
    assert not is_a_name(alternate)


def test_a_list_in_one_cell_is_taken_apart():
    assert clean_alternates("Artabuynk", ["Ardabin  Artabin  Artabo"]) == (
        ("Ardabin", NameUse.ALTERNATE),
        ("Artabin", NameUse.ALTERNATE),
        ("Artabo", NameUse.ALTERNATE),
    )


def test_the_name_less_the_word_city_is_as_good_as_the_name():
    assert clean_alternates("New York City", ["New York", "Nueva York", "NY", "NYC"]) == (
        ("New York", NameUse.NAME),
        ("Nueva York", NameUse.ALTERNATE),
        ("NY", NameUse.ABBREVIATION),
    )


def test_the_name_itself_is_no_alternate():
    assert clean_alternates("Kursk", ["Kursk", "Kursk (town)"]) == ()


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Rim (Traunkrajs)", "Rim"),
        ("Rim", "Rim"),
        ("(historical)", "(historical)"),
        ("Rim)", "Rim)"),
        ("A (b) (c)", "A (b)"),
    ],
)
def test_parentheses_at_the_end_are_cut(name: str, bare: str):
    assert without_parentheses(name) == bare


@given(st.text(), st.lists(st.text()))
def test_no_text_crashes_it(name: str, alternates: list[str]):
    for kept, _ in clean_alternates(name, alternates):
        assert is_a_name(kept)
