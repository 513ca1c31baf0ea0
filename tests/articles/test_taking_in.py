from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.articles.taking_in import with_taken_in
from geodata.articles.text import read_text
from geodata.model import Article, Furniture, Span

PAGE = """Home | World | Sport
Floods reach Nairobi
Rain fell on Nairobi for a week, and the river rose above its banks on Monday morning.
Related stories
A museum opens in Kursk
Subscribe to our newsletter
"""


def covered(article: Article) -> list[int]:
    stretches: list[Span | Furniture] = [*article.body, *article.furniture]
    return sorted(at for one in stretches for at in range(one.start, one.end))


@pytest.fixture(scope="module")
def page() -> Article:
    article = read_text(PAGE)
    assert len(article.furniture) >= 2
    return article


def test_a_stretch_taken_in_is_body_and_no_longer_furniture(page: Article) -> None:
    stretch = page.furniture[-1]
    changed = with_taken_in(page, [stretch])
    assert Span(stretch.start, stretch.end) in changed.body
    assert stretch not in changed.furniture
    assert replace(changed, body=page.body, furniture=page.furniture) == page


def test_taking_nothing_in_changes_nothing(page: Article) -> None:
    assert with_taken_in(page, []) == page


@given(st.data())
def test_no_word_is_lost_or_counted_twice(page: Article, data: st.DataObject) -> None:
    stretches: Collection[Furniture] = data.draw(st.sets(st.sampled_from(page.furniture)))
    changed = with_taken_in(page, stretches)
    assert covered(changed) == covered(page)
    assert list(changed.body) == sorted(changed.body)
    assert len(changed.furniture) == len(page.furniture) - len(stretches)


def test_only_its_own_furniture_can_be_taken_in(page: Article) -> None:
    with pytest.raises(ValueError, match="own furniture"):
        with_taken_in(page, [Furniture(0, 3, "menu")])
