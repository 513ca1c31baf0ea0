import csv
import io
import json
from collections.abc import Iterable
from datetime import date

import pytest

from geodata.articles.tables import read_lines, read_table
from geodata.errors import ArticleError, UnreadColumnsError
from geodata.model import Article, Span


def articles_of(read: Iterable[Article | ArticleError]) -> list[Article]:
    found = list(read)
    assert not [one for one in found if type(one) is not Article and not is_remark(one)]
    return [one for one in found if isinstance(one, Article)]


def is_remark(one: object) -> bool:
    return isinstance(one, UnreadColumnsError)


def errors_of(read: Iterable[object]) -> list[str]:
    return [str(one) for one in read if isinstance(one, ArticleError)]


def test_a_line_of_json_is_an_article() -> None:
    told = {
        "id": 7,
        "text": "A dam broke above Lima.",
        "title": "Dam\u202e breaks",
        "source": "Andes Daily",
        "published": "2025-10-24T00:30:00+09:00",
        "url": "https://andes.example/7",
        "language": "en-GB",
        "author": "not looked at",
    }
    (article,) = articles_of(read_lines([json.dumps(told)], path="a.jsonl"))
    assert (article.title, article.source) == ("Dam breaks", "Andes Daily")
    assert article.published == date(2025, 10, 24)
    assert (article.url, article.language) == ("https://andes.example/7", "en")
    assert (article.path, article.text) == ("a.jsonl#1", "A dam broke above Lima.")
    assert article.body == (Span(0, 23),)


def test_what_is_not_told_is_read_from_the_text() -> None:
    text = "Dam breaks above Lima today\nOctober 24, 2025\nA dam broke above Lima, the mayor said."
    (article,) = articles_of(read_lines([json.dumps({"text": text})], path="-"))
    assert (article.title, article.published) == ("Dam breaks above Lima today", date(2025, 10, 24))


def test_uncleaned_lines_are_all_body() -> None:
    line = json.dumps({"text": "Advertisement\nA dam broke.", "title": "Dam"})
    (article,) = articles_of(read_lines([line], path="-", clean=False))
    assert (article.body, article.title) == ((Span(0, 26),), "Dam")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not json", "no valid JSON (Expecting value at character 1); write one object per line"),
        ("[1, 2]", "not a JSON object"),
        ("{}", "there is no text"),
        ('{"text": 5}', "text is not a string"),
        ('{"text": "  "}', "text is empty"),
        ('{"text": "a", "title": ["b"]}', "title is not a string"),
        ('{"text": "a", "id": true}', "id is not a string"),
        ('{"text": "a", "published": "03/04/2025"}', "write an ISO date such as 2025-10-24"),
        ('{"text": "a", "published": "yesterday"}', "write an ISO date"),
        ('{"text": "a", "url": "javascript:alert(1)"}', "url is not a web address"),
        ('{"text": "a \\ud800 b"}', "not UTF-8"),
        ('{"text": "caf\udce9"}', "not UTF-8"),
        ("[" * 100_000, "no valid JSON (nested too deeply)"),
        ('{"text": ' + "9" * 10_000 + "}", "no valid JSON (a number is too long)"),
    ],
    ids=range(14),
)
def test_a_bad_line_is_an_error_and_the_rest_goes_on(line: str, problem: str) -> None:
    good = '{"text": "A dam broke."}'
    read = list(read_lines([good, "", line, good], path="a.jsonl"))
    assert [type(one) for one in read[::2]] == [Article, Article]
    (error,) = errors_of(read)
    assert error.startswith("a.jsonl, line 3: ")
    assert error.count("line 3") + error.count("line 1") == 1
    assert problem in error
    assert len(error) < 300


