import pytest

from dashboard.reading_pane import Ask, Asked, asked_in


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ({"ask": "explain", "article": "a", "start": 3}, Asked(Ask.EXPLAIN, "a", 3)),
        ({"ask": "more", "article": "", "start": None}, Asked(Ask.MORE)),
        ({"ask": "open", "article": 7, "start": "3"}, Asked(Ask.OPEN)),
        ({"ask": "open", "article": "a", "start": True}, Asked(Ask.OPEN, "a")),
        ({"ask": "open", "article": "a", "start": -1}, Asked(Ask.OPEN, "a")),
        ({"ask": "open", "article": "a", "start": 10**30}, Asked(Ask.OPEN, "a")),
        ({"ask": "delete", "article": "a"}, None),
        ({"ask": ["open"]}, None),
        ({}, None),
        ("explain", None),
        (None, None),
    ],
)
def test_what_the_browser_sends_is_checked(sent: object, asked: Asked | None) -> None:
    assert asked_in(sent) == asked
