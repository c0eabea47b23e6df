"""How many things each row of a layer stands for."""

from ...analysis.columns import parse_counts
from ...compat import translate
from ..feedback import warn_of_rows


def read_counts(columns, field, layer, feedback, rows=None):
    """Read a field of counts, and name the rows that stand for nothing.

    Parameters
    ----------
    columns : Columns
    field, layer : str
    feedback : QgsProcessingFeedback
    rows : ndarray of int64, optional
        How many rows each entry stands for; 1 by default.

    Returns
    -------
    ndarray of int64
        How many things the rows of each entry stand for.
    """
    counts = parse_counts(columns.typed[field], columns.fid, field, layer)
    reason = translate("ClusterBelt", "Layer “{layer}”: rows that represent nothing (“{field}” empty or 0)")
    none = counts == 0
    each = None if rows is None else rows[none]
    warn_of_rows(feedback, reason.format(layer=layer, field=field), columns.fid[none], each)
    return counts if rows is None else counts * rows
