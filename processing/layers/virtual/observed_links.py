"""Read links between blocks, potential or observed."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import check_weights, encode_together, parse_numbers
from ...analysis.text import as_text, is_missing
from ...analysis.virtual.comparing import SUMS_OF_FLOWS
from ...compat import translate
from ..feedback import no_rows, refuse_empty, warn_of_rows
from ..reading.columns import read_columns


@dataclass(frozen=True)
class LinkFields:
    """Names of the fields of links; `distance` may be ''."""

    source: str
    target: str
    weight: str
    distance: str = ""


@dataclass(frozen=True)
class LinkRows:
    """Links as they were read; rows without two ids or a weight are left out.

    Attributes
    ----------
    ids : tuple of str
        In text order.
    source, target : (n,) int64
        Positions in `ids`; never the same.
    weight : (n,) float64
        Above 0.
    km : (n,) float64 or None
        NaN where no distance is given; None without a field of distances.
    fid : (n,) int64
    layer : sources.Source
    """

    ids: tuple
    source: np.ndarray
    target: np.ndarray
    weight: np.ndarray
    km: np.ndarray
    fid: np.ndarray
    layer: object


def read_links(layer, fields, feedback, may_lack=False):
    """Read the links of a layer or table.

    Parameters
    ----------
    layer : sources.Source
    fields : LinkFields
    feedback : QgsProcessingFeedback
    may_lack : bool
        Whether a layer without rows is no links, and not a mistake.

    Returns
    -------
    LinkRows
    """
    columns = read_columns(layer, list(dict.fromkeys(filter(None, vars(fields).values()))), feedback)
    if not may_lack:
        refuse_empty(layer, columns.fid)
    elif not len(columns.fid):
        feedback.pushWarning(no_rows(layer))
    name, fid = layer.sourceName(), columns.fid
    weight = parse_numbers(columns.typed[fields.weight], fid, fields.weight, name)
    check_weights(np.nan_to_num(weight, posinf=0.0), fid, fields.weight, name, SUMS_OF_FLOWS)
    km = None
    if fields.distance:
        km = _distances(columns, fields.distance, name, feedback)
    codes, distinct = encode_together(columns.typed[fields.source], columns.typed[fields.target])
    texts = ["" if is_missing(value) else as_text(value) for value in distinct]
    ids = sorted(set(texts) - {""})
    position = {text: number for number, text in enumerate(ids)}
    number = np.array([*(position.get(text, -1) for text in texts), -1], dtype=np.int64)
    source, target = (number[column] for column in codes)
    kept = _kept(name, fid, source, target, weight, feedback)
    km = None if km is None else km[kept]
    return LinkRows(tuple(ids), source[kept], target[kept], weight[kept], km, np.asarray(fid)[kept], layer)


def _distances(columns, field, layer, feedback):
    km = parse_numbers(columns.typed[field], columns.fid, field, layer)
    rows = np.flatnonzero(~np.isnan(km) & ~(np.isfinite(km) & (km >= 0)))
    reason = translate(
        "ClusterBelt", "Layer “{layer}”, field “{field}”: invalid distances, replaced by those of the points"
    )
    warn_of_rows(feedback, reason.format(layer=layer, field=field), np.asarray(columns.fid)[rows])
    km[rows] = np.nan
    return km


def _kept(layer, fid, source, target, weight, feedback):
    """Return the rows that count, and name the others by cause."""
    causes = (
        (
            (source < 0) | (target < 0),
            translate("ClusterBelt", "Layer “{layer}”: links left out, an id is missing"),
        ),
        (
            source == target,
            translate("ClusterBelt", "Layer “{layer}”: links left out, from a block to itself"),
        ),
        (np.isnan(weight), translate("ClusterBelt", "Layer “{layer}”: links left out, no weight")),
        (
            np.isinf(weight),
            translate("ClusterBelt", "Layer “{layer}”: links left out, the weight is infinite"),
        ),
        (weight == 0, translate("ClusterBelt", "Layer “{layer}”: links left out, weight 0")),
    )
    left = np.ones(len(weight), dtype=bool)
    for out, reason in causes:
        rows = np.flatnonzero(out & left)
        warn_of_rows(feedback, reason.format(layer=layer), np.asarray(fid)[rows] if len(rows) else ())
        left &= ~out
    if len(left) and not left.any():
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: no row links two blocks with a weight above 0. Check FROM, TO and WEIGHT.",
            ).format(layer=layer)
        )
    return np.flatnonzero(left)
