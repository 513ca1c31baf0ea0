from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geodata.articles.identity import article_id, fingerprint, upload_id
from geodata.model import Article, Furniture, Span

ARTICLE = Article(id="1", text="A dam broke.", body=(Span(0, 12),))


def test_the_address_decides_where_it_is_known() -> None:
    url = "https://andes.example/1"
    assert article_id(url=url, path="a.txt") == article_id(url=url, path="b.txt", row="2")
    assert article_id(url=url) == upload_id("a.txt", b"x", url=url)
    assert article_id(url=url) != article_id(url=url + "0")


def test_a_path_is_the_same_file_however_it_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert article_id(path="a.txt") == article_id(path=tmp_path / "x" / ".." / "a.txt")
    assert article_id(path="a.csv", row="1") != article_id(path="a.csv", row="2")


def test_an_id_is_sixteen_hexadecimal_digits() -> None:
    assert len(article_id(path="a\udce9.txt")) == 16
    assert int(article_id(path="a.txt"), 16) >= 0


@pytest.mark.parametrize(
    "changed",
    [
        replace(ARTICLE, text="A dam broke!"),
        replace(ARTICLE, title="Dam"),
        replace(ARTICLE, source="Andes"),
        replace(ARTICLE, published=date(2025, 10, 24)),
        replace(ARTICLE, url="https://andes.example/1"),
        replace(ARTICLE, body=(Span(0, 11),)),
        replace(ARTICLE, body=()),
    ],
)
def test_a_fingerprint_changes_with_what_is_shown(changed: Article) -> None:
    assert fingerprint(changed) != fingerprint(ARTICLE)


def test_a_fingerprint_stays_with_what_is_not() -> None:
    moved = replace(ARTICLE, id="2", path="b.txt", furniture=(Furniture(0, 1, "menu"),))
    assert fingerprint(moved) == fingerprint(ARTICLE)


def test_words_moved_between_fields_change_a_fingerprint() -> None:
    assert fingerprint(replace(ARTICLE, title="ab", source="")) != fingerprint(
        replace(ARTICLE, title="a", source="b")
    )
