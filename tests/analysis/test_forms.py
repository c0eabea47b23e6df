"""Taxonomies by parent column, by prefix and by points end up the same."""

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import forms, taxonomy
from clusterbelt.processing.analysis.industries.taxonomy_error import TaxonomyError
from clusterbelt.processing.analysis.messages import AnalysisError
from hypothesis import given
from hypothesis import strategies as st


def parents(codes, form, levels=()):
    table = pd.DataFrame({"code": list(codes), "name_en": [f"n{code}" for code in codes]})
    made = forms.to_parents(table, form, levels)
    return dict(zip(made["code"], made["parent"]))


def test_the_parent_form_stays_as_it_is():
    table = taxonomy.read_table(taxonomy.BUNDLED_NODES)
    made = taxonomy.load(forms.to_parents(table), taxonomy.read_table(taxonomy.BUNDLED_CHAINS))
    assert made.parents == taxonomy.read().parents
    assert list(forms.to_parents(table)) == list(forms.COLUMNS)


def test_a_prefix_code_belongs_to_the_longest_code_it_begins_with():
    codes = ("39", "397", "3973", "40", "3911")
    expected = {"39": "", "397": "39", "3973": "397", "40": "", "3911": "39"}
    assert parents(codes, "prefix", (2, 3, 4)) == parents(codes, "prefix") == expected


def test_a_letter_in_front_is_the_section():
    assert parents(("C", "C39", "C3973", "D", "44"), "prefix") == {
        "C": "", "C39": "C", "C3973": "C39", "D": "", "44": "",
    }  # fmt: skip


def test_a_letter_on_some_codes_alone_does_not_part_them():
    assert parents(("C39", "397", "C3973"), "prefix") == {"C39": "", "397": "C39", "C3973": "397"}


def test_zeros_that_fill_a_code_up_are_no_level():
    assert parents(("3900", "3970", "3973"), "prefix", (2, 3, 4)) == {
        "3900": "", "3970": "3900", "3973": "3970",
    }  # fmt: skip
    assert parents(("440000", "440100", "440103"), "prefix", (2, 4, 6)) == {
        "440000": "", "440100": "440000", "440103": "440100",
    }  # fmt: skip


def test_a_zero_counts_where_the_shorter_code_exists_or_is_too_short():
    assert parents(("27", "271", "2710"), "prefix") == {"27": "", "271": "27", "2710": "271"}
    assert parents(("97", "9700"), "prefix", (2, 3, 4)) == {"97": "", "9700": "97"}
    assert parents(("10", "11"), "prefix", (1, 2)) == {"10": "", "11": ""}
    assert parents(("270", "271"), "prefix", (2, 3)) == {"270": "", "271": ""}
    assert parents(("1000", "1100"), "prefix", (1, 4)) == {"1000": "", "1100": ""}
    assert parents(("390", "3900", "391"), "prefix", (2, 3, 4)) == {"390": "", "3900": "390", "391": ""}


def test_a_range_is_the_parent_of_all_that_begins_with_its_numbers():
    assert parents(("31-33", "311", "325412", "44-45", "451", "340"), "prefix", (2, 3, 6)) == {
        "31-33": "", "311": "31-33", "325412": "31-33", "44-45": "", "451": "44-45", "340": "",
    }  # fmt: skip


def test_a_range_has_one_number_to_a_hundred():
    assert parents(("31-31", "311"), "prefix") == {"31-31": "", "311": "31-31"}
    assert parents(("100-199", "1001", "1999"), "prefix") == {
        "100-199": "",
        "1001": "100-199",
        "1999": "100-199",
    }
    with pytest.raises(TaxonomyError):
        parents(("100-200",), "prefix")


def test_the_example_of_a_code_is_as_long_as_the_levels_are():
    with pytest.raises(TaxonomyError, match=r"C3973, 39, 3973210000\)"):
        parents(("x9y",), "prefix", (2, 10, 11))


def test_numbers_are_codes_too():
    made = forms.to_parents(pd.DataFrame({"code": [39.0, 397.0], "name_en": ["a", "b"]}), "prefix")
    assert (made["code"], made["parent"]) == (["39", "397"], ["", "39"])


