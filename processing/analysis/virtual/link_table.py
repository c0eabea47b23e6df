"""The links as a table: a row for each pair of blocks and chain edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sparse import spans
from .units import SCOPES, scope_numbers

if TYPE_CHECKING:
    from ..arrays import Array, Floats, Ints, Objects
    from ..industries.chains import Edge
    from ..industries.taxonomy import Taxonomy
    from .links import Links, Ties
    from .units import Regions


def count_links(links: Links, ties: Ties) -> Ints:
    """Return how many rows of the table each of the ties has: the blocks that serve in its place."""
    starts = np.cumsum([0, *(len(one.place) for one in links.serving)])
    sizes = np.concatenate([np.diff(one.start) for one in links.serving])
    found: Ints = sizes[starts[_sets(links, ties)] + ties.partner]
    return found


def refuse_too_many(count: int, most: float) -> None:
    """Raise where more than `most` links would be written."""
    if count > most:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "There are {count} links, more than MAX_LINKS = {most}. Raise MAX_LINKS, reduce TOP, or "
                "skip OUTPUT: FLOWS, NODES and BLOCKS do not need the single links.",
            ),
            count=count,
            most=most,
        )


def link_blocks(links: Links, ties: Ties) -> tuple[Ints, Ints, Floats]:
    """Return the supplying block of each link, and the tie that it is part of.

    Returns
    -------
    tie : (L,) int64
        Position in the ties.
    block : (L,) int64
        Position in `Links.supply`.
    part : (L,) float64
        Share of the block in what its place delivers.
    """
    counts = count_links(links, ties)
    tie = np.repeat(np.arange(len(counts)), counts)
    first_place = np.cumsum([0, *(len(one.place) for one in links.serving)])
    offsets = np.cumsum([0, *(len(one.block) for one in links.serving)])
    starts = np.concatenate([one.start[:-1] + offset for one, offset in zip(links.serving, offsets)])
    at = spans(starts[first_place[_sets(links, ties)] + ties.partner], counts)
    block = np.concatenate([one.block for one in links.serving])[at]
    return tie, block, np.concatenate([one.part for one in links.serving])[at]


def link_table(
    links: Links, ties: Ties, regions: Regions, taxonomy: Taxonomy, language: str
) -> tuple[Table, Ints, Ints]:
    """Return the links by customer, edge, rank and supplier.

    Parameters
    ----------
    links : Links
    ties : Ties
    regions : Regions
    taxonomy : Taxonomy
    language : {'en', 'zh'}
        Of the names of industries and the notes.

    Returns
    -------
    table : Table
        ``f_id``, ``f_citycd``, ``f_city``, ``f_node``, ``f_ind``, ``t_id``, ``t_citycd``, ``t_city``, ``t_node``,
        ``t_ind``, ``edge``, ``note``, ``km``, ``share``, ``rank``, ``flow``, ``scope``.
    source, target : (L,) int64
        Places of each row.
    """
    tie, block, part = link_blocks(links, ties)
    source, target = ties.source[tie], ties.target[tie]
    pair = ties.pair[tie]
    needing, serving = links.demand.node[links.block[pair]], links.supply.node[block]
    edge = links.needs.edge[links.need[pair]]
    places, words = links.places, _Words(taxonomy, language)
    city, name = np.array(places.codes, dtype=object), np.array(places.names, dtype=object)
    columns: dict[str, Array] = {}
    for end, place, node in (("f", source, serving), ("t", target, needing)):
        columns[f"{end}_id"] = block_ids(city[place], words.codes[node])
        columns[f"{end}_citycd"], columns[f"{end}_city"] = city[place], name[place]
        columns[f"{end}_node"], columns[f"{end}_ind"] = words.codes[node], words.names[node]
    columns["edge"], columns["note"] = words.edges[edge], words.notes[edge]
    columns["km"] = ties.km[tie]
    columns["share"] = ties.share[tie] * part
    columns["rank"] = ties.rank[tie]
    columns["flow"] = ties.flow[tie] * part
    columns["scope"] = np.array(SCOPES, dtype=object)[scope_numbers(regions, source, target)]
    return Table(columns), source, target


def block_ids(cities: Objects, nodes: Objects) -> Objects:
    """Return the ids of blocks: ``440300:IT.DISPLAY``."""
    ids: Objects = cities + ":" + nodes
    return ids


class _Words:
    """The words of nodes and edges, as arrays."""

    def __init__(self, taxonomy: Taxonomy, language: str) -> None:
        count = range(len(taxonomy))
        self.codes = np.array(taxonomy.codes, dtype=object)
        self.names = np.array([taxonomy.name(node, language) for node in count], dtype=object)
        self.edges = np.array([edge_code(taxonomy, edge) for edge in taxonomy.edges], dtype=object)
        self.notes = np.array([edge.note(language) or None for edge in taxonomy.edges], dtype=object)


def edge_code(taxonomy: Taxonomy, edge: Edge) -> str:
    """Return the code of a chain edge: ``IT.CHIP>IT.DISPLAY``."""
    return f"{taxonomy.codes[edge.upstream]}>{taxonomy.codes[edge.downstream]}"


def _sets(links: Links, ties: Ties) -> Ints:
    sets: Ints = links.needs.suppliers[links.need[ties.pair]]
    return sets
