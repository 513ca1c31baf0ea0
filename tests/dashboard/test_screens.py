"""The pages as Streamlit draws them, without a browser; what a browser does is in tests/browser."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geodata.corpus.store import open_corpus
from geodata.model import Unresolved
from geodata.places.gazetteer import Gazetteer
from tests.corpus.builders import (
    KURSK,
    PYONGYANG,
    RUSSIA,
    STREET,
    actor,
    demonym,
    location,
    make_geoparsed,
)
from tests.dashboard.drawn import html

HOSTILE = "</script><script>alert(1)</script> ${alert(1)} `x` C:\\users \u202eevil :red[boo] $x$"

ARTICLES = [
    make_geoparsed(
        "a",
        ("A museum opens in Pyongyang.", [location("Pyongyang", PYONGYANG)]),
        ("Russian envoys came. Russia thanked Pyongyang.",
         [demonym("Russian", RUSSIA), actor("Russia", RUSSIA), actor("Pyongyang", PYONGYANG)]),
        source="Yonhap",
        published=date(2025, 10, 24),
        furniture=("Seoul news", ["Seoul"]),
    ),
    make_geoparsed(
        "b",
        ("They fought near Kursk and in Nowhere.",
         [location("Kursk", KURSK), location("Nowhere", Unresolved.NO_CANDIDATE)]),
        ("A new street rises.", [location("street", STREET)]),
        source="KCNA",
    ),
]  # fmt: skip

Opened = Callable[..., AppTest]


@pytest.fixture
def opened(app_on: Callable[..., AppTest]) -> Opened:
    """Opens the app on a corpus of these articles, at an address."""
    return lambda articles=ARTICLES, **query: app_on(articles, **query).run()


def map_arguments(app: AppTest) -> str:
    (drawn,) = app.get("component_instance")
    return str(json.loads(drawn.proto.json_args)["feature_group"])


def component(app: AppTest, name: str) -> dict:
    (drawn,) = (one for one in app.get("bidi_component") if one.proto.component_name == name)
    return json.loads(drawn.proto.json)


def pane(app: AppTest) -> dict:
    return component(app, "dateline_reading")


@pytest.mark.usefixtures("gazetteer")
def test_a_link_to_a_sample_holds_wherever_the_project_lies(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "none.sqlite"))
    app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=60)
    app.query_params["article"] = "sample-5-inspection-kursk"
    app.run()
    assert not app.exception
    assert "Kursk" in json.dumps(pane(app))


def test_the_map_page_shows_what_the_corpus_holds(opened: Opened) -> None:
    app = opened()
    assert not app.exception
    assert app.title[0].value == "4 places named in 2 articles"
    assert app.caption[0].value == (
        "5 of 8 mentions on the map · 1 unresolved, 1 in page furniture, 1 in other roles"
    )
    assert list(app.dataframe[0].value["Place"]) == ["Pyongyang", "Kursk", "Russia", "Street"]
    assert list(app.dataframe[0].value["Mentions"]) == [2, 1, 1, 1]
    assert list(app.dataframe[0].value["Known sources"]) == [1, 1, 1, 1]
    assert "Choose a place" in html(app)
    assert "samples" not in html(app)
    assert '"Kursk"' in map_arguments(app)


def test_a_tab_of_the_tables_is_part_of_the_address(opened: Opened) -> None:
    app = opened(tab="off-map")
    assert not app.exception
    assert (
        "3 of 8 mentions are not on this map: 1 unresolved, 1 in page furniture, 1 in other roles."
    ) in html(app)
    assert list(app.dataframe[0].value["Name"]) == ["Nowhere"]


def test_an_address_restores_the_view(opened: Opened) -> None:
    app = opened(source="Yonhap", place="1871859", words="museum")
    assert not app.exception
    assert app.sidebar.text_input[0].value == "museum"
    assert app.sidebar.multiselect[0].value == ["Yonhap"]
    assert app.title[0].value == "1 place named in 1 of 2 articles"
    (group,) = pane(app)["groups"]
    assert group["meta"] == "Yonhap · 24 Oct 2025"
    marked = [piece for piece in group["blocks"][0]["pieces"] if "role" in piece]
    assert [(piece["text"], piece["role"]) for piece in marked] == [("Pyongyang", "location")]
    assert app.button(key="filter-reset").disabled is False


def test_a_hostile_address_shows_the_usual_view(opened: Opened) -> None:
    app = opened(source="<script>", place="../x", article="' OR 1", **{"from": "9999-99-99"})
    assert not app.exception
    assert app.title[0].value == "4 places named in 2 articles"


def test_days_outside_the_corpus_are_no_trouble(opened: Opened) -> None:
    app = opened(**{"from": "1900-01-01", "to": "2100-01-01", "undated": "no"})
    assert not app.exception
    assert app.sidebar.date_input[0].value == date(1900, 1, 1)
    assert app.title[0].value == "2 places named in 1 of 2 articles"


def test_an_undated_article_says_so(opened: Opened) -> None:
    app = opened(place="538560")
    assert pane(app)["groups"][0]["meta"] == "KCNA · undated"


def test_a_whole_article_shows_all_its_mentions_and_its_furniture_apart(opened: Opened) -> None:
    app = opened(article="a")
    assert not app.exception
    (group,) = pane(app)["groups"]
    first, second, aside = group["blocks"]
    assert [one["kind"] for one in (first, second, aside)] == ["paragraph", "paragraph", "aside"]
    assert aside["words"] == "Not the article’s own words: a menu · 1 name in it off the map"
    marked = [
        (piece["text"], piece["role"])
        for one in (first, second, *aside["stretches"][0]["paragraphs"])
        for piece in one["pieces"]
        if "role" in piece
    ]
    assert marked == [
        ("Pyongyang", "location"),
        ("Russian", "demonym"),
        ("Russia", "actor"),
        ("Pyongyang", "actor"),
        ("Seoul", "off"),
    ]


def test_a_chosen_place_says_why_it_stands_there(opened: Opened) -> None:
    app = opened(place="1871859")
    why = pane(app)["why"]
    assert (why["article"], why["start"], why["question"]) == ("a", 18, "Why here?")
    assert why["headline"] == "75 % sure"
    assert "Runner-up: Russia, " in why["reasons"]
    assert why["details"] is None
    assert "75 % sure" in html(app)
    (group,) = pane(app)["groups"]
    assert [one["why"] for one in group["blocks"]] == ["Why here? 75 % sure"] * 2


def test_an_address_explains_a_mention(opened: Opened) -> None:
    app = opened(article="b", mention="30@b")
    assert not app.exception
    why = pane(app)["why"]
    assert (why["toponym"], why["place"], why["headline"]) == ("Nowhere", "", "not placed")
    assert why["question"] == "Why is it not on the map?"
    assert pane(app)["at"] == {"article": "b", "start": 30}


@pytest.mark.parametrize("mention", ["0@a", "30@zzz", "x@b", "99999999@b", "30@a"])
def test_a_mention_that_is_none_is_not_explained(opened: Opened, mention: str) -> None:
    app = opened(article="b", mention=mention)
    assert not app.exception
    assert pane(app)["why"] is None


def test_a_name_in_the_furniture_says_why_it_is_off_the_map(opened: Opened) -> None:
    start = ARTICLES[0].furniture_mentions[0].start
    why = pane(opened(article="a", mention=f"{start}@a"))["why"]
    assert why["headline"] == "off the map"
    assert "taken for a menu" in why["reasons"]


def test_with_nothing_chosen_the_latest_articles_are_listed(opened: Opened) -> None:
    app = opened([*ARTICLES, make_geoparsed("c", ("Nothing here.", []))])
    assert "Or start from an article" in html(app)
    listed = [(one["title"], one["meta"]) for one in pane(app)["groups"]]
    assert listed == [
        ("About a", "Yonhap · 24 Oct 2025 · 3 mentions on the map"),
        ("About c", "source not known · undated · no place named"),
        ("About b", "KCNA · undated · 2 mentions on the map"),
    ]
    narrowed = opened([*ARTICLES, make_geoparsed("c", ("Nothing here.", []))], source="KCNA")
    assert [one["title"] for one in pane(narrowed)["groups"]] == ["About b"]


def test_an_article_not_in_english_says_so(opened: Opened) -> None:
    korean = replace(ARTICLES[0], article=replace(ARTICLES[0].article, language="ko"))
    note = pane(opened([korean], article="a"))["groups"][0]["note"]
    assert "Korean. Recognition is basic" in note


def test_filters_that_leave_nothing_say_what_to_do(opened: Opened) -> None:
    app = opened(words="xylophone")
    assert not app.exception
    assert app.title[0].value == "No place on this map"
    assert "Nothing is left under these filters" in html(app)
    assert "The filter “Words in the passage” hides everything" in html(app)
    assert app.button(key="passages-reset")


def test_with_every_role_off_the_articles_say_that_nothing_is_on_the_map(opened: Opened) -> None:
    app = opened(role="none")
    assert "No place is left under these filters" in html(app)
    assert "The filter “Role of the mention” hides everything" in html(app)
    assert all("none of" in one["meta"] for one in pane(app)["groups"])
    assert app.button(key="passages-reset")


def test_a_chosen_place_that_is_filtered_out_says_so(opened: Opened) -> None:
    app = opened(source="KCNA", place="1871859")
    assert "No passage under these filters names this place" in html(app)


def test_articles_without_a_place_say_so(opened: Opened) -> None:
    app = opened([make_geoparsed("c", ("Nothing here.", []))])
    assert not app.exception
    assert "No place was found" in html(app)


def test_a_filter_is_a_step_to_another_address(opened: Opened) -> None:
    app = opened()
    app.sidebar.text_input[0].input("museum").run()
    assert not app.exception
    assert app.query_params["words"] == "museum"
    app.run()
    assert app.title[0].value == "1 place named in 1 of 2 articles"
    app.button(key="filter-reset").click().run()
    assert "words" not in app.query_params


def test_hostile_text_stays_text(opened: Opened) -> None:
    hostile_place = replace(PYONGYANG, id="x:1", name=HOSTILE)
    geoparsed = make_geoparsed(
        "h", (f"{HOSTILE} in Pyongyang", [location("Pyongyang", hostile_place)]), source=HOSTILE
    )
    article = replace(geoparsed.article, title=HOSTILE, path=HOSTILE)
    app = opened([replace(geoparsed, article=article)], place="x:1")
    assert not app.exception
    shown = html(app)
    assert "<script" not in shown
    assert "${" not in shown
    assert "\u202e" not in shown
    drawn = map_arguments(app)
    assert "script>" not in drawn
    assert "${" not in drawn
    assert "`" not in drawn
    (group,) = pane(app)["groups"]
    assert group["title"].startswith("</script><script>alert(1)</script> ${alert(1)} `x` C:\\users")
    assert "\u202e" not in json.dumps(group, ensure_ascii=False)
    assert app.title[0].value == "1 place named in 1 article"


def test_a_broken_corpus_is_one_calm_sentence(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is no database" * 100)
    monkeypatch.setenv("DATELINE_CORPUS", str(broken))
    app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=30).run()
    assert not app.exception
    assert "broken.sqlite" in html(app)
    assert "Traceback" not in html(app)
    assert not app.dataframe


@pytest.mark.parametrize("is_there", [False, True])
def test_without_articles_the_samples_are_shown_and_say_so(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    gazetteer: Gazetteer,
    is_there: bool,
) -> None:
    empty = tmp_path / "empty.sqlite"
    if is_there:
        open_corpus(str(empty)).close()
    monkeypatch.setenv("DATELINE_CORPUS", str(empty))
    monkeypatch.setenv("DATELINE_GAZETTEER", str(root / ".dateline" / "gazetteer.bin"))
    app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert "our own short briefs" in html(app)
    assert gazetteer.version
    assert {"Hwasong", "Taesong", "Kursk Oblast"} <= set(app.dataframe[0].value["Place"])
    assert empty.exists() is is_there


def test_the_about_page_opens() -> None:
    def page() -> None:
        from dashboard.views import about

        about.show()

    app = AppTest.from_function(page).run()
    assert not app.exception
    assert "GeoNames" in "".join(one.value for one in app.markdown)
