from pytest import approx, mark

from geodata.mentions.recognition import TrainedRecogniser
from geodata.model import Candidate, Evidence, Mention, Place, Resolution, Span, Unresolved
from geodata.names import normalise
from geodata.places.named_groups import name_groups
from geodata.places.resolution import CLEAR, MOST_TOGETHER, Likely, Resolver, decide
from tests.small_gazetteer import MOSCOW, MOSCOW_IDAHO, SmallGazetteer, make_place, small_gazetteer

GAZETTEER = small_gazetteer()


def resolved(text: str) -> list[Resolution]:
    mentions = TrainedRecogniser(GAZETTEER).find(text, [Span(0, len(text))])
    return Resolver(GAZETTEER).resolve(text, mentions)


def places(text: str) -> dict[str, str]:
    return {
        resolution.mention.text: resolution.place.id
        for resolution in resolved(text)
        if resolution.place
    }


@mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("A hall in Pyongyang’s Hwasong district.", "Hwasong", "dateline:kp-hwasong"),
        ("A hall in Hwasong, a district of Pyongyang.", "Hwasong", "dateline:kp-hwasong"),
        ("In South Korea, people of Hwasong voted.", "Hwasong", "1843561"),
        ("The mayor of Moscow spoke.", "Moscow", "524901"),
        ("A farmer in Moscow, Idaho, spoke.", "Moscow", "5601538"),
        ("The Russian city of Kursk was hit.", "Kursk", "538560"),
        ("Fighting in Kursk Region went on.", "Kursk Region", "538555"),
        ("The North Koreans left.", "North Koreans", "1873107"),
    ],
)
def test_the_evidence_around_a_name_decides(text: str, name: str, place_id: str) -> None:
    assert places(text)[name] == place_id


def test_one_name_has_one_sense_in_an_article() -> None:
    found = resolved("Snow fell in Moscow, Idaho. Later Moscow was quiet.")
    assert [r.place.id for r in found if r.mention.text == "Moscow"] == ["5601538", "5601538"]


def test_every_mention_is_resolved_or_says_why_not() -> None:
    for resolution in resolved("Pyongyang, Kim and Moscow. In Sparta, nothing."):
        assert (resolution.chosen is None) == (resolution.unresolved is not None)
        assert (resolution.chosen is None) == (resolution.confidence is None)


def test_the_choice_keeps_its_runner_up_and_its_evidence() -> None:
    [moscow] = resolved("The mayor of Moscow spoke.")
    assert moscow.runner_up.place.id == "5601538"
    assert moscow.chosen.score == approx(
        sum(clue.weight for clue in moscow.chosen.evidence), abs=0.05
    )
    assert all(clue.words for clue in moscow.chosen.evidence)


NAMED = Mention(0, 6, "Moscow")


def likely(place: Place, likelihood: float, *clues: Evidence) -> Likely:
    return Likely(Candidate(place, 1.0, clues), likelihood)


def test_a_name_nobody_knows_has_no_candidate() -> None:
    assert decide(NAMED, [], 1.0).unresolved is Unresolved.NO_CANDIDATE


def test_a_tie_is_left_unresolved() -> None:
    best = [likely(MOSCOW, 0.5), likely(MOSCOW_IDAHO, 0.5 - CLEAR / 2)]
    assert decide(NAMED, best, 0.0).unresolved is Unresolved.TIE
    assert decide(NAMED, best, 0.0).place is None


def test_a_clear_lead_is_no_tie() -> None:
    best = [likely(MOSCOW, 0.6), likely(MOSCOW_IDAHO, 0.4)]
    assert decide(NAMED, best, 0.0).place == MOSCOW


def test_a_name_that_rather_means_none_of_its_places_is_too_weak() -> None:
    best = [likely(MOSCOW, 0.2), likely(MOSCOW_IDAHO, 0.1)]
    weak = decide(NAMED, best, 0.6)
    assert weak.unresolved is Unresolved.TOO_WEAK
    assert weak.runner_up is not None
    assert weak.runner_up.place == MOSCOW
    assert decide(NAMED, best, 0.1).place == MOSCOW


def test_the_order_of_sentences_does_not_change_the_places() -> None:
    one = places("Snow fell in Kursk. The mayor of Moscow spoke.")
    other = places("The mayor of Moscow spoke. Snow fell in Kursk.")
    assert one == other


def test_an_article_of_thousands_of_names_is_resolved_in_parts() -> None:
    text = "Moscow, Kursk, Pyongyang. " * MOST_TOGETHER
    found = resolved(text)
    assert len(found) == 3 * MOST_TOGETHER
    assert {r.place.id for r in found if r.mention.text == "Kursk"} == {"538560"}


def test_the_more_names_the_fewer_candidates_each_keeps() -> None:
    mentions = [Mention(0, 6, f"Moscow{number}") for number in range(500)]
    everywhere = SmallGazetteer(
        [(make_place(str(at), f"Moscow{n}"), {}) for n in range(500) for at in range(5)]
    )
    groups = name_groups("Moscow", mentions, everywhere)
    assert {len(group.candidates) for group in groups} == {3}


def test_every_candidate_of_a_name_is_considered_the_likeliest_first() -> None:
    text = "A farmer in Moscow, Idaho, spoke. Kursk was quiet."
    mentions = TrainedRecogniser(GAZETTEER).find(text, [Span(0, len(text))])
    resolver = Resolver(GAZETTEER)
    weighed = resolver.considered(text, mentions, 0)
    assert [one.candidate.place.id for one in weighed][:2] == ["5601538", "524901"]
    assert {one.candidate.place.id for one in weighed} == {
        named.place.id for named in GAZETTEER.named(normalise("Moscow"))
    }
    assert sum(one.likelihood for one in weighed) == approx(1.0, abs=0.05)
    chosen = resolver.resolve(text, mentions)[0].chosen
    assert chosen and weighed[0].candidate == chosen


def test_a_name_nobody_knows_is_considered_without_candidates() -> None:
    resolver = Resolver(GAZETTEER)
    nowhere, kursk = Mention(0, 7, "Nowhere"), Mention(12, 17, "Kursk")
    assert resolver.considered("Nowhere and Kursk", [nowhere], 0) == ()
    assert resolver.considered("Nowhere and Kursk", [nowhere, kursk], 0) == ()


def test_what_is_considered_is_weighed_among_the_same_part_of_a_long_article() -> None:
    text = "Moscow, Kursk. " * MOST_TOGETHER
    mentions = TrainedRecogniser(GAZETTEER).find(text, [Span(0, len(text))])
    resolver = Resolver(GAZETTEER)
    resolutions = resolver.resolve(text, mentions)
    for at in (0, MOST_TOGETHER + 1, len(mentions) - 1):
        best = resolver.considered(text, mentions, at)[0].candidate.place
        assert best == resolutions[at].place
