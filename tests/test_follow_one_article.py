"""The guided tour tells the truth: its examples are run, and print what the page says."""

import re

import pytest

from docs.follow_one_article import EXAMPLES, PAGE, with_current_values
from geodata.places.gazetteer import Gazetteer

REMEDY = "run `python -m docs.follow_one_article`, then read what changed in the page and why"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def current(page: str, gazetteer: Gazetteer) -> str:
    del gazetteer  # The examples open the file that this makes sure is there.
    return with_current_values(page)


def test_the_page_prints_what_its_examples_print(page: str, current: str) -> None:
    assert page.splitlines() == current.splitlines(), REMEDY


def test_every_block_of_code_is_run_and_shows_something(page: str) -> None:
    blocks = EXAMPLES.findall(page)
    assert len(blocks) == len(re.findall(r"^```pycon$", page, re.MULTILINE)) > 8
    assert page.count(">>> ") == sum(block.count(">>> ") for block in blocks)


def test_a_value_that_is_not_printed_is_found(page: str, current: str) -> None:
    lines = [line for block in EXAMPLES.findall(page) for line in block.splitlines()]
    printed = [line for line in lines if not line.startswith((">>>", "..."))]
    assert len(printed) > 50
    for line in (printed[0], printed[len(printed) // 2], printed[-1]):
        wrong = page.replace(f"\n{line}\n", f"\n{line} and more\n")
        assert wrong != page
        assert with_current_values(wrong) == current
