import pytest

from dashboard.map_events import chosen_place

PLACES = frozenset({"1871859", "dateline:kp-hwasong"})


def test_a_click_chooses_the_place_of_its_marker() -> None:
    event = {"chosen": "dateline:kp-hwasong", "nonce": 1763796000000}
    assert chosen_place(event, PLACES) == "dateline:kp-hwasong"


@pytest.mark.parametrize(
    "event",
    [
        None,
        "1871859",
        [],
        {},
        {"chosen": None},
        {"chosen": 1871859},
        {"chosen": ["1871859"]},
        {"chosen": "999"},
        {"chosen": "<script>"},
        {"chosen": "1871859" * 1000},
        {"last_clicked": {"lat": 1, "lng": 2}},
    ],
)
def test_anything_else_chooses_nothing(event: object) -> None:
    assert chosen_place(event, PLACES) is None
