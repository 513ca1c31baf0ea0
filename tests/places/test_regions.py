"""Regions of two lists told to be one, and the ways their names are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coordinates import Coordinates
from geodata.model import NameUse
from geodata.places.listed import ListedPlace
from geodata.places.region_names import region_spellings, region_stem
from geodata.places.regions import KnownRegions, State, with_spellings


@pytest.mark.parametrize(
    ("name", "stem", "generic"),
    [
        ("Kursk Oblast", "Kursk", "oblast"),
        ("Khanty-Mansiyskiy Avtonomnyy Okrug", "Khanty-Mansiyskiy Avtonomnyy", "okrug"),
        ("Nenets Autonomous Okrug", "Nenets", "autonomous okrug"),
        ("Province of Bari", "Bari", "province"),
        ("Republic of the Congo", "Congo", "republic"),
        ("County Cork", "Cork", "county"),
        ("Bavaria", "Bavaria", ""),
        ("Oblast", "Oblast", ""),
        ("", "", ""),
    ],
)
def test_a_stem_is_the_name_less_its_generic_word(name: str, stem: str, generic: str):
    assert region_stem(name) == (stem, generic)


@pytest.mark.parametrize(
    ("name", "kind", "spelling"),
    [
        ("Kursk Oblast", "", "Kursk"),
        ("Kursk Oblast", "", "Kursk Region"),
        ("Idlib Governorate", "", "Idlib Province"),
        ("Chagang", "province", "Chagang Province"),
        ("Chagang", "province", "Province of Chagang"),
        ("Cork", "county", "County Cork"),
        ("Washington", "state", "Washington State"),
        ("Washington", "state", "State of Washington"),
    ],
)
def test_the_press_spells_it_so(name: str, kind: str, spelling: str):
    assert spelling in region_spellings(name, kind)


@given(st.text(), st.text())
def test_no_name_is_its_own_other_spelling(name: str, kind: str):
    assert name not in region_spellings(name, kind)


def region(place_id: str, name: str, latitude: float, country: str = "RU") -> ListedPlace:
    return ListedPlace(
        place_id, name, Coordinates(latitude, 36.0), "A", "ADM1", country, admin1=name
    )


def state(name: str, latitude: float, kind: str = "administrative region") -> State:
    return State(region(f"csc:{name}", name, latitude), kind)


@pytest.fixture
def known() -> KnownRegions:
    regions = KnownRegions()
    regions.add(region("538555", "Kursk Oblast", 51.7))
    regions.add(region("524925", "Moscow Oblast", 55.6))
    regions.add(region("524894", "Moscow", 55.7))
    regions.add(region("1", "Pskovskaya", 57.0))
    regions.add(ListedPlace("2", "Kursk", Coordinates(51.7, 36.1), "P", "PPL", "RU"))
    return regions


def test_a_region_is_found_by_name_and_kind(known: KnownRegions):
    assert known.find(state("Kursk", 51.7)) == "538555"
    assert known.find(state("Moscow", 55.6)) == "524925"
    assert known.find(state("Moscow", 55.6, "autonomous city")) == "524894"
    assert known.find(state("Tula", 54.0)) is None


def test_a_known_region_gains_names_and_keeps_its_fields(known: KnownRegions):
    (merged,) = known.merge([state("Kursk", 10.0)])
    assert (merged.id, merged.name, merged.coordinates) == ("538555", "", None)
    assert ("Kursk Region", NameUse.ALTERNATE) in merged.names


def test_a_region_spelt_alike_nearby_is_the_same(known: KnownRegions):
    merged = list(known.merge([state("Kursk", 51.7), state("Moscow", 55.6), state("Pskov", 57.2)]))
    assert merged[2].id == "1"


def test_a_region_spelt_otherwise_or_far_off_stays_its_own(known: KnownRegions):
    merged = list(known.merge([state("Kursk", 51.7), state("Moscow", 55.6), state("Tula", 57.2)]))
    assert (merged[2].id, merged[2].feature_code) == ("csc:Tula", "ADMD")
    merged = list(known.merge([state("Kursk", 51.7), state("Moscow", 55.6), state("Pskov", 67.0)]))
    assert (merged[2].id, merged[2].feature_code) == ("csc:Pskov", "ADMD")


def test_where_nothing_is_known_the_list_is_taken_at_its_word():
    (merged,) = KnownRegions().merge([state("Pskov", 57.2)])
    assert (merged.id, merged.feature_code, merged.admin1) == ("csc:Pskov", "ADM1", "Pskov")


def test_only_regions_are_spelt_out():
    town = ListedPlace("2", "Kursk Oblast", Coordinates(51.7, 36.1), "P", "PPL", "RU")
    assert with_spellings(town) == town
