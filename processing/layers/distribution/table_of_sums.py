"""Read a table of sums by group, which an engine without QGIS has made."""

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException

from ...analysis.columns import factorise, parse_numbers
from ...analysis.distribution.ellipse_sizes import ellipses_with
from ...analysis.distribution.given_sums import FRAME, SIZES, SUMS, GivenSums, ImpossibleSums
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..measuring.choosing import Planes
from ..measuring.globes import is_angular
from ..measuring.plane_log import say_where_measured
from ..measuring.planes import Plane
from ..reading.columns import read_columns
from .engines import Distribution

_RULE, _MEASURE = "rule", "measure"


def read_sums(source, request, crs, transform_context, feedback):
    """Read a table of sums and fit the ellipses.

    Parameters
    ----------
    source : Source
        Fields as in `analysis.distribution.given_sums`; `x0`, `y0` and `turn` are 0 where they are missing. With a field
        `scale`, a row is a group and a size, and its ellipses are those that the job has counted in.
    request : engines.Request
        Of which the weight is not used.
    crs : QgsCoordinateReferenceSystem
        Of the points.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    Distribution

    Raises
    ------
    AnalysisError, QgsProcessingException
        On sums that cannot be those of points, and a plane that is none.
    """
    table = _Table(source, request.group, feedback)
    plane = _plane(source, table, crs, transform_context)
    planes = Planes([plane] * len(table.groups), [plane] * len(table.groups), True)
    say_where_measured(planes, feedback)
    sums = table.sums()
    warn_of_rows(
        feedback,
        translate(
            "ClusterBelt",
            "Groups whose ellipses have few exact digits, because they were summed about a point far from them; sum about "
            "a point near them (x0, y0)",
        ),
        [str(value) for value, far in zip(table.groups, sums.far) if far],
    )
    if table.rules is None:
        ellipses = request.fit(sums)
    else:
        feedback.pushInfo(
            translate("ClusterBelt", "The sizes are those of the table: {rules}.").format(
                rules=", ".join(table.rules)
            )
        )
        ellipses = ellipses_with(sums.moments, table.rules, [sums.sizes(found) for found in table.sizes()])
    return Distribution(ellipses, table.groups, planes, int(sums.moments.n.sum()), None)


class _Table:
    """The rows of a table of sums, by group and by rule (None: a row a group)."""

    def __init__(self, source, group, feedback):
        self._source, names = source, source.fields().names()
        missing = [name for name in SUMS if name not in names]
        if missing:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” is not a table of sums: it has no field {missing}. The help lists the fields.",
                ).format(layer=source.sourceName(), missing=", ".join(missing))
            )
        self._names = [name for name in (*SUMS, *FRAME, *SIZES) if name in names]
        texts = [name for name in (_RULE, _MEASURE) if name in names]
        columns = read_columns(source, [*self._names, *texts, group], feedback)
        refuse_empty(source, columns.fid)
        numbers = {
            name: parse_numbers(columns.typed[name], columns.fid, name, source.sourceName())
            for name in self._names
        }
        used = np.all([np.isfinite(numbers[name]) for name in SUMS], axis=0) & (numbers["n"] > 0)
        warn_of_rows(feedback, translate("ClusterBelt", "Rows skipped, no sums"), columns.fid[~used])
        if not used.any():
            raise QgsProcessingException(
                translate("ClusterBelt", "Layer “{layer}”: no row has sums of points.").format(
                    layer=source.sourceName()
                )
            )
        self._fid = columns.fid[used]
        self._numbers = {name: column[used] for name, column in numbers.items()}
        self.measures = self._texts(columns, _MEASURE, used)
        self.groups, self._group = [None], np.zeros(self._fid.size, dtype=int)
        if group:
            codes, groups = factorise(columns.values[group][used])
            self.groups, self._group = groups, codes
        self.rules, self._rule = self._sizes(columns, used)
        self._first = np.unique(self._group, return_index=True)[1]
        self._refuse_twice()

    def sums(self):
        """Return the `GivenSums`, of the first row of each group."""
        zeros = np.zeros(len(self.groups))
        columns = {
            name: self._numbers[name][self._first] if name in self._numbers else zeros
            for name in (*SUMS, *FRAME)
        }
        try:
            return GivenSums.of(columns)
        except ImpossibleSums as error:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”, row {row}: these cannot be the sums of points (n from 1, sum_w above 0, squares not "
                    "below those of the means). Check which column holds which sum.",
                ).format(layer=self._source.sourceName(), row=self._fid[self._first][error.position])
            ) from None

    def sizes(self):
        """Yield the columns of sizes of each rule; NaN for a group that lacks it."""
        for number in range(len(self.rules)):
            rows = np.flatnonzero(self._rule == number)
            columns = {name: np.full(len(self.groups), np.nan) for name in SIZES}
            for name in SIZES:
                columns[name][self._group[rows]] = self._numbers[name][rows]
            yield columns

    def _sizes(self, columns, used):
        if not set(SIZES) <= self._numbers.keys():
            return None, np.zeros(self._fid.size, dtype=int)
        given = (
            self._texts(columns, _RULE, used)
            if _RULE in columns.typed
            else [f"{scale:g}" for scale in self._numbers["scale"]]
        )
        codes, rules = factorise(np.array(given, dtype=object))
        return list(map(str, rules)), codes

    @staticmethod
    def _texts(columns, name, used):
        return list(columns.values[name][used]) if name in columns.typed else []

    def _refuse_twice(self):
        cells = self._group * (1 if self.rules is None else len(self.rules)) + self._rule
        first = np.unique(cells, return_index=True)[1]
        if first.size < cells.size:
            again = int(np.setdiff1d(np.arange(cells.size), first)[0])
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”, row {row}: the group {group} has a row already. Choose the group field (UID), or add "
                    "up the rows of each group.",
                ).format(
                    layer=self._source.sourceName(),
                    row=self._fid[again],
                    group=self.groups[self._group[again]],
                )
            )


def _plane(source, table, crs, transform_context):
    """Return the plane that the sums were made in: that of the field measure, or that of the points themselves."""
    measures = {str(measure) for measure in table.measures if measure}
    if len(measures) > 1:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: the rows were measured in different planes: {measures}. Draw them apart.",
            ).format(layer=source.sourceName(), measures="; ".join(sorted(measures)))
        )
    if measures:
        (text,) = measures
        measured = QgsCoordinateReferenceSystem(text if ":" in text else f"PROJ:{text}")
        if measured.isValid():
            return Plane(crs, measured, transform_context, measured != crs)
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "Layer “{layer}”: measure “{text}” is not a coordinate reference system."
            ).format(layer=source.sourceName(), text=text)
        )
    if is_angular(crs):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Sums of degrees give no ellipse. Let the job sum in a plane, and write the plane into a field measure, or "
                "choose the projected coordinate reference system that the coordinates are in (CRS).",
            )
        )
    return Plane(crs, crs, transform_context)
