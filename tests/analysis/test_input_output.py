"""Chains from an input–output table."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.input_output import Cut, SectorFlows, find_chains
from clusterbelt.processing.analysis.messages import AnalysisError
from virtual_world import rows_of, taxonomy_of

ABC = {"A": "", "B": "", "C": "", "C1": "C", "C2": "C"}


def flows(table, total=None):
    """Flows from {'A>B': value}."""
    sectors = tuple(sorted({code for pair in table for code in pair.split(">")}))
    ends = [[sectors.index(code) for code in pair.split(">")] for pair in table]
    source, target = np.array(ends, dtype=np.int64).T
    totals = None if total is None else np.array([total.get(code, 0.0) for code in sectors])
    return SectorFlows(sectors, source, target, np.array(list(table.values()), dtype=float), totals)


def edges(table, parents=None, total=None, sectors=None, **cut):
    """{'A>B': weight} of the chains."""
    made, given = taxonomy_of(parents or ABC, []), flows(table, total)
    nodes = [
        tuple(made.code_index[n.casefold()] for n in (sectors or {}).get(s, s).split("|") if n)
        for s in given.sectors
    ]
    found = find_chains(given, nodes, made, Cut(**{"threshold": 0, **cut}))
    return {f"{r['upstream']}>{r['downstream']}": r["weight"] for r in rows_of(found.table)}, found


def test_a_coefficient_is_what_is_bought_over_all_inputs():
    assert edges({"A>B": 30, "C>B": 10, "B>B": 60})[0] == {
        "A>B": pytest.approx(0.3),
        "C>B": pytest.approx(0.1),
    }
    assert edges({"A>B": 30, "C>B": 10}, total={"B": 200})[0] == {
        "A>B": pytest.approx(0.15),
        "C>B": pytest.approx(0.05),
    }


def test_small_coefficients_and_the_many_are_cut():
    table = {"A>B": 30, "C>B": 10, "B>B": 60}
    assert list(edges(table, threshold=0.2)[0]) == ["A>B"]
    assert list(edges(table, threshold=0.1)[0]) == ["A>B", "C>B"]
    found, chains = edges(table, top=1)
    assert list(found) == ["A>B"] and chains.share == pytest.approx(0.75)
    with pytest.raises(AnalysisError):
        Cut(top=-1)


def test_less_than_a_hundredth_is_no_chain_unless_asked_for():
    made, given = taxonomy_of(ABC, []), flows({"A>B": 12, "C>B": 9, "B>B": 979})
    found = find_chains(given, [(made.code_index[s.casefold()],) for s in given.sectors], made)
    assert [row["upstream"] for row in rows_of(found.table)] == ["A"]


def test_who_is_said_to_buy_nothing_has_no_chains():
    assert edges({"A>B": 30}, total={"B": 0}, threshold=0)[0] == {}


def test_of_a_circle_the_weakest_edge_is_left_out():
    found, chains = edges({"A>B": 50, "B>C": 40, "C>A": 10, "A>A": 90, "B>B": 50, "C>C": 60})
    assert list(found) == ["A>B", "B>C"] and chains.circular == (("C", "A"),)
    back, chains = edges({"A>B": 10, "B>A": 20, "B>B": 90, "A>A": 80})
    assert list(back) == ["B>A"] and chains.circular == (("A", "B"),)


def test_sectors_of_several_nodes_are_divided_and_several_sectors_of_a_node_added():
    found, _ = edges({"s>B": 30, "t>B": 10, "B>B": 60}, sectors={"s": "C1|C2", "t": "C1"})
    assert found == {"C1>B": pytest.approx(0.25), "C2>B": pytest.approx(0.15)}
    assert (
        rows_of(edges({"s>B": 1, "t>B": 1}, sectors={"s": "C1|C2", "t": "C1"})[1].table)[0]["note"] == "s; t"
    )


def test_kin_and_sectors_that_are_not_understood_make_no_edge():
    assert edges({"C1>C": 5, "q>B": 5, "A>B": 5}, sectors={"q": ""})[0] == {"A>B": pytest.approx(0.5)}


@pytest.mark.parametrize("seed", range(20))
def test_the_chains_of_a_random_table_can_be_read_and_miss_no_edge_without_need(seed):
    random = np.random.default_rng(seed)
    codes = [f"N{i}" for i in range(8)]
    table = {f"{a}>{b}": float(random.integers(1, 100)) for a in codes for b in codes}
    parents = dict.fromkeys(codes, "")
    found, chains = edges(table, parents=parents)
    assert len(found) == 28 and len(chains.circular) == 28
    taxonomy_of(parents, list(found), weights=list(found.values()))
    shuffled = dict(random.permutation(list(table.items())).tolist())
    again, _ = edges({pair: float(value) for pair, value in shuffled.items()}, parents=parents)
    assert again == found
