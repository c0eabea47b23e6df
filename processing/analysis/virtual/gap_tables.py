"""Gaps as tables: a row for each gap, the candidates on the map, and the regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..rounding import half_up
from .gaps import CLOSES, EXTEND, GAP, NOBODY, PRESENT, STATUSES, STRONG, WEAK
from .link_table import edge_code
from .units import GROUP, NATION, PROVINCE, SCOPES, scope_numbers

if TYPE_CHECKING:
    from ..arrays import Array, Floats, Ints, Objects
    from ..industries.taxonomy import Taxonomy
    from .gaps import Gaps
    from .places import Places
    from .units import Division, Regions


def gap_table(
    gaps: Gaps,
    nearest: tuple[Ints, Ints, Floats, Floats],
    division: Division,
    places: Places,
    taxonomy: Taxonomy,
    language: str,
) -> Table:
    """Return the rows as a table.

    Parameters
    ----------
    gaps : Gaps
        In their order.
    nearest : (offer, asker, weight, km), each (n, top)
        The nearest offers of each row.
    division : Division
    places : Places
    taxonomy : Taxonomy
    language : {'en', 'zh'}

    Returns
    -------
    Table
        ``region``, ``name``, ``node``, ``industry``, ``edge``, ``input``, ``in_name``, ``note``, ``status``, ``need``,
        ``supply``, ``cilq``, ``coef``, ``closes``, ``near_cd``, ``near``, ``near_km``, ``near_w``, ``cands``.
    """
    offer, _, weight, km = nearest
    names = np.array([*places.names, None], dtype=object)
    inputs = np.array([edge.upstream for edge in taxonomy.edges], dtype=np.int64)[gaps.edge]
    columns = {
        **_described(gaps, division, taxonomy, language),
        "input": np.array(taxonomy.codes, dtype=object)[inputs],
        "in_name": _names(taxonomy, language)[inputs],
        "need": gaps.need,
        "supply": gaps.supply,
        "cilq": gaps.cilq,
        "coef": gaps.coef,
        "closes": np.array([*CLOSES, None], dtype=object)[gaps.closes],
        "near_cd": np.array([*places.codes, None], dtype=object)[offer[:, 0]],
        "near": names[offer[:, 0]],
        "near_km": km[:, 0],
        "near_w": weight[:, 0],
        "cands": _listed(names[offer], km),
    }
    order = ("region", "name", "node", "industry", "edge", "input", "in_name", "note", "status", "need", "supply",
             "cilq", "coef", "closes", "near_cd", "near", "near_km", "near_w", "cands")  # fmt: skip
    return Table({name: columns[name] for name in order})


def candidate_table(
    gaps: Gaps,
    nearest: tuple[Ints, Ints, Floats, Floats],
    supply: Floats,
    division: Division,
    places: Places,
    regions: Regions,
    taxonomy: Taxonomy,
    language: str,
) -> tuple[Table, Ints, Ints]:
    """Return a row for each candidate, from the supplier to the customer.

    Parameters
    ----------
    supply : (n, top) float64
        Weight of the supplier of each candidate.
    Others as in `gap_table`, and regions : Regions

    Returns
    -------
    table : Table
        ``region``, ``name``, ``node``, ``industry``, ``edge``, ``note``, ``status``, ``rank``, ``f_citycd``,
        ``f_city``, ``f_w``, ``t_citycd``, ``t_city``, ``km``, ``scope``.
    source, target : (k,) int64
        Places of each row.
    """
    offer, asker, _, km = nearest
    row, rank = np.nonzero(offer >= 0)
    extending = gaps.status[row] == STATUSES.index(EXTEND)
    there, here = offer[row, rank], asker[row, rank]
    source, target = np.where(extending, here, there), np.where(extending, there, here)
    codes, names = (np.array(values, dtype=object) for values in (places.codes, places.names))
    described = _described(gaps, division, taxonomy, language)
    columns: dict[str, Array] = {
        name: described[name][row]
        for name in ("region", "name", "node", "industry", "edge", "note", "status")
    }
    columns.update(
        rank=rank + 1,
        f_citycd=codes[source],
        f_city=names[source],
        f_w=supply[row, rank],
        t_citycd=codes[target],
        t_city=names[target],
        km=km[row, rank],
        scope=np.array(SCOPES, dtype=object)[scope_numbers(regions, source, target)],
    )
    return Table(columns), source, target


def region_table(
    gaps: Gaps, figures: tuple[Floats, Floats, Floats], division: Division
) -> tuple[Table, Ints]:
    """Return the regions of the rows, in the order of the rows.

    Parameters
    ----------
    gaps : Gaps
    figures : (need, complete, met), each (regions,) float64
        See `gaps.completeness`.
    division : Division

    Returns
    -------
    table : Table
        ``region``, ``name``, ``need``, ``needs``, ``strong``, ``weak``, ``present``, ``gaps``, ``nobody``, ``extend``,
        ``by_prov``, ``by_group``, ``by_nation``, ``complete``, ``met``.
    region : (n,) int64
        Position of each row in the division.
    """
    _, first = np.unique(gaps.region, return_index=True)
    region = gaps.region[np.sort(first)]
    size = len(division)
    counts = {
        status: np.bincount(gaps.region[gaps.status == number], minlength=size)[region]
        for number, status in enumerate(STATUSES)
    }
    is_gap = gaps.status == STATUSES.index(GAP)
    closed = {
        scope: np.bincount(gaps.region[is_gap & (gaps.closes == number)], minlength=size)[region]
        for number, scope in enumerate(CLOSES)
    }
    need, complete, met = (values[region] for values in figures)
    columns = {
        "region": np.array(division.codes, dtype=object)[region],
        "name": np.array(division.names, dtype=object)[region],
        "need": need,
        "needs": sum(counts[status] for status in (STRONG, WEAK, PRESENT, GAP)),
        "strong": counts[STRONG],
        "weak": counts[WEAK],
        "present": counts[PRESENT],
        "gaps": counts[GAP],
        "nobody": closed[NOBODY],
        "extend": counts[EXTEND],
        "by_prov": closed[PROVINCE],
        "by_group": closed[GROUP],
        "by_nation": closed[NATION],
        "complete": complete,
        "met": met,
    }
    return Table(columns), region


def _described(gaps: Gaps, division: Division, taxonomy: Taxonomy, language: str) -> dict[str, Objects]:
    """Return the columns that both tables begin with."""
    edges = taxonomy.edges
    return {
        "region": np.array(division.codes, dtype=object)[gaps.region],
        "name": np.array(division.names, dtype=object)[gaps.region],
        "node": np.array(taxonomy.codes, dtype=object)[gaps.node],
        "industry": _names(taxonomy, language)[gaps.node],
        "edge": np.array([edge_code(taxonomy, edge) for edge in edges], dtype=object)[gaps.edge],
        "note": np.array([edge.note(language) or None for edge in edges], dtype=object)[gaps.edge],
        "status": np.array(STATUSES, dtype=object)[gaps.status],
    }


def _names(taxonomy: Taxonomy, language: str) -> Objects:
    return np.array([taxonomy.name(node, language) for node in range(len(taxonomy))], dtype=object)


def _listed(names: Objects, km: Floats) -> Objects:
    """Return the offers of each row as a text: ``孝感市 327 km; 潜江市 442 km``."""
    listed = np.full(len(names), None, dtype=object)
    for number, (row, distances) in enumerate(zip(names.tolist(), km.tolist())):
        parts = [
            f"{name} {half_up(distance, 0)} km" for name, distance in zip(row, distances) if name is not None
        ]
        listed[number] = "; ".join(parts) or None
    return listed
