"""Real and virtual agglomeration: what regions make, and what of it is seen online."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..columns import sum_weights
from ..industries.node_sets import nodes_of
from ..intervals import wilson
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .comparing import TOLERANCE, scaled, share, sum_by

if TYPE_CHECKING:
    from ..arrays import Array, Floats, Ints, Objects
    from ..industries.taxonomy import Taxonomy
    from .blocks import Blocks
    from .units import Division

NONE, ROOT, NODE = INDUSTRY_WAYS = ("none", "root", "node")
BY_MAX, MINMAX, GIVEN = NORMALISERS = ("max", "minmax", "given")
TRADITIONAL, MODIFIED = MODELS = ("traditional", "modified")
BOTH_KINDS, REAL, VIRTUAL, NEITHER = ("both", "real", "virtual", "none")


@dataclass(frozen=True)
class Scale:
    """How weights become values from 0 to 1, and how the two layers are coupled.

    Attributes
    ----------
    threshold : float
        Location quotient from which an industry counts as agglomerated.
    normalise : {'max', 'minmax', 'given'}
    max_off, max_on : float or None
        Maxima that hold for all runs, so that runs and years compare.
    alpha : float
        Weight of the offline layer, 0 to 1.
    model : {'traditional', 'modified'}
        Which coordination is graded.
    """

    threshold: float = 1.0
    normalise: str = BY_MAX
    max_off: float | None = None
    max_on: float | None = None
    alpha: float = 0.5
    model: str = TRADITIONAL

    def __post_init__(self) -> None:
        if not 0 <= self.alpha <= 1:
            raise AnalysisError(
                QT_TRANSLATE_NOOP("ClusterBelt", "ALPHA is {value}, but must be a number from 0 to 1."),
                value=self.alpha,
            )
        for name, value in (("MAX_OFF", self.max_off), ("MAX_ON", self.max_on)):
            if value is not None and not value > 0:
                raise AnalysisError(
                    QT_TRANSLATE_NOOP(
                        "ClusterBelt", "{name} is {value}, but must be greater than 0, or empty."
                    ),
                    name=name,
                    value=value,
                )


@dataclass(frozen=True)
class Cells:
    """Regions and industries with weight in either layer, by region, then industry.

    Attributes
    ----------
    region, industry : (n,) int64
    off, on : (n,) float64
        Weight offline and online.
    regions, industries : int
        How many there are.
    by_industry : bool
        Whether industries are told apart.
    """

    region: Ints
    industry: Ints
    off: Floats
    on: Floats
    regions: int
    industries: int
    by_industry: bool

    def __len__(self) -> int:
        return len(self.region)


@dataclass(frozen=True)
class Industries:
    """How nodes are taken together.

    Attributes
    ----------
    of_node : tuple of tuple of int
        Industries of each node; a node of two counts half in each.
    nodes : (k,) int64 or None
        The node that each industry is; None where all are one.
    """

    of_node: tuple[tuple[int, ...], ...]
    nodes: Ints | None

    def __len__(self) -> int:
        return 1 if self.nodes is None else len(self.nodes)


def take_together(taxonomy: Taxonomy, way: str) -> Industries:
    """Return the industries by which members are compared.

    Parameters
    ----------
    taxonomy : Taxonomy
    way : {'none', 'root', 'node'}
    """
    every = range(len(taxonomy))
    if way == NONE:
        return Industries(tuple((0,) for _ in every), None)
    if way == NODE:
        return Industries(tuple((node,) for node in every), np.arange(len(taxonomy)))
    roots = [node for node in every if not taxonomy.parents[node]]
    number = {node: position for position, node in enumerate(roots)}
    above = [(node, *taxonomy.ancestors(node)) for node in every]
    of_node = tuple(tuple(sorted(number[a] for a in nodes if a in number)) for nodes in above)
    return Industries(of_node, np.array(roots, dtype=np.int64))


def cells_of(offline: Blocks, online: Blocks, division: Division, industries: Industries) -> Cells:
    """Sum the blocks of both layers by region and industry.

    Parameters
    ----------
    offline, online : Blocks
    division : Division
    industries : Industries

    Returns
    -------
    Cells
    """
    size = len(industries)
    off, on = (_sums(blocks, division, industries) for blocks in (offline, online))
    there = np.flatnonzero((off > 0) | (on > 0))
    region, industry = there // size, there % size
    return Cells(region, industry, off[there], on[there], len(division), size, industries.nodes is not None)


def _sums(blocks: Blocks, division: Division, industries: Industries) -> Floats:
    row, industry = nodes_of(industries.of_node, blocks.node)
    parts = np.array([len(of) for of in industries.of_node], dtype=np.int64)[blocks.node]
    key = division.of_place[blocks.place[row]] * len(industries) + industry
    return sum_by(key, blocks.weight[row] / parts[row], len(division) * len(industries))


def classify(cells: Cells, scale: Scale) -> dict[str, Array]:
    """Tell for each cell in which layer the industry is agglomerated.

    Parameters
    ----------
    cells : Cells
    scale : Scale

    Returns
    -------
    dict of str to (n,) array
        ``class``; ``lq_off``, ``lq_on`` with ``off_low``, ``off_high``, ``on_low``, ``on_high`` (Wilson 95 %); ``sure``,
        1 where each layer's bounds lie on one side of the threshold. All but the class are NaN where industries are
        not told apart, and where a layer has none of the region or of the industry.
    """
    columns, agglomerated, sides = {}, [], []
    bound = scale.threshold - TOLERANCE
    for layer, weight in (("off", cells.off), ("on", cells.on)):
        if cells.by_industry:
            of_region = sum_weights(cells.region, weight, cells.regions)[cells.region]
            of_industry = np.bincount(cells.industry, weight, cells.industries)[cells.industry]
            expected = share(of_industry, weight.sum())
            quotient = share(share(weight, of_region), expected)
            low, high = (share(edge, expected) for edge in wilson(weight, of_region))
        else:
            quotient = low = high = np.full(len(cells), np.nan)
        columns[f"lq_{layer}"], columns[f"{layer}_low"], columns[f"{layer}_high"] = quotient, low, high
        agglomerated.append(quotient >= bound if cells.by_industry else weight > 0)
        sides.append(np.where(np.isnan(low), np.nan, (low >= bound) | (high < bound)))
    off, on = agglomerated
    columns["class"] = np.where(off, np.where(on, BOTH_KINDS, REAL), np.where(on, VIRTUAL, NEITHER)).astype(
        object
    )
    columns["sure"] = sides[0] * sides[1]
    return columns


def normalised(cells: Cells, scale: Scale, names: Objects) -> tuple[Floats, Floats]:
    """Return the weights of both layers as values from 0 to 1; with industries each by itself.

    Parameters
    ----------
    cells : Cells
    scale : Scale
    names : (n,) sequence of str
        What cells are called in messages.

    Returns
    -------
    u_off, u_on : (n,) float64

    Raises
    ------
    AnalysisError
        A weight above a given maximum, or outside 0 to 1 where values are given as they are.
    """
    off = _normalised(cells.off, cells, scale.normalise, scale.max_off, "MAX_OFF", names)
    on = _normalised(cells.on, cells, scale.normalise, scale.max_on, "MAX_ON", names)
    return off, on


def _normalised(
    weight: Floats, cells: Cells, way: str, most: float | None, parameter: str, names: Objects
) -> Floats:
    if way == GIVEN:
        _refuse_above(weight, 1.0, "NORMALISE given", names)
        return weight.copy()
    if most is not None:
        _refuse_above(weight, most, parameter, names)
    largest, least = np.zeros(cells.industries), np.full(cells.industries, np.inf)
    np.maximum.at(largest, cells.industry, weight)
    np.minimum.at(least, cells.industry, weight)
    top = largest[cells.industry] if most is None else np.full(len(weight), float(most))
    if way == BY_MAX:
        return np.nan_to_num(share(weight, top))
    bottom = least[cells.industry]
    spread = np.nan_to_num(share(weight - bottom, top - bottom))
    return np.where(top > bottom, spread, np.where(weight > 0, 1.0, 0.0))


def _refuse_above(weight: Floats, most: float, parameter: str, names: Objects) -> None:
    above = np.flatnonzero(weight > most + TOLERANCE)
    if len(above):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "{region}: the weight {value} exceeds {most}, the maximum given by {parameter}.",
            ),
            region=names[above[0]],
            value=f"{weight[above[0]]:g}",
            most=f"{most:g}",
            parameter=parameter,
        )


def order_of(cells: Cells) -> Ints:
    """Return the order of the rows: regions of the most weight first, then by code, then by industry."""
    total = np.bincount(cells.region, cells.off + cells.on, cells.regions)[cells.region]
    order: Ints = np.lexsort((cells.industry, cells.region, -scaled(total)))
    return order
