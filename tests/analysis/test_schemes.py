"""Codes of other classifications: how they are written, cut, and read from columns that lost something."""

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.scheme_codes import (
    class_pairs,
    is_plain_code,
    longest_known,
    read_scheme,
    scheme_in_name,
    scheme_pairs,
    with_scheme,
)
from clusterbelt.processing.analysis.industries.table_cells import FOLDER, read_rows
from clusterbelt.processing.analysis.messages import AnalysisError
from hypothesis import given
from hypothesis import strategies as st


def built(*rows):
    """A taxonomy from (code, aliases)."""
    return taxonomy.load(
        pd.DataFrame([(c, f"n{c}", a) for c, a in rows], columns=["code", "name_en", "aliases"])
    )


def found(text, made):
    """Codes, and by how much the rank lies above that of the step."""
    result = resolution.resolve(text, made, keywords=False)
    return [made.codes[node] for node in result.nodes], result.rank - 20


GBT = built(("chip", "gbt:3973"), ("it", "gbt:39"), ("farm", "gbt:01"), ("chem", "gbt:271"), ("all", "gbt:C"))


@pytest.mark.parametrize(
    ("text", "codes", "lost"),
    [
        ("gbt:3973", ["chip"], 0),
        ("gbt:C3973", ["chip"], 0),
        ("GBT：Ｃ３９７３", ["chip"], 0),
        ("gbt:3973.0", ["chip"], 0),
        ("gbt:3979", ["it"], 2),
        ("gbt:397", ["it"], 1),
        ("gbt:2710", ["chem"], 0),
        ("gbt:2720", ["all"], 3),
        ("gbt:C", ["all"], 0),
        ("gbt:13", ["all"], 2),
        ("gbt:0111", ["farm"], 2),
    ],
)
def test_a_code_falls_back_to_its_longest_known_beginning_and_says_by_how_much(text, codes, lost):
    assert found(text, GBT) == (codes, lost)


@pytest.mark.parametrize(
    "text", ["gbt:9999", "gbt:4610", "nace:3973", "gbt:D", "other:C", "gbt:", "gbt:39-3", "gbt:39-38"]
)
def test_what_no_beginning_is_known_of_stays_unresolved(text):
    assert resolution.resolve(text, GBT, keywords=False).nodes == ()


@pytest.mark.parametrize(("text", "by"), [("gbt:8010", "no_node"), ("nace:45.1", "no_node"), ("gbt:99", "")])
def test_a_code_of_a_service_names_no_industry_and_one_that_is_none_is_not_read(text, by):
    assert resolution.resolve(text, taxonomy.read()).by == by


def test_points_end_a_level_in_schemes_that_have_them():
    sei = built(("a", "sei:1.2"), ("b", "sei:1.2.1"), ("c", "sei:1.2.10"))
    assert found("sei:1.2.10", sei) == (["c"], 0)
    assert found("sei:1.2.11", sei) == (["a"], 1)
    assert found("sei:1.2.1.4", sei) == (["b"], 1)


@pytest.mark.parametrize("text", ["nace:C26.11", "nace:26.11", "nace:2611", "nace:26.11.2", "nace:26.11Z"])
def test_nace_is_read_with_and_without_points_letters_and_national_digits(text):
    assert found(text, built(("a", "nace:26"), ("b", "nace:26.11")))[0] == ["b"]


def test_a_range_is_all_its_codes():
    assert scheme_pairs("nace:C10T12") == (("nace", "10"), ("nace", "11"), ("nace", "12"))
    assert scheme_pairs("naics:31-33") == (("naics", "31"), ("naics", "32"), ("naics", "33"))
    made = built(("food", "nace:10"), ("drink", "nace:11"), ("making", "naics:31-33"))
    assert found("nace:C10T12", made) == (["food", "drink"], 0)
    assert resolution.resolve("nace:C10T12", made).rest == ("nace:12",)
    assert found("naics:325412", made) == (["making"], 4)


def test_a_range_that_is_none_is_one_code():
    assert scheme_pairs("naics:33-31") == (("naics", "33-31"),)
    assert scheme_pairs("hs:1-9999") == (("hs", "1-9999"),)


def test_a_range_is_one_number_to_a_hundred():
    assert scheme_pairs("naics:31-31") == (("naics", "31"),)
    assert scheme_pairs("hs:100-199") == tuple(("hs", str(code)) for code in range(100, 200))
    assert scheme_pairs("hs:100-200") == (("hs", "100-200"),)


@pytest.mark.parametrize(("scheme", "table"), [("gbt", "gbt4754.csv"), ("nace", "nace2.csv")])
def test_a_division_falls_back_to_the_section_that_its_classification_puts_it_under(scheme, table):
    codes = [code for code, _ in read_rows(FOLDER / table, "code", "name")]
    sections = {(scheme, code.lower()): code for code in codes if code.isalpha()}
    section, found = "", {}
    for code in codes:
        if code.isalpha():
            section = code
        elif len(code) == 2:
            found[code] = longest_known((scheme, code), sections) == (section, 2)
    assert len(found) > 80 and all(found.values()), found


@pytest.mark.parametrize("pair", [("gbt", "98"), ("nace", "34"), ("isic", "04")])
def test_a_division_that_its_classification_lacks_has_no_section(pair):
    known = {(pair[0], letter): letter for letter in "abcdefghijklmnopqrstu"}
    assert longest_known(pair, known)[0] is None


def test_the_first_digit_and_the_first_number_are_beginnings_too():
    assert longest_known(("hs", "3973"), {("hs", "3"): "found"}) == ("found", 3)
    assert longest_known(("sei", "2.1.4"), {("sei", "2"): "found"}) == ("found", 2)