def test_a_dotted_code_belongs_to_what_stands_before_its_last_point():
    assert parents(("1", "1.2", "1.2.10", "1.2.1", "2.1.1", "2"), "dotted") == {
        "1": "", "1.2": "1", "1.2.10": "1.2", "1.2.1": "1.2", "2.1.1": "2", "2": "",
    }  # fmt: skip
    assert parents(("A", "a.x"), "dotted") == {"A": "", "a.x": "A"}


def test_the_parent_column_counts_in_its_own_form_alone():
    table = pd.DataFrame({"code": ["1", "1.2"], "parent": ["", "9"], "name_zh": ["甲", "乙"]})
    assert forms.to_parents(table, "dotted")["parent"] == ["", "1"]


@pytest.mark.parametrize(
    ("codes", "form", "levels", "faulty"),
    [
        (("39", "3.9", "x9y", "33-31"), "prefix", (), ("3.9", "x9y", "33-31")),
        (("39", "397", "39731"), "prefix", (2, 3, 4), ("39731",)),
        (("1", "1..2", ".3", "4-5"), "dotted", (), ("1..2", ".3", "4-5")),
    ],
)
def test_codes_of_another_form_are_refused_all_at_once(codes, form, levels, faulty):
    with pytest.raises(TaxonomyError) as caught:
        parents(codes, form, levels)
    assert [problem.values["code"] for problem in caught.value.problems] == list(faulty)


def test_a_double_code_is_found_by_the_checks_that_follow():
    table = pd.DataFrame({"code": ["39", "39"], "name_en": ["a", "b"]})
    with pytest.raises(TaxonomyError, match="two rows"):
        taxonomy.load(forms.to_parents(table, "prefix"))


@pytest.mark.parametrize("codes", [("C39", "39"), ("31-33", "32"), ("31-33", "33-35")])
def test_two_codes_of_one_number_are_refused(codes):
    with pytest.raises(TaxonomyError, match=f"{codes[0]}, {codes[1]}"):
        parents(codes, "prefix")


def test_an_unknown_form_and_a_missing_column_are_named():
    table = pd.DataFrame({"code": ["1"], "name_en": ["a"]})
    with pytest.raises(AnalysisError, match="parent, prefix, dotted"):
        forms.to_parents(table, "tree")
    with pytest.raises(AnalysisError, match="no column code"):
        forms.to_parents(table[["name_en"]], "prefix")


@pytest.mark.parametrize(
    ("text", "levels"), [("2,3,4", (2, 3, 4)), (" 2，4 6", (2, 4, 6)), ("1,2", (1, 2)), ("", ()), (None, ())]
)
def test_levels_are_read_from_text(text, levels):
    assert forms.read_levels(text) == levels


@pytest.mark.parametrize("text", ["4,3", "two", "two,3", "2,2", "0,1", "-1"])
def test_levels_that_do_not_grow_are_refused(text):
    with pytest.raises(AnalysisError, match="TAXONOMY_LEVELS"):
        forms.read_levels(text)


@given(
    st.sets(
        st.tuples(*[st.integers(1, 9)] * 3).flatmap(lambda t: st.sampled_from([t[:1], t[:2], t])), min_size=1
    )
)
def test_the_three_forms_give_the_same_parents(paths):
    """Paths of digits written as 123, as 1.2.3, and with their parents."""
    names = {path: "".join(map(str, path)) for path in paths}
    above = {p: next((p[:n] for n in range(len(p) - 1, 0, -1) if p[:n] in paths), None) for p in paths}
    expected = {names[path]: names.get(above[path], "") for path in paths}
    assert parents(names.values(), "prefix", (1, 2, 3)) == expected
    dotted = parents([".".join(name) for name in names.values()], "dotted")
    assert {c.replace(".", ""): p.replace(".", "") for c, p in dotted.items()} == expected


@given(st.lists(st.text("0123456789", min_size=1, max_size=4), min_size=1, unique=True))
def test_prefixes_never_run_in_a_circle(codes):
    try:
        found = parents(codes, "prefix")
    except TaxonomyError:
        return
    for code in codes:
        seen = []
        while code:
            assert code not in seen
            seen.append(code)
            code = found[code]
