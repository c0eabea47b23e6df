"""Real and virtual agglomeration as tables: a row for each region and industry, and one for each industry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..industries.node_sets import nodes_of
from .comparing import share, sum_by
from .coupling import couple, grade, lagging
from .distances import Distances
from .integration import BOTH_KINDS, MODIFIED, classify, normalised, order_of
from .places import mean_points

if TYPE_CHECKING:
    from ..arrays import Array, Flags, Floats, Ints, Objects
    from ..industries.taxonomy import Taxonomy
    from .integration import Cells, Industries, Scale
    from .units import Division


@dataclass(frozen=True)
class Integration:
    """Both tables, and what the log says of them.

    Attributes
    ----------
    table : Table
        A row for each region and industry.
    region : (n,) int64
        Region of each row.
    industries : Table
    zeroed : int
        Rows with weight in both layers whose coordination is 0.
    median_c : float
        Of rows with weight in both layers; NaN without any.
    """

    table: Table
    region: Ints
    industries: Table
    zeroed: int
    median_c: float


def integrate(
    cells: Cells,
    scale: Scale,
    division: Division,
    planar: bool,
    industries: Industries,
    taxonomy: Taxonomy,
    language: str,
    rates: Floats | None = None,
) -> Integration | None:
    """Compare both layers.

    Parameters
    ----------
    cells : Cells
    scale : Scale
    division : Division
    planar : bool
    industries : Industries
    taxonomy : Taxonomy
    language : {'en', 'zh'}
    rates : (n,) float64, optional
        Matched percent of the rows of each cell.

    Returns
    -------
    Integration
        ``region``, ``name``, ``industry``, ``ind_name``, ``off``, ``on``, ``class``, ``lq_off``, ``lq_on``, ``off_low``,
        ``off_high``, ``on_low``, ``on_high``, ``sure``, ``u_off``, ``u_on``, ``tilt``, ``c``, ``c_mod``, ``t``, ``d``,
        ``d_mod``, ``grade``, ``lag``, ``rate_m``.
    """
    names = np.array(division.names, dtype=object)[cells.region]
    codes, words = _words(industries, taxonomy, language)
    u_off, u_on = normalised(cells, scale, names)
    coupled = couple(u_off, u_on, scale.alpha)
    absent = (cells.off <= 0) | (cells.on <= 0)
    classes = classify(cells, scale)
    columns = {
        "region": np.array(division.codes, dtype=object)[cells.region],
        "name": names,
        "industry": codes[cells.industry],
        "ind_name": words[cells.industry],
        "off": cells.off,
        "on": cells.on,
        **classes,
        "u_off": u_off,
        "u_on": u_on,
        **coupled,
        "grade": grade(coupled["d_mod" if scale.model == MODIFIED else "d"], absent),
        "lag": lagging(coupled["tilt"]),
        "rate_m": np.full(len(cells), np.nan) if rates is None else rates,
    }
    order = order_of(cells)
    both = ~absent & ~np.isnan(coupled["c"])
    return Integration(
        Table({name: columns[name][order] for name in columns}),
        cells.region[order],
        _industry_table(cells, division, planar, codes, words, classes["class"]),
        int((both & (coupled["d"] == 0)).sum()),
        float(np.median(coupled["c"][both])) if both.any() else np.nan,
    )


def _industry_table(
    cells: Cells, division: Division, planar: bool, codes: Objects, words: Objects, classes: Objects
) -> Table:
    """Return how each industry is spread over the regions in both layers."""
    size, industry = cells.industries, cells.industry
    off, on = (np.bincount(industry, weight, size) for weight in (cells.off, cells.on))
    s, q = share(cells.off, off[industry]), share(cells.on, on[industry])
    there = np.flatnonzero(np.bincount(industry, minlength=size))
    x, y = division.x[cells.region], division.y[cells.region]
    centres = [mean_points(industry, x, y, size, weight, planar) for weight in (cells.off, cells.on)]
    east, north = (np.concatenate(parts) for parts in zip(*centres))
    every = np.arange(size)
    known = (off > 0) & (on > 0)
    km = np.where(known, Distances(east, north, planar).between(every, every + size), np.nan)
    least = np.bincount(industry, np.nan_to_num(np.minimum(s, q)), size)
    columns = {
        "industry": codes,
        "ind_name": words,
        "off": off,
        "on": on,
        "n_off": np.bincount(industry, cells.off > 0, size).astype(np.int64),
        "n_on": np.bincount(industry, cells.on > 0, size).astype(np.int64),
        "hhi_off": _concentration(industry, s, off),
        "hhi_on": _concentration(industry, q, on),
        "overlap": np.where(known, least, np.nan),
        "gamma": _coagglomeration(cells, s, q, known),
        "centre_km": km,
        "both": np.bincount(industry, classes == BOTH_KINDS, size).astype(np.int64),
    }
    return Table({name: column[there] for name, column in columns.items()})


def _concentration(industry: Ints, shares: Floats, weight: Array) -> Floats:
    sums = np.bincount(industry, np.nan_to_num(shares) ** 2, len(weight))
    return np.where(weight > 0, sums, np.nan)


def _coagglomeration(cells: Cells, s: Floats, q: Floats, known: Flags) -> Floats:
    """Return how much each industry clusters in the same regions online as offline.

    Notes
    -----
    G. Ellison, E. L. Glaeser and W. R. Kerr (2010), American Economic Review 100, 1195–1213.
    """
    if not cells.by_industry:
        return np.full(cells.industries, np.nan)
    by_layer = [
        share(np.bincount(cells.region, weight, cells.regions), weight.sum())
        for weight in (cells.off, cells.on)
    ]
    mean = (by_layer[0] + by_layer[1]) / 2
    # Regions without the industry count as well: there both differences are −x, and their product x².
    here = mean[cells.region]
    product = (np.nan_to_num(s) - here) * (np.nan_to_num(q) - here) - here**2
    sums = np.bincount(cells.industry, product, cells.industries) + (mean**2).sum()
    rest = 1 - (mean**2).sum()
    return np.where(known, share(sums, rest) if rest > 1e-12 else np.nan, np.nan)


def _words(industries: Industries, taxonomy: Taxonomy, language: str) -> tuple[Objects, Objects]:
    if industries.nodes is None:
        none = np.array([None], dtype=object)
        return none, none
    codes = [taxonomy.codes[node] for node in industries.nodes]
    words = [taxonomy.name(node, language) for node in industries.nodes]
    return np.array(codes, dtype=object), np.array(words, dtype=object)


def matched_rates(
    cells: Cells,
    division: Division,
    industries: Industries,
    tallies: tuple[Ints, list[tuple[int, ...]], Ints, Ints],
) -> Floats:
    """Return the percent of resolved rows that are matched, for each cell; NaN without resolved rows.

    Parameters
    ----------
    cells : Cells
    division : Division
    industries : Industries
    tallies : (place, nodes, matched, resolved)
        Place and tuple of nodes of rows, and how many of them are matched and resolved. A row counts once in each
        of its industries.
    """
    size = len(industries)
    place, nodes, matched, resolved = tallies
    of_row = [sorted({i for node in row for i in industries.of_node[node]}) for row in nodes]
    row, industry = nodes_of(of_row, np.arange(len(of_row)))
    key = division.of_place[place[row]] * size + industry
    width = len(division) * size
    hits, trials = (sum_by(key, values[row].astype(float), width) for values in (matched, resolved))
    rates: Floats = 100 * share(hits, trials)[cells.region * size + cells.industry]
    return rates
