"""Read the polygons of a layer and the columns that describe them as ellipses."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import parse_numbers
from ...compat import is_null, translate
from ..feedback import warn_of_rows
from ..reading.passes import features_of
from ..reading.shapes import repaired, whole

_NUMBERS = ("center_x", "center_y", "major", "minor", "rotation")
_FORM = (*_NUMBERS, "measure")


@dataclass(frozen=True)
class Rows:
    """Rows with a polygon.

    Attributes
    ----------
    names : list
        Value of the naming field, or the feature id.
    drawn : list of QgsGeometry
    fields : dict of str to (N,) sequence
        What describes the polygons as ellipses: their numbers, and `measure`, where they were measured ('' for
        unknown); {} where a field is missing.
    """

    names: list
    drawn: list
    fields: dict

    @property
    def measures(self):
        """Where the ellipses were measured, each once."""
        return list(dict.fromkeys(self.fields.get("measure", ())))

    def described(self, i):
        """What describes one polygon."""
        return {field: column[i] for field, column in self.fields.items()}

    def only(self, kept):
        """The rows where (N,) bool `kept` is true."""
        numbers = np.flatnonzero(kept)
        return Rows(
            [self.names[i] for i in numbers],
            [self.drawn[i] for i in numbers],
            {field: [column[i] for i in numbers] for field, column in self.fields.items()},
        )


def read_rows(source, uid, feedback):
    """Read the rows of a source that have a polygon; the others are counted and named in the log.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    uid : str
        Field that names the rows; '' for the feature id.
    feedback : QgsProcessingFeedback

    Returns
    -------
    Rows

    Raises
    ------
    AnalysisError
        On a number that is none.
    QgsProcessingException
        Where there are fewer than two polygons.
    """
    wanted = [source.fields().lookupField(name) for name in _FORM]
    wanted = [] if min(wanted) < 0 else wanted
    named = source.fields().lookupField(uid) if uid else -1
    asked = [i for i in (*wanted, named) if i >= 0]
    fids, names, drawn, rows, left_out, flat, mended = [], [], [], [], [], [], []
    for feature in features_of(source, asked, geometry=True, feedback=feedback):
        name = feature.id() if named < 0 else feature[named]
        name = None if is_null(name) else name
        shape = whole(feature.geometry())
        polygon, was_invalid = (None, False) if shape is None else repaired(shape)
        if polygon is None:
            (left_out if shape is None else flat).append(name)
            continue
        if was_invalid:
            mended.append(name)
        fids.append(feature.id())
        names.append(name)
        drawn.append(polygon)
        rows.append([None if is_null(feature[i]) else feature[i] for i in wanted])
    warn_of_rows(feedback, translate("ClusterBelt", "Rows left out, no polygon"), left_out)
    warn_of_rows(feedback, translate("ClusterBelt", "Rows left out, polygon without area"), flat)
    warn_of_rows(feedback, translate("ClusterBelt", "Invalid polygons, repaired"), mended)
    repeated = [name for name, count in Counter(names).items() if count > 1]
    warn_of_rows(feedback, translate("ClusterBelt", "Names of several rows"), repeated)
    need_two(drawn, source)
    if not wanted:
        return Rows(names, drawn, {})
    columns = dict(zip(_FORM, zip(*rows)))
    numbers = {
        name: parse_numbers(np.array(columns[name], dtype=object), fids, name, source.sourceName())
        for name in _NUMBERS
    }
    return Rows(names, drawn, {**numbers, "measure": [str(value or "") for value in columns["measure"]]})


def need_two(shapes, source):
    """Raise where there is nothing to compare."""
    if len(shapes) < 2:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has too few polygons ({count}): a comparison needs at least two.",
            ).format(layer=source.sourceName(), count=len(shapes))
        )