@pytest.mark.parametrize("table", ["gbt4754.csv", "nace2.csv", "naics2022.csv"])
@pytest.mark.parametrize("scheme", ["gbt", "nace", "naics"])
def test_classes_of_a_table_are_the_codes_that_a_text_would_name(scheme, table):
    for code, _ in read_rows(FOLDER / table, "code", "name"):
        assert class_pairs(scheme, code) == scheme_pairs(f"{scheme}:{code}")


def test_one_code_in_the_ranges_of_two_nodes_is_refused():
    with pytest.raises(taxonomy.TaxonomyError, match="naics:31-33"):
        built(("a", "naics:31-33"), ("b", "naics:32"))


# A column of plain codes.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3973", "gbt:3973"),
        (3973, "gbt:3973"),
        (3973.0, "gbt:3973"),
        ("3973.0", "gbt:3973"),
        ("Ｃ３９７３", "gbt:c3973"),
        ("C", "gbt:c"),
        ("3973；3974", "gbt:3973|gbt:3974"),
        ("3973、集成电路", "gbt:3973|集成电路"),
        ("13-15", "gbt:13-15"),
    ],
)
def test_plain_codes_get_the_scheme_of_their_column(value, text):
    assert with_scheme([value], "gbt") == {value: text}


@pytest.mark.parametrize("value", ["集成电路", "nace:26", "5G", "LED", None, float("nan"), "-", "", "3C数码"])
def test_everything_else_stays_as_it_is(value):
    known = {"5g"}
    assert with_scheme([value], "gbt", known) == {}


@pytest.mark.parametrize(
    ("text", "is_code"), [("C3973", True), (26.11, True), ("31-33", True), ("集成电路", False), ("", False)]
)
def test_a_plain_code_is_told_from_a_name(text, is_code):
    assert is_plain_code(text) is is_code


def test_a_code_of_the_taxonomy_itself_comes_first():
    assert with_scheme(["39", "3973"], "gbt", {"39"}) == {"3973": "gbt:3973"}


def test_without_a_scheme_nothing_changes():
    assert with_scheme(["3973"], "") == {}


def test_zeros_come_back_where_the_whole_column_lost_them():
    assert with_scheme([111, 3973, 610], "gbt") == {111: "gbt:0111", 3973: "gbt:3973", 610: "gbt:0610"}
    assert with_scheme([1, 39], "gbt") == {1: "gbt:01", 39: "gbt:39"}


@pytest.mark.parametrize("others", [["0111"], ["39"], ["277"], ["397"], []])
def test_a_group_stays_a_group_where_the_column_has_groups(others):
    assert with_scheme(["111", *others], "gbt")["111"] == "gbt:111"


def test_no_zero_is_put_before_codes_of_other_schemes():
    assert with_scheme(["111", "3973"], "naics")["111"] == "naics:111"


def test_a_taxonomy_that_is_the_scheme_itself_serves_its_own_codes():
    made = taxonomy.with_own_scheme(built(("C39", ""), ("397", ""), ("2710", "")), "GBT:")
    assert found("gbt:3979", made) == (["397"], 1)
    assert found("gbt:3911", made) == (["C39"], 2)
    assert found("gbt:271", made) == (["2710"], 0)
    assert taxonomy.with_own_scheme(GBT, "gbt") is GBT
    assert taxonomy.with_own_scheme(GBT, "") is GBT


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("gbt", "gbt"),
        (" GBT: ", "gbt"),
        ("GB/T 4754", "gbt"),
        ("GB/T 4754-2017", "gbt"),
        ("ＧＢ／Ｔ４７５４—２０１１", "gbt"),
        ("GB 4754:2017", "gbt"),
        ("gb_t", "gbt"),
        ("国民经济行业分类（GB/T 4754）", "gbt"),
        ("NACE Rev. 2", "nace"),
        ("ISIC Rev.4", "isic"),
        ("NAICS 2017", "naics"),
        ("SITC, Rev. 3", "sitc"),
        ("hs2012", "hs2012"),
        ("own_scheme_2", "own_scheme_2"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_scheme_is_understood_as_people_write_it(text, scheme):
    assert read_scheme(text) == scheme


@pytest.mark.parametrize("text", ["国标", "a b", "3973", "GB/T 12345"])
def test_what_names_no_scheme_is_refused_with_its_parameter(text):
    with pytest.raises(AnalysisError, match=f"BELT_SCHEME is “{text}”"):
        read_scheme(text, "BELT_SCHEME")


@given(st.text("0123456789", min_size=1, max_size=6), st.sets(st.text("0123456789", min_size=1, max_size=4)))
def test_the_longest_beginning_is_that_of_all_beginnings(code, known):
    table = {("hs", entry): number for number, entry in enumerate(sorted(known))}
    best = max((entry for entry in known if code.startswith(entry)), key=len, default=None)
    node, lost = longest_known(("hs", code), table)
    assert node == (None if best is None else table["hs", best])
    assert best is None or lost == len(code) - len(best)


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("CIC4", "gbt"),
        ("GB4754_2017", "gbt"),
        ("GB/T 4754", "gbt"),
        ("gbt_code", "gbt"),
        ("国民经济行业代码", "gbt"),
        ("NAICS", "naics"),
        ("naics2022", "naics"),
        ("NACE_R2", "nace"),
        ("ISIC Rev.4", "isic"),
        ("SIC code", "sic"),
        ("行业代码", ""),
        ("basic", ""),
        ("Music", ""),
        ("clinical_cicada", ""),
        ("menace", ""),
    ],
)
def test_the_name_of_a_column_may_say_its_classification(name, scheme):
    assert scheme_in_name(name) == scheme
