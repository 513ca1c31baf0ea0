import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from geodata.coordinates import Coordinates, distance_km
from geodata.model import Mention, NameUse, Role
from geodata.places.context import CONTEXT_MEASURES, context, distances_km, field_of, softmax
from geodata.places.measures import MEASURES, measures
from geodata.places.named_groups import name_groups
from geodata.places.ranking import learned_weights, rank
from tests.small_gazetteer import SmallGazetteer, make_place, small_gazetteer

GAZETTEER = small_gazetteer()
NEVER_NONE = np.full(3, -99.0)
NAMES = ["Moscow", "Kursk", "Idaho", "Russian", "Hwasong", "Nowhere", "Pyongyang", "North Korea"]


def groups_of(text: str, *names: str):
    mentions, at = [], 0
    for name in names:
        at = text.index(name, at)
        role = Role.DEMONYM if name == "Russian" else Role.LOCATION
        mentions.append(Mention(at, at + len(name), name, role))
        at += len(name)
    return name_groups(text, mentions, GAZETTEER)


def column(name: str) -> int:
    return (*MEASURES, *CONTEXT_MEASURES).index(name)


def test_what_the_text_says_of_a_name_is_measured() -> None:
    groups = groups_of("In Moscow, Idaho.", "Moscow", "Idaho")
    rows = measures(groups)
    moscow, moscow_idaho, idaho = rows
    assert moscow[column("said to lie in")] == 0.0
    assert moscow_idaho[column("listed with what it lies in")] == 1.0
    assert idaho[column("said to hold")] == 1.0
    assert moscow_idaho[column("population beside the largest")] < 0


def test_a_named_country_lends_to_its_towns() -> None:
    groups = groups_of("The Russian side met in Moscow.", "Russian", "Moscow")
    field = field_of(groups)
    columns = context(field, softmax(field, np.zeros(3), NEVER_NONE[:2]))
    share = CONTEXT_MEASURES.index("share of country")
    assert columns[1, share] == approx(2 / 2.5)  # A country lends double; half a name goes nowhere.
    assert columns[2, share] == 0.0


def test_many_names_settle_another_more_than_one_does() -> None:
    share = CONTEXT_MEASURES.index("share of country")
    lent = []
    for names in (["Moscow", "Kursk"], ["Moscow", "Kursk", "Russia", "Kursk region"]):
        field = field_of(groups_of(f"In {', '.join(names)}.", *names))
        sure = np.ones(len(field.group))
        sure[1] = 0.0  # Moscow, Idaho.
        lent.append(context(field, sure)[0, share])
    assert 0 < lent[0] < lent[1] < 1


def test_a_name_lends_itself_nothing() -> None:
    groups = groups_of("Moscow is Moscow.", "Moscow", "Moscow")
    field = field_of(groups)
    assert not context(field, softmax(field, np.zeros(2), NEVER_NONE[:2])).any()


def test_a_place_of_two_names_is_not_near_itself() -> None:
    groups = groups_of("Pyongyang, that is 평양, grows.", "Pyongyang", "평양")
    field = field_of(groups)
    columns = context(field, softmax(field, np.zeros(2), NEVER_NONE[:2]))
    assert columns[:, column("named otherwise too") - len(MEASURES)] == approx([1.0, 1.0])
    assert columns[:, column("near, 20 km") - len(MEASURES)] == approx([0.0, 0.0])


def test_a_town_in_a_country_of_its_name_is_marked() -> None:
    country = make_place("3996063", "Mexico", "country", country="MX", population=126_000_000)
    city = make_place("3530597", "Mexico City", "capital", country="MX", population=12_000_000)
    gazetteer = SmallGazetteer([(country, {}), (city, {NameUse.NAME: ["Mexico"]})])
    mexico = Mention(3, 9, "Mexico", Role.LOCATION)
    rows = measures(name_groups("In Mexico they say so.", [mexico], gazetteer))
    assert rows[:, column("in its namesake country")].tolist() == [0.0, 1.0]
    assert rows[1, column("population beside the largest")] < 0


def test_a_well_known_name_means_one_of_its_places() -> None:
    groups = groups_of("Moscow and Kursk and Nowhere", "Moscow", "Kursk", "Nowhere")
    ranking = rank(groups, learned_weights())
    assert ranking.likelihood[:2].sum() == approx(1.0, abs=0.05)
    assert ranking.likelihood[2:].sum() == approx(1.0, abs=0.05)


def test_a_small_town_far_from_all_that_is_named_is_likely_none_of_the_gazetteers() -> None:
    places = [
        make_place(str(number), name, population=1_000_000, country="GB", at=(52.0 + number, -1.5))
        for number, name in enumerate(["Aston", "Bexley", "Corby"])
    ]
    far = make_place("9", "Handsworth", population=2_000, country="CA", at=(49.4, -123.1))
    gazetteer = SmallGazetteer([(place, {}) for place in [*places, far]])
    text = "From Aston, Bexley and Corby to Handsworth."
    mentions = [
        Mention(text.index(name), text.index(name) + len(name), name, Role.LOCATION)
        for name in ("Aston", "Bexley", "Corby", "Handsworth")
    ]
    ranking = rank(name_groups(text, mentions, gazetteer), learned_weights())
    assert ranking.likelihood[:3].min() > 0.9
    assert ranking.likelihood[3] < 0.5


def test_names_without_candidates_have_no_ranking() -> None:
    assert rank(groups_of("Nowhere", "Nowhere"), learned_weights()) is None


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12), st.sampled_from([", ", " in "]))
def test_whatever_is_named_is_ranked_without_a_number_gone_wrong(
    names: list[str], between: str
) -> None:
    ranking = rank(groups_of(between.join(names), *names), learned_weights())
    if ranking is not None:
        assert np.isfinite(ranking.scores).all()
        assert ((ranking.likelihood >= 0) & (ranking.likelihood <= 1)).all()


def test_distances_are_those_of_the_great_circle() -> None:
    points = [Coordinates(55.75, 37.62), Coordinates(46.73, -117.0), Coordinates(-33.9, 151.2)]
    matrix = distances_km(points)
    for i, a in enumerate(points):
        for j, b in enumerate(points):
            assert matrix[i, j] == approx(distance_km(a, b), rel=1e-3, abs=1e-3)
