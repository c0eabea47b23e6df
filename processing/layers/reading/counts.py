"""How many things each row of a layer stands for."""

from ...analysis.columns import parse_counts
from ...compat import translate
from ..feedback import warn_of_rows


def read_counts(columns, field, layer, feedback):
    """Read a field of counts, and name the rows that stand for nothing.

    Parameters
    ----------
    columns : Columns
    field, layer : str
    feedback : QgsProcessingFeedback

    Returns
    -------
    ndarray of int64
    """
    counts = parse_counts(columns.typed[field], columns.fid, field, layer)
    reason = translate("ClusterBelt", "Layer “{layer}”: rows that represent nothing (“{field}” empty or 0)")
    warn_of_rows(feedback, reason.format(layer=layer, field=field), columns.fid[counts == 0])
    return counts
