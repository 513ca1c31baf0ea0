from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from geodata.articles.language import language_of
from geodata.articles.text import read_text
from geodata.model import Span


@mark.parametrize(
    ("text", "language"),
    [
        (
            "The council met in the old town hall and decided to build a bridge over the river.",
            "en",
        ),
        (
            "Der Stadtrat beschloss gestern, eine neue Brücke über den Fluss zu bauen, sagte er.",
            "de",
        ),
        ("Le conseil municipal a décidé de construire un nouveau pont sur le fleuve en mai.", "fr"),
        ("Городской совет решил построить новый мост через реку, сообщил вчера мэр города.", "ru"),
        ("시의회는 강을 가로지르는 새로운 다리를 건설하기로 결정했다고 시장이 어제 밝혔다.", "ko"),
        ("市政府周一宣布，新的地铁线路将于明年春天开通，预计每天运送超过二十万名乘客。", "zh"),
        ("市政府週一宣布，新的捷運路線將於明年春天開通，預計每天運送超過二十萬名乘客。", "zh"),
        ("قال رئيس الوزراء في مؤتمر صحفي إن بلاده ترفض هذا القرار ولن تشارك في المفاوضات.", "ar"),
        ("Moscow", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_where_the_text_says_enough(text: str, language: str) -> None:
    assert language_of(text, [Span(0, len(text))]) == language


def test_only_the_body_counts() -> None:
    german = "Der Stadtrat beschloss gestern, eine neue Brücke über den Fluss zu bauen. " * 2
    english = "The council met in the old town hall and decided to build a bridge. " * 9
    assert language_of(english + german, [Span(len(english), len(english + german))]) == "de"


def test_an_article_has_its_language() -> None:
    words = "The council met in the old town hall and decided to build a bridge over the river."
    assert read_text(words).language == read_text(words, clean=False).language == "en"


@given(st.text())
def test_no_text_at_all_is_too_strange(text: str) -> None:
    assert language_of(text, [Span(0, len(text))]) in {"", *map(str, _codes())}


def _codes() -> list[str]:
    from geodata.articles.language import _identifier

    return list(_identifier().nb_classes)
