"""Flows between cities, provinces or city groups, and the balance of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..sparse import starts, width_of
from .comparing import mean_by, ranks_and_shares, scaled, share, sum_by
from .link_table import count_links, edge_code

if TYPE_CHECKING:
    from ..arrays import Flags, Floats, Ints
    from ..industries.taxonomy import Taxonomy
    from .links import Links, Ties
    from .units import Division


def flows_between(
    links: Links, ties: Ties, division: Division, taxonomy: Taxonomy
) -> tuple[Table, Ints, Ints]:
    """Sum the flows by unit of supplier and customer.

    Parameters
    ----------
    links : Links
    ties : Ties
    division : Division
    taxonomy : Taxonomy

    Returns
    -------
    table : Table
        A row for each pair of units with a flow, the diagonal last:
        ``f_unit``, ``f_name``, ``t_unit``, ``t_name``, ``flow``, ``back``, ``net``, ``links``, ``edges``,
        ``main``, ``km``, ``rank``, ``cum``.
    source, target : (n,) int64
        Units of each row.
    """
    size = len(division)
    key = division.of_place[ties.source] * size + division.of_place[ties.target]
    pairs, which = np.unique(key, return_inverse=True)
    source, target = np.divmod(pairs, size)
    flow = sum_by(which, ties.flow, len(pairs))
    mean_km = mean_by(which, ties.km, ties.flow, len(pairs))
    edges, main = _edges_of(which, links.needs.edge[links.need[ties.pair]], ties.flow, len(pairs))
    inside = source == target
    reverse = np.searchsorted(pairs, target * size + source)
    there = pairs[np.minimum(reverse, len(pairs) - 1)] == target * size + source if len(pairs) else inside
    back = np.where(there, flow[np.minimum(reverse, len(pairs) - 1)], 0.0) if len(pairs) else flow
    order = _ranked(flow, inside, source, target)
    rank, cumulated = ranks_and_shares(order[~inside[order]], flow)
    codes, names = np.array(division.codes, dtype=object), np.array(division.names, dtype=object)
    codes_of_edges = np.array([edge_code(taxonomy, edge) for edge in taxonomy.edges], dtype=object)
    columns = {
        "f_unit": codes[source],
        "f_name": names[source],
        "t_unit": codes[target],
        "t_name": names[target],
        "flow": flow,
        "back": back,
        "net": flow - back,
        "links": np.bincount(which, count_links(links, ties), len(pairs)).astype(np.int64),
        "edges": edges,
        "main": codes_of_edges[main],
        "km": mean_km,
        "rank": np.where(inside, np.nan, rank),
        "cum": np.where(inside, np.nan, cumulated),
    }
    table = Table({name: column[order] for name, column in columns.items()})
    return table, source[order], target[order]


def balances(links: Links, ties: Ties, division: Division) -> tuple[Table, Ints]:
    """Balance what each unit needs, delivers and gets.

    Returns
    -------
    table : Table
        ``unit``, ``name``, ``places``, ``need``, ``supply``, ``flow_in``, ``flow_out``, ``self``, ``sh_self``,
        ``sh_home``, ``in_n``, ``out_n``, ``in_km``, ``out_km``, ``unmet``, ``rank``, ``cum``; in the order of rank.
    unit : (n,) int64
        Unit of each row.
    """
    size, of_place = len(division), division.of_place
    source, target = of_place[ties.source], of_place[ties.target]
    inside = source == target
    flow_in, flow_out = (sum_by(unit, ties.flow, size) for unit in (target, source))
    own = sum_by(source[inside], ties.flow[inside], size)
    in_km, out_km = (mean_by(unit, ties.km, ties.flow, size) for unit in (target, source))
    unmet = ~links.served
    lacking = of_place[links.demand.place[links.block[unmet]]]
    others = np.maximum(flow_in + flow_out - 2 * own, 0.0)
    order = np.lexsort((np.arange(size), -scaled(others)))
    rank, cumulated = ranks_and_shares(order, others)
    partners = np.unique(source[~inside] * size + target[~inside])
    columns = {
        "unit": np.array(division.codes, dtype=object),
        "name": np.array(division.names, dtype=object),
        "places": np.bincount(of_place, minlength=size),
        "need": sum_by(of_place[links.demand.place], links.demand.weight, size),
        "supply": sum_by(of_place[links.supply.place], links.supply.weight, size),
        "flow_in": flow_in,
        "flow_out": flow_out,
        "self": own,
        "sh_self": share(own, flow_in),
        "sh_home": share(own, flow_out),
        "in_n": np.bincount(partners % size, minlength=size),
        "out_n": np.bincount(partners // size, minlength=size),
        "in_km": in_km,
        "out_km": out_km,
        "unmet": sum_by(lacking, links.asked[unmet], size),
        "rank": rank,
        "cum": cumulated,
    }
    return Table({name: column[order] for name, column in columns.items()}), order


def _ranked(flow: Floats, inside: Flags, source: Ints, target: Ints) -> Ints:
    """Return the order of rows: by flow, the largest first, the diagonal last."""
    largest = np.where(inside, flow.max(initial=0.0, where=inside), flow.max(initial=0.0, where=~inside))
    order: Ints = np.lexsort((target, source, -scaled(flow, largest), inside))
    return order


def _edges_of(pair: Ints, edge: Ints, flow: Floats, size: int) -> tuple[Ints, Ints]:
    """Return how many chain edges each pair of units has, and the one of the largest flow."""
    width = width_of(edge)
    keys, which = np.unique(pair * width + edge, return_inverse=True)
    sums = sum_by(which, flow, len(keys))
    pair, edge = keys // width, keys % width
    largest = np.zeros(size)
    np.maximum.at(largest, pair, sums)
    order = np.lexsort((edge, -scaled(sums, largest[pair]), pair))
    first = order[starts(pair[order])]
    return np.bincount(pair, minlength=size), edge[first]
