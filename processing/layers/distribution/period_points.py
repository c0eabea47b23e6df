"""Read a layer as weighted points of periods, from a field of time or from a wide table with a field a period."""

import datetime
from dataclasses import dataclass

import numpy as np

from ...analysis.columns import factorise
from ...analysis.distribution.periods import read_periods
from ...compat import translate
from ..feedback import warn_of_rows
from ..reading.columns import read_columns
from .paths import Paths, paths_of, refuse_without_points, say_names
from .weighted_points import read_weights, warn_of_weights


@dataclass(frozen=True)
class PeriodPoints:
    """Usable points of stops.

    Attributes
    ----------
    x, y, weight : (N,) float64
        Finite coordinates of the layer, positive finite weights.
    stop : (N,) int64
        Stop of each point.
    paths : Paths
    """

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    stop: np.ndarray
    paths: Paths


@dataclass(frozen=True)
class _Entries:
    """Points by period before any is left out; `period` -1 is none, `weight` NaN is none."""

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    period: np.ndarray
    group: np.ndarray


def read_period_points(source, request, feedback):
    """Read the points of each period.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    request : PathRequest
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
    time, weight, uid = request.time, request.weight, request.group
    years, values = request.by_year() if request.values else ((), ())
    columns = read_columns(source, [time, weight, *values, uid], feedback, points=True)
    placed = np.isfinite(columns.x) & np.isfinite(columns.y)
    warn_of_rows(feedback, translate("ClusterBelt", "Rows skipped, no geometry"), columns.fid[~placed])
    group, groups = factorise(columns.values[uid]) if uid else (np.zeros(columns.fid.size, np.int64), [None])
    if values:
        entries = _wide(source, columns, placed, values, years, group, feedback)
        periods = years, np.array(years, dtype=float)
    else:
        entries, found = _long(source, columns, placed, time, weight, group, feedback)
        periods = found.values, found.time
    used = np.isfinite(entries.x) & np.isfinite(entries.y) & (entries.period >= 0)
    used &= np.isfinite(entries.weight) & (entries.weight > 0)
    if not used.any():
        refuse_without_points(source.sourceName(), placed.size, int(placed.sum()))
    cells, stop = np.unique((entries.group * len(periods[0]) + entries.period)[used], return_inverse=True)
    paths = paths_of(source, request, cells, groups, periods, feedback)
    return PeriodPoints(entries.x[used], entries.y[used], entries.weight[used], stop, paths)


def _long(source, columns, placed, time, weight_field, group, feedback):
    weight = np.ones(columns.fid.size)
    if weight_field:
        weight = read_weights(source, columns, weight_field)
        warn_of_weights(feedback, columns.fid, weight, placed)
    column = np.array(list(map(time_of_day_as_text, columns.values[time])), dtype=object)
    periods = read_periods(column, columns.fid, time, source.sourceName())
    say_names(periods, feedback)
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


def time_of_day_as_text(value):
    """Return a value, a time of day as people write it."""
    return str(value) if isinstance(value, datetime.time) else value
