import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export_name import export_name
from geodata.model import CorpusFilter

DAY = date(2025, 11, 2)


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ({}, "dateline-2025-11-02.csv"),
        ({"words": "Museum  soldiers"}, "dateline-2025-11-02-museum-soldiers.csv"),
        ({"words": "Café", "sources": frozenset({"KCNA"})}, "dateline-2025-11-02-cafe.csv"),
        ({"sources": frozenset({"R&D Daily"})}, "dateline-2025-11-02-r-d-daily.csv"),
        ({"sources": frozenset({"One", "Two"})}, "dateline-2025-11-02.csv"),
        ({"sources": frozenset({""})}, "dateline-2025-11-02.csv"),
        ({"words": "평양"}, "dateline-2025-11-02.csv"),
        ({"words": "../../etc/passwd"}, "dateline-2025-11-02-etc-passwd.csv"),
    ],
)
def test_a_file_is_named_after_its_day_and_what_is_looked_for(shown, name: str) -> None:
    assert export_name(CorpusFilter(**shown), DAY, "csv") == name


@given(st.text(max_size=100))
def test_no_words_make_a_name_unsafe(words: str) -> None:
    name = export_name(CorpusFilter(words=words), DAY, "csv")
    assert re.fullmatch(r"dateline-2025-11-02(-[a-z0-9]+)*\.csv", name)
    assert len(name) <= 60
