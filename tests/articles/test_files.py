import os
from pathlib import Path

import pytest

from geodata.articles.encoding import LONGEST_ARTICLE_BYTES
from geodata.articles.files import SUPPORTED, read_articles, read_upload
from geodata.errors import ArticleError, ArticleFetchError, ArticleFormatError
from geodata.model import Article

PROSE = "A dam broke above Lima on Friday, the mayor said."
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def names(read: list[Article | ArticleError]) -> list[str]:
    """File names of articles; of errors with a "!" in front."""
    return [
        ("!" if isinstance(one, ArticleError) else "") + one.path.rpartition("/")[2] for one in read
    ]


def only_error(read: list[Article | ArticleError]) -> ArticleError:
    (error,) = [one for one in read if isinstance(one, ArticleError)]
    return error


def test_a_folder_is_read_in_order_whatever_stands_in_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": PROSE,
            "a.md": f"# Dam breaks above Lima\n\n{PROSE}",
            "c/d.TXT": PROSE,
            "c/e.jsonl": '{"text": "A dam broke."}\n{"text": "Twice."}\n',
            "c/f.csv": "text\nA dam broke.\n",
            ".hidden.txt": PROSE,
            ".git/x.txt": PROSE,
            "g.html": f"<html><body><article><p>{PROSE} {PROSE}</p></article></body></html>",
            "g_files/style.css": "p {}",
            "h.pdf": b"%PDF",
            "i.txt": b"\x89PNG\x00\x00",
            "j.txt": "",
        },
    )
    read = list(read_articles([tmp_path]))
    assert names(read) == [
        "a.md", "b.txt", "g.html", "!h.pdf", "!i.txt", "!j.txt", "d.TXT", "e.jsonl#1", "e.jsonl#2",
        "f.csv#2",
    ]  # fmt: skip


def test_the_text_of_a_file_is_its_bytes_decoded(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfA dam broke\r\nabove \xc2\xa0Lima.\r\x0bMore.\xe2\x80\xa8\n\n"
    write(tmp_path, {"a.txt": content})
    (article,) = read_articles([tmp_path / "a.txt"])
    assert isinstance(article, Article)
    assert article.text == content.decode("utf-8")


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [
        (b"", "the file is empty", None),
        (b" \n\t\xc2\xa0\r\n", "white space only", None),
        (b"\xef\xbb\xbf", "white space only", None),
        (b"GIF89a\x00\x01\x00", "binary file", None),
        ("A dam.".encode("utf-16")[:-1], "broken UTF-16", None),
        ("A dam\0.".encode("utf-16"), "binary file", None),
        ("A dam.".encode("utf-32"), "binary file", None),
        (b"A dam\nbroke\nin caf\xe9 Lima", "not UTF-8 (byte 0xe9)", 3),
        (b"ends with half a letter \xc3", "not UTF-8", 1),
        (b"a" * (LONGEST_ARTICLE_BYTES + 1), "too long for one article", None),
    ],
)
@pytest.mark.parametrize("by_upload", [True, False])
def test_what_is_no_text_is_refused_with_a_remedy(
    tmp_path: Path, content: bytes, problem: str, line: int | None, by_upload: bool
) -> None:
    write(tmp_path, {"a.txt": content, "b.txt": PROSE})
    if by_upload:
        read = list(read_upload("a.txt", content))
    else:
        read = list(read_articles([tmp_path]))
        assert names(read) == ["!a.txt", "b.txt"]
    error = only_error(read)
    assert isinstance(error, ArticleFormatError)
    assert problem in str(error)
    assert error.line == line


def test_an_unsupported_file_is_told_what_is_supported(tmp_path: Path) -> None:
    write(tmp_path, {"a.docx": b"PK"})
    error = only_error(list(read_articles([tmp_path / "a.docx"])))
    assert all(suffix in str(error) for suffix in SUPPORTED)


def test_what_is_not_there_or_no_file_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    read = list(read_articles([tmp_path / "missing.txt", tmp_path]))
    assert names(read) == ["!missing.txt", "!gone.txt", "!pipe.txt"]
    assert all(isinstance(error, ArticleFetchError) for error in read)


def test_a_folder_without_articles_says_so(tmp_path: Path) -> None:
    write(tmp_path, {"sub/.hidden": "x"})
    error = only_error(list(read_articles([tmp_path])))
    assert "there are no articles in this folder" in str(error)
    assert ".txt" in str(error)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PROSE})
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert names(list(read_articles([tmp_path]))) == ["a.txt", "!self.txt"]


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_what_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PROSE, "b/c.txt": PROSE})
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").chmod(0)
    try:
        read = list(read_articles([tmp_path]))
    finally:
        (tmp_path / "b").chmod(0o755)
    assert sorted(names(read)) == ["!a.txt", "!b"]


