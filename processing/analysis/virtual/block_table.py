"""Every block of the members, with what it needs, delivers and gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from .comparing import mean_by, share, sum_by
from .link_table import block_ids, link_blocks

if TYPE_CHECKING:
    from ..arrays import Array, Ints
    from ..industries.taxonomy import Taxonomy
    from .links import Links, Ties
    from .units import Regions


def block_table(
    links: Links, ties: Ties, regions: Regions, taxonomy: Taxonomy, language: str
) -> tuple[Table, Ints]:
    """Return a row for each block of either layer, by place and node.

    Parameters
    ----------
    links : Links
    ties : Ties
    regions : Regions
    taxonomy : Taxonomy
    language : {'en', 'zh'}

    Returns
    -------
    table : Table
        ``id``, ``citycd``, ``city``, ``node``, ``industry``, ``province``, ``grp``, ``need``, ``supply``,
        ``flow_in``, ``flow_out``, ``needs``, ``unmet``, ``sh_local``, ``in_km``, ``near_km``.
    place : (n,) int64
        Place of each row.
    """
    width = len(taxonomy)
    demand, supply = (blocks.place * width + blocks.node for blocks in (links.demand, links.supply))
    keys = np.union1d(demand, supply)
    place, node = np.divmod(keys, width)
    needing, serving = np.searchsorted(keys, demand), np.searchsorted(keys, supply)
    tie, block, part = link_blocks(links, ties)
    need, given = np.zeros(len(keys)), np.zeros(len(keys))
    need[needing], given[serving] = links.demand.weight, links.supply.weight
    city = np.array(links.places.codes, dtype=object)[place]
    codes = np.array(taxonomy.codes, dtype=object)[node]
    names = np.array([taxonomy.name(number, language) for number in range(width)], dtype=object)
    columns = {
        "id": block_ids(city, codes),
        "citycd": city,
        "city": np.array(links.places.names, dtype=object)[place],
        "node": codes,
        "industry": names[node],
        "province": regions.provinces[place],
        "grp": regions.groups[place],
        "need": need,
        "supply": given,
    }
    columns.update(_flows(links, ties, needing, len(keys)))
    out = sum_by(serving[block], ties.flow[tie] * part, len(keys))
    columns["flow_out"] = out
    kept = [*list(columns)[:9], "flow_in", "flow_out", "needs", "unmet", "sh_local", "in_km", "near_km"]
    return Table({name: columns[name] for name in kept}), place


def _flows(links: Links, ties: Ties, needing: Ints, size: int) -> dict[str, Array]:
    """Return what blocks get and lack."""
    getting = needing[links.block[ties.pair]]
    flow_in = sum_by(getting, ties.flow, size)
    local = ties.source == ties.target
    unmet = ~links.served
    near_km = np.full(size, np.inf)
    km = links.partners.nearest_km[links.partner]
    np.minimum.at(near_km, needing[links.block], np.where(np.isnan(km), np.inf, km))
    return {
        "flow_in": flow_in,
        "needs": np.bincount(needing[links.block], minlength=size),
        "unmet": sum_by(needing[links.block[unmet]], links.asked[unmet], size),
        "sh_local": share(sum_by(getting[local], ties.flow[local], size), flow_in),
        "in_km": mean_by(getting, ties.km, ties.flow, size),
        "near_km": np.where(np.isfinite(near_km), near_km, np.nan),
    }
