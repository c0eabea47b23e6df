"""Facets: what is kept and counted is what loops over the rows find."""

import random

import pytest
from clusterbelt.processing.analysis.facets import Facets

COLUMNS = {"a": ["x", "y", None, "x"], "b": [1, 1, 2, 2]}


def test_rows_have_one_of_the_keys_of_every_facet():
    facets = Facets(COLUMNS)
    assert facets.rows_with({}).tolist() == [True] * 4
    assert facets.rows_with({"a": ("x", None)}).tolist() == [True, False, True, True]
    assert facets.rows_with({"a": ("x", None), "b": (2,)}).tolist() == [False, False, True, True]
    assert facets.rows_with({"a": ("x",), "b": (2,)}, without="a").tolist() == [False, False, True, True]
    assert facets.rows_with({"a": ()}).all()


def test_what_nobody_has_keeps_nothing():
    facets = Facets(COLUMNS)
    assert not facets.rows_with({"a": ("z",)}).any()
    assert not facets.rows_with({"c": ("x",)}).any()
    assert not Facets({"a": []}).rows_with({"a": ("x",)}).any()


def test_a_key_without_rows_under_the_other_choices_is_counted_as_none():
    facets = Facets(COLUMNS)
    assert facets.counts("a", facets.rows_with({"b": (2,)}, without="a")) == [("x", 1), ("y", 0), (None, 1)]


def test_a_text_is_found_in_any_case_and_among_the_choices():
    facets = Facets(COLUMNS, ["other", "beijing", "北京", "strasse"])
    assert facets.rows_with({}, text="STRASSE").tolist() == [False, False, False, True]
    assert facets.rows_with({"a": ("y",)}, text="BEI").tolist() == [False, True, False, False]
    assert Facets({"a": []}).rows_with({}, text="x").tolist() == []


def test_a_column_can_be_replaced():
    facets = Facets(COLUMNS)
    facets.set_column("b", [3, 3, 3, 1])
    assert facets.rows_with({"b": (1,)}).tolist() == [False, False, False, True]


@pytest.mark.parametrize("seed", range(5))
def test_random_tables_give_what_loops_give(seed):
    draw = random.Random(seed)
    columns = {name: [draw.choice([None, 1, "1", "u", 2.5]) for _ in range(50)] for name in "abc"}
    chosen = {name: tuple(draw.sample([None, 1, "1", "u", 2.5], draw.randint(0, 3))) for name in "abc"}
    facets = Facets(columns)
    for without in ("", "a", "b"):
        loop = [
            all(not keys or name == without or columns[name][row] in keys for name, keys in chosen.items())
            for row in range(50)
        ]
        assert facets.rows_with(chosen, without).tolist() == loop
        counts = dict.fromkeys(columns["c"], 0)
        for row in range(50):
            counts[columns["c"][row]] += loop[row]
        assert dict(facets.counts("c", facets.rows_with(chosen, without))) == counts