def test_files_are_read_whole_where_asked(tmp_path: Path) -> None:
    text = f"Dam breaks above Lima\nAdvertisement\n{PROSE}"
    write(tmp_path, {"a.txt": text, "b.md": f"---\ntitle: Dam\n---\n{text}"})
    plain, fronted = (one for one in read_articles([tmp_path], clean=False))
    assert isinstance(plain, Article) and isinstance(fronted, Article)
    assert [plain.text[span.start : span.end] for span in plain.body] == [text]
    assert [fronted.text[span.start : span.end] for span in fronted.body] == [text]
    assert (plain.title, fronted.title) == ("", "Dam")


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PROSE})
    assert len(list(read_articles([tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt"]))) == 1


def test_an_article_keeps_its_id_when_read_again(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": PROSE})
    (first,) = read_articles([tmp_path])
    write(tmp_path, {"a.txt": PROSE + " More."})
    (second,) = read_articles([tmp_path / "a.txt"])
    assert isinstance(first, Article) and isinstance(second, Article)
    assert first.id == second.id
    assert len(first.id) == 16


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_that_says_it_is_utf_16_is_read(encoding: str) -> None:
    text = "\ufeffDam breaks above Lima\n\nA dam broke above Lima \U0001f30a, the mayor said.\n"
    (article,) = read_upload("a.txt", text.encode(encoding))
    assert isinstance(article, Article)
    assert (article.text, article.title) == (text, "Dam breaks above Lima")
    (row,) = read_upload("a.csv", f"\ufefftext,title\n{text[1:9]},Dam\n".encode(encoding))
    assert isinstance(row, Article)
    assert row.text == "Dam brea"


def test_a_table_of_bytes_refuses_only_its_broken_rows(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.csv": b"text\nA dam broke.\ncaf\xe9\nTwice.\n",
            "b.jsonl": b'{"text": "A dam."}\n{"text": "caf\xe9"}\n{"text": "Twice."}',
            "c.jsonl": b"\x00\x01\x02",
            "d.csv": b"",
            "e.tsv": "text\ttitle\nA dam broke.\tDam\n".encode("utf-16"),
        },
    )
    read = list(read_articles([tmp_path]))
    assert names(read) == [
        "a.csv#2", "!a.csv", "a.csv#4", "b.jsonl#1", "!b.jsonl", "b.jsonl#3", "!c.jsonl", "!d.csv",
        "e.tsv#2",
    ]  # fmt: skip


def test_an_endless_line_of_a_table_is_refused_and_passed_over(tmp_path: Path) -> None:
    long = '{"text": "' + "a" * (2 * LONGEST_ARTICLE_BYTES + 50) + '"}\n'
    write(tmp_path, {"a.jsonl": long + '{"text": "A dam broke."}\n'})
    read = list(read_articles([tmp_path]))
    assert "one line is one article" in str(only_error(read))
    assert isinstance(read[1], Article)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\users\\jane\\a.txt", "a.txt"),
        ("a\u202etxt.\u202c\x00\n.txt", "a txt. .txt"),
        ("a" * 1000 + ".txt", "a" * 116 + ".txt"),
    ],
)
def test_the_name_of_an_upload_is_only_shown(name: str, shown: str) -> None:
    (article,) = read_upload(name, PROSE.encode())
    assert article.path == shown


@pytest.mark.parametrize("name", ["", "..", "/", "a.exe", "noextension", "\x00"])
def test_an_upload_without_a_known_extension_is_refused(name: str) -> None:
    (error,) = read_upload(name, PROSE.encode())
    assert isinstance(error, ArticleFormatError)


def test_uploads_are_told_apart_by_name_and_content() -> None:
    ids = {
        article.id
        for name, text in [("a.txt", "A dam."), ("a.txt", "A dam!"), ("b.txt", "A dam.")]
        for article in read_upload(name, text.encode())
        if isinstance(article, Article)
    }
    assert len(ids) == 3


def test_an_upload_of_a_table_holds_many() -> None:
    read = list(read_upload("a.jsonl", b'{"text": "A dam."}\n\n{"text": "Twice."}\n'))
    assert names(read) == ["a.jsonl#1", "a.jsonl#3"]
    assert len({one.id for one in read if isinstance(one, Article)}) == 2


@pytest.mark.parametrize(("name", "content"), [("a.csv", "text,title\n\n"), ("a.jsonl", "\n\n")])
def test_a_table_without_rows_is_an_error(name: str, content: str) -> None:
    (error,) = read_upload(name, content.encode())
    assert str(error) == f"{name}: there is no row with an article in this table"
