"""What a visit keeps of the furniture that was taken back in, without a browser."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    """Takes in and puts back as the session says, and shows what stands in the visit then."""
    import streamlit as st

    from dashboard import data
    from dashboard.taken_in import settle, stretches_taken_in, want
    from geodata.model import GeoparsedArticle
    from tests.corpus.builders import PYONGYANG, location, make_geoparsed

    original = make_geoparsed(
        "a", ("In Pyongyang.", [location("Pyongyang", PYONGYANG)]), furniture=("Seoul", ["Seoul"])
    )
    own = data.own_articles()
    if st.session_state.get("is-own"):
        own.setdefault("a", original)
    for article_id, start, taken_in in st.session_state.get("asked", []):
        want(article_id, start, taken_in=taken_in)
        changed = settle(own.get("a", original), lambda article: GeoparsedArticle(article))
        st.session_state["changed"] = changed
    if st.session_state.get("removed"):
        own.clear()
    st.session_state["asked"] = []
    st.session_state["stretches"] = stretches_taken_in("a")
    st.session_state["own"] = dict(own)
    st.session_state["original"] = original


def run(app: AppTest, *asked: tuple[str, int, bool]) -> AppTest:
    app.session_state["asked"] = list(asked)
    app.run()
    assert not app.exception
    return app


MENU = 14  # Where the furniture of the article starts.


def test_a_stretch_taken_in_stands_in_place_of_the_article_until_it_is_put_back() -> None:
    app = run(AppTest.from_function(page, default_timeout=60), ("a", MENU, True))
    assert app.session_state["changed"]
    (stretch,) = app.session_state["stretches"]
    assert (stretch.start, stretch.reason) == (MENU, "a menu")
    shown = app.session_state["own"]["a"]
    assert shown.article.id == "a"
    assert shown.article.furniture == ()
    run(app, ("a", MENU, False))
    assert app.session_state["stretches"] == ()
    assert app.session_state["own"] == {}


def test_an_article_of_the_visitors_own_is_as_it_was_when_the_stretch_is_put_back() -> None:
    app = AppTest.from_function(page, default_timeout=60)
    app.session_state["is-own"] = True
    run(app, ("a", MENU, True), ("a", MENU, False))
    assert app.session_state["own"] == {"a": app.session_state["original"]}


def test_what_is_no_furniture_of_the_article_changes_nothing() -> None:
    for asked in [("a", 3, True), ("b", MENU, True), ("a", MENU, False)]:
        app = run(AppTest.from_function(page, default_timeout=60), asked)
        assert not app.session_state["changed"]
        assert app.session_state["own"] == {}


def test_removing_ones_own_articles_forgets_what_was_taken_in() -> None:
    app = AppTest.from_function(page, default_timeout=60)
    app.session_state["removed"] = True
    run(app, ("a", MENU, True))
    assert app.session_state["stretches"] == ()
