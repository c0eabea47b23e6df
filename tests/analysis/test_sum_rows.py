"""Rows of sums in input–output tables."""

import random

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.sector_cells import Cells, sort_cells
from clusterbelt.processing.analysis.industries.sum_rows import find_sums


def cells_of(table, buyers):
    """Sellers, buyers and values of {seller: row}."""
    places = [(seller, buyer, value) for seller, row in table.items() for buyer, value in zip(buyers, row)]
    seller, buyer = (np.array([*(place[end] for place in places), None], dtype=object)[:-1] for end in (0, 1))
    return seller, buyer, np.array([place[2] for place in places], dtype=float)


def random_table(seed):
    """A table as statistical offices print it: sectors, their sum, labour and surplus, their sum, the sum of all."""
    dice = random.Random(seed)
    sectors = [f"s{number}" for number in range(dice.randint(2, 9))]

    def row():
        return np.array([float(dice.choice((0, *range(1, 400)))) for _ in sectors])

    inner = {sector: row() for sector in sectors}
    added = {"labour": row() + 1, "surplus": row() - 50}
    bought, value = sum(inner.values()), sum(added.values())
    return sectors, inner, added, {"bought": bought, "added": value, "inputs": bought + value}


@pytest.mark.parametrize("seed", range(40))
def test_sums_are_found_where_offices_print_them(seed):
    sectors, inner, added, sums = random_table(seed)
    usual = {**inner, "bought": sums["bought"], **added, "added": sums["added"], "inputs": sums["inputs"]}
    assert find_sums(*cells_of(usual, sectors)) == ["bought", "added", "inputs"]
    above = {"bought": sums["bought"], **inner, **added}
    assert find_sums(*cells_of(above, sectors)) == ["bought"]
    assert find_sums(*cells_of({**inner, **added}, sectors)) == []
    other = {**inner, "bought": sums["bought"] * 1.01}
    assert find_sums(*cells_of(other, sectors)) == []


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("corner", (0, 1, np.nan))
def test_a_margin_is_a_sum_and_a_sector_that_buys_something_else_is_none(seed, corner):
    sectors, inner, _, sums = random_table(seed)
    square = {name: [*row, row.sum()] for name, row in inner.items()}
    margin = {**square, "all": [*sums["bought"], corner * sums["bought"].sum()]}
    assert find_sums(*cells_of(margin, [*sectors, "all"])) == ["all"]
    sector = {name: [*row, 7 + number] for number, (name, row) in enumerate(inner.items())}
    assert find_sums(*cells_of({**sector, "all": [*sums["bought"], 5]}, [*sectors, "all"])) == []


@pytest.mark.parametrize("seed", range(5))
def test_a_margin_may_stand_in_front_of_its_parts_with_others_behind_them(seed):
    sectors, inner, _, sums = random_table(seed)
    table = {name: [row.sum(), *row, 10_000 + row[0]] for name, row in inner.items()}
    table["all"] = [sums["bought"].sum(), *sums["bought"], sum(row[-1] for row in table.values())]
    assert find_sums(*cells_of(table, ["all", *sectors, "export"])) == ["all"]


def test_rounded_sums_are_sums_and_single_cells_are_none():
    inner = {name: np.array([1000.4, 20.4, 0.4]) for name in "abc"}
    rounded = {name: row.round() for name, row in inner.items()}
    assert find_sums(*cells_of({**rounded, "all": sum(inner.values()).round()}, "abc")) == ["all"]
    assert find_sums(*cells_of({"a": [1], "b": [2], "c": [3]}, "x")) == []
    assert find_sums(*cells_of({"a": [1, 2], "c": [1, 2]}, "xy")) == []
    assert find_sums(*(np.array([], dtype=object),) * 2, np.array([])) == []


def test_a_buyer_has_the_total_of_its_inputs_once():
    table = {"a": [10, 30], "b": [20, 10], "bought": [30, 40], "labour": [20, 10], "all": [50, 50]}
    seller, buyer, value = cells_of(table, ["a", "b"])
    cells = Cells(seller, buyer, value, np.repeat(np.arange(1, 6), 2))
    plain = sort_cells(cells)
    assert plain.sums == ["bought", "all"] and plain.flows.sectors == ("a", "b", "labour")
    assert np.bincount(plain.flows.target, plain.flows.value).tolist() == [50, 50]
    named = sort_cells(cells, "all")
    assert named.sums == ["bought"] and named.exceeding == []
    assert named.flows.total.tolist() == [50, 50, 0]
