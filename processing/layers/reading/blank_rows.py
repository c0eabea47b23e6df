"""Rows and cells of a table in which nothing stands: spreadsheets keep them beneath their data, and in merged cells."""

import numpy as np

from ...analysis.columns import encode
from ...analysis.text import as_text
from ...compat import translate
from ..feedback import warn_of_rows
from .cell_texts import cell_text
from .passes import request_for

# A table of more such rows is no spreadsheet.
_MOST = 10_000
# Cells are taken for merged where so many, and this share of a column, are empty beneath at least two others.
_FEWEST, _SHARE = 3, 0.2


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


def warn_of_merged_cells(source, columns, fields, feedback):
    """Warn where a table looks as if cells were merged: only the first row of each has the value.

    Parameters
    ----------
    source : sources.Source
    columns : columns.Columns
        One entry a row, in the order of the table.
    fields : iterable of str
        Some of the columns, '' for none.
    feedback : QgsProcessingFeedback
    """
    if source.database is not None:
        # Its rows stand in no order.
        return
    named = name_merged({name: columns.typed[name] for name in filter(None, fields)})
    if named:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: many empty cells stand beneath filled ones ({fields}), as where cells are merged in a "
                "spreadsheet: only the first row of merged cells has their value. If so, unmerge them and fill the value "
                "down: select the column, Go To Special → Blanks, type = and the up arrow, press Ctrl+Enter.",
            ).format(layer=source.sourceName(), fields=named)
        )


def name_merged(cells):
    """Name the columns that look as if cells were merged, each with how many are empty for that; '' for none.

    Parameters
    ----------
    cells : dict of str to ndarray
        Columns in the order of the table.
    """
    found = {name: _count_merged(column) for name, column in cells.items()}
    return ", ".join(f"“{name}”: {count}" for name, count in found.items() if count)


def _count_merged(column):
    """Return how many cells of a column are empty beneath the first of merged ones; 0 where they do not look so."""
    blank = _blank(column)
    if not len(blank) or blank[0] or blank.sum() < max(_FEWEST, _SHARE * len(blank)):
        return 0
    filled = np.flatnonzero(~blank)
    is_merged = np.diff(filled, append=len(blank)) > 1
    # What stands beneath merged cells has another value, or it would be merged with them.
    codes, _ = encode(column[filled])
    is_same = is_merged[:-1] & (codes[1:] == codes[:-1])
    return int(blank.sum()) if is_merged.sum() >= 2 and not is_same.any() else 0


def _blank(column):
    codes, distinct = encode(column)
    return np.array([*(not as_text(value) for value in distinct), True])[codes]


def _is_blank_row(feature):
    return feature.geometry().isEmpty() and all(cell_text(value) is None for value in feature.attributes())