@pytest.mark.parametrize(
    "written",
    [
        "headline,outlet,pubDate,link,body,lang",
        "Title,Publisher,Published At,URL,Content,language",
        "HEADLINE,newspaper,date,permalink,full_text,Lang",
    ],
)
def test_the_usual_names_of_columns_are_understood(written: str) -> None:
    names = written.split(",")
    cells = ["Dam", "Andes", "Fri, 24 Oct 2025 09:31:00 GMT", "https://a.example/7", "A dam.", "es"]
    (line,) = articles_of(
        read_lines([json.dumps(dict(zip(names, cells, strict=True)))], path="a.jsonl")
    )
    (row,) = articles_of(read_table(table(names, cells), path="a.csv"))
    for article in (line, row):
        assert (article.title, article.source, article.text) == ("Dam", "Andes", "A dam.")
        assert (article.published, article.language) == (date(2025, 10, 24), "es")
        assert article.url == "https://a.example/7"


def test_a_column_s_own_name_goes_before_another_word_for_it() -> None:
    names, cells = (
        ["date", "body", "text", "published"],
        ["2001-01-01", "x", "A dam.", "2025-10-24"],
    )
    article, remark = read_table(table(names, cells), path="a.csv")
    assert isinstance(article, Article)
    assert (article.text, article.published) == ("A dam.", date(2025, 10, 24))
    assert is_remark(remark)
    assert "the columns “date”, “body”; those" in str(remark)


def test_another_word_counts_in_json_only_where_it_holds_a_text() -> None:
    line = json.dumps({"text": "A dam.", "date": 1761264000, "link": None, "body": [[0, 5]]})
    article, _, remark = read_lines([line, line], path="a.jsonl")
    assert isinstance(article, Article)
    assert article.published is None
    assert str(remark).startswith("a.jsonl: nothing was read from the columns “date”, “body”; ")


def test_columns_that_are_not_read_are_told_once_and_not_all_of_many() -> None:
    names = ["text", "author", "", *(f"x{number}" for number in range(500))]
    rows = table(names, ["A dam."], ["Twice."])
    lines = [json.dumps({"text": "A dam.", f"x{number}\n": "1"}) for number in range(500)]
    for read in (read_table(rows, path="a.csv"), read_lines(lines, path="a.jsonl")):
        *articles, remark = read
        assert all(isinstance(one, Article) for one in articles)
        assert str(remark).count("“") == 12
        assert "”, and more; those that are read are text, title," in str(remark)


def test_rows_of_different_id_or_line_have_different_ids() -> None:
    lines = ['{"text": "a"}', '{"text": "a"}', '{"text": "a", "id": "x"}']
    ids = [article.id for article in articles_of(read_lines(lines, path="a.jsonl"))]
    assert len(set(ids)) == 3
    assert ids == [article.id for article in articles_of(read_lines(lines, path="a.jsonl"))]


def test_lines_are_read_one_at_a_time() -> None:
    taken: list[int] = []

    def lines() -> Iterable[str]:
        for number in range(1000):
            taken.append(number)
            yield '{"text": "a"}'

    next(iter(read_lines(lines(), path="-")))
    assert len(taken) == 1


def table(*rows: list[str], delimiter: str = ",") -> io.StringIO:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    stream.seek(0)
    return stream


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_of_a_table_is_an_article(delimiter: str) -> None:
    text = 'A dam broke, "slowly";\nthen\tall at once.'
    rows = table(
        ["Title", "TEXT", "published", "author"],
        ["Dam, breaks", text, "2025-10-24", "Jane"],
        delimiter=delimiter,
    )
    (article,) = articles_of(read_table(rows, path="a.csv"))
    assert (article.title, article.text) == ("Dam, breaks", text)
    assert (article.published, article.path) == (date(2025, 10, 24), "a.csv#2")


def test_a_table_may_begin_with_a_byte_order_mark() -> None:
    rows = io.StringIO("\ufefftext\nA dam broke.\n")
    assert articles_of(read_table(rows, path="a.csv"))[0].text == "A dam broke."


@pytest.mark.parametrize(
    ("first", "line"),
    [("title,story\n", 1), ("", 1), ("\n", 2), ("\ufeff\r\n,,\n", 3), ("{}\n", 1)],
)
def test_a_table_without_text_names_its_columns(first: str, line: int) -> None:
    (error,) = errors_of(read_table(io.StringIO(first + "a,b\n"), path="a.csv"))
    assert error.startswith(f"a.csv, line {line}: there is no column 'text'; found '")
    assert "text, title, source, published, url, language, id" in error


