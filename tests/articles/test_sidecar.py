from datetime import date
from pathlib import Path

import pytest

from geodata.articles.files import read_articles
from geodata.errors import ArticleError
from geodata.model import Article

PAGE = "Dam breaks above Lima today\nOctober 24, 2025\nA dam broke above Lima, the mayor said."


def folder_with(folder: Path, sidecar: str, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE, encoding="utf-8")
    (folder / "metadata.csv").write_text(sidecar, encoding="utf-8")
    return folder


def read(path: Path) -> tuple[list[Article], list[str]]:
    found = list(read_articles([path]))
    return (
        [one for one in found if isinstance(one, Article)],
        [str(one) for one in found if isinstance(one, ArticleError)],
    )


def test_a_sidecar_overrides_what_the_text_says(tmp_path: Path) -> None:
    sidecar = (
        "\ufefffile,title,source,published,url\n"
        'a.txt,"Lima, flooded",Andes Daily,2025-10-20,https://andes.example/1\n'
        "sub/b.txt,,Andes Weekly,,\n"
    )
    articles, errors = read(folder_with(tmp_path, sidecar, "a.txt", "sub/b.txt"))
    assert errors == []
    first, second = articles
    assert (first.title, first.source, first.published, first.url) == (
        "Lima, flooded",
        "Andes Daily",
        date(2025, 10, 20),
        "https://andes.example/1",
    )
    assert (second.title, second.source, second.published) == (
        "Dam breaks above Lima today",
        "Andes Weekly",
        date(2025, 10, 24),
    )


def test_a_file_may_be_named_by_any_path_within_the_folder(tmp_path: Path) -> None:
    sidecar = "file,source\nsub/../a.txt,Andes\n./sub/b.txt,Puno\n"
    articles, errors = read(folder_with(tmp_path, sidecar, "a.txt", "sub/b.txt"))
    assert ([article.source for article in articles], errors) == (["Andes", "Puno"], [])


def test_a_sidecar_speaks_for_a_file_named_alone(tmp_path: Path) -> None:
    folder_with(tmp_path, "file,source\na.txt,Andes Daily\n", "a.txt", "b.txt")
    (article,), errors = read(tmp_path / "a.txt")
    assert (article.source, errors) == ("Andes Daily", [])


def test_the_inner_sidecar_goes_before_the_outer(tmp_path: Path) -> None:
    folder_with(tmp_path / "sub", "file,source\nb.txt,Inner\n", "b.txt")
    folder_with(tmp_path, "file,source\nsub/b.txt,Outer\n")
    (article,), errors = read(tmp_path)
    assert (article.source, errors) == ("Inner", [])


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("nowhere.txt,,", "there is no file 'nowhere.txt'"),
        (",Andes Daily,", "there is no file ''"),
        ("../outside.txt,,", "lies outside this folder"),
        ("/etc/passwd,,", "lies outside this folder"),
        ("out.txt,,", "lies outside this folder"),
        ("a\x01b.txt,,", "there is no file"),
        ("a.txt,,03/04/2025", "write an ISO date"),
        ("a.txt,,,,more", "5 cells under 3 columns"),
    ],
)
def test_a_bad_row_names_its_line_and_the_rest_counts(
    tmp_path: Path, row: str, problem: str
) -> None:
    inside = tmp_path / "inside"
    (tmp_path / "outside.txt").write_text(PAGE, encoding="utf-8")
    folder_with(inside, f"file,source,published\n\n{row}\nb.txt,Andes Daily,\n", "a.txt", "b.txt")
    (inside / "out.txt").symlink_to(tmp_path / "outside.txt")
    articles, errors = read(inside)
    (error,) = errors
    assert "metadata.csv, line 3: " in error
    assert problem in error
    assert [article.source for article in articles] == ["", "Andes Daily", ""]


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        ("file,titel\na.txt,x\n", "unknown column 'titel'; the columns are file, title"),
        ("title,source\nx,y\n", "there is no column 'file'"),
    ],
)
def test_a_sidecar_with_wrong_columns_is_one_error(
    tmp_path: Path, sidecar: str, problem: str
) -> None:
    articles, (error,) = read(folder_with(tmp_path, sidecar, "a.txt"))
    assert problem in error
    assert len(articles) == 1


