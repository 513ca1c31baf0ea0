"""What the packages give of countries and regions; their towns are in `test_gazetteer_facts`."""

import pytest

from geodata.names import normalise
from geodata.places.listed import ListedPlace
from geodata.places.packages import package_countries, package_states, package_towns


@pytest.fixture(scope="module")
def countries() -> dict[str, ListedPlace]:
    return {place.country: place for place in package_countries()}


@pytest.fixture(scope="module")
def states() -> dict[str, ListedPlace]:
    return {state.listed.id: state.listed for state in package_states()}


def names(place: ListedPlace) -> set[str]:
    return {name for name, _ in place.names}


def test_countries_have_their_names_in_many_languages(countries: dict[str, ListedPlace]):
    assert len(countries) > 240
    korea = countries["KP"]
    assert (korea.id, korea.name, korea.feature_code) == ("1873107", "North Korea", "PCLI")
    assert {"Corée du Nord", "Северная Корея", "북한"} <= names(korea)


def test_codes_and_short_translations_are_no_names(countries: dict[str, ListedPlace]):
    assert not {"IT", "ITA"} & names(countries["IT"])
    assert not {"Irã", "IRN"} & names(countries["IR"])


def test_the_capital_is_no_name_of_its_country_unless_it_bears_the_countrys_own(
    countries: dict[str, ListedPlace],
):
    assert "Tunis" not in names(countries["TN"])
    assert "Singapore" in {countries["SG"].name, *names(countries["SG"])}


def test_regions_have_native_names_but_no_machine_translations(states: dict[str, ListedPlace]):
    assert len(states) > 5_000
    every = {name for state in states.values() for name in names(state)}
    assert "Курск" in every
    assert not {"Hello", "If", "For", "Nice"} & every


def test_a_town_does_not_lend_the_beginning_of_its_name_from_a_far_larger_one() -> None:
    towns = {place.id: place for place in package_towns()}
    assert "durban" not in map(normalise, names(towns["3368254"]))  # Durbanville
    assert "mykolaiv" not in map(normalise, names(towns["700119"]))  # Mykolaivka
    assert "mykolaiv" in map(normalise, names(towns["700569"]))  # Mykolayiv
