"""Rows of a table in which nothing stands: spreadsheets keep them between and beneath their data."""

import numpy as np

from ...analysis.columns import encode
from ...analysis.text import as_text
from ...compat import translate
from ..feedback import warn_of_rows
from .cell_texts import cell_text
from .passes import request_for

# A table of more such rows is no spreadsheet.
_MOST = 10_000


def without_blank_rows(source, columns, fields, feedback):
    """Leave out the rows in which no field of a source holds anything, and name them.

    Parameters
    ----------
    source : sources.Source
    columns : columns.Columns
        One entry a row.
    fields : iterable of str
        Some of the columns, '' for none: only rows without any of these are looked at.
    feedback : QgsProcessingFeedback

    Returns
    -------
    columns.Columns
    """
    blank = np.ones(len(columns.fid), dtype=bool)
    for name in filter(None, fields):
        blank &= _blank(columns.typed[name])
    if not 0 < blank.sum() <= _MOST:
        return columns
    request = request_for(range(len(source.fields())), geometry=True, fids=columns.fid[blank])
    rows = [feature.id() for feature in source.getFeatures(request) if _is_blank_row(feature)]
    blank = np.isin(columns.fid, rows)
    reason = translate("ClusterBelt", "Layer “{layer}”: empty rows, left out")
    warn_of_rows(feedback, reason.format(layer=source.sourceName()), columns.fid[blank])
    return columns.take(~blank)


def _blank(column):
    codes, distinct = encode(column)
    return np.array([*(not as_text(value) for value in distinct), True])[codes]


def _is_blank_row(feature):
    return feature.geometry().isEmpty() and all(cell_text(value) is None for value in feature.attributes())
