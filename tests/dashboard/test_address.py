from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import (
    LAST_OFFSET,
    LONGEST_WORDS,
    STEPS,
    Known,
    MentionAt,
    Question,
    View,
    address_of,
    query_of,
    view_in,
)
from geodata.corpus.hidden import Listed
from geodata.corpus.periods import TimeUnit
from geodata.model import CorpusFilter, Role

KNOWN = Known(
    sources=frozenset({"Yonhap", "", "R&D <b>Daily</b>"}),
    feature_classes=frozenset("APH"),
    place_ids=frozenset({"1871859", "dateline:kp-hwasong"}),
    article_ids=frozenset({"0011223344556677", "8899aabbccddeeff"}),
)


def filtered(**fields) -> View:
    return View(CorpusFilter(**fields))


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({}, View()),
        ({"source": ["Yonhap"]}, filtered(sources=frozenset({"Yonhap"}))),
        ({"source": ["~"]}, filtered(sources=frozenset({""}))),
        (
            {"from": ["2025-10-23"], "to": ["2025-10-24"]},
            filtered(published_from=date(2025, 10, 23), published_to=date(2025, 10, 24)),
        ),
        ({"undated": ["no"]}, filtered(include_undated=False)),
        ({"role": ["demonym"]}, filtered(roles=frozenset({Role.DEMONYM}))),
        ({"role": ["none"]}, filtered(roles=frozenset())),
        ({"class": ["P", "H"]}, filtered(feature_classes=frozenset("PH"))),
        ({"words": ["  museum   soldiers "]}, filtered(words="museum soldiers")),
        ({"place": ["dateline:kp-hwasong"]}, View(place_id="dateline:kp-hwasong")),
        ({"article": ["0011223344556677"]}, View(article_id="0011223344556677")),
        ({"by": ["week"]}, View(step=TimeUnit.WEEK)),
        (
            {"article": ["0011223344556677"], "beside": ["8899aabbccddeeff"]},
            View(article_id="0011223344556677", beside="8899aabbccddeeff"),
        ),
        ({"compare": ["first"]}, View(question=Question.FIRST)),
        ({"list": ["people"]}, View(listed=Listed.PEOPLE)),
        ({"copies": ["once"]}, filtered(independent_only=True)),
        ({"find": [" Daesong  museum "]}, View(search="Daesong museum")),
        (
            {"mention": ["12@0011223344556677"]},
            View(mention=MentionAt("0011223344556677", 12)),
        ),
    ],
)
def test_an_address_says_what_is_shown(query, view) -> None:
    assert view_in(query, KNOWN) == view


@pytest.mark.parametrize(
    "query",
    [
        {"source": ["<script>alert(1)</script>", "Reuters"]},
        {"source": ["Yonhap", "", "~", "R&D <b>Daily</b>"]},
        {"from": ["2025-13-01"], "to": ["yesterday"]},
        {"from": ["20251024"]},
        {"from": ["2025-W43-5"]},
        {"from": ["２０２５-10-24"]},
        {"from": ["2025-10-25"], "to": ["2025-10-24"]},
        {"undated": ["maybe"]},
        {"role": ["${alert(1)}", "admin"]},
        {"class": ["Q", "P; DROP TABLE articles"]},
        {"class": ["A", "H", "P"]},
        {"words": ["\u202e\x00  "]},
        {"place": ["999"], "article": ["../../etc/passwd"]},
        {"beside": ["8899aabbccddeeff"]},
        {"copies": ["yes"]},
        {"compare": ["all"], "list": ["everything"]},
        {"compare": ["two; DROP TABLE"], "list": ["<script>"]},
        {"place": [""], "article": []},
        {"at": ["39,125,7"], "unheard-of": ["x"]},
        {"by": ["century"], "find": ["\x00 "], "mention": ["12@nobody"]},
        {"by": ["${x}"], "mention": ["-1@0011223344556677"]},
    ],
)
def test_what_an_address_may_not_say_counts_as_not_said(query) -> None:
    assert view_in(query, KNOWN) == View()


def test_of_a_repeated_parameter_the_last_counts() -> None:
    assert view_in({"place": ["999", "1871859"]}, KNOWN).place_id == "1871859"


def test_words_are_cut_to_what_the_field_holds() -> None:
    words = view_in({"words": ["x" * 100_000]}, KNOWN).corpus_filter.words
    assert len(words) == LONGEST_WORDS


def test_the_usual_view_has_an_empty_address() -> None:
    assert address_of(View()) == ""


def test_an_address_is_safe_to_write() -> None:
    assert address_of(filtered(sources=frozenset({"R&D <b>Daily</b>"}))) == (
        "source=R%26D+%3Cb%3EDaily%3C%2Fb%3E"
    )


some_days = st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31))
views = st.builds(
    View,
    st.builds(
        CorpusFilter,
        sources=st.frozensets(st.sampled_from(sorted(KNOWN.sources)), max_size=2),
        published_from=some_days,
        published_to=some_days,
        include_undated=st.booleans(),
        roles=st.frozensets(st.sampled_from(Role)),
        feature_classes=st.frozensets(st.sampled_from(sorted(KNOWN.feature_classes)), max_size=2),
        words=st.sampled_from(["", "museum", "“Hwasong-17” & <b>", "museum soldiers"]),
        independent_only=st.booleans(),
    ),
    st.none() | st.sampled_from(sorted(KNOWN.place_ids)),
    st.none() | st.just("0011223344556677"),
    st.none() | st.builds(MentionAt, st.just("0011223344556677"), st.integers(0, LAST_OFFSET)),
    st.sampled_from(["", "Daesong", "“x” & <b>"]),
    step=st.none() | st.sampled_from(STEPS),
    beside=st.none() | st.just("8899aabbccddeeff"),
    question=st.sampled_from(Question),
    listed=st.none() | st.sampled_from(Listed),
).filter(
    lambda view: (
        (view.article_id or not view.beside)
        and not (
            view.corpus_filter.published_from
            and view.corpus_filter.published_to
            and view.corpus_filter.published_from > view.corpus_filter.published_to
        )
    )
)


@given(views)
def test_a_view_comes_back_from_its_address(view: View) -> None:
    assert view_in(query_of(view), KNOWN) == view


texts = st.text(max_size=30)


@given(st.dictionaries(st.sampled_from([*query_of(View()), "source", "from", "to", "role", "class",
                                        "words", "place", "article", "mention", "by", "find",
                                        "beside", "copies", "compare", "list"]),
                       st.lists(texts, max_size=3)))  # fmt: skip
def test_no_address_breaks_the_view(query) -> None:
    view = view_in(query, KNOWN)
    assert view_in(query_of(view), KNOWN) == view
