"""A draft is mended without being read again, and says what the visitor may want to look at."""

from dataclasses import replace
from datetime import date

from dashboard.draft_text import LONGEST_SHOWN, draft_html
from dashboard.drafts import (
    Labels,
    doubts,
    draft_of,
    mended,
    names_not_placed,
    places_found,
    settled,
    settled_by_id,
    without_doubles,
)
from geodata.articles.identity import upload_id
from geodata.articles.text import read_text
from geodata.mentions.passages import passages
from geodata.model import Article, GeoparsedArticle, Unresolved
from tests.corpus.builders import KURSK, PYONGYANG, RUSSIA, location, make_geoparsed

ARTICLE = make_geoparsed(
    "a",
    (
        "Envoys went from Kursk to Pyongyang and on to Nowhere, then back to Pyongyang. " * 3,
        [
            location("Kursk", KURSK),
            location("Pyongyang", PYONGYANG),
            location("Nowhere", Unresolved.NO_CANDIDATE),
        ],
    ),
    ("They saw Pyongyang.", [location("Pyongyang", PYONGYANG)]),
    source="Yonhap",
    published=date(2025, 10, 24),
    furniture=("Seoul <b>news</b>", ["Seoul"]),
)
HOSTILE = "</div><script>alert(1)</script> `${x}` C:\\users \u202eevil"


def test_a_draft_that_is_not_mended_is_added_as_it_was_read() -> None:
    assert settled(draft_of(ARTICLE)) == ARTICLE


def test_what_is_mended_counts_and_the_text_stays() -> None:
    labels = Labels(" My\n headline", "My\u202e paper", date(2024, 1, 2), "")
    article = settled(mended(draft_of(ARTICLE), labels)).article
    assert (article.title, article.source) == ("My headline", "My paper")
    assert (article.published, article.url) == (date(2024, 1, 2), "")
    assert (article.id, article.text) == ("a", ARTICLE.article.text)


def test_what_was_read_wrongly_can_be_taken_away() -> None:
    article = settled(mended(draft_of(ARTICLE), Labels())).article
    assert (article.title, article.source, article.published) == ("", "", None)


def test_an_article_given_an_address_is_known_by_it() -> None:
    draft = draft_of(ARTICLE)
    url = "https://andes.example/dam"
    moved = mended(draft, replace(draft.labels, url=url))
    assert moved.id == draft.id
    assert settled(moved).article.id == upload_id("", b"", url=url)


def test_of_two_articles_given_one_address_neither_is_lost() -> None:
    labels = Labels(url="https://andes.example/dam")
    other = replace(ARTICLE, article=replace(ARTICLE.article, id="b"))
    found = settled_by_id(mended(draft_of(one), labels) for one in (ARTICLE, other))
    assert list(found) == [upload_id("", b"", url=labels.url), "b"]
    assert all(key == one.article.id for key, one in found.items())


def test_of_two_drafts_of_one_article_the_last_counts() -> None:
    first, other = draft_of(ARTICLE), draft_of(ARTICLE, note="read later")
    assert without_doubles([first, other]) == [other]


def test_a_draft_says_what_to_look_at() -> None:
    labels = Labels("A headline", "Yonhap", date(2025, 10, 24))
    assert doubts(mended(draft_of(ARTICLE), labels)) == []
    bare = GeoparsedArticle(Article("b", "One two three.", body=()))
    assert doubts(draft_of(bare)) == [
        "no words taken",
        "no place found",
        "no headline",
        "no source",
        "no date",
    ]
    assert "replaces one of yours" in doubts(draft_of(ARTICLE), {"a"})


def test_a_summary_is_not_blamed_for_being_short() -> None:
    short = GeoparsedArticle(read_text("Rain in Cusco\n\nIt rains in Cusco today.\n"))
    assert any("only" in said for said in doubts(draft_of(short)))
    assert not any("only" in said for said in doubts(draft_of(short, is_entry=True)))


def test_places_are_counted_the_most_frequent_first() -> None:
    assert [(place.name, count) for place, count in places_found(ARTICLE)] == [
        ("Pyongyang", 2),
        ("Kursk", 1),
    ]
    assert names_not_placed(ARTICLE) == [("Nowhere", Unresolved.NO_CANDIDATE, 1)]
    assert RUSSIA not in dict(places_found(ARTICLE))


def test_the_text_shows_what_was_taken_and_what_was_left_out() -> None:
    shown = draft_html(ARTICLE)
    assert "<mark>Pyongyang</mark>" in shown
    assert '<span class="dl-unplaced">Nowhere</span>' in shown
    left_out = shown[shown.index('class="dl-left-out"') :]
    assert "Not the article’s own words: " in left_out
    assert "Seoul &lt;b&gt;news&lt;/b&gt;" in left_out
    assert "<mark>Seoul" not in shown


def test_nothing_in_a_text_becomes_markup() -> None:
    article = read_text(f"{HOSTILE}\n\n{HOSTILE} was said in Lima on Friday, and again.\n")
    shown = draft_html(GeoparsedArticle(article, passages(article)))
    assert "<script" not in shown
    assert "${" not in shown
    assert "\u202e" not in shown
    assert "alert(1)" in shown


def test_a_very_long_text_is_shown_in_part() -> None:
    paragraph = "The envoys spoke of the road to Lima and of the bridge. " * 20
    article = read_text("The road\n\n" + f"{paragraph}\n\n" * 60)
    shown = draft_html(GeoparsedArticle(article, passages(article)))
    assert len(shown) < 2 * LONGEST_SHOWN
    assert "The preview ends here" in shown
