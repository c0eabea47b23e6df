"""Read a table of sums by group, which an engine without QGIS has made."""

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException

from ...analysis.columns import factorise, parse_numbers
from ...analysis.distribution.ellipse_sizes import ellipses_with
from ...analysis.distribution.given_sums import FRAME, SIZES, SUMS, GivenSums, ImpossibleSums, check_sizes
from ...analysis.text import is_missing
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..measuring.choosing import Planes
from ..measuring.globes import is_angular, is_projected, refuse_geocentric
from ..measuring.plane_log import say_where_measured
from ..measuring.planes import Plane
from ..reading.columns import read_columns
from .engines import Distribution

_RULE, _MEASURE = "rule", "measure"
# Of the rule whose size may be 0, because what it holds may lie in one place.
_BY_SHARE = "share_inside"


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
        ellipses = [ellipse for ellipse, given in zip(ellipses, table.given.flat) if given]
    return Distribution(ellipses, table.groups, planes, int(sums.moments.n.sum()), None)


class _Table:
    """The rows of a table of sums, by group and by rule (None: a row a group)."""

    def __init__(self, source, group, feedback):
        self._source = source
        self._names = self._named()
        texts = [name for name in (_RULE, _MEASURE) if name in source.fields().names()]
        columns = read_columns(source, [*self._names, *texts, group], feedback)
        refuse_empty(source, columns.fid)
        numbers = {
            name: parse_numbers(columns.typed[name], columns.fid, name, source.sourceName())
            for name in self._names
        }
        used = self._usable(numbers, columns.fid, feedback)
        self._fid = columns.fid[used]
        self._numbers = {name: column[used] for name, column in numbers.items()}
        self.measure = self._one_measure(columns, used)
        self.groups, self._group = [None], np.zeros(self._fid.size, dtype=int)
        if group:
            codes, groups = factorise(columns.values[group][used])
            self.groups, self._group = groups, codes
        self.rules, self._rule = self._sizes(columns, used)
        self._first = np.unique(self._group, return_index=True)[1]
        self.given = self._cells_given(feedback)
        self._refuse_other_sums()

    def _named(self):
        """Return the fields of numbers that the table has; raise where it lacks sums."""
        names = self._source.fields().names()
        missing = [name for name in SUMS if name not in names]
        if missing:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” is not a table of sums: it has no field {missing}. The help lists the fields.",
                ).format(layer=self._source.sourceName(), missing=", ".join(missing))
            )
        return [name for name in (*SUMS, *FRAME, *SIZES) if name in names]

    def _usable(self, numbers, fid, feedback):
        """Return which rows have sums, and a frame that they were made in; name the others."""
        needed = [name for name in self._names if name not in SIZES]
        used = np.all([np.isfinite(numbers[name]) for name in needed], axis=0) & (numbers["n"] != 0)
        reason = translate("ClusterBelt", "Rows skipped, without points, or a cell of {fields} is empty")
        warn_of_rows(feedback, reason.format(fields=", ".join(needed)), fid[~used])
        if not used.any():
            raise QgsProcessingException(
                translate("ClusterBelt", "Layer “{layer}”: no row has sums of points.").format(
                    layer=self._source.sourceName()
                )
            )
        return used

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
            said = translate(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: these cannot be the sums of points (n whole and from 1, sum_w above 0, squares "
                "not below those of the means, no place at 1e30 or beyond). Check which column holds which sum.",
            )
            raise self._refusal(said, self._first[error.position]) from None

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
        try:
            check_sizes(
                self._numbers, np.array([str(rule).endswith(_BY_SHARE) for rule in given], dtype=bool)
            )
        except ImpossibleSums as error:
            said = translate(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: scale, n_in and w_in cannot be those of these sums (scale above 0, empty only "
                "for a group of too few points; n_in whole and at most n; w_in from 0 to sum_w). Correct the row.",
            )
            raise self._refusal(said, error.position) from None
        codes, rules = factorise(np.array(given, dtype=object))
        return list(map(str, rules)), codes

    @staticmethod
    def _texts(columns, name, used):
        return list(columns.values[name][used]) if name in columns.typed else []

    def _one_measure(self, columns, used):
        """Return the plane that all rows name; '' where none does."""
        measures = [
            "" if is_missing(text) else str(text).strip() for text in self._texts(columns, _MEASURE, used)
        ]
        for row, measure in enumerate(measures):
            if measure != measures[0]:
                said = translate(
                    "ClusterBelt",
                    "Layer “{layer}”, row {row}: its measure “{measure}” is not that of the rows before it, “{first}”. Draw "
                    "the sums of different planes apart.",
                )
                raise self._refusal(said, row, measure=measure, first=measures[0])
        return measures[0] if measures else ""

    def _cells_given(self, feedback):
        """Return (G, R) whether the table has a group under a rule; raise where it has it twice."""
        given = np.zeros((len(self.groups), 1 if self.rules is None else len(self.rules)), dtype=int)
        np.add.at(given, (self._group, self._rule), 1)
        if (given > 1).any():
            cells = self._group * given.shape[1] + self._rule
            again = np.setdiff1d(np.arange(cells.size), np.unique(cells, return_index=True)[1])[0]
            said = translate(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: the group {group} has a row already. Choose the group field (UID), or add "
                "up the rows of each group.",
            )
            raise self._refusal(said, again, group=self.groups[self._group[again]])
        warn_of_rows(
            feedback,
            translate("ClusterBelt", "Groups that lack a row for a size of the others, which is not drawn"),
            [str(self.groups[group]) for group in np.flatnonzero((given == 0).any(axis=1))],
        )
        return given > 0

    def _refuse_other_sums(self):
        of_group = self._first[self._group]
        names = [name for name in (*SUMS, *FRAME) if name in self._numbers]
        other = np.any([column != column[of_group] for column in map(self._numbers.get, names)], axis=0)
        if other.any():
            row = int(np.argmax(other))
            said = translate(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: the group {group} has other sums in row {first}. The sizes of a group must "
                "have the same sums; correct them, or draw the rules apart.",
            )
            raise self._refusal(
                said, row, group=self.groups[self._group[row]], first=self._fid[of_group[row]]
            )

    def _refusal(self, said, row, **more):
        return QgsProcessingException(
            said.format(layer=self._source.sourceName(), row=self._fid[row], **more)
        )


def _plane(source, table, crs, transform_context):
    """Return the plane that the sums were made in: that of the field measure, or that of the points themselves."""
    refuse_geocentric(crs, source.sourceName())
    if table.measure:
        text = table.measure
        measured = QgsCoordinateReferenceSystem(text if ":" in text else f"PROJ:{text}")
        if not is_projected(measured):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”: measure “{text}” is not a projected coordinate reference system, in which sums "
                    "can be made.",
                ).format(layer=source.sourceName(), text=text)
            )
        if not crs.isValid():
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” names the plane of its sums (measure). Choose the coordinate reference system that "
                    "the ellipses shall be drawn in (CRS).",
                ).format(layer=source.sourceName())
            )
        return Plane(crs, measured, transform_context, measured != crs)
    if is_angular(crs):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Sums of degrees give no ellipse. Let the job sum in a plane, and write the plane into a field measure, or "
                "choose the projected coordinate reference system that the coordinates are in (CRS).",
            )
        )
    return Plane(crs, crs, transform_context)
