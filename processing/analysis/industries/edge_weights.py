"""The weights of chain edges, which all edges of a taxonomy have or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import normalise
from .taxonomy_error import TaxonomyError

if TYPE_CHECKING:
    from ..arrays import Floats
    from .chains import Edge
    from .taxonomy import Taxonomy


def edge_weights(taxonomy: Taxonomy) -> Floats | None:
    """Return the weights of the edges of a taxonomy.

    Parameters
    ----------
    taxonomy : Taxonomy

    Returns
    -------
    ndarray of float64, shape (edges,), or None
        None where no edge has a weight.

    Raises
    ------
    TaxonomyError
        If some edges have a weight, and others none or one that is not a number above 0: it lists those.
    """
    edges = taxonomy.edges
    if not any(edge.weight for edge in edges):
        return None
    weights = np.array([_number(edge.weight) for edge in edges])
    faulty = np.flatnonzero(~(np.isfinite(weights) & (weights > 0)))
    if len(faulty):
        raise TaxonomyError([_no_weight(taxonomy, edges[number]) for number in faulty])
    return weights


def _number(text: str) -> float:
    try:
        return float(normalise(text))
    except ValueError:
        return float("nan")


def _no_weight(taxonomy: Taxonomy, edge: Edge) -> AnalysisError:
    return AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "The chain edge {up} → {down} has the weight “{weight}”: give every edge a weight above 0, or "
            "none.",
        ),
        up=taxonomy.codes[edge.upstream],
        down=taxonomy.codes[edge.downstream],
        weight=edge.weight,
    )
