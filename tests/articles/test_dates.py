from datetime import date

import pytest

from geodata.articles.dates import Said, date_line, dateline_date, said_date, written_date
from geodata.articles.text import read_text

DAY = date(2025, 10, 24)


@pytest.mark.parametrize(
    "written",
    [
        "2025-10-24",
        "2025/10/24",
        "2025.10.24",
        "2025. 10. 24.",
        "2025-10-24T09:31:00+09:00",
        "24/10/2025",
        "24.10.2025",
        "10/24/2025",
        "October 24, 2025",
        "Oct. 24, 2025",
        "24 Oct. 2025",
        "24th October 2025",
        "24th of October, 2025",
        "24-Oct-2025",
        "24. Oktober 2025",
        "24 octobre 2025",
        "24 de octubre de 2025",
        "24 октября 2025",
        "24 października 2025",
        "2025년 10월 24일",
        "2025年10月24日",
    ],
)
def test_a_full_date_is_read(written: str) -> None:
    assert written_date(written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2025",
        "03.04.2025",
        "31/02/2025",
        "February 30, 2025",
        "October 2025",
        "Oct. 24",
        "Friday",
        "yesterday",
        "24/10/25",
        "Room 12, 2025",
        "20251024",
        "Summer 24, 2025",
        "2025",
        "12 of 24, 2025",
        "October 23, 2025 and October 24, 2025",
        "",
    ],
)
def test_what_is_no_certain_date_is_left_alone(written: str) -> None:
    assert written_date(written) is None


def test_day_and_month_that_are_the_same_number_are_certain() -> None:
    assert written_date("03/03/2025") == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Published: 24 Oct. 2025, 09:31", (Said.PUBLISHED, DAY)),
        ("date 2025-10-24", (Said.PUBLISHED, DAY)),
        ("Posted on October 24, 2025 by admin", (Said.BESIDE_NAMES, DAY)),
        ("Friday, October 24, 2025", (Said.ALONE, DAY)),
        ("Fri 24 Oct 2025 18.04 BST", (Said.ALONE, DAY)),
        ("24. Oktober 2025, 12:03 Uhr", (Said.ALONE, DAY)),
        ("By John Smith | October 24, 2025", (Said.BESIDE_NAMES, DAY)),
        ("Oct 24, 2025 · 5 min read", (Said.BESIDE_NAMES, DAY)),
        ("Brussels, 24 October 2025", (Said.BESIDE_NAMES, DAY)),
        ("Updated 24 October 2025 at 09:31 GMT", (Said.UPDATED, DAY)),
        ("Oct. 24, 2025 | Updated Oct. 25, 2025 9:31 a.m. EDT", (Said.ALONE, DAY)),
        ("Updated Oct. 25, 2025, published Oct. 24, 2025", (Said.PUBLISHED, DAY)),
        ("Published 03/04/2025", (Said.PUBLISHED, None)),
        ("Published 03/04/2025, updated 25/04/2025", (Said.PUBLISHED, None)),
        ("Since October 24, 2025, the army has held the bridge", None),
        ("Battle of Kursk 5 July 1943", None),
        ("It was October 24, 2025.", None),
        ("Vol. 12, No. 3 2025", None),
    ],
)
def test_how_a_line_says_its_date(line: str, said: tuple[Said, date | None] | None) -> None:
    assert said_date(line) == said


@pytest.mark.parametrize("line", ["October 24, 2025", "Posted on October 24, 2025 by admin"])
def test_a_line_that_only_says_the_date_is_one(line: str) -> None:
    assert date_line(line) is not None


@pytest.mark.parametrize("line", ["Brussels, 24 October 2025", "The dam broke on October 24, 2025"])
def test_a_line_that_says_more_is_no_date_line(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("PYONGYANG, Oct. 24, 2025 (KCNA) -- A street was opened.", DAY),
        ("Oct. 24, 2025 (UPI) -- A street was opened.", DAY),
        ("Pyongyang, 24 October 2025 — A street was opened.", DAY),
        ("PYONGYANG, Oct. 24 (Reuters) - A street was opened.", None),
        ("In Pyongyang on Oct. 24, 2025 a street was opened.", None),
        ("A street was opened on Oct. 24, 2025 (a Friday).", None),
    ],
)
def test_a_dateline_needs_its_year(line: str, day: date | None) -> None:
    assert dateline_date(line) == day


HEADLINE = "Dam breaks above the town of Lima"
PROSE = "A dam broke above Lima on Friday, the mayor said, and the town was evacuated."
MORE = "Nobody was hurt in Lima, but the bridge is gone and the road is closed."


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([HEADLINE, "October 24, 2025", PROSE, MORE], DAY),
        ([HEADLINE, PROSE, MORE, "Published: October 24, 2025"], DAY),
        ([HEADLINE, PROSE, MORE, PROSE + " Again.", "October 24, 2025"], None),
        ([HEADLINE, "03/04/2025", PROSE, MORE], None),
        ([HEADLINE, "Friday", PROSE], None),
        ([HEADLINE, "Published yesterday", PROSE], None),
        ([HEADLINE, "October 23, 2025", "October 24, 2025", PROSE], None),
        ([HEADLINE, "Published 03/04/2025", "Updated 24/10/2025", PROSE], None),
        (["November 21, 2026", HEADLINE, "Oct. 24, 2025", PROSE], DAY),
        (["November 21, 2026", "Home", "World", "Menu", HEADLINE, PROSE], None),
        ([HEADLINE, "Updated October 24, 2025", PROSE], DAY),
        ([HEADLINE, "Published October 24, 2025", "Updated October 25, 2025", PROSE], DAY),
        ([HEADLINE, PROSE, "Related Stories", "October 24, 2025", "Published: 1 May 2025"], None),
        ([HEADLINE, "On October 24, 2025 a dam broke above Lima, the mayor said."], None),
    ],
)
def test_the_day_of_publication_is_what_the_page_says(lines: list[str], day: date | None) -> None:
    assert read_text("\n".join(lines)).published == day
