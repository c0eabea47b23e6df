"""Read a layer as weighted points of periods, from a field of time or from a wide table with a field a period."""

import datetime
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsField, QgsProcessingException

from ..analysis.columns import factorise
from ..analysis.distribution.periods import read_periods, years_of
from ..analysis.text import as_text
from ..compat import make_field, translate
from .feedback import warn_of_rows
from .reading.columns import read_columns
from .weighted_points import read_weights, warn_of_weights


@dataclass(frozen=True)
class PeriodPoints:
    """Usable points of stops; a stop is one period of one group, in order of group, then of time.

    Attributes
    ----------
    x, y, weight : (N,) float64
        Finite coordinates of the layer, positive finite weights.
    stop : (N,) int64
        Stop of each point.
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

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    stop: np.ndarray
    group: np.ndarray
    period: np.ndarray
    names: list
    time: np.ndarray
    labels: list
    group_fields: list
    period_field: QgsField


@dataclass(frozen=True)
class _Entries:
    """Points by period before any is left out; `period` -1 is none, `weight` NaN is none."""

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    period: np.ndarray
    group: np.ndarray


def read_period_points(source, time, weight, values, uid, feedback):
    """Read the points of each period.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    time, weight : str
        Fields of a long table, a row per point and period; '' for none.
    values : list of str
        Fields of a wide table, one per period, the year in its name; empty where `time` is given.
    uid : str
        Field of the groups; '' for none.
    feedback : QgsProcessingFeedback

    Returns
    -------
    PeriodPoints

    Raises
    ------
    AnalysisError
        On a weight that is negative or no number, and a field without a year in its name.
    QgsProcessingException
        Where no point can be used.
    """
    years, values = zip(*sorted(zip(years_of(values), values))) if values else ((), ())
    columns = read_columns(source, [time, weight, *values, uid], feedback, points=True)
    placed = np.isfinite(columns.x) & np.isfinite(columns.y)
    warn_of_rows(feedback, translate("ClusterBelt", "Rows skipped, no geometry"), columns.fid[~placed])
    group, groups = factorise(columns.values[uid]) if uid else (np.zeros(columns.fid.size, np.int64), [None])
    if values:
        entries = _wide(source, columns, placed, values, years, group, feedback)
        values_of, times = years, np.array(years, dtype=float)
        period_field = make_field("period", "long")
    else:
        entries, found = _long(source, columns, placed, time, weight, group, feedback)
        values_of, times = found.values, found.time
        period_field = QgsField(source.fields().field(time))
        period_field.setName("period")
    used = np.isfinite(entries.x) & np.isfinite(entries.y) & (entries.period >= 0)
    used &= np.isfinite(entries.weight) & (entries.weight > 0)
    if not used.any():
        _refuse_without_points(source, placed)
    names = [as_text(value) for value in values_of]
    cells, stop = np.unique((entries.group * len(names) + entries.period)[used], return_inverse=True)
    _name_empty_periods(cells, groups if uid else None, names, feedback)
    group_of, period_of = np.divmod(cells, len(names))
    return PeriodPoints(
        x=entries.x[used],
        y=entries.y[used],
        weight=entries.weight[used],
        stop=stop,
        # Without the groups of which no point is left.
        group=np.unique(group_of, return_inverse=True)[1],
        period=period_of,
        names=names,
        time=times[period_of],
        labels=[[*([groups[g]] if uid else []), values_of[p]] for g, p in zip(group_of, period_of)],
        group_fields=[source.fields().field(uid)] if uid else [],
        period_field=period_field,
    )


def _refuse_without_points(source, placed):
    raise QgsProcessingException(
        translate(
            "ClusterBelt",
            "Layer “{layer}” has no point to measure: of {rows} rows, {placed} have a geometry, but "
            "none of these has a period and a weight above zero.",
        ).format(layer=source.sourceName(), rows=placed.size, placed=int(placed.sum()))
    )


def _long(source, columns, placed, time, weight_field, group, feedback):
    weight = np.ones(columns.fid.size)
    if weight_field:
        weight = read_weights(source, columns, weight_field)
        warn_of_weights(feedback, columns.fid, weight, placed)
    column = np.array(list(map(_time_of_day_as_text, columns.values[time])), dtype=object)
    periods = read_periods(column, columns.fid, time, source.sourceName())
    if np.isnan(periods.time).any():
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "The periods are names, not times; they are taken in this order: {periods}",
            ).format(periods=", ".join(map(as_text, periods.values)))
        )
    warn_of_rows(
        feedback,
        translate("ClusterBelt", "Rows skipped, no period"),
        columns.fid[placed & (periods.code < 0)],
    )
    return _Entries(columns.x, columns.y, columns.by_part(weight), periods.code, group), periods


def _wide(source, columns, placed, fields, years, group, feedback):
    weights = []
    for field, year in zip(fields, years):
        weight = read_weights(source, columns, field)
        warn_of_weights(feedback, columns.fid, weight, placed, year)
        weights.append(columns.by_part(weight))
    count = len(fields)
    return _Entries(
        np.tile(columns.x, count),
        np.tile(columns.y, count),
        np.concatenate(weights),
        np.repeat(np.arange(count), columns.fid.size),
        np.tile(group, count),
    )


def _time_of_day_as_text(value):
    return str(value) if isinstance(value, datetime.time) else value


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
