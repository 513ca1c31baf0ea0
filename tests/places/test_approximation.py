from geodata.mentions.cues import english_cues
from geodata.model import Article, Candidate, Mention, Resolution, Span, Unresolved
from geodata.places.approximation import with_approximations
from tests.small_gazetteer import PYONGYANG, RUSSIA, TAESONG

TEXT = "A road built in Pyongyang's Taesong district is Sappyol Street. Elm Street is in Russia."


def mention(name: str) -> Mention:
    start = TEXT.index(name)
    return Mention(start, start + len(name), name)


def approximated(*resolutions: Resolution) -> list[Resolution]:
    article = Article("a", TEXT, body=(Span(0, len(TEXT)),))
    return with_approximations(article, resolutions, english_cues().streets)


CITY = Resolution(mention("Pyongyang"), Candidate(PYONGYANG, 8.0))
DISTRICT = Resolution(mention("Taesong district"), Candidate(TAESONG, 8.0))
COUNTRY = Resolution(mention("Russia"), Candidate(RUSSIA, 6.0))
STREET = Resolution(mention("Sappyol Street"), unresolved=Unresolved.NO_CANDIDATE)
FAR_STREET = Resolution(mention("Elm Street"), unresolved=Unresolved.NO_CANDIDATE)


def test_a_street_lies_in_the_smallest_place_of_its_sentence() -> None:
    street = approximated(CITY, DISTRICT, STREET)[-1]
    assert street.place.within == TAESONG.id
    assert street.place.name == "Sappyol Street"
    assert street.place.coordinates == TAESONG.coordinates


def test_an_approximate_place_says_how_far_off_it_may_be() -> None:
    street = approximated(CITY, DISTRICT, STREET)[-1]
    assert street.place.uncertainty_km == 5.0
    assert "its sentence puts it in Taesong" in street.chosen.evidence[0].words


def test_a_country_is_too_large_to_place_a_street_in() -> None:
    assert approximated(FAR_STREET, COUNTRY)[0].unresolved is Unresolved.NO_CANDIDATE


def test_a_place_in_another_sentence_is_no_help() -> None:
    assert approximated(CITY, DISTRICT, FAR_STREET)[-1].place is None


def test_what_is_resolved_stays_as_it_is() -> None:
    assert approximated(CITY, DISTRICT) == [CITY, DISTRICT]


def test_a_given_toponym_without_a_letter_is_no_street() -> None:
    dot = Resolution(mention("."), unresolved=Unresolved.NO_CANDIDATE)
    assert approximated(CITY, DISTRICT, dot)[-1] == dot