def test_a_sidecar_cannot_speak_for_a_table(tmp_path: Path) -> None:
    folder_with(tmp_path, "file,source\na.csv,Andes Daily\n")
    (tmp_path / "a.csv").write_text("text\nA dam broke.\n", encoding="utf-8")
    articles, (error,) = read(tmp_path)
    assert articles == []
    assert "it holds many articles" in error


def test_front_matter_is_told_and_stays_in_the_text(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "Lima: flooded"\ndate: 2025-10-20\nlang: en\ntags: [dam, peru]\n---\n\n' + PAGE
    )
    (tmp_path / "a.md").write_bytes(text.encode())
    (article,), errors = read(tmp_path)
    assert errors == []
    assert (article.title, article.published, article.language) == (
        "Lima: flooded",
        date(2025, 10, 20),
        "en",
    )
    assert article.text == text
    front, *_ = article.furniture
    assert (front.start, front.reason) == (0, "front matter")
    assert text[: front.end].endswith("]\n---")
    assert text[article.body[0].start :].startswith("Dam breaks")


def test_the_sidecar_goes_before_front_matter(tmp_path: Path) -> None:
    folder_with(tmp_path, "file,title\na.md,From the sidecar\n")
    (tmp_path / "a.md").write_text(f"---\ntitle: In front\nsource: Andes\n---\n{PAGE}")
    (article,), _ = read(tmp_path)
    assert (article.title, article.source) == ("From the sidecar", "Andes")


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ("title: a: b: [", "no valid YAML"),
        ("published: last Friday", "write an ISO date"),
        ("url: ftp://x", "url is not a web address"),
        ("title: " + "[" * 5000, "no valid YAML"),
        ("title: x", "there is no text below"),
    ],
)
def test_bad_front_matter_is_an_error(tmp_path: Path, block: str, problem: str) -> None:
    below = "" if problem.startswith("there") else PAGE
    (tmp_path / "a.txt").write_text(f"---\n{block}\n---\n{below}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    articles, (error,) = read(tmp_path)
    assert problem in error
    assert len(articles) == 1


@pytest.mark.parametrize(
    "title",
    [
        "!!bool maybe",
        '!!int ""',
        "!!timestamp soon",
        "!!python/object/apply:os.system [ls]",
        "0x" + "f" * 9000,
        "1" + ":1" * 3000,
    ],
)
def test_tags_and_numbers_in_front_matter_are_only_text(tmp_path: Path, title: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: {title}\nsource: Andes\n---\n{PAGE}")
    (article,), errors = read(tmp_path)
    assert (article.source, errors) == ("Andes", [])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-10-20", date(2025, 10, 20)),
        ("2025-10-20 00:30:00 +0900", date(2025, 10, 20)),
        ("2025-10-20 23:30:00 -05:00", date(2025, 10, 20)),
        ("2025-10-20T23:30:00Z", date(2025, 10, 20)),
        ("null", date(2025, 10, 24)),
        ("", date(2025, 10, 24)),
    ],
)
def test_the_day_in_front_matter_is_the_publishers_own(
    tmp_path: Path, written: str, expected: date
) -> None:
    (tmp_path / "a.md").write_text(f"---\npublished: {written}\n---\n{PAGE}")
    (article,), errors = read(tmp_path)
    assert (article.published, errors) == (expected, [])


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{PAGE}",
        f"---\n{PAGE}\n---\nMore of it was said in Lima on Monday.",
        f"--- \n\n---\n{PAGE}",
    ],
)
def test_dashes_above_a_text_are_no_front_matter(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,), errors = read(tmp_path)
    assert errors == []
    assert "front matter" not in {piece.reason for piece in article.furniture}
