"""Names of places: which spellings meet, which must not, and where the words of a text lie."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geodata.names import join, normalise, normalise_word, words

# Letters, marks, signs and spaces that names and hostile texts are made of.
spelled = st.text(
    alphabet=st.one_of(
        st.sampled_from("stmfSTM .,'’‘ʼ`´-–_&/()\n\t\u00a0\u200b\u00ad\u200d\u202eİıßŁøÆæ"),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moscow", "MOSCOW"),
        ("P'yŏngyang", "Pyongyang"),
        ("P’yŏngyang", "P`yongyang"),
        ("Kyiv", "  Kyiv\n"),
        ("São Paulo", "Sao Paulo"),
        ("Łódź", "Lodz"),
        ("Ærø", "Aero"),
        ("Ísafjörður", "Isafjordur"),
        ("Diyarbakır", "Diyarbakir"),
        ("İstanbul", "Istanbul"),
        ("Straße", "STRASSE"),
        ("Hwasong-guyok", "Hwasong guyok"),
        ("Bosnia–Herzegovina", "Bosnia Herzegovina"),
        ("Washington, D.C.", "Washington DC"),
        ("U.S.", "US"),
        ("U.K.", "UK"),
        ("W.Va.", "WVa"),
        ("N. Korea", "N Korea"),
        ("St. Petersburg", "Saint Petersburg"),
        ("St Petersburg", "saint petersburg"),
        ("Ste. Foy", "Sainte Foy"),
        ("Mt. Paektu", "Mount Paektu"),
        ("Ft. Worth", "Fort Worth"),
        ("Xi'an", "Xi’an"),
        ("L'Aquila", "L’Aquila"),
        ("Ｔｏｋｙｏ", "Tokyo"),
        ("Cafe\u0301", "Café"),
        ("Seoul\u200b", "Seoul"),
        ("Pyong\u00adyang", "Pyongyang"),
        ("Paral·lel", "Parallel"),
        ("Ŀ", "l"),
        ("_Kursk_", "Kursk"),
        ("Kursk\ufe0f", "Kursk"),
        ("МОСКВА", "Москва"),
        ("평양".encode().decode(), "\u1111\u1167\u11bc\u110b\u1163\u11bc"),
    ],
)
def test_two_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hwasong", "Hwaseong"),
        ("Xi'an", "Xi an"),
        ("Bad Homburg", "Badhomburg"),
        ("Новый", "Новыи"),
        ("Jackson St", "Jackson Saint"),
        ("Billings, Mt", "Billings Mount"),
        ("दिल्ली", "दलल"),
        ("が", "か"),
        ("York", "New York"),
    ],
)
def test_two_names_stay_apart(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("nothing", ["", " ", "...", "’", "—", "🗺️", "\u200b"])
def test_no_letter_is_no_name(nothing: str) -> None:
    assert normalise(nothing) == ""


def test_a_key_is_words_with_one_space_between_them() -> None:
    assert normalise("  The\u00a0 Democratic   People’s Republic\nof Korea ") == (
        "the democratic peoples republic of korea"
    )


@given(spelled)
@example("St. St. St.")
@example("U.S.S.R.")
@example("ß")
@example("ﬁ")
@example("ǅ")
@example("A.B C")
@example("ͺb")
@example("Ŀ")
@example("\u0e33")
@example("½")
def test_the_key_of_a_key_is_itself(text: str) -> None:
    key = normalise(text)
    assert normalise(key) == key


@given(spelled)
def test_a_key_is_without_case_and_has_single_spaces(text: str) -> None:
    key = normalise(text)
    assert normalise(key.casefold()) == key
    assert key == " ".join(key.split())


@given(spelled)
def test_a_name_in_a_text_has_the_key_of_the_name_alone(text: str) -> None:
    keys = [key for written in words(text).written if (key := normalise_word(written))]
    assert join(keys) == normalise(text)


@given(spelled)
def test_words_lie_in_the_text_as_they_are_written(text: str) -> None:
    found = words(text)
    assert all(text[start:end] == word != "" for start, end, word, _ in zip(*found, strict=True))
    assert all(end <= start for end, start in zip(found.ends, found.starts[1:], strict=False))


@given(spelled, st.integers(0, 20), st.integers(0, 40))
def test_words_and_gaps_make_up_the_stretch(text: str, start: int, end: int) -> None:
    found = words(text, start, end)
    spelled_again = "".join(
        part for pair in zip(found.gaps, found.written, strict=True) for part in pair
    )
    assert text[start:end].startswith(spelled_again)
    assert not words(text[start + len(spelled_again) : end]).written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("in Pyongyang's Hwasong district", ["in", "Pyongyang's", "Hwasong", "district"]),
        ("the U.S. and W.Va. agree.", ["the", "U.S.", "and", "W.Va.", "agree"]),
        ("N. Korea breaks ground", ["N.", "Korea", "breaks", "ground"]),
        ("Russia-Ukraine war", ["Russia", "Ukraine", "war"]),
        ("‘Kursk’ fell.", ["Kursk", "fell"]),
        ("平壤의 Курск", ["平壤의", "Курск"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, written: list[str]) -> None:
    assert words(text).written == written


@pytest.mark.parametrize("unit", ["a", "a.", "A.", "'", "a'", "A. ", "\u0301", "é"])
def test_a_long_hostile_line_takes_linear_time(unit: str) -> None:
    def seconds(repeats: int) -> float:
        """The least of three runs in processor time, each on a text not seen before."""
        taken = []
        for run in range(3):
            started = time.process_time()
            normalise(unit * (repeats + run))
            taken.append(time.process_time() - started)
        return min(taken)

    seconds(1_000)
    assert seconds(400_000) < 60 * max(seconds(20_000), 0.005)
