"""Facts that the real gazetteer must know, as its packages and our own lists are now."""

import pytest

from geodata.model import NameUse
from geodata.names import normalise
from geodata.places.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "place_id", "country", "code"),
    [
        ("Pyongyang", "1871859", "KP", "PPLC"),
        ("평양", "1871859", "KP", "PPLC"),
        ("Pyeongyang", "1871859", "KP", "PPLC"),
        ("Kursk", "538560", "RU", "PPL"),
        ("Курск", "538560", "RU", "PPL"),
        ("Kursk Oblast", "538555", "RU", "ADM1"),
        ("Kursk Region", "538555", "RU", "ADM1"),
        ("Moscow", "524901", "RU", "PPLC"),
        ("Moscow Oblast", "524925", "RU", "ADM1"),
        ("Moscow Region", "524925", "RU", "ADM1"),
        ("Seoul", "1835848", "KR", "PPLC"),
        ("Paris", "2988507", "FR", "PPLC"),
        ("London", "2643743", "GB", "PPLC"),
        ("New York", "5128581", "US", "PPL"),
        ("Washington", "4140963", "US", "PPLC"),
        ("Kiev", "703448", "UA", "PPLC"),
        ("Odessa", "698740", "UA", "PPL"),
        ("Cologne", "2886242", "DE", "PPL"),
        ("The Hague", "2747373", "NL", "PPL"),
        ("North Korea", "1873107", "KP", "PCLI"),
        ("N. Korea", "1873107", "KP", "PCLI"),
        ("DPRK", "1873107", "KP", "PCLI"),
        ("Corée du Nord", "1873107", "KP", "PCLI"),
        ("U.S.", "6252001", "US", "PCLI"),
        ("Georgia", "614540", "GE", "PCLI"),
        ("Idlib Province", "169387", "SY", "ADM1"),
        ("Europe", "6255148", "", "CONT"),
        ("Volga", "dateline:volga", "RU", "STM"),
        ("Hwasong District", "dateline:kp-hwasong", "KP", "PPLX"),
        ("Taesong", "dateline:kp-taesong", "KP", "PPLX"),
    ],
)
def test_a_name_means_first_of_all(
    gazetteer: Gazetteer, name: str, place_id: str, country: str, code: str
):
    first = gazetteer.find(name)[0].place
    assert (first.id, first.country, first.feature_code) == (place_id, country, code)


def test_the_other_moscow_is_a_candidate(gazetteer: Gazetteer):
    assert "5601538" in [named.place.id for named in gazetteer.find("Moscow")]


def test_every_hwasong_is_a_candidate(gazetteer: Gazetteer):
    found = [named.place for named in gazetteer.find("Hwasong")]
    assert {"P"} <= {place.feature_class for place in found}
    assert {"Pyongyang", "North Hamgyong"} <= {place.admin1 for place in found}
    assert "1846095" in [named.place.id for named in gazetteer.find("Hwaseong")] or any(
        named.place.country == "KR" for named in gazetteer.find("Hwaseong")
    )


def test_districts_lie_in_their_city(gazetteer: Gazetteer):
    for place_id in ("dateline:kp-hwasong", "dateline:kp-taesong"):
        district = gazetteer.place(place_id)
        assert district is not None
        assert district.within == "1871859"


def test_towns_name_their_regions(gazetteer: Gazetteer):
    for name, admin1 in (("Kursk", "Kursk Oblast"), ("Paris", "Île-de-France")):
        place = gazetteer.find(name)[0].place
        assert place.admin1 == admin1
        assert gazetteer.region(place.country, admin1) is not None
    assert gazetteer.geocode("Moscow, Idaho").raw["id"] == "5601538"
    assert gazetteer.geocode("Moscow, ID").raw["id"] == "5601538"
    assert gazetteer.geocode("Springfield, Illinois, USA").raw["id"] == "4250542"


def test_most_towns_name_a_region(gazetteer: Gazetteer):
    towns = [
        place
        for place_id in ("5128581", "5368361", "2950159", "1850147", "1816670", "3448439", "360630")
        if (place := gazetteer.place(place_id))
    ]
    assert len(towns) == 7
    assert all(place.admin1 for place in towns)


def test_demonyms_are_told_from_names(gazetteer: Gazetteer):
    assert [named.use for named in gazetteer.find("Russian")] == [NameUse.DEMONYM]
    summary = gazetteer.summary(normalise("North Koreans"))
    assert summary is not None
    assert summary.uses == {NameUse.DEMONYM}


@pytest.mark.parametrize("code", ["KP", "KR", "RU", "US", "FR", "XK", "TW", "PS", "GB", "UA"])
def test_a_country_is_found_by_its_code(gazetteer: Gazetteer, code: str):
    country = gazetteer.country(code)
    assert country is not None
    assert (country.country, country.feature_class) == (code, "A")
    assert country.feature_code.startswith("PCL")


@pytest.mark.parametrize("junk", ["FNJ", "moseukeuba", "mo si ke", "pyeong-yangsi"])
def test_what_nobody_writes_is_not_a_name(gazetteer: Gazetteer, junk: str):
    assert gazetteer.find(junk) == ()


def test_a_point_finds_its_town(gazetteer: Gazetteer):
    assert gazetteer.reverse((51.73, 36.19)).raw["id"] == "538560"
    assert gazetteer.reverse((55.752, 37.618)).raw["country"] == "RU"
