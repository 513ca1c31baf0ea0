"""What the places of an outlet's other articles lend a candidate."""

import numpy as np
from pytest import approx

from geodata.model import Candidate, Mention, NamedPlace, NameUse, Place, Resolution, Role
from geodata.names import normalise
from geodata.places.home import FEWEST_ARTICLES, HOME_MEASURES, home_measures, home_of
from geodata.places.named_groups import NameGroup
from geodata.places.resolution import Resolver
from tests.small_gazetteer import (
    MOSCOW,
    MOSCOW_IDAHO,
    RUSSIA,
    SmallGazetteer,
    make_place,
    small_gazetteer,
)

TROY = make_place("t", "Troy", at=(46.737, -116.77), country="US", admin1="Idaho", population=900)
BOISE = make_place("b", "Boise", at=(43.61, -116.2), country="US", admin1="Idaho")


def named(place: Place, confidence: float = 1.0, role: Role = Role.LOCATION) -> Resolution:
    mention = Mention(0, len(place.name), place.name, role)
    return Resolution(mention, Candidate(place, 1.0), confidence=confidence)


def lent(place: Place, articles: list[list[Resolution]], name: str = "") -> dict[str, float]:
    group = NameGroup((0,), (NamedPlace(place, NameUse.NAME),), name=normalise(name or place.name))
    [row] = home_measures([group], home_of(articles))
    return dict(zip(HOME_MEASURES, row.tolist(), strict=True))


def test_towns_in_the_region_and_nearby_speak_for_a_town() -> None:
    told = lent(MOSCOW_IDAHO, [[named(TROY)], [named(TROY), named(BOISE)], [named(MOSCOW)], []])
    assert told["outlet's region, root"] == approx(np.sqrt(2 / 4))
    assert 0.5 < told["near the outlet's places, root"] < np.sqrt(2 / 4)
    assert max(lent(MOSCOW, [[named(TROY)], [named(BOISE)], []]).values()) < 1e-9


def test_what_is_doubtful_counts_less() -> None:
    sure = lent(MOSCOW_IDAHO, [[named(TROY)], [], []])
    doubtful = lent(MOSCOW_IDAHO, [[named(TROY, 0.25)], [], []])
    assert doubtful == {name: approx(value / 2) for name, value in sure.items()}


def test_a_name_does_not_speak_for_itself() -> None:
    assert set(lent(MOSCOW_IDAHO, [[named(MOSCOW_IDAHO)]] * 3).values()) == {0.0}
    assert min(lent(MOSCOW_IDAHO, [[named(MOSCOW_IDAHO)]] * 3, name="Muscovy").values()) == 1.0


def test_countries_and_peoples_tell_no_home_and_have_none() -> None:
    people = [named(TROY, role=Role.DEMONYM)]
    assert home_of([people, [named(RUSSIA)], []]) is None
    assert set(lent(RUSSIA, [[named(MOSCOW)]] * 3).values()) == {0.0}


def test_too_few_articles_tell_no_home() -> None:
    assert home_of([[named(TROY)]] * (FEWEST_ARTICLES - 1)) is None
    assert home_of([[named(TROY)]] * FEWEST_ARTICLES) is not None


def test_without_a_home_nothing_is_lent() -> None:
    group = NameGroup((0,), (NamedPlace(MOSCOW_IDAHO, NameUse.NAME),))
    assert not home_measures([group], None).any()
    assert home_measures([], None).shape == (0, len(HOME_MEASURES))


def test_a_local_paper_means_the_town_nearby_and_says_why() -> None:
    resolver, text = Resolver(small_gazetteer()), "The mayor in Moscow spoke."
    home = home_of([[named(TROY)], [named(TROY), named(BOISE)], [named(BOISE)]])
    mention = Mention(text.index("Moscow"), text.index("Moscow") + 6, "Moscow")
    [first] = resolver.resolve(text, [mention])
    [again] = resolver.resolve(text, [mention], home)
    assert (first.place, again.place) == (MOSCOW, MOSCOW_IDAHO)
    assert again.chosen is not None
    clue = next(clue for clue in again.chosen.evidence if clue.clue == "outlet")
    assert clue.weight > 0
    assert clue.words == "other articles of this source name places in its region or near it"
    assert "outlet" not in {clue.clue for clue in first.chosen.evidence}  # type: ignore[union-attr]
    weighed = resolver.considered(text, [mention], 0, home)
    assert weighed[0].candidate == again.chosen


def test_a_home_far_off_changes_nothing() -> None:
    gazetteer = SmallGazetteer([(MOSCOW, {})])
    home = home_of([[named(TROY)], [named(BOISE)], [named(TROY)]])
    [first] = Resolver(gazetteer).resolve("In Moscow.", [Mention(3, 9, "Moscow")])
    [again] = Resolver(gazetteer).resolve("In Moscow.", [Mention(3, 9, "Moscow")], home)
    assert first == again
