"""Go through the rows of a source: the one place that asks it for features; `listening` asks layers that are drawn.

Two passes over a source need not give the same rows in the same order. Delimited text leaves out rows without
coordinates where geometries are asked for; views and services promise no order. So whatever reads a second time
finds its rows by their ids.
"""

from collections import deque

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessingException

from ...compat import translate
from ..feedback import stop_if_cancelled

_CHECK_EVERY = 4096


def request_for(indexes, *, geometry, fids=None):
    """Return the request for fields by their indexes, with or without geometries, of all rows or some.

    Without geometries QGIS does not look at them at all.
    """
    request = QgsFeatureRequest().setSubsetOfAttributes(list(indexes))
    if not geometry:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if fids is not None:
        request.setFilterFids([int(fid) for fid in fids])
    return request


def features_of(source, indexes=(), *, geometry=False, feedback=None):
    """Yield every row of a source once; rows that it keeps back where geometries are asked for come last.

    Parameters
    ----------
    source : sources.Source or QgsFeatureSource
    indexes : sequence of int
        Fields that are wanted.
    geometry : bool
    feedback : QgsProcessingFeedback, optional
        Asked for cancel, and told the progress.
    """
    total = max(source.featureCount(), 1) if feedback else 0
    hides = geometry and getattr(source, "hides", False)
    seen = set()
    for position, feature in enumerate(source.getFeatures(request_for(indexes, geometry=geometry))):
        if feedback and position % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
            feedback.setProgress(100.0 * position / total)
        if hides:
            seen.add(feature.id())
        yield feature
    if hides:
        for feature in source.getFeatures(request_for(indexes, geometry=False)):
            if feature.id() not in seen:
                yield feature


def in_order_of(fids, rows, fetch, layer):
    """Yield what a further pass over a source gives for the rows of an earlier one, in their order.

    Parameters
    ----------
    fids : sequence of int
        Ids of the rows in the order of the first pass.
    rows : iterable of (int, object)
        Ids and rows of the further pass, in any order; what is not a row of the first is passed over.
    fetch : function of (list of int)
        Yields such pairs for rows that the pass has not given.
    layer : str
        Its name, for the message.

    Raises
    ------
    QgsProcessingException
        Where a row is gone.
    """
    rows, waiting = iter(rows), {}
    missing = None
    for position, fid in enumerate(fids):
        if fid in waiting:
            yield _next_of(waiting, fid)
            continue
        found = False
        for other, row in rows:
            if other == fid:
                found = True
                yield row
                break
            waiting.setdefault(other, deque()).append(row)
        if found:
            continue
        if missing is None:
            missing = dict(fetch([other for other in fids[position:] if other not in waiting]))
        if fid not in missing:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”: row {row} disappeared while the layer was being read. Run the "
                    "algorithm again, or save the layer as a GeoPackage first.",
                ).format(layer=layer, row=fid)
            )
        yield missing[fid]


def _next_of(waiting, fid):
    row = waiting[fid].popleft()
    if not waiting[fid]:
        del waiting[fid]
    return row


def by_fid(fids, found_fids, values):
    """Return the numbers of rows in the order of `fids`, where they were read in another; NaN where not read."""
    fids, found_fids = np.asarray(fids), np.asarray(found_fids)
    if np.array_equal(fids, found_fids):
        return values
    order = np.argsort(found_fids, kind="stable")
    at = np.searchsorted(found_fids, fids, sorter=order)
    at = order[np.minimum(at, len(order) - 1)] if len(order) else np.zeros(len(fids), dtype=np.int64)
    there = found_fids[at] == fids if len(order) else np.zeros(len(fids), dtype=bool)
    return np.where(there, values[at] if len(order) else np.nan, np.nan)