def test_a_table_of_blank_lines_has_no_columns() -> None:
    (error,) = errors_of(read_table(io.StringIO("\n \n"), path="a.csv"))
    assert "there is no column 'text'; found nothing" in error


@pytest.mark.parametrize("blank", ["\n", "\ufeff\r\n \n", ";;\n"])
def test_lines_without_a_name_before_the_header_are_passed_over(blank: str) -> None:
    rows = io.StringIO(blank + "title;text\nDam;A dam broke.\nDam;\n", newline="")
    article, error = read_table(rows, path="a.csv")
    assert isinstance(article, Article)
    number = blank.count("\n") + 2
    assert (article.title, article.path) == ("Dam", f"a.csv#{number}")
    assert str(error).startswith(f"a.csv, line {number + 1}: text is empty")


@pytest.mark.parametrize(
    "header",
    [
        '"Published\non, or\nabout";Title;text\n',
        'Title;"text\n";"Published\nby; or, of"\n',
        '"text\r\n"\n',
        'Title;size 5";text\n',
        '"Where, when";text\n',
    ],
)
def test_a_name_of_a_column_may_hold_line_breaks_quotes_and_commas(header: str) -> None:
    width = header.count(";") - ("by;" in header) + 1
    cells = ['"A dam ""broke"", twice."'] * width
    rows = io.StringIO(header + ";".join(cells) + "\n", newline="")
    (article,) = articles_of(read_table(rows, path="a.csv"))
    assert (article.text, article.path) == (
        'A dam "broke", twice.',
        f"a.csv#{header.count(chr(10)) + 1}",
    )


def test_a_quote_that_is_not_closed_in_the_header_is_told() -> None:
    rows = io.StringIO('\ntext,"title\n' + "A dam broke.,Dam\n" * 50)
    (error,) = errors_of(read_table(rows, path="a.csv"))
    assert error.startswith("a.csv, line 2: the names of the columns are no valid table row")
    assert "close every quote" in error


def test_bad_rows_of_a_table_name_their_line_and_the_rest_goes_on() -> None:
    rows = io.StringIO(
        "id,text,published\n"
        "1,A dam broke.,2025-10-24\n"
        "2,A dam broke.,03/04/2025\n"
        "3,A dam broke, twice.,\n"
        "4,,\n"
        "\n"
        "5,caf\udce9,\n"
        '6,"A dam\nbroke.",\n'
        "7,A dam broke.\n"
    )
    read = list(read_table(rows, path="a.csv"))
    assert [one.text for one in read if isinstance(one, Article)] == [
        "A dam broke.",
        "A dam\nbroke.",
        "A dam broke.",
    ]
    errors = errors_of(read)
    assert [error.split(":")[0] for error in errors] == [
        f"a.csv, line {line}" for line in (3, 4, 5, 7)
    ]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('"A dam broke,x\n"A dam held",y\nA dam stood,z\n', 2),
        ('A dam stood,z\n"A dam broke,x\n', 3),
        ('"A "dam" broke",x\nA dam stood,z\n', 2),
    ],
)
def test_a_quote_that_is_not_closed_is_an_error_not_one_long_article(rows: str, line: int) -> None:
    read = list(read_table(io.StringIO("text,title\n" + rows), path="a.csv"))
    assert [one.text for one in read if isinstance(one, Article)] == ["A dam stood"]
    (error,) = errors_of(read)
    assert error.startswith(f"a.csv, line {line}: no valid table row")


def test_a_huge_cell_is_read_and_a_longer_one_refused() -> None:
    huge = "A dam broke. " * 300_000
    rows = table(["text"], [huge], [huge * 3], ["A dam broke."])
    read = list(read_table(rows, path="a.csv"))
    assert [len(one.text) for one in read if isinstance(one, Article)] == [len(huge), 12]
    (error,) = errors_of(read)
    assert "no valid table row" in error
