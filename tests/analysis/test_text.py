"""What counts as the same written word."""

import math

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import text
from clusterbelt.processing.analysis.columns import parse_numbers
from clusterbelt.processing.analysis.times import year_in
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("臺灣廣東ＡＢ１２ 　“”‘’、。…'\"iİß")))


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("廣東省東莞市", "广东省东莞市"),
        ("３Ｃ數碼", "3c数码"),
        ("  New   Energy\u3000Vehicles ", "new energy vehicles"),
        ("“集成电路”。", "集成电路"),
        ("「臺州市」", "台州市"),
        ("Xi’an", "xi'an"),
        ("集成电路（芯片）", "集成电路(芯片)"),
        ("女\u200b装\ufeff", "女装"),
        (440100.0, "440100"),
        (None, ""),
        (math.nan, ""),
        ("", ""),
    ],
)
def test_one_spelling_for_what_people_type_in_many_ways(written, means):
    assert text.normalise(written) == means


@given(WORDS)
def test_normalising_twice_changes_nothing(written):
    once = text.normalise(written)
    assert text.normalise(once) == once


@given(st.text(alphabet=sorted(map(chr, text.simplified_characters())), min_size=1))
def test_traditional_and_simplified_spellings_are_equal(written):
    simplified = written.translate(text.simplified_characters())
    assert text.normalise(written) == text.normalise(simplified)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_chinese_alone_takes_a_shorter_way_to_the_same_spelling(written):
    assert text.normalise(written) == text.normalise(f" “{written}”。 ")


def test_the_table_of_characters_never_needs_a_second_look_up():
    table = text.simplified_characters()
    assert len(table) > 2900
    assert not set(map(ord, table.values())) & set(table)
    assert table[ord("乾")] == "干", "the first of several simplified forms wins"


@pytest.mark.parametrize(
    "cell",
    [None, math.nan, pd.NA, pd.NaT, "", "  ", "-", "—", "――", "…", "..", "...", "NULL", "nan", "<NA>", "N/A"],
)
def test_a_cell_that_says_nothing_is_missing(cell):
    assert text.is_missing(cell)


@pytest.mark.parametrize("cell", ["A", 0, 0.0, "0", "无锡", "None-such", "a-b"])
def test_a_cell_that_says_something_is_not_missing(cell):
    assert not text.is_missing(cell)


def test_a_list_is_cut_at_every_hard_separator_and_keeps_the_spelling():
    assert text.split_list("广州市、 佛山市,惠州市，Xi'an;a；b|c/d／e") == [
        "广州市", "佛山市", "惠州市", "Xi'an", "a", "b", "c", "d", "e",
    ]  # fmt: skip


def test_soft_separators_never_cut_a_name():
    assert text.split_list("软件和信息服务") == ["软件和信息服务"]


def test_entries_that_say_nothing_leave_no_trace():
    assert text.split_list("、广州市、—、") == ["广州市"]
    assert text.split_list(None) == []
    assert text.split_list("n/a") == []


@given(
    st.lists(st.sampled_from(["广州市", "佛山市", "New York"]), min_size=1), st.sampled_from(text.SEPARATORS)
)
def test_joining_and_splitting_a_list_are_inverse(names, separator):
    assert text.split_list(separator.join(names)) == names


@pytest.mark.parametrize(
    ("cell", "code"),
    [(440100, "440100"), (440100.0, "440100"), ("440100.0", "440100"), (" ４４０１００ ", "440100"),
     ("0111", "0111"), ("C3973", "C3973"), ("26.11", "26.11"), (None, ""), ("—", "")],
)  # fmt: skip
def test_codes_survive_spreadsheets(cell, code):
    assert text.code_text(cell) == code


# As they come along from web pages, Excel and Windows: marks of direction, a soft hyphen, a joiner, a control.
UNSEEN = (
    "\u202a{}\u202c",
    "\u200e{}",
    "{}\u200f",
    "\ufeff{}",
    "\u2066{}\u2069",
    "\x01{}",
    "{}\x7f",
    "\u200b{}\u2060",
)


@pytest.mark.parametrize("marks", UNSEEN)
@pytest.mark.parametrize("written", ["深圳市", "shenzhen", "440300"])
def test_what_nobody_sees_makes_no_other_text(marks, written):
    assert text.normalise(marks.format(written)) == written
    assert text.code_text(marks.format(written)) == written
    assert text.is_missing(marks.format("")) and text.is_missing(marks.format("—"))
    assert not text.is_missing(marks.format(written))


def test_soft_hyphens_within_a_name_go_and_blanks_stay():
    assert text.normalise("深\xad圳市") == "深圳市"
    assert text.normalise("New\tYork\x0bCity") == "new york city"
    assert text.visible("a\tb\n") == "a\tb\n"


@pytest.mark.parametrize("marks", UNSEEN)
def test_numbers_and_years_with_what_nobody_sees_are_numbers_and_years(marks):
    cells = np.array([marks.format("12.5"), marks.format("")], dtype=object)
    numbers = parse_numbers(cells, np.array([1, 2]), "w", "layer")
    assert numbers[0] == 12.5 and np.isnan(numbers[1])
    assert year_in(marks.format("2015年")) == 2015
