"""Cells of an input–output table, sorted into flows, totals and what is neither."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, normalise
from .input_output import SectorFlows
from .sum_rows import find_sums

if TYPE_CHECKING:
    from typing import Any

    from ..arrays import Array, Flags, Floats, Objects

# Tables are rounded: inputs may exceed their total in the last digit.
_ROUNDING = 1 + 1e-9
_NAMED = 3


@dataclass(frozen=True)
class Cells:
    """The cells of an input–output table.

    Attributes
    ----------
    seller, buyer : (n,) object
        Sectors as they are written; '' for none.
    value : (n,) float64
        NaN for none.
    row : (n,) array
        Id of the row of each cell.
    """

    seller: Objects
    buyer: Objects
    value: Floats
    row: Array


@dataclass(frozen=True)
class SortedCells:
    """The flows between sectors, and what is to be said of the other cells.

    Attributes
    ----------
    flows : SectorFlows
    unnamed, negative : list
        Ids of rows: without a sector, with flows below 0.
    repeated : list of str
        Pairs of sectors that have several flows, which are added: ``A>B``.
    without_total : list of str
        Sectors that buy and have no total above 0; their flows are left out.
    exceeding : list of str
        Sectors that buy more than their total.
    sums : list of str
        Rows that are sums of others; they and columns of their name are left out.
    """

    flows: SectorFlows
    unnamed: list[Any]
    negative: list[Any]
    repeated: list[str]
    without_total: list[str]
    exceeding: list[str]
    sums: list[str]


def sort_cells(cells: Cells, total: str = "") -> SortedCells:
    """Sort cells into flows and totals.

    Parameters
    ----------
    cells : Cells
    total : str
        The seller whose cells are the total inputs; '' for none. As a buyer it is a column of sums, and no sector.

    Returns
    -------
    SortedCells

    Raises
    ------
    AnalysisError
        Where no right coefficient can come of it: an infinite value, no cell with totals, several totals or a
        negative one of a sector, no buyer with a total, a flow above the total of its buyer.
    """
    _refuse_infinite(cells)
    if total and not normalise(total):
        raise _no_total(total)
    seller, buyer = _spelled(cells.seller, cells.buyer, total)
    named = (seller != "") & (buyer != "") & (buyer != total)
    of_total = (seller == total) & (total != "")
    totals = _totals(cells, buyer, named & of_total, total) if total else {}
    inside = named & ~of_total
    sums_of_rows = find_sums(seller[inside], buyer[inside], cells.value[inside])
    inside &= ~(np.isin(seller, sums_of_rows) | np.isin(buyer, sums_of_rows))
    kept = inside & (cells.value > 0)
    buying = set(buyer[kept])
    without = sorted(name for name in buying if not totals.get(name, 0.0) > 0) if total else []
    if without and len(without) == len(buying):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "TOTAL: in the row “{text}” no buying sector has total inputs above 0 (for example {sector}). Enter "
                "them, or leave TOTAL empty.",
            ),
            text=total,
            sector=without[0],
        )
    kept &= ~np.isin(buyer, np.array(without, dtype=object))
    sums = _sums(seller[kept], buyer[kept], cells.value[kept])
    filled = ~np.isnan(cells.value)
    return SortedCells(
        _flows(seller[kept], buyer[kept], cells.value[kept], totals if total else None),
        _distinct(cells.row[filled & ((seller == "") | (buyer == ""))]),
        _distinct(cells.row[inside & (cells.value < 0)]),
        [f"{giver}>{taker}" for (giver, taker), values in sums.items() if len(values) > 1],
        without,
        _exceeding(sums, totals) if total else [],
        sums_of_rows,
    )


def _spelled(seller: Objects, buyer: Objects, total: str) -> tuple[Objects, Objects]:
    """Return the sectors in one spelling each: the least of those that mean the same."""
    texts = {text: as_text(text) for text in {*seller, *buyer}}
    least = {normalise(total): total} if total else {}
    for text in sorted(set(texts.values())):
        least.setdefault(normalise(text), text)
    spelled = {text: least[normalise(plain)] for text, plain in texts.items()}
    givers, takers = (
        np.array([*(spelled[text] for text in ends), None], dtype=object)[:-1] for ends in (seller, buyer)
    )
    return givers, takers


def _refuse_infinite(cells: Cells) -> None:
    at = np.flatnonzero(np.isinf(cells.value))
    if len(at):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Row {row}: the flow from {seller} to {buyer} is infinite. Correct the cell.",
            ),
            row=cells.row[at[0]],
            seller=as_text(cells.seller[at[0]]) or "–",
            buyer=as_text(cells.buyer[at[0]]) or "–",
        )


def _no_total(total: str) -> AnalysisError:
    return AnalysisError(QT_TRANSLATE_NOOP("ClusterBelt", "TOTAL: no row has the name “{text}”."), text=total)


def _totals(cells: Cells, buyer: Objects, of_total: Flags, total: str) -> dict[str, float]:
    """Return the total inputs by sector; refuse those that are not clear."""
    if not of_total.any():
        raise _no_total(total)
    at = np.flatnonzero(of_total & ~np.isnan(cells.value))
    found: dict[str, tuple[float, Any]] = {}
    for sector, value, row in zip(buyer[at], cells.value[at].tolist(), cells.row[at].tolist()):
        if sector in found:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "TOTAL: the sector {sector} has two total inputs “{text}”, in the rows {first} and {second}. Rename "
                    "or remove the wrong row.",
                ),
                sector=sector,
                text=total,
                first=found[sector][1],
                second=row,
            )
        if value < 0:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "TOTAL: row {row}, sector {sector}: the total inputs are {value}, but must not be negative. Correct "
                    "the cell.",
                ),
                row=row,
                sector=sector,
                value=f"{value:g}",
            )
        found[sector] = value, row
    return {sector: value for sector, (value, _) in found.items()}


def _sums(seller: Objects, buyer: Objects, value: Floats) -> dict[tuple[str, str], list[float]]:
    """Return the flows of each pair of sectors, in text order."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for giver, taker, amount in zip(seller, buyer, value.tolist()):
        found[giver, taker].append(amount)
    return dict(sorted(found.items()))


