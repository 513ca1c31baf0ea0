"""Search, link and timeline as Streamlit draws them; what a browser does is in tests/browser."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geodata.model import GeoparsedArticle
from tests.corpus.builders import KURSK, PYONGYANG, location, make_geoparsed
from tests.dashboard.drawn import html

HOSTILE = "</script><script>alert(1)</script> ${alert(1)} `x` \u202eevil :red[boo]"
DAY = date(2025, 10, 24)

Opened = Callable[..., AppTest]


def article(article_id: str, published: date | None = None) -> GeoparsedArticle:
    named = [location("Pyongyang", PYONGYANG), location("Kursk", KURSK)]
    return make_geoparsed(
        article_id,
        (f"From Pyongyang to Kursk. {HOSTILE}", named),
        source=HOSTILE,
        published=published,
    )


@pytest.fixture
def opened(
    app_on: Callable[..., AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Opened:
    """Opens the app on these articles at an address, with a gazetteer that cannot be read."""

    def open_at(articles: Sequence[GeoparsedArticle], **query: str) -> AppTest:
        damaged = tmp_path / "gazetteer.bin"
        damaged.write_bytes(b"damaged")
        monkeypatch.setenv("DATELINE_GAZETTEER", str(damaged))
        app = app_on(articles, **query).run()
        assert not app.exception
        return app

    return open_at


def component(app: AppTest, name: str) -> dict:
    (drawn,) = (one for one in app.get("bidi_component") if one.proto.component_name == name)
    return json.loads(drawn.proto.json)


def test_a_search_goes_on_without_a_gazetteer_and_says_so(opened: Opened) -> None:
    app = opened([article("a", DAY)], find="kursk alert")
    found = component(app, "dateline_search")
    assert any("gazetteer cannot be read" in note for note in found["notes"])
    (passage,) = found["passages"]
    assert [piece["text"] for piece in passage["pieces"] if piece["found"]][:2] == [
        "Kursk",
        "alert",
    ]
    assert "\u202e" not in json.dumps(found, ensure_ascii=False)
    assert "1 passage in 1 article" in html(app)
    assert component(app, "dateline_share")["query"].keys() == {"find", "corpus"}


def test_a_hostile_search_is_shown_as_text(opened: Opened) -> None:
    app = opened([article("a", DAY)], find=HOSTILE)
    assert "<script>" not in html(app)
    assert "Search: “&lt;/script&gt;" in html(app)


def test_a_field_searches_and_is_cleared(opened: Opened) -> None:
    app = opened([article("a", DAY)], place=PYONGYANG.id)
    app.text_input(key="search-field").set_value("  Kursk ").run()
    assert component(app, "dateline_search")["places"][0]["name"] == "Kursk"
    app.text_input(key="search-field").set_value("").run()
    assert not [
        one for one in app.get("bidi_component") if one.proto.component_name == "dateline_search"
    ]


def test_a_link_that_names_what_is_gone_is_told_until_the_next_step(opened: Opened) -> None:
    app = opened([article("a", DAY)], article="dead", source=HOSTILE + "?", corpus="other-1")
    assert "an article that is not here" in html(app)
    assert "a source that is not here: “&lt;/script&gt;" in html(app)
    assert "the articles have changed" in html(app)
    app.text_input(key="filter-words").set_value("Kursk").run()
    assert "not here" not in html(app)
    assert "have changed" not in html(app)


@pytest.mark.parametrize(
    ("published", "words", "undated"),
    [
        ([None, None], "No article here says its day of publication", 2),
        ([DAY, None], "All dated articles are of one day, 24 Oct 2025.", 1),
        ([DAY, DAY], "All dated articles are of one day, 24 Oct 2025.", 0),
    ],
)
def test_without_two_days_there_is_a_sentence_and_no_bars(
    opened: Opened, published, words: str, undated: int
) -> None:
    articles = [article(f"{n}", day) for n, day in enumerate(published)]
    strip = component(opened(articles), "dateline_timeline")
    assert strip["bars"] == []
    assert strip["words"].startswith(words)
    assert strip["undated"] == {"count": undated, "shown": True}


def test_the_timeline_counts_what_the_other_filters_leave(opened: Opened) -> None:
    days = [date(2025, 10, 1), date(2025, 10, 20), DAY]
    articles = [article(f"{n}", day) for n, day in enumerate(days)]
    query = {"from": "2025-10-20", "to": "2025-10-20", "by": "week"}
    strip = component(opened(articles, **query), "dateline_timeline")
    assert sum(count for _, _, count in strip["bars"]) == 3
    assert strip["window"] == ["2025-10-20", "2025-10-20"]
    assert strip["previous"] == {
        "window": ["2025-09-29", "2025-10-05"],
        "words": "29 Sep to 5 Oct 2025",
    }
    assert strip["next"]["window"] == ["2025-10-20", "2025-10-26"]
    assert (strip["unit"], strip["barUnit"]) == ("week", "week")
    assert strip["words"] == "20 Oct 2025: 1 of 3 dated articles."
