"""Cells of input–output tables and the chains they give, against plain loops on random tables."""

import math
import random

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.input_output import Cut, find_chains
from clusterbelt.processing.analysis.industries.sector_cells import Cells, sort_cells
from clusterbelt.processing.analysis.messages import AnalysisError
from virtual_world import rows_of, same_rows, taxonomy_of

PARENTS = {"A": "", "A1": "A", "B": "", "C": "", "D": "", "E": ""}
SECTORS = ("s1", "s2", "s3", "S3 ", "s4", "s5", "s6")
# Sectors by their nodes; s5 is no industry of the taxonomy.
NODES = {"s1": ("A",), "s2": ("A1", "B"), "s3": ("C",), "s4": ("D", "E"), "s5": (), "s6": ("C",)}


def cells(rows):
    """Cells of (seller, buyer, value)."""
    seller, buyer = (np.array([*(row[end] for row in rows), None], dtype=object)[:-1] for end in (0, 1))
    return Cells(seller, buyer, np.array([row[2] for row in rows], dtype=float), np.arange(1, len(rows) + 1))


def plain(name):
    return name.strip().casefold()


def random_table(seed):
    """Rows (seller, buyer, value), and the totals of buyers; some rows say nothing."""
    dice = random.Random(seed)
    rows = []
    for _ in range(dice.randint(1, 60)):
        value = dice.choice((math.nan, 0, -3, *(dice.randint(1, 50) for _ in range(8))))
        rows.append((dice.choice(("", *SECTORS * 2)), dice.choice(("", *SECTORS * 2, "Total")), value))
    bought = {}
    for seller, buyer, value in rows:
        if seller and buyer and value > 0:
            bought[plain(buyer)] = bought.get(plain(buyer), 0) + value
    totals = {
        buyer: dice.choice((0, math.nan, *[sums * dice.choice((0.8, 1, 2.5))] * 4))
        for buyer, sums in bought.items()
    }
    rows += [(dice.choice(("total", "TOTAL")), buyer, value) for buyer, value in totals.items()]
    dice.shuffle(rows)
    return rows


def sorted_oracle(rows):
    """Flows by pair, totals by sector, and what is said."""
    of_total, flows, unnamed, negative = {}, {}, [], []
    for number, (seller, buyer, value) in enumerate(rows, 1):
        if value != value:
            continue
        if not seller or not buyer:
            unnamed.append(number)
        elif plain(buyer) == "total":
            continue
        elif plain(seller) == "total":
            of_total[plain(buyer)] = value
        elif value < 0:
            negative.append(number)
        elif value > 0:
            flows.setdefault((plain(seller), plain(buyer)), []).append(value)
    without = sorted({buyer for _, buyer in flows if not of_total.get(buyer, 0) > 0})
    flows = {pair: values for pair, values in flows.items() if pair[1] not in without}
    return flows, of_total, unnamed, negative, without


@pytest.mark.parametrize("seed", range(60))
def test_cells_are_sorted_as_by_plain_loops(seed):
    rows = random_table(seed)
    flows, totals, unnamed, negative, without = sorted_oracle(rows)
    sums = {pair: sum(values) for pair, values in flows.items()}
    if not flows or any(flow > totals[buyer] * (1 + 1e-9) for (_, buyer), flow in sums.items()):
        if flows or without:
            with pytest.raises(AnalysisError):
                sort_cells(cells(rows), "total")
        return
    found = sort_cells(cells(rows), "total")
    names = [plain(name) for name in found.flows.sectors]
    assert sorted(names) == sorted(
        {*(end for pair in flows for end in pair), *(b for b, v in totals.items() if v > 0)}
    )
    made = {}
    for seller, buyer, value in zip(found.flows.source, found.flows.target, found.flows.value.tolist()):
        made.setdefault((names[seller], names[buyer]), []).append(value)
    assert made == flows
    assert dict(zip(names, found.flows.total.tolist())) == {
        n: v if (v := totals.get(n, 0)) > 0 else 0 for n in names
    }
    assert (found.unnamed, found.negative) == (unnamed, negative)
    assert sorted(map(plain, found.without_total)) == without
    assert sorted(map(plain, found.repeated)) == sorted(
        f"{a}>{b}" for (a, b), values in flows.items() if len(values) > 1
    )
    bought = {}
    for (_, buyer), flow in sums.items():
        bought[buyer] = bought.get(buyer, 0) + flow
    above = sorted(buyer for buyer, flow in bought.items() if flow > totals[buyer] * (1 + 1e-9))
    assert sorted(map(plain, found.exceeding)) == above


def reaches(edges, start, end):
    """Whether a way leads along edges."""
    front, seen = [start], set()
    while front:
        one = front.pop()
        if one == end:
            return True
        if one not in seen:
            seen.add(one)
            front += [down for up, down in edges if up == one]
    return False