def _exceeding(sums: dict[tuple[str, str], list[float]], totals: dict[str, float]) -> list[str]:
    """Return the sectors that buy more than their total; refuse a flow that is above it by itself."""
    bought: dict[str, list[float]] = defaultdict(list)
    above: list[str] = []
    for (giver, taker), values in sums.items():
        flow = sum(sorted(values))
        bought[taker].append(flow)
        if flow > totals[taker] * _ROUNDING:
            above.append(f"{giver}>{taker} {flow:g} > {totals[taker]:g}")
    if above:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "TOTAL: flows larger than the total inputs of the buying sector, although coefficients "
                "cannot be above 1 ({count}): {flows}. Check the row of the total inputs and its unit.",
            ),
            count=len(above),
            flows="; ".join(above[:_NAMED]) + (" …" if len(above) > _NAMED else ""),
        )
    return sorted(taker for taker, flows in bought.items() if sum(sorted(flows)) > totals[taker] * _ROUNDING)


def _flows(seller: Objects, buyer: Objects, value: Floats, totals: dict[str, float] | None) -> SectorFlows:
    known = {name for name, amount in (totals or {}).items() if amount > 0}
    sectors = sorted({*seller, *buyer, *known})
    position = {sector: number for number, sector in enumerate(sectors)}
    source, target = (
        np.array([position[name] for name in names], dtype=np.int64) for names in (seller, buyer)
    )
    given = None
    if totals is not None:
        given = np.array([max(totals.get(sector, 0.0), 0.0) for sector in sectors])
    return SectorFlows(tuple(sectors), source, target, value, given)


def _distinct(ids: Array) -> list[Any]:
    return list(dict.fromkeys(ids.tolist()))
