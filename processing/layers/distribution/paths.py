"""Paths of mean centres: which stops they have, a stop being one period of one group."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsField, QgsProcessingException

from ...analysis.distribution.year_names import years_of
from ...analysis.text import as_text
from ...compat import make_field, translate
from ..feedback import warn_of_rows
from .engines import Request


@dataclass(frozen=True)
class PathRequest(Request):
    """What is asked of points of periods.

    Attributes
    ----------
    time : str
        Field of a long table, a row per point and period; '' for none.
    values : list of str
        Fields of a wide table, one per period, the year in its name; empty where `time` is given.
    """

    time: str = ""
    values: list = ()

    def by_year(self):
        """Return the years of `values` and the fields themselves, in order of time."""
        return zip(*sorted(zip(years_of(self.values), self.values)))


@dataclass(frozen=True)
class Paths:
    """The stops of paths, in order of group, then of time.

    Attributes
    ----------
    group : (S,) int64
        Group of each stop.
    period : (S,) int64
        Period of each stop, in order of time.
    names : list of str
        Of each period, to be read by people.
    time : (S,) float64
        NaN where periods only have names.
    labels : list of list
        Of each stop: the value of its group, if there are groups, and its period.
    group_fields : list of QgsField
        The field of the groups, or nothing.
    period_field : QgsField
        Field `period`, of the type of their values.
    """

    group: np.ndarray
    period: np.ndarray
    names: list
    time: np.ndarray
    labels: list
    group_fields: list
    period_field: QgsField


def paths_of(source, request, cells, groups, periods, feedback):
    """Make the paths through the stops that have points, and name the periods without.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    request : PathRequest
    cells : (S,) int64
        Number of the group times the number of periods, plus the period, of each stop; in order.
    groups : list
        Value of each group; ``[None]`` without a group field.
    periods : tuple of (list, (P,) float64)
        Value and time of each period.
    feedback : QgsProcessingFeedback
    """
    values, times = periods
    names = [as_text(value) for value in values]
    uid = request.group
    _name_empty_periods(cells, groups if uid else None, names, feedback)
    group_of, period_of = np.divmod(cells, len(names))
    return Paths(
        # Without the groups of which no point is left.
        group=np.unique(group_of, return_inverse=True)[1],
        period=period_of,
        names=names,
        time=times[period_of],
        labels=[[*([groups[g]] if uid else []), values[p]] for g, p in zip(group_of, period_of)],
        group_fields=[source.fields().field(uid)] if uid else [],
        period_field=_period_field(source, request.time),
    )


def refuse_without_points(layer, rows, placed):
    """Raise where no row of a layer can be used in a period."""
    raise QgsProcessingException(
        translate(
            "ClusterBelt",
            "Layer “{layer}” has no point to measure: no row with a geometry has a period and a weight "
            "above zero (rows: {rows}, with a geometry: {placed}).",
        ).format(layer=layer, rows=rows, placed=placed)
    )


def say_names(periods, feedback):
    """Say in which order periods are taken that only have names."""
    if np.isnan(periods.time).any():
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "The periods are names, not times; they are taken in this order: {periods}",
            ).format(periods=", ".join(map(as_text, periods.values)))
        )


def _period_field(source, time):
    if not time:
        return make_field("period", "long")
    field = QgsField(source.fields().field(time))
    field.setName("period")
    return field


def _name_empty_periods(cells, groups, names, feedback):
    """Name the periods of which no point can be used; of each group, if there are groups."""
    empty = np.setdiff1d(np.arange(len(groups or [None]) * len(names)), cells)
    left_out = [(groups and groups[cell // len(names)], names[cell % len(names)]) for cell in empty]
    if groups is None:
        texts = [period for _, period in left_out]
    else:
        template = translate("ClusterBelt", "{group} in {period}")
        texts = [
            template.format(group="NULL" if group is None else group, period=period)
            for group, period in left_out
        ]
    warn_of_rows(feedback, translate("ClusterBelt", "Periods left out, no point to measure"), texts)