def chains_oracle(flows, totals, threshold, top):
    """Rows of CHAINS, the share they carry and the edges of circles."""
    value, total = {}, {}
    for (seller, buyer), values in flows.items():
        for giver in NODES[seller]:
            for taker in NODES[buyer]:
                part = sum(values) / len(NODES[seller]) / len(NODES[buyer])
                value[giver, taker] = value.get((giver, taker), 0) + part
    named = sorted({*(end for pair in flows for end in pair), *(b for b, v in totals.items() if v > 0)})
    for sector in named:
        for node in NODES[sector]:
            total[node] = total.get(node, 0) + max(totals.get(sector, 0) or 0, 0) / len(NODES[sector])
    kin = {("A", "A1"), ("A1", "A"), *((node, node) for node in PARENTS)}
    value = {pair: amount for pair, amount in value.items() if pair not in kin}
    weight = {pair: amount / total[pair[1]] for pair, amount in value.items()}
    rank = {}
    for up, down in sorted(weight, key=lambda pair: (pair[1], -round(1e9 * weight[pair]), pair[0])):
        rank[up, down] = 1 + sum(other == down for _, other in rank)
    kept, circular = [], []
    for pair in sorted(weight, key=lambda pair: (-round(1e9 * weight[pair]), pair[1], pair[0])):
        if weight[pair] < threshold or (top and sum(down == pair[1] for _, down in kept) >= top):
            continue
        (circular if reaches(kept, pair[1], pair[0]) else kept).append(pair)
    kept.sort(key=lambda pair: (pair[1], rank[pair]))
    rows = [
        {
            "upstream": up, "downstream": down, "kind": "supply", "weight": weight[up, down], "value": value[up, down],
            "note": "; ".join(sector for sector in named if up in NODES[sector]), "rank": rank[up, down],
        }
        for up, down in kept
    ]  # fmt: skip
    whole = sum(value.values())
    return rows, sum(value[pair] for pair in kept) / whole if whole else None, circular


@pytest.mark.parametrize("seed", range(60))
def test_chains_agree_with_plain_loops(seed):
    dice = random.Random(seed)
    flows = {}
    for _ in range(dice.randint(1, 25)):
        pair = dice.choice(list(NODES)), dice.choice(list(NODES))
        flows.setdefault(pair, []).append(dice.choice((1, 2, 5, 8.5)))
    bought = {buyer: sum(sum(v) for (_, b), v in flows.items() if b == buyer) for _, buyer in flows}
    totals = {buyer: dice.choice((1, 1.5)) * amount for buyer, amount in bought.items()}
    rows = [(seller, buyer, value) for (seller, buyer), values in flows.items() for value in values]
    table = sort_cells(
        cells([*rows, *(("total", buyer, value) for buyer, value in totals.items())]), "total"
    ).flows
    taxonomy = taxonomy_of(PARENTS, [])
    nodes = [tuple(taxonomy.code_index[n.casefold()] for n in NODES[sector]) for sector in table.sectors]
    cut = Cut(threshold=(0, 0.1)[seed % 2], top=(0, 0, 2)[seed % 3])
    found = find_chains(table, nodes, taxonomy, cut)
    expected, share, circular = chains_oracle(flows, totals, cut.threshold, cut.top)
    same_rows(
        [dict(sorted(row.items())) for row in rows_of(found.table)],
        [dict(sorted(row.items())) for row in expected],
    )
    assert sorted(found.circular) == sorted(circular)
    assert (share is None and math.isnan(found.share)) or found.share == pytest.approx(share)


@pytest.mark.parametrize("total", ["sum", "…", "。"])
def test_a_name_that_no_row_has_is_refused(total):
    with pytest.raises(AnalysisError, match="no row has the name"):
        sort_cells(cells([("a", "b", 1), ("", "b", 1)]), total)


def test_an_infinite_flow_is_refused_with_its_row_and_both_ends():
    rows = [("s1", "s2", 1), ("s3", None, -math.inf), ("s4", "s5", math.inf)]
    with pytest.raises(AnalysisError) as error:
        sort_cells(cells(rows))
    assert error.value.values == {"row": 2, "seller": "s3", "buyer": "–"}


def refused(rows, total="total"):
    """The facts of the error that cells raise."""
    with pytest.raises(AnalysisError) as error:
        sort_cells(cells(rows), total)
    return error.value.values


@pytest.mark.parametrize(("count", "more"), [(3, ""), (4, " …")])
def test_flows_above_their_total_are_named_up_to_three(count, more):
    rows = [("a", f"b{i}", 3) for i in range(count)] + [("total", f"b{i}", 2) for i in range(count)]
    found = refused(rows)
    assert found == {"count": count, "flows": "a>b0 3 > 2; a>b1 3 > 2; a>b2 3 > 2" + more}


def test_totals_of_nobody_who_buys_and_two_of_one_sector_are_named():
    assert refused([("a", "c", 1), ("a", "b", 1), ("total", "d", 1)])["sector"] == "b"
    found = refused([("a", "b", 1), ("total", "b", 5), ("total", "b", 6)])
    assert (found["first"], found["second"]) == (2, 3)


def test_a_sector_that_buys_nothing_is_there_by_its_total():
    found = sort_cells(cells([("a", "b", 1), ("total", "b", 2), ("total", "c", 0.5)]), "total").flows
    assert found.sectors == ("a", "b", "c") and found.total.tolist() == [0, 2, 0.5]
