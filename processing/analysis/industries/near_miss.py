"""How far apart two industries lie that are not related: a hint for the reader, never a match."""

import numpy as np

APART = np.iinfo(np.int16).max


def common_ancestors(taxonomy):
    """Find the ancestor over which the way between two nodes is shortest.

    Parameters
    ----------
    taxonomy : Taxonomy

    Returns
    -------
    distance : ndarray of int16, shape (T, T)
        Levels up to the ancestor and down again; `APART` where there is no common ancestor.
    ancestor : ndarray of int32, shape (T, T)
        Its position, which may be one of the two; the smallest code of several; −1 for none.
    """
    size = len(taxonomy)
    distance = np.full((size, size), APART, dtype=np.int16)
    ancestor = np.full((size, size), -1, dtype=np.int32)
    for node in range(size):
        below = np.flatnonzero(taxonomy.levels[:, node] >= 0)
        block = np.ix_(below, below)
        up = taxonomy.levels[below, node]
        way = up[:, None] + up[None, :]
        nearer = way < distance[block]
        distance[block] = np.where(nearer, way, distance[block])
        ancestor[block] = np.where(nearer, node, ancestor[block])
    return distance, ancestor
